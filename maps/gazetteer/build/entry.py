"""What the build knows of one place before it is written."""

from dataclasses import dataclass, field

from maps.place import Granularity


@dataclass(slots=True, kw_only=True)
class Entry:
    """One place with its names. `rank` orders places of one name; other names count `OTHER_NAME` of it.

    `renown`: how many other names the source lists, in all scripts.
    """

    id: str
    name: str
    lat: float
    lon: float
    radius_km: float
    granularity: Granularity
    source: str
    rank: float
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    renown: int = 0
    names: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)


OTHER_NAME = 0.03
"""A name that GeoNames lists among others may be a village's spelling in another language."""
