"""A timeline.csv, perhaps edited by a person in a spreadsheet, back to the page's data."""

import calendar
import csv
import io
import re
from typing import Any

from timeline.errors import BadSource
from timeline.export.csv import plain

_PLAIN_DATE = re.compile(r"(-?\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$")
_DAY = re.compile(r"-?\d{4,6}-\d\d-\d\d$")
_STATUSES = ("happened", "ongoing", "planned", "possible", "denied")
_DEFAULT_RADIUS_KM = {"site": 1.0, "neighbourhood": 2.0, "city": 10.0, "county": 30.0, "region": 100.0}

Row = dict[str, str]


def from_csv(text: str) -> dict[str, Any]:
    """The FeatureCollection that a timeline.csv holds, ordered by its `order` column (blank ones last, numbers like 3.5 allowed).

    Commas, semicolons or tabs may separate the cells, and only `title` must be there. Where a person changed `date`
    to a plain day, month or year, `date_start` and `date_end` follow it.

    Raises:
        BadSource: no header, no `title` column, or a cell that cannot be read, with its line.
    """
    rows = _rows(text)
    features = [_feature(line, row) for line, row in rows]
    features.sort(key=lambda feature: (feature["properties"]["order"] is None, feature["properties"]["order"] or 0))
    rank, last = 0, object()
    for feature in features:
        given = feature["properties"]["order"]
        if given is None or given != last:
            rank += 1
        last = given
        feature["properties"]["order"] = rank
    return {"type": "FeatureCollection", "features": features}


def _rows(text: str) -> list[tuple[int, Row]]:
    text = text.removeprefix("\ufeff")
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="")
    names = [name.strip().lower() for name in reader.fieldnames or ()]
    if "title" not in names:
        given = ", ".join(names[:6]) or "nothing"
        raise BadSource(f"no column named title; the first line has {given}; give a timeline.csv with its header")
    reader.fieldnames = names
    found = []
    for row in reader:
        row.pop(None, None)
        cells = {name: plain(cell).strip() for name, cell in row.items()}
        if any(cells.values()):
            found.append((reader.line_num, cells))
    return found


def _feature(line: int, row: Row) -> dict[str, Any]:
    longitude = _number(line, row, "longitude", -180, 180)
    latitude = _number(line, row, "latitude", -90, 90)
    located = longitude is not None and latitude is not None
    event_id = row.get("event_id") or f"line-{line}"
    granularity = row.get("geo_precision") or ("site" if located else None)
    radius = _number(line, row, "radius_km", 0, 20100)
    properties = {
        "id": event_id,
        "order": _number(line, row, "order", -1e12, 1e12),
        "title": row["title"] or row.get("action") or "(no title)",
        "type": row.get("event_type") or "other",
        "status": _status(line, row),
        **_when(line, row),
        "place": row.get("location") or None,
        "place_id": None,
        "admin1": row.get("admin1") or None,
        "country": row.get("country_code") or None,
        "country_name": row.get("country") or None,
        "granularity": granularity,
        "radius_km": radius if radius is not None else _DEFAULT_RADIUS_KM.get(granularity or ""),
        "origin": _origin(line, row),
        "actors": _names(row, "actors"),
        "targets": _names(row, "targets"),
        "action": row.get("action") or None,
        "quantity": row.get("quantity") or None,
        "attributed_to": row.get("attributed_to") or None,
        "quote": row.get("quote", ""),
        "trigger": None,
        "sources": _sources(row),
        "reasons": {key: row[f"why_{key}"] for key in ("date", "place", "order") if row.get(f"why_{key}")},
        "salience": _or(_number(line, row, "salience", 0, 1), 1.0),
        "confidence": _or(_number(line, row, "confidence", 0, 1), 1.0),
    }
    geometry = {"type": "Point", "coordinates": [longitude, latitude]} if located else None
    return {"type": "Feature", "id": event_id, "geometry": geometry, "properties": properties}


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _number(line: int, row: Row, column: str, low: float, high: float) -> float | None:
    cell = row.get(column, "")
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        raise BadSource(f"line {line}: {column} is {cell!r}; it must be a number like 18.5, or blank") from None
    if not low <= value <= high:
        raise BadSource(f"line {line}: {column} is {cell}; it must lie between {low:g} and {high:g}")
    return value


def _status(line: int, row: Row) -> str:
    status = row.get("status", "").lower() or "happened"
    if status not in _STATUSES:
        raise BadSource(f"line {line}: status is {status!r}; it must be one of {', '.join(_STATUSES)}")
    return status


def _when(line: int, row: Row) -> dict[str, str | None]:
    """Dates of a row: `date` decides where it is a plain day, month or year; else `date_start` and `date_end` stand."""
    date = row.get("date", "")
    start, end = row.get("date_start", ""), row.get("date_end", "")
    precision = row.get("date_precision", "")
    days = _days_of(line, date)
    if days and not (start and end and _key(days[0]) <= _key(start) and _key(end) <= _key(days[1])):
        start, end, precision = days
    for column, cell in (("date_start", start), ("date_end", end)):
        if cell and not _DAY.match(cell):
            raise BadSource(f"line {line}: {column} is {cell!r}; it must be a day like 2024-09-05, or blank")
    start, end = start or end, end or start
    if date and not start:
        raise BadSource(f"line {line}: date is {date!r}; write it as 2024-09-05, 2024-09 or 2024, or give date_start and date_end")
    return {
        "date": date or ((start if start == end else f"{start}/{end}") if start else None),
        "date_start": start or None,
        "date_end": end or None,
        "precision": (precision or "day") if start else None,
        "time": row.get("time") or None,
    }


def _key(day: str) -> tuple[int, str]:
    """What days sort by, years before 1 BC too."""
    year, month, rest = day.rsplit("-", 2) if day.count("-") >= 2 else (day, "", "")
    return int(year) if year.lstrip("-").isdecimal() else 0, f"{month}-{rest}"


def _days_of(line: int, date: str) -> tuple[str, str, str] | None:
    """First day, last day and precision of a plain date; None for what is not one."""
    match = _PLAIN_DATE.match(date)
    if not match:
        return None
    year, month, day = match.groups()
    if not month:
        return f"{year}-01-01", f"{year}-12-31", "year"
    if not 1 <= int(month) <= 12:
        return None
    last = calendar.monthrange(2000 + int(year) % 400, int(month))[1]
    if not day:
        return f"{year}-{month}-01", f"{year}-{month}-{last:02}", "month"
    if not 1 <= int(day) <= last:
        raise BadSource(f"line {line}: date is {date!r}; that month has {last} days")
    return f"{year}-{month}-{day}", f"{year}-{month}-{day}", "day"


def _origin(line: int, row: Row) -> dict[str, Any] | None:
    longitude = _number(line, row, "origin_longitude", -180, 180)
    latitude = _number(line, row, "origin_latitude", -90, 90)
    if not row.get("origin") and longitude is None:
        return None
    return {"name": row.get("origin") or "", "longitude": longitude, "latitude": latitude}


def _names(row: Row, column: str) -> list[str]:
    return [name for name in row.get(column, "").split("; ") if name]


def _sources(row: Row) -> list[dict[str, str | None]]:
    """The sources of a row; links and days go with the names where there are as many of them."""
    titles = _names(row, "source")
    urls: list[str | None] = [*_names(row, "source_url")]
    days: list[str | None] = [*_names(row, "published")]
    titles = titles or _names(row, "source_url")
    if len(urls) != len(titles):
        urls = [None] * len(titles)
    if len(days) != len(titles):
        days = [None] * len(titles)
    return [{"title": title, "url": url, "published": day} for title, url, day in zip(titles, urls, days, strict=True)]
