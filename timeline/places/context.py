"""What the words around a name of a place say of it: what holds it, what kind it is, how far off."""

import re
from collections.abc import Sequence
from dataclasses import replace

from maps.gazetteer import Gazetteer
from maps.place import Toponym
from maps.resolve import could_contain, kinds
from timeline.places.draft import NameSpan
from timeline.places.lists import kind_of_list
from timeline.records import Parsed

_COMMA = re.compile(r"(?:,|'s|’s)? ?,? ?(?:the )?\(?", re.IGNORECASE)
_PART_OF = re.compile(
    r",? (?:an?|the) (?:[\w-]+ ){0,3}(?:quarter|suburb|district|neighbou?rhood|slum|area|part|section|borough|ward|township) "
    r"(?:of|in) (?:the )?"
)
_INSIDE = re.compile(
    r",? ?\(?(?:which is |is |was |located |situated |lies |a [\w-]+ |the [\w-]+ |an [\w-]+ ){0,2}(?:in|on|of|,) (?:the )?"
    r"(?:(?:[\w-]+(?:ern|north|south|east|west|part|parts|state|province|region|district|county|city|town|coast|corner|of|the) ){0,4})",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r",? ?\(?(?:(?:a|an|the) (?:[\w-]+ ){1,2})?(?:just |right |not far |some way )?"
    r"(?:outside|near|close to|(?:to the )?(?:north|south|east|west)(?:[ -]?(?:east|west))? of)(?: of)? (?:the )?"
    r"(?:(?:city|town|village|capital)(?: of|,)? )?",
    re.IGNORECASE,
)
"""What puts a name near the next one: "Maipú, outside Santiago", "Star City, a settlement near Moscow"."""
_FORE = re.compile(
    r"(?:'s|’s|n)? ?(?:(?:[\w-]+ )?(?:capital|city|town|village|port|province|state|region|district|island)(?: city)?(?: of)?,? ?)?", re.I
)
_FEATURE_BEFORE = re.compile(r"\b([a-z]+) of (?:the )?$")
_FEATURE_AFTER = re.compile(r"^ ([a-z]+)\b(?! of\b)")
_CIVIC = re.compile(
    r"^(?:'s|’s)? (?:Volunteer Fire|Fire Department|Police Department|(?:City|Town|Village|Borough) (?:Council|Hall|Commission|Manager)|"
    r"(?:[Cc]ity|[Tt]own) (?:council|hall|manager|commission)|[Mm]ayor|Public (?:Schools|Library)|(?:High|Middle|Elementary) School|"
    r"(?:high|middle|elementary) schools?|Elementary|[Ss]chool (?:[Dd]istrict|[Bb]oard)|Chamber of Commerce)\b"
)
"""What towns have."""
_ADJUNCT = re.compile(r"^ (?:man|woman|boy|girl|teen|teenager|couple|residents?|native|police)\b")
"""Who is called after a town or region as it stands ("a Lebanon woman"), but after a country by its people's name ("a Lebanese woman")."""
_FEATURE_APPOSED = re.compile(
    r"^, (?:a|an|the) (?:[\w-]+ ){0,2}?(city|town|village|port|province|state|region|island|river|district|suburb)\b"
)
_NEAR_BY = frozenset({"airport", "port", "canal", "bay", "suburb", "creek", "country", "nation", "capital"})
"""What a town has ("Skopje airport") rather than is."""
_OFFSET = re.compile(
    r"(\d[\d,.]*)[ -](km|kms|kilomet(?:er|re)s?|miles?|mi|metres|meters|m)\.?(?: \([^)]{1,20}\))? (?:to the )?(?:due )?"
    r"((?:north|south|east|west)(?:[ -]?(?:east|west))?)(?:ern)?(?: of| from)(?: the (?:city|town|village|capital)(?: of)?)? (?:the )?$",
    re.IGNORECASE,
)
_KM = {"km": 1.0, "kms": 1.0, "mi": 1.609344, "mile": 1.609344, "m": 0.001, "metres": 0.001, "meters": 0.001}
AROUND = 90
"""Characters before and behind a name that are read."""


def toponyms(parsed: Parsed, spans: Sequence[NameSpan], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The toponym of each span, with containers, kind, preposition and offset as the text gives them.

    In "in Kenya's capital, Nairobi" the preposition is Nairobi's, not Kenya's.
    """
    text = parsed.document.text
    out = []
    for index, span in enumerate(spans):
        before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
        offset = None if span.demonym else _OFFSET.search(before)
        part = _part(text, spans, index)
        sentence = parsed.sentences[parsed.tokens[span.first].sentence]
        alone = span.demonym or (after.startswith((",", " and")) and kind_of_list(before, after) is not None)
        out.append(
            Toponym(
                start=span.start,
                end=span.end,
                text=span.text,
                containers=() if alone else _containers(text, spans, index, gazetteer),
                near=None if alone else _near(text, spans, index),
                feature=None if span.demonym else part or _feature(before, after, span.text) or _natural(parsed, before, span, gazetteer),
                preposition=_preposition(parsed, span),
                demonym=span.demonym,
                offset_km=_km(offset) if offset else None,
                bearing=offset[3].lower().replace(" ", "-") if offset else None,
                sentence=sentence.index,
                paragraph=sentence.paragraph,
            )
        )
    for index in range(1, len(out)):
        if out[index].containers == (out[index - 1].text,) and out[index].preposition is None:
            out[index] = replace(out[index], preposition=out[index - 1].preposition)
            out[index - 1] = replace(out[index - 1], preposition=None)
    return tuple(out)


def _km(match: re.Match[str]) -> float | None:
    digits = match[1].replace(",", "").rstrip(".")
    unit = match[2].lower()
    return round(float(digits) * _KM.get(unit, _KM.get(unit.rstrip("s"), 1.0)), 2) if digits.count(".") < 2 else None


def _containers(text: str, spans: Sequence[NameSpan], index: int, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Names that the text puts around this one: behind a comma or "in", before it as owner or people ("Kenya's capital Nairobi")."""
    out: list[str] = []
    inner = last = spans[index]
    for outer in spans[index + 1 : index + 4]:
        between = text[last.end : outer.start]
        listed = last is inner or bool(out)
        if last is inner and _PART_OF.fullmatch(between):
            return (outer.text,)
        if len(between) > AROUND or not listed or not (_COMMA.fullmatch(between) or _INSIDE.fullmatch(between)):
            break
        if between.strip() in ("", "'s", "’s") or not could_contain(inner.text, outer.text, gazetteer, demonym=outer.demonym):
            break
        out.append(outer.text)
        last = outer
    if not out and index:
        outer = spans[index - 1]
        between = text[outer.end : inner.start]
        owner = between.startswith(("'s", "’s")) or outer.demonym
        if (
            owner
            and len(between) < AROUND
            and _FORE.fullmatch(between)
            and could_contain(inner.text, outer.text, gazetteer, demonym=outer.demonym)
        ):
            out.append(outer.text)
    return tuple(out)


def _near(text: str, spans: Sequence[NameSpan], index: int) -> str | None:
    """The name behind, where "outside", "near" or "north of" stands between the two."""
    if index + 1 == len(spans) or spans[index + 1].demonym:
        return None
    inner, outer = spans[index], spans[index + 1]
    return outer.text if outer.start - inner.end < AROUND and _NEAR.fullmatch(text[inner.end : outer.start]) else None


def _part(text: str, spans: Sequence[NameSpan], index: int) -> str | None:
    """ "quarter" for a part of the town named next (", a suburb of")."""
    follows = index + 1 < len(spans) and _PART_OF.fullmatch(text[spans[index].end : spans[index + 1].start])
    return "quarter" if follows else None


def _feature(before: str, after: str, name: str) -> str | None:
    """The kind said before ("the city of"), behind ("Sichuan province") or in apposition (", a town in")."""
    apposed = None if before.endswith(", ") else _FEATURE_APPOSED.search(after)
    for match in (_FEATURE_BEFORE.search(before), _FEATURE_AFTER.search(after), apposed):
        if match and match[1] in kinds() and match[1] not in _NEAR_BY:
            return match[1]
    if not name.isupper() and (_CIVIC.search(after) or _ADJUNCT.search(after)):
        return "home"
    return kind_of_list(before, after)


def _natural(parsed: Parsed, before: str, span: NameSpan, gazetteer: Gazetteer) -> str | None:
    """What stands behind "the" is rather a water or a range than a town: "the Atlantic", "the Amazon", but not "the Ohio governor"."""
    name, tokens = span.text, parsed.tokens
    if not before.lower().endswith(" the ") or name.lower().startswith("the "):
        return None
    if span.last < len(tokens) and tokens[span.last].upos in ("NOUN", "PROPN", "ADJ") and tokens[span.last].start == span.end + 1:
        return None
    kinds_of_name = {place.granularity for place in gazetteer.lookup(name)}
    if "country" in kinds_of_name:
        return None
    return next((kind for kind in ("sea", "river", "mountain") if kind in kinds_of_name), None)


def _preposition(parsed: Parsed, span: NameSpan) -> str | None:
    """The preposition that governs the phrase, by the tree, else the word just before."""
    tokens = parsed.tokens
    inside = range(span.first, span.last)
    head = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), span.first)
    for index in range(max(0, span.first - 6), span.first):
        token = tokens[index]
        if token.deprel == "case" and token.upos in ("ADP", "SCONJ") and (token.head == head or token.head in inside):
            return token.text.lower()
    before = span.first - 1
    if before >= 0 and tokens[before].text.lower() in ("the", "a"):
        before -= 1
    if before >= 0 and tokens[before].upos == "ADP" and tokens[before].sentence == tokens[span.first].sentence:
        return tokens[before].text.lower()
    return None
