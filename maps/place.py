"""The records of *where*: a place, a candidate reading of a name, a name as a text gave it, and its resolution."""

from dataclasses import dataclass, field
from typing import Literal

Granularity = Literal[
    "site", "neighbourhood", "city", "county", "region", "country", "continent", "sea", "river", "mountain", "island", "other"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place on Earth.

    `country` is ISO 3166-1 alpha-2 (None for seas, continents and the like), `admin1` the first-level region's English
    name, `admin2` the second-level one's. `radius_km` is that of a circle of the place's area: how far off it may be meant.
    `renown` is how many other names the source lists for a town (255 at most): places that are known abroad have many.
    `id` is stable across rebuilds ("geonames:3718426", "iso:HT", "ne:admin1:USA-3521").
    """

    name: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    radius_km: float
    granularity: Granularity
    id: str
    source: str
    population: int = 0
    admin2: str | None = None
    renown: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One reading of a name, its score (higher is likelier; comparable within one name only) and why."""

    place: Place
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name of a place as a text gave it: half-open character offsets and what the words around say of it.

    `containers` are the names that the text puts around it, nearest first ("Nashville, Tenn." gives ("Tenn.",)), `near` one that it
    puts it near ("Maipú, outside Santiago").
    `feature` is a kind said in words ("city", "province", "river", "airport"), `preposition` the word that governs it
    ("in", "near", "off"), `demonym` true for "Kenyan" or "Parisians". `offset_km` and `bearing` hold "50 km south of".
    `sentence` and `paragraph` number what it stands in (None where that is not known): names say most of their neighbours.
    """

    start: int
    end: int
    text: str
    containers: tuple[str, ...] = ()
    near: str | None = None
    feature: str | None = None
    preposition: str | None = None
    demonym: bool = False
    offset_km: float | None = None
    bearing: str | None = None
    sentence: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a toponym was read as: a place or None ("we do not know"), the scored candidates (best first) and why."""

    toponym: Toponym
    place: Place | None
    why: str
    candidates: tuple[Candidate, ...] = field(default=())
