"""Names of places that the names head proposes, or that are a part of an office's, a firm's or a person's name."""

from timeline.places.around import before_region, beside_place, called_a_kind, governed, natural, of_party, resident, surname
from timeline.places.draft import Draft
from timeline.places.words import COMMON, ERAS, FACILITIES, GENERIC, INSIDE, LINKS, NAMED_AFTER, NOT_NAMES, PARTICLES


def from_names(draft: Draft) -> None:
    """Names called PLACE and NORP first, then what is a place in or under the names of offices, firms and persons."""
    for name in draft.names:
        for first, last in draft.pieces(name.first, name.last):
            if name.label == "PLACE":
                _place(draft, first, last)
            elif name.label == "NORP":
                _people(draft, first, last)
    for name in draft.names:
        for first, last in draft.pieces(name.first, name.last):
            if name.label == "ORG":
                _organisation(draft, first, last)
            elif name.label == "PERSON":
                _person(draft, first, last)


def _place(draft: Draft, first: int, last: int) -> None:
    first, last = draft.widened(first, last)
    text = draft.words(first, last)
    if "$" in text or not any(c.isupper() for c in text) or not any(c.isalpha() for c in text):
        return
    if text.lower() in NOT_NAMES or text in PARTICLES:
        return
    known = draft.gazetteer.known(text)
    if not known and last - first > 1 and draft.tokens[first].text in ERAS and draft.strong(draft.words(first + 1, last)):
        draft.add(first + 1, last)
        draft.pass_over(first)
        return
    if not known and draft.gazetteer.demonym(text):
        draft.add(first, last, demonym=True)
        return
    if all(token.text.lower() in GENERIC for token in draft.tokens[first:last]) or surname(draft, first, last):
        return
    weak = last - first == 1 and not draft.strong(text) and not governed(draft, first)
    told = known or before_region(draft, last) or called_a_kind(draft, first, last)
    if not weak or (text not in draft.persons and told):
        draft.add(first, last)


def _people(draft: Draft, first: int, last: int) -> None:
    wide = draft.widened(first, last)
    if wide != (first, last) and draft.gazetteer.known(draft.words(*wide)):
        draft.add(*wide)
        return
    text = draft.words(first, last)
    if draft.gazetteer.demonym(text):
        draft.add(first, last, demonym=True)
    elif draft.gazetteer.known(text) and draft.strong(text):
        draft.add(first, last)
    elif last - first > 1 and draft.gazetteer.demonym(draft.words(first, first + 1)):
        draft.add(first, first + 1, demonym=True)


def _organisation(draft: Draft, first: int, last: int) -> None:
    """Airports and the like are places; "Alexandria Police Department" and "High School of Louisville" name one."""
    words = [token.text for token in draft.tokens[first:last]]
    text = draft.words(first, last)
    if draft.gazetteer.metonym(text):
        draft.add(first, last)
    elif len(words) > 1 and words[-1].lower() in FACILITIES and not all(word.lower() in GENERIC for word in words):
        _place(draft, first, last)
    elif (wide := draft.widened(first, last))[0] < first and draft.gazetteer.known(draft.words(*wide)):
        draft.add(*wide)
    elif draft.gazetteer.known(text) and text not in COMMON and text[0].isupper():
        if draft.strong(text) or governed(draft, first, INSIDE) or resident(draft, first) or natural(draft, first, last):
            draft.add(first, last)
    else:
        _leading(draft, first, last)
        if len(words) > 2 and words[-2].lower() in ("of", "in") and draft.strong(words[-1]) and not _wide(draft, words[-1]):
            draft.add(last - 1, last)


def _leading(draft: Draft, first: int, last: int) -> None:
    """The place that an office's name begins with."""
    tokens = draft.tokens
    if any(token.text.lower() in NAMED_AFTER for token in tokens[first:last]):
        return
    for end in range(min(last - 1, first + 4), first, -1):
        text = draft.words(first, end)
        if not tokens[end - 1].text[0].isupper() or text.lower() in GENERIC or text in COMMON:
            continue
        if draft.gazetteer.known(text):
            named_whole = tokens[end].text == "of" or _wide(draft, text)
            if not named_whole and (draft.strong(text) or tokens[end].text.lower() in GENERIC):
                draft.add(first, end)
            return


def _wide(draft: Draft, text: str) -> bool:
    found = draft.gazetteer.lookup(text)
    return bool(found) and found[0].granularity in ("continent", "neighbourhood")


def _person(draft: Draft, first: int, last: int) -> None:
    """A known name called a person's is a place's behind "in", before its region, beside a place or as a home ("Lee of Waco")."""
    text = draft.words(first, last)
    if text in COMMON or not draft.gazetteer.known(text):
        return
    if _place_name(draft, first, last) or draft.dateline(first, last) or (text not in draft.persons and _said(draft, first, last)):
        draft.add(first, last)


def _said(draft: Draft, first: int, last: int) -> bool:
    """Whether the words around a known name say that it is a place's."""
    return (
        governed(draft, first, INSIDE)
        or before_region(draft, last)
        or resident(draft, first)
        or of_party(draft, first)
        or beside_place(draft, first, last)
        or natural(draft, first, last)
    )


def _place_name(draft: Draft, first: int, last: int) -> bool:
    """Whether a name of three words and more with a small one inside is a place's as it stands ("Caldas da Rainha")."""
    inner = draft.tokens[first + 1 : last - 1]
    return any(token.text.isalpha() and token.text.lower() in LINKS for token in inner) and draft.gazetteer.known(draft.words(first, last))
