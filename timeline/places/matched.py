"""Names of places that the names head passed over: known ones, and those found elsewhere in the document."""

from timeline.places.around import before_region, governed, inside_name, of_party, surname
from timeline.places.draft import Draft
from timeline.places.lists import kind_of_list
from timeline.places.words import COMMON

LONGEST = 6
"""Words of a name."""
AHEAD = 90
"""Characters behind a name in which the kind of a list is looked for."""


def from_gazetteer(draft: Draft) -> None:
    """Countries, regions, capitals and large cities, and any known name after "in"."""
    index = 0
    while index < len(draft.tokens):
        index += _match(draft, index) or 1


def repeated(draft: Draft) -> None:
    """A name found once is found wherever it stands free with the same letters."""
    doubted = {draft.words(name.first, name.last) for name in draft.names if name.label in ("ORG", "PERSON")}
    sure = (span for span in draft.found if span.text not in doubted or draft.strong(span.text))
    known = {span.text: span.demonym for span in sure if len(span.text) > 3 and span.text not in draft.persons}
    by_first: dict[str, list[str]] = {}
    for text in known:
        by_first.setdefault(text.split()[0], []).append(text)
    for index, token in enumerate(draft.tokens):
        if token.text not in by_first or not _free(draft, index):
            continue
        for text in sorted(by_first[token.text], key=len, reverse=True):
            end = _end_of(draft, index, text)
            if end and all(_free(draft, i) for i in range(index, end)) and not inside_name(draft, index):
                draft.add(index, end, demonym=known[text])
                break


def _match(draft: Draft, index: int) -> int:
    tokens, gazetteer = draft.tokens, draft.gazetteer
    token = tokens[index]
    if not _free(draft, index) or not token.text[0].isupper():
        return 0
    if token.text in COMMON:
        return 0 if not _of_list(draft, index, index + 1, token.text) else _added(draft, index, index + 1)
    stop = index + 1
    while stop < len(tokens) and stop < index + LONGEST and _free(draft, stop) and tokens[stop].sentence == token.sentence:
        stop += 1
    for end in range(stop, index, -1):
        text = draft.words(index, end)
        if end - index > 1 and not tokens[end - 1].text[0].isupper():
            continue
        if (gazetteer.known(text) and _plausible(draft, index, end, text)) or _of_list(draft, index, end, text):
            return _added(draft, index, end)
    if token.xpos.startswith(("JJ", "NNP", "NNS")) and gazetteer.demonym(token.text) and not inside_name(draft, index):
        first, last = draft.widened(index, index + 1)
        draft.add(first, last, demonym=not gazetteer.known(draft.words(first, last)))
        return last - index
    return 0


def _added(draft: Draft, first: int, last: int) -> int:
    draft.add(first, last)
    return last - first


def _of_list(draft: Draft, first: int, last: int, text: str) -> bool:
    """Whether the name stands in a list of counties or the like and is known as one ("Love" of "Grayson and Love counties")."""
    start, end = draft.tokens[first].start, draft.tokens[last - 1].end
    kind = kind_of_list(draft.text[max(0, start - 5) : start], draft.text[end : end + AHEAD])
    return kind is not None and draft.gazetteer.known(f"{text} {kind.title()}")


def _free(draft: Draft, index: int) -> bool:
    if draft.is_open(index):
        return True
    return not draft.taken[index] and draft.label.get(index) in (None, "PLACE", "NORP", "ORG", "PERSON") and of_party(draft, index)


def _plausible(draft: Draft, first: int, last: int, text: str) -> bool:
    if draft.dateline(first, last):
        return True
    if of_party(draft, first):
        return True
    if not all(token.xpos in ("NNP", "NNPS", "IN", "DT", "CC") or token.upos == "PROPN" for token in draft.tokens[first:last]):
        return False
    if inside_name(draft, first) or inside_name(draft, last - 1, after=True) or surname(draft, first, last):
        return False
    if text in draft.persons:
        return governed(draft, first)
    return draft.strong(text) or governed(draft, first) or before_region(draft, last)


def _end_of(draft: Draft, index: int, text: str) -> int | None:
    tokens, start = draft.tokens, draft.tokens[index].start
    if not draft.text.startswith(text, start):
        return None
    end = index
    while end < len(tokens) and tokens[end].end < start + len(text):
        end += 1
    return end + 1 if end < len(tokens) and tokens[end].end == start + len(text) else None
