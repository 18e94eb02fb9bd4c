"""Events of no story: as many as asked for, the same for the same number, shaped as the page gets them from a timeline."""

import datetime
import random
from typing import Any

TYPES = (
    "visit travel deployment meeting agreement statement election attack protest arrest court disaster accident aid rescue business other"
).split()
GROUPS = ["Harbour Board", "Dockers’ Union", "River Authority", "Northern Fleet", "Free Press Club", "Relief Committee", "City Council"]
VERBS = ["meets", "visits", "warns", "leaves", "returns to", "opens talks in", "closes the port of", "sends aid to", "blames"]
DAY_ZERO = datetime.date(2015, 1, 1)
COUNTRIES = {"HT": (-72.69, 18.93), "KE": (37.82, 0.55), "DO": (-70.5, 18.9), "FR": (2.5, 46.6), "IN": (79.6, 22.9), "BR": (-53.0, -10.8)}


def collection(count: int) -> dict[str, Any]:
    """A FeatureCollection of `count` events over ten years and 4,000 places, as `timeline.export.geojson` makes them."""
    draw = random.Random(count)
    places = [_place(draw, number) for number in range(4000)]
    actors = [f"{draw.choice(GROUPS)} {number}" for number in range(400)]
    days = sorted(draw.randrange(3652) for _ in range(count))
    features = [_feature(draw, number, day, draw.choice(places), actors) for number, day in enumerate(days)]
    return {"type": "FeatureCollection", "features": features}


def _place(draw: random.Random, number: int) -> dict[str, Any]:
    if number % 40 == 0:
        country = draw.choice(list(COUNTRIES))
        lon, lat = COUNTRIES[country]
        return {
            "place": country,
            "place_id": f"iso:{country}",
            "country": country,
            "granularity": "country",
            "radius_km": 400.0,
            "at": [lon, lat],
        }
    lon, lat = draw.gauss(draw.choice([-95, -60, 10, 35, 78, 115]), 12), draw.gauss(draw.choice([-15, 20, 38, 50]), 7)
    grain = draw.choice(["city", "city", "city", "site", "neighbourhood"])
    name = f"{draw.choice(['Port', 'Fort', 'Lake', 'Mount', 'New'])} {draw.choice(['Alder', 'Birch', 'Cedar', 'Elm', 'Oak'])} {number}"
    radius = {"city": 8.0, "site": 0.2, "neighbourhood": 1.5}[grain]
    return {"place": name, "place_id": f"made:{number}", "granularity": grain, "radius_km": radius, "at": [round(lon, 5), round(lat, 5)]}


def _feature(draw: random.Random, number: int, day: int, place: dict[str, Any], actors: list[str]) -> dict[str, Any]:
    kind, actor, target = draw.choice(TYPES), draw.choice(actors), draw.choice(actors)
    verb = draw.choice(VERBS)
    day_iso = (DAY_ZERO + datetime.timedelta(days=day)).isoformat()
    dated, mapped = draw.random() < 0.85, draw.random() < 0.8
    quote = f"The {actor} {verb} {place['place']}, the {target} said, as {draw.randrange(2, 900)} people waited for word on the quay."
    first = quote.index(verb)
    where = {key: value for key, value in place.items() if key != "at"} if mapped else {}
    properties = {
        "id": f"e{number}",
        "order": number + 1,
        "title": f"{actor} {verb} {place['place']}",
        "type": kind,
        "status": draw.choices(["happened", "ongoing", "planned", "possible", "denied"], [80, 5, 8, 4, 3])[0],
        "date": day_iso if dated else None,
        "date_start": day_iso if dated else None,
        "date_end": day_iso if dated else None,
        "precision": "day" if dated else None,
        **where,
        "origin": None,
        "actors": [actor],
        "targets": [target],
        "action": verb,
        "quote": quote,
        "trigger": [first, first + len(verb)],
        "sources": [{"title": f"Report {number // 20}", "url": f"https://news.example/{number // 20}", "published": day_iso}],
        "reasons": {
            "date": f"the day {day_iso} stands in the sentence" if dated else "no words tell when",
            "place": f"“{place['place']}” is the only place of the sentence" if mapped else "no place is named",
            "order": "by its date" if dated else "by its place in the text, which is only plausible",
        },
        "salience": round(draw.random(), 3),
        "confidence": round(0.4 + 0.6 * draw.random(), 3),
    }
    geometry = {"type": "Point", "coordinates": place["at"]} if mapped else None
    return {"type": "Feature", "id": properties["id"], "geometry": geometry, "properties": properties}
