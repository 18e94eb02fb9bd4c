"""Points that a text gives from another place: "50 km south of Kunduz", "Merdeka Palace, Jakarta"."""

import re
from dataclasses import replace

from maps.distance import destination
from maps.place import Place, Toponym

BEARINGS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0, "west": 270.0,
    "northwest": 315.0, "n": 0.0, "ne": 45.0, "e": 90.0, "se": 135.0, "s": 180.0, "sw": 225.0, "w": 270.0, "nw": 315.0,
}  # fmt: skip
"""Degrees clockwise from north by the word without hyphen ("north-east" is read as "northeast")."""


def moved(place: Place, toponym: Toponym) -> Place | None:
    """The point at `offset_km` and `bearing` from a place, with a radius of a tenth of the way; None where no offset was given."""
    direction = BEARINGS.get(re.sub(r"[^a-z]", "", (toponym.bearing or "").lower().removesuffix("ern")))
    if toponym.offset_km is None or direction is None:
        return None
    lat, lon = destination(place.lat, place.lon, direction, toponym.offset_km)
    return replace(
        place,
        name=f"{toponym.offset_km:g} km {toponym.bearing} of {place.name}",
        lat=round(lat, 4),
        lon=round(lon, 4),
        radius_km=round(max(1.0, place.radius_km, toponym.offset_km / 10), 1),
        granularity="other",
        id=f"{place.id}+{toponym.offset_km:g}km-{toponym.bearing}",
        population=0,
        admin2=None,
    )


def is_offset(place: Place) -> bool:
    """Whether a place is a point that `moved` made."""
    return "+" in place.id


def within(toponym: Toponym, outer: Place) -> Place:
    """A place that only the text knows, as unsure as the place that holds it is wide."""
    return replace(outer, name=toponym.text, granularity="site", id=f"{outer.id}/{toponym.text}", population=0)
