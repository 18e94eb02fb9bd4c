"""The page's data block: GeoJSON as it is for a story, packed columns for an archive.

A page of many events opens fast only when it need not read all that is known of each: what the map, the time axis, the list and the
filters need stands in columns, every value once (`brief`); quotations follow for the search (`texts`); the rest waits in parts of
`PART` events until one of them is looked at (`details`). Each is JSON, gzip'd, in base64.
"""

import base64
import gzip
import json
import re
from typing import Any

MOST_PLAIN = 2000
PART = 250

_BRIEF = (
    "id order title type status date date_start date_end precision time place place_id admin1 country country_name granularity radius_km "
    "origin actors targets sources salience confidence"
).split()
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def data_block(collection: dict[str, Any]) -> tuple[str, str]:
    """What stands inside the page's `dateline-data` element, and the elements that may follow once the page is there.

    The second is empty up to `MOST_PLAIN` events. Raises ValueError where a number is not finite or a value no JSON.
    """
    features = collection.get("features") or []
    if len(features) <= MOST_PLAIN:
        return json_block(collection), ""
    known = [feature.get("properties") or {} for feature in features]
    head = {"packed": True, "count": len(features), "part": PART, "brief": _packed(_columns(features, known))}
    texts = _packed([properties.get("quote") for properties in known])
    details = [_packed([_rest(one) for one in known[start : start + PART]]) for start in range(0, len(known), PART)]
    return json_block(head), _element("texts", texts) + _element("details", "\n".join(details))


def json_block(value: object) -> str:
    """JSON that no HTML or script parser can take for anything else."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _columns(features: list[dict[str, Any]], known: list[dict[str, Any]]) -> dict[str, Any]:
    columns = {name: _column([properties.get(name) for properties in known]) for name in _BRIEF if name not in ("id", "sources")}
    columns["id"] = [properties.get("id", feature.get("id")) for feature, properties in zip(features, known, strict=True)]
    columns["sources"] = _column([[_unquoted(source) for source in properties.get("sources") or []] for properties in known])
    points = [_point(feature.get("geometry")) for feature in features]
    return columns | {"lon": [lon for lon, _ in points], "lat": [lat for _, lat in points]}


def _column(values: list[Any]) -> list[Any] | dict[str, Any]:
    """Values as a list, or each different one once with the place of each event's among them where that is shorter."""
    keys = [json.dumps(value, ensure_ascii=False, allow_nan=False) for value in values]
    places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    if len(places) * 2 > len(values):
        return values
    return {"values": [json.loads(key) for key in places], "at": [places[key] for key in keys]}


def _point(geometry: dict[str, Any] | None) -> tuple[float | None, float | None]:
    if not geometry or geometry.get("type") != "Point":
        return None, None
    lon, lat = geometry["coordinates"][:2]
    return lon, lat


def _unquoted(source: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in source.items() if name != "quote"}


def _rest(properties: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in properties.items() if name not in _BRIEF and name != "quote" and value is not None}
    if any("quote" in source for source in properties.get("sources") or []):
        rest["sources"] = properties["sources"]
    return rest


def _packed(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), 6, mtime=0)).decode("ascii")


def _element(name: str, text: str) -> str:
    return f'<script type="text/plain" id="dateline-{name}">{text}</script>\n'
