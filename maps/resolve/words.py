"""What kinds of places are called in words, and the names that are made with such words."""

from maps.gazetteer.folding import fold
from maps.place import Toponym

KINDS: dict[str, tuple[str, ...]] = {
    "city": ("city",), "town": ("city",), "village": ("city",), "suburb": ("city", "neighbourhood"), "capital": ("city",),
    "settlement": ("city",), "port": ("city",), "municipality": ("city", "county"), "borough": ("county", "neighbourhood", "city"),
    "township": ("city", "county"), "neighborhood": ("neighbourhood", "city"), "neighbourhood": ("neighbourhood", "city"),
    "province": ("region", "county"), "state": ("region",), "region": ("region", "county"), "prefecture": ("region", "county"),
    "governorate": ("region",), "oblast": ("region",), "territory": ("region", "country"), "republic": ("country", "region"),
    "county": ("county",), "parish": ("county", "region"), "district": ("county", "region", "city"), "department": ("region", "county"),
    "country": ("country",), "nation": ("country",), "kingdom": ("country",), "continent": ("continent",), "river": ("river",),
    "creek": ("river",), "lake": ("other",), "sea": ("sea",), "ocean": ("sea",), "gulf": ("sea",), "bay": ("sea",), "strait": ("sea",),
    "canal": ("site", "sea"), "island": ("island", "country"), "islands": ("island", "country"), "mountain": ("mountain",),
    "mountains": ("mountain",), "desert": ("other",), "airport": ("site",), "peninsula": ("region",), "canton": ("region",),
    "home": ("city", "county", "region", "neighbourhood", "island"),
}  # fmt: skip
"""Kinds said in words, and the granularities that they fit."""

DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern upper lower downtown greater inner outer mid".split()
)
SITES = frozenset(
    "airport courthouse fairgrounds hospital jail prison stadium arena museum library university college school center centre court "
    "mine causeway church cathedral mosque station port harbor harbour zoo park square mall hotel palace embassy "
    "valley hall plaza market".split()
)
STREETS = frozenset(
    "street st. st avenue ave. ave road rd. boulevard blvd. drive lane court place way terrace highway apartments apartment elementary "
    "middle high turnpike parkway inn motel bar cemetery block clinic store supermarket".split()
)
"""What only stands in a town, and is seldom in a gazetteer."""
_STANDS = frozenset(
    "airport courthouse jail prison stadium arena museum cathedral basilica mosque synagogue temple "
    "station park square hotel palace embassy consulate hall plaza market house tower gate pier opera abbey castle garden gardens theatre "
    "theater quay barracks building institute parliament terminal cafe café restaurant monument memorial mausoleum wharf cinema pavilion "
    "ministry palazzo platz strasse straße quarter".split()
)
"""What only stands in a town or on its edge, by its last word; forts, dams, mines, bases and valleys may be anywhere."""
_STANDS_FIRST = frozenset(
    "palais palacio palácio palazzo place plaza piazza praça rue via avenida calle gare stade estadio estádio stadio largo terreiro teatro "
    "théâtre casa parque parc hotel hôtel pier jardin jardín quai champ champs iglesia église catedral cathedral church mercado".split()
)
"""The same by the first word, in the languages that put it there."""
_STANDS_END = ("platz", "strasse", "straße", "palast", "gade", "gatan", "straat", "plein", "torget")
_TOWNS = frozenset("city town village".split())
_ROADS = frozenset("street st. st avenue ave. ave road rd. rd boulevard blvd. blvd drive lane".split())
_WORKS = frozenset("mine mines colliery quarry camp base ranch farm estate plantation oilfield".split())


SETTLED = frozenset({"city", "neighbourhood", "county", "region", "country"})
"""A river, an airport or a bay is called after one of these without being it."""


def named_kind(text: str) -> tuple[str, str] | None:
    """A name without the kind that it begins or ends with, and the kind ("Guangdong Province", "the city of Van")."""
    words = text.split()
    if len(words) > 1 and words[-1].lower().rstrip(".") in KINDS:
        return " ".join(words[:-1]), words[-1].lower()
    if len(words) > 2 and words[-3].lower() in KINDS and words[-2].lower() == "of":
        return words[-1], words[-3].lower()
    if len(words) > 1 and words[0].lower() in KINDS:
        rest = words[2:] if words[1].lower() == "of" and len(words) > 2 else words[1:]
        return " ".join(rest), words[0].lower()
    return None


def family(toponym: Toponym) -> str:
    """What two names of one town have in common: "Richmond", "Richmond City", "the City of Richmond", "North Richmond"."""
    words = fold(toponym.text).split()
    if len(words) > 2 and words[1] == "of" and words[0] in _TOWNS:
        words = words[2:]
    if len(words) > 1 and words[0] in DIRECTIONS:
        words = words[1:]
    if len(words) > 1 and words[-1] in _TOWNS:
        words = words[:-1]
    return ("~" if toponym.demonym else "") + (" ".join(words) or toponym.text)


def in_town(text: str) -> bool:
    """Whether a name is one of a street, a school or the like: something that lies in the town which the text is about."""
    last = text.rpartition(" ")[2].lower()
    return " " in text and (last in STREETS or last in SITES)


def stands_in_town(text: str) -> bool:
    """Whether a name is that of a building, a square or a street in English or as the languages of Europe have it."""
    words = text.lower().split()
    if words and words[-1].endswith(_STANDS_END):
        return True
    return len(words) > 1 and (words[-1] in _STANDS or words[0] in _STANDS_FIRST)


def is_street(text: str) -> bool:
    """Whether a name is a street's by its last word."""
    return " " in text and text.rpartition(" ")[2].lower() in _ROADS


def site_stem(text: str) -> str | None:
    """What the name of a mine, camp or estate begins with ("San José" of "San José Mine"), which it also goes by; None for others."""
    stem, _, last = text.rpartition(" ")
    return stem if stem and last.lower() in _WORKS else None


def kinds() -> frozenset[str]:
    """The words for kinds of places that the resolver understands."""
    return frozenset(KINDS)
