"""What the words around a capitalised word say: whether it is a place's name or a part of another one."""

import re

from timeline.places.draft import Draft
from timeline.places.words import INTO

KIND_AROUND = 40
"""Characters before and behind a name in which its kind is looked for."""
_KINDS = (
    "village|town|city|port|district|province|region|county|department|island|isle|suburb|hamlet|settlement|quarter|neighbou?rhood|valley|"
    "fortress|strait|peninsula|parish|municipality|commune|prefecture|oasis"
)
_KIND_BEFORE = re.compile(rf"\b(?:{_KINDS}|harbours?|harbors?|ports|towns|villages|cities|islands|hills?|camp) of (?:the )?$")
_KIND_AFTER = re.compile(
    rf"^(?:, (?:an?|the) (?:[\w-]+ ){{0,2}}(?:{_KINDS})\b| (?:hotel|palace|airport|barracks|bridge|stadium|prison|jail|cathedral|mosque|"
    rf"cemetery|square|castle|air base|valley|peninsula|district|quarter|province)\b)"
)
_PARTY = re.compile(r"\b[DRI]-$")


def governed(draft: Draft, first: int, words: frozenset[str] = INTO) -> bool:
    """Whether "in", "near" and the like stand before a name."""
    tokens, before = draft.tokens, first - 1
    if before >= 0 and tokens[before].text.lower() == "the":
        before -= 1
    return before >= 0 and tokens[before].text.lower() in words and tokens[before].sentence == tokens[first].sentence


def resident(draft: Draft, first: int) -> bool:
    """Whether a person is said to be of that place ("Dennis Lopez of Thackerville")."""
    return first > 1 and draft.tokens[first - 1].text == "of" and draft.label.get(first - 2) == "PERSON"


def called_a_kind(draft: Draft, first: int, last: int) -> bool:
    """Whether the text says what kind of place it is ("the district of Gorkha", "Moneygall, the village from which", "Metropole hotel")."""
    before = draft.text[max(0, draft.tokens[first].start - KIND_AROUND) : draft.tokens[first].start]
    after = draft.text[draft.tokens[last - 1].end : draft.tokens[last - 1].end + KIND_AROUND]
    return bool(_KIND_BEFORE.search(before) or _KIND_AFTER.search(after))


def natural(draft: Draft, first: int, last: int) -> bool:
    """Whether a known name behind "the" is first of all a water's, a range's, an island's or a site's ("the Euphrates", "the Louvre")."""
    if first == 0 or draft.tokens[first - 1].text.lower() != "the":
        return False
    found = draft.gazetteer.lookup(draft.words(first, last))
    return bool(found) and found[0].granularity in ("river", "sea", "mountain", "island", "site")


def of_party(draft: Draft, first: int) -> bool:
    """Whether a politician's party stands before it ("D-Moorpark")."""
    start = draft.tokens[first].start
    return bool(_PARTY.search(draft.text[max(0, start - 3) : start]))


def beside_place(draft: Draft, first: int, last: int) -> bool:
    """Whether the name stands in a list beside one already found."""
    tokens = draft.tokens
    for step, near in ((-1, first - 1), (1, last)):
        seen = 0
        while 0 <= near < len(tokens) and tokens[near].text in (",", "and", "or", "&") and seen < 2:
            near, seen = near + step, seen + 1
        if seen and 0 <= near < len(tokens) and draft.taken[near]:
            return True
    return False


def before_region(draft: Draft, last: int) -> bool:
    """Whether ", Tenn." or ", Kenya" follows."""
    tokens = draft.tokens
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return False
    text = tokens[last + 1].text
    found = draft.gazetteer.abbreviation(text) or (draft.gazetteer.lookup(text) if text[0].isupper() else ())
    return bool(found) and found[0].granularity in ("region", "country")


def inside_name(draft: Draft, index: int, *, after: bool = False) -> bool:
    """Whether a capitalised neighbour makes the word a part of a longer name ("Paris Hilton", "Mr. London")."""
    near = index + 1 if after else index - 1
    if not 0 <= near < len(draft.tokens):
        return False
    if draft.tokens[near].sentence != draft.tokens[index].sentence or draft.taken[near]:
        return False
    return draft.label.get(near) in ("PERSON", "ORG", "EVENT")


def surname(draft: Draft, first: int, last: int) -> bool:
    """Whether a town's name is also a person's last name in the document, with nothing beside it that tells of the town."""
    if last - first > 1 or draft.tokens[first].text not in draft.surnames or governed(draft, first) or before_region(draft, last):
        return False
    found = draft.gazetteer.lookup(draft.tokens[first].text)
    return bool(found) and found[0].granularity == "city" and not draft.gazetteer.is_capital(found[0])
