"""How far apart two places are."""

import math

from maps.place import Place

EARTH_KM = 6371.0088


def distance_km(a: Place, b: Place) -> float:
    """Kilometres from centre to centre on a sphere of 6,371 km (error up to 0.5 %)."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def destination(lat: float, lon: float, bearing_deg: float, km: float) -> tuple[float, float]:
    """The point that lies `km` from a point in a direction (degrees clockwise from north)."""
    arc, course, lat1 = km / EARTH_KM, math.radians(bearing_deg), math.radians(lat)
    lat2 = math.asin(math.sin(lat1) * math.cos(arc) + math.cos(lat1) * math.sin(arc) * math.cos(course))
    east = math.atan2(math.sin(course) * math.sin(arc) * math.cos(lat1), math.cos(arc) - math.sin(lat1) * math.sin(lat2))
    return math.degrees(lat2), (lon + math.degrees(east) + 540) % 360 - 180
