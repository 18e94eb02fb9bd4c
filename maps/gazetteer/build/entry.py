"""What the build knows of one place before it is written."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from maps.gazetteer.build import geometry
from maps.gazetteer.folding import fold
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


def apart(new: Iterable[Entry], known: Iterable[Entry], within_km: float) -> list[Entry]:
    """Those of the new entries whose name no known one of the same granularity has near by."""
    at: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in known:
        for name in entry.names:
            at[fold(name), entry.granularity].append(entry)
    return [
        entry
        for entry in new
        if not any(
            geometry.km((other.lat, other.lon), (entry.lat, entry.lon)) < max(within_km, other.radius_km)
            for other in at[fold(entry.name), entry.granularity]
        )
    ]
