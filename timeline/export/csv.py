"""timeline.csv: one event a row, in order, safe to open in a spreadsheet."""

import csv
import io
import re

from timeline.export.crosswalk import event_type
from timeline.export.sources import country_name, documents_by_id, place_name, rounded, sources_of
from timeline.records import Document, Event, PlaceMention, Timeline

# fmt: off
COLUMNS = [
    "order", "event_id", "date", "date_start", "date_end", "time", "date_precision", "date_basis", "status", "event_type", "title",
    "actors", "targets", "quantity", "action", "location", "admin1", "country", "country_code", "latitude", "longitude", "geo_precision",
    "radius_km", "origin", "origin_latitude", "origin_longitude", "attributed_to", "salience", "n_sources", "source", "source_url",
    "published", "quote", "start", "end", "why_date", "why_place", "why_order", "confidence", "plover", "cameo", "acled",
]
# fmt: on
_DATE = re.compile(r"[-\dX~?%/.; TZ:]+")
_DATES = {"date", "date_start", "date_end", "published"}
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_CLOCK = re.compile(r"T(\d\d(?::\d\d)?)")
_PARTS_OF_DAY = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}

Cell = str | int | float | None


def csv_text(timeline: Timeline, *, excel: bool = False) -> str:
    """The timeline as CSV (RFC 4180, CRLF), one event a row, `excel` with a byte-order mark.

    Text that a spreadsheet would run as a formula gets an apostrophe before it, and so does text that begins with
    apostrophes and then a formula's sign, so that taking off one gives the text back. Numbers and dates stand as they are.
    """
    documents = documents_by_id(timeline)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in timeline.events:
        row = _row(event, sources_of(event, documents))
        writer.writerow([_cell(column, row[column]) for column in COLUMNS])
    return ("\ufeff" if excel else "") + out.getvalue()


def neutral(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> neutral("=1+1"), neutral("1+1")
    ("'=1+1", '1+1')
    """
    return "'" + text if _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """What `neutral` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _cell(column: str, value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return format(value, ".5f").rstrip("0").rstrip(".")
    if isinstance(value, int) or (column in _DATES and _DATE.fullmatch(value)):
        return str(value)
    return neutral(value.replace("\0", "\ufffd"))


def _row(event: Event, sources: list[Document]) -> dict[str, Cell]:
    kind = event_type(event.type)
    interval = event.interval
    return {
        "order": event.order,
        "event_id": event.id,
        "date": interval.edtf if interval else None,
        "date_start": interval.earliest if interval else None,
        "date_end": interval.latest if interval else None,
        "time": time_of_day(event),
        "date_precision": interval.precision if interval else None,
        "date_basis": event.time_basis,
        "status": event.status,
        "event_type": event.type,
        "title": event.title,
        "actors": _joined([actor.name for actor in event.actors]),
        "targets": _joined([actor.name for actor in event.targets]),
        "quantity": event.quantity,
        "action": event.action,
        **_where(event.place),
        **_origin(event.origin),
        "attributed_to": event.attributed_to,
        "salience": rounded(event.salience, 3),
        "n_sources": len(sources),
        "source": _joined([document.source for document in sources]),
        "source_url": _joined([document.url or "" for document in sources]),
        "published": _joined([document.published or "" for document in sources]),
        "quote": event.quote,
        "start": event.trigger.start,
        "end": event.trigger.end,
        "why_date": event.reasons.date,
        "why_place": event.reasons.place,
        "why_order": event.reasons.order,
        "confidence": rounded(event.confidence, 3),
        "plover": kind.plover,
        "cameo": kind.cameo,
        "acled": kind.acled,
    }


def time_of_day(event: Event) -> str | None:
    """The hour ("14" or "14:30") or part of the day ("morning") that the event's TIMEX3 value holds, else None."""
    value = event.time.value if event.time else ""
    clock = _CLOCK.search(value)
    if clock:
        return clock[1]
    return _PARTS_OF_DAY.get(value.rpartition("T")[2]) if "T" in value else None


def _where(mention: PlaceMention | None) -> dict[str, Cell]:
    place = mention.place if mention else None
    return {
        "location": place_name(mention) if mention else None,
        "admin1": place.admin1 if place else None,
        "country": country_name(place.country) if place else None,
        "country_code": place.country if place else None,
        "latitude": rounded(place.lat, 5) if place else None,
        "longitude": rounded(place.lon, 5) if place else None,
        "geo_precision": place.granularity if place else None,
        "radius_km": rounded(place.radius_km, 1) if place else None,
    }


def _origin(mention: PlaceMention | None) -> dict[str, Cell]:
    place = mention.place if mention else None
    return {
        "origin": place_name(mention) if mention else None,
        "origin_latitude": rounded(place.lat, 5) if place else None,
        "origin_longitude": rounded(place.lon, 5) if place else None,
    }


def _joined(names: list[str]) -> str:
    """Each name once, in order, "; " between them."""
    return "; ".join(dict.fromkeys(name for name in names if name))
