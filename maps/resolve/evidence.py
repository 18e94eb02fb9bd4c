"""What the names of a document, taken together, say of where it is set: sums by country, by region and by cell of the globe."""

import math
from collections import defaultdict
from typing import Protocol, TypeVar

from maps.place import Place
from maps.resolve import weights

CELL_DEG = 1.2
"""About 130 km: a place's own cell and the eight around it are "near"."""
K = TypeVar("K")
NATIONS = frozenset({"GB"})
"""Countries whose first-level regions are nations (England): to lie in the same one says no more than the country does."""
AREAS = ("country", "continent", "sea", "river", "mountain", "other")


class _Readings(Protocol):
    family: str
    places: list[Place]
    likely: list[float]
    count: int
    within: bool
    beside: list[int]


class Evidence:
    """Sums of how likely the names' readings are, so that each name can be asked about all others in constant time.

    Names of one family ("Richmond", "the City of Richmond", "North Richmond") are no evidence for one another.
    """

    def __init__(self) -> None:
        self._all = _Sums()
        self._own: list[_Sums] = []
        self._families: dict[str, _Sums] = {}
        self._countries: list[dict[str, float]] = []
        self._beside: list[list[int]] = []
        self._told: dict[int, dict[str, float]] = {}
        self._chance: list[float] = []

    def add(self, group: _Readings) -> None:
        """Count one name's readings; names are numbered in the order in which they are added."""
        weight = 1 + math.log(group.count)
        own = _Sums()
        self._own.append(self._families.setdefault(group.family, _Sums()))
        self._beside.append(group.beside)
        self._chance.append(weights.CHANCE + weights.NAMESAKES * math.log2(1 + len(group.places)))
        self._countries.append(own.country)
        if group.within:
            return
        for place, likely in zip(group.places, group.likely, strict=True):
            if likely > 0.01:
                own.add(place, likely, weight)
        self._own[-1].merge(own)
        self._all.merge(own)

    def _near_by(self, number: int) -> dict[str, float]:
        """How many of the names beside this one lie in each country."""
        if number not in self._told:
            told: dict[str, float] = defaultdict(float)
            for other in self._beside[number]:
                for country, likely in self._countries[other].items():
                    told[country] += min(1.0, likely)
            self._told[number] = told
        return self._told[number]

    def unlisted(self, number: int) -> float:
        """What all other names add to a place that the gazetteer does not hold: it may lie in the country that most of them mean."""
        own, total = self._own[number], self._all
        others = total.weight - own.weight
        most = max((value - own.country[code] for code, value in total.country.items()), default=0.0)
        share = most / (others + 0.5)
        beside = max(self._near_by(number).values(), default=0.0)
        return weights.UNLISTED * (weights.COUNTRY * max(0.0, 1.5 * share - 0.5) + weights.BESIDE * beside / (beside + 0.5))

    def share(self, country: str) -> float:
        """Of all names, weighted by how often they stand, those that lie in a country (ISO 3166-1 alpha-2)."""
        return self._all.country.get(country, 0.0) / (self._all.weight or 1.0)

    def support(self, place: Place, number: int) -> float:
        """What all names but that of this number add to a reading."""
        return sum(self.parts(place, number).values())

    def parts(self, place: Place, number: int) -> dict[str, float]:
        """The same, told apart: country, region, county, near, beside (in the country of the names next to it)."""
        own, total = self._own[number], self._all
        if place.country is None:
            return {"country": 0.0, "region": 0.0, "county": 0.0, "near": 0.0, "beside": 0.0}
        others = total.weight - own.weight
        country = (total.country[place.country] - own.country[place.country]) / (others + 0.5)
        key = _region(place)
        region = total.region[key] - own.region[key] if key else 0.0
        partner = _county(place, other=True)
        county = total.counties[partner] - own.counties[partner] if partner else 0.0
        beside = self._near_by(number).get(place.country, 0.0)
        near = 0.0
        if place.granularity not in AREAS:
            row, column = _cell(place)
            near = sum(
                total.cells[cell] - own.cells[cell]
                for cell in ((row + y, (column + x) % _AROUND) for y in (-1, 0, 1) for x in (-1, 0, 1))
                if cell in total.cells
            )
        return {
            "country": weights.COUNTRY * country,
            "region": weights.REGION * _concurring(region, self._chance[number]),
            "county": weights.COUNTY * min(1.0, county),
            "near": weights.NEAR * _concurring(near, self._chance[number]),
            "beside": weights.BESIDE * beside / (beside + 0.5),
        }


def _concurring(names: float, chance: float) -> float:
    """What so many names count that lie together: one alone may be chance, two seldom are; never more than `ENOUGH`."""
    return min(weights.ENOUGH, names * names / (names + chance)) if names > 0 else 0.0


class _Sums:
    def __init__(self) -> None:
        self.weight = 0.0
        self.country: dict[str, float] = defaultdict(float)
        self.region: dict[tuple[str, str], float] = defaultdict(float)
        self.counties: dict[tuple[str, str, str, bool], float] = defaultdict(float)
        self.cells: dict[tuple[int, int], float] = defaultdict(float)

    def add(self, place: Place, likely: float, weight: float) -> None:
        self.weight += weight * likely
        if place.country:
            self.country[place.country] += weight * likely
        if key := _region(place):
            self.region[key] += likely
        if county := _county(place):
            self.counties[county] += likely
        if place.granularity not in AREAS and place.radius_km < 150:
            self.cells[_cell(place)] += likely

    def merge(self, other: "_Sums") -> None:
        self.weight += other.weight
        _merge(self.country, other.country)
        _merge(self.region, other.region)
        _merge(self.counties, other.counties)
        _merge(self.cells, other.cells)


def _merge(mine: dict[K, float], theirs: dict[K, float]) -> None:
    for key, value in theirs.items():
        mine[key] += value


_AROUND = math.ceil(360 / CELL_DEG)


def _cell(place: Place) -> tuple[int, int]:
    return math.floor(place.lat / CELL_DEG), math.floor((place.lon + 180) / CELL_DEG) % _AROUND


def _county(place: Place, *, other: bool = False) -> tuple[str, str, str, bool] | None:
    """County by country, region and name, and whether the place is the county itself (`other`: the key of what would go with it)."""
    if place.country is None or place.admin1 is None:
        return None
    itself = place.granularity == "county"
    name = place.name if itself else place.admin2
    return (place.country, place.admin1, name, itself != other) if name else None


def _region(place: Place) -> tuple[str, str] | None:
    if place.country is None:
        return None
    if place.country in NATIONS:
        return (place.country, place.admin2) if place.admin2 else None
    if place.granularity == "region":
        return place.country, place.name
    return (place.country, place.admin1) if place.admin1 else None
