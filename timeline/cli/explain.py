"""`dateline explain`: why an event has its date, its place, its status and its order."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from timeline.errors import BadOption, BadSource
from timeline.records import Document, Event, Extraction

_Row = dict[str, Any]


def explain_command(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The event's id, or its number in the order.")],
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="A timeline.json, or an article: then the times in its sentences and the readings that lost are told too.",
        ),
    ],
    published: Annotated[str | None, typer.Option(metavar="DAY", help="The day the article was published on, like 2008-03-01.")] = None,
) -> None:
    """Tell the sentence behind an event and the reasons for its date, place, status and order.

    Example: dateline explain 3 out/timeline.json
    """
    print(explain(event, source, published=published))


def explain(
    event: str, source: str, *, published: str | None = None, opener: Callable[[], Callable[[Document], Extraction]] | None = None
) -> str:
    """The reasons for one event of a timeline.json or of an article, as lines of text.

    Raises:
        BadSource: `source` cannot be read.
        BadOption: it has no such event; the message names those it has.
    """
    path = Path(source)
    if path.suffix == ".json" and path.is_file():
        return "\n".join(_lines(_pick(_events_of(path), event, source), []))
    from timeline.export.json import timeline_json
    from timeline.stories import merge

    extractions = _extractions(source, published, opener)
    timeline = merge(extractions)
    row = _pick(timeline_json(timeline)["events"], event, source)
    whole = next(candidate for candidate in timeline.events if candidate.id == row["id"])
    return "\n".join(_lines(row, [*_times(whole, extractions), *_losers(whole)]))


def _events_of(path: Path) -> list[_Row]:
    try:
        events = json.loads(path.read_text(encoding="utf-8-sig"))["events"]
        return [{**row, "id": str(row["id"]), "order": int(row["order"])} for row in events]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise BadSource(f"{path} is no timeline.json ({error}); one that dateline make wrote would work") from error
    except OSError as error:
        raise BadSource(f"{path} cannot be read ({error.strerror}); a readable file would work") from error


def _extractions(source: str, published: str | None, opener: Callable[[], Callable[[Document], Extraction]] | None) -> list[Extraction]:
    from timeline.cli.make import open_extractor
    from timeline.documents import read

    documents = [item for item in read([source], published=published) if isinstance(item, Document)]
    extract = (opener or open_extractor)()
    return [extract(document) for document in documents]


def _pick(events: list[_Row], wanted: str, source: str) -> _Row:
    for row in events:
        if row["id"] == wanted:
            return row
    for row in events:
        if str(row["order"]) == wanted:
            return row
    some = ", ".join(row["id"] for row in events[:3])
    has = f"it has 1 to {events[-1]['order']}, or ids like {some}" if events else "it has no events at all"
    raise BadOption(f"{source} has no event {wanted}; {has}")


def _lines(row: _Row, losers: list[str]) -> Iterator[str]:
    why = row.get("reasons") or {}
    yield f"{row['order']}. {row.get('title')}   [{row['id']}]"
    for told in row.get("sources") or [row]:
        yield f"   “{told.get('quote')}”"
    yield _part("date", row.get("date") or "unknown", why.get("date"))
    yield _part("place", _place(row.get("place")), why.get("place"))
    if row.get("origin"):
        yield _part("from", _place(row["origin"]), why.get("origin"))
    for name in ("actors", "targets"):
        if row.get(name):
            yield _part(name, "; ".join(actor["name"] for actor in row[name]), why.get("actors") if name == "actors" else None)
    yield _part("status", str(row.get("status")), why.get("status"))
    yield _part("order", str(row["order"]), why.get("order"))
    yield _part("type", str(row.get("type")), f"confidence {row.get('confidence')}, salience {row.get('salience')}")
    yield from losers


def _part(name: str, value: str, why: str | None) -> str:
    return f"   {name:8} {value}" + (f" — {why}" if why else "")


def _place(place: _Row | None) -> str:
    if place is None:
        return "unknown"
    kind = ", ".join(str(place[key]) for key in ("country", "granularity") if place.get(key))
    return f"{place['name']} ({kind})" if kind else f"{place['name']} (not found in the gazetteer)"


def _times(event: Event, extractions: list[Extraction]) -> Iterator[str]:
    """Every expression of time in the sentences that tell of the event: its words, its value, what it counts from and why."""
    told = [
        mention
        for extraction in extractions
        for mention in extraction.times
        for place in event.mentions
        if place.document_id == extraction.document.id and place.quote_start <= mention.start < place.quote_end
    ]
    if told:
        yield "   times in its sentence:"
    for mention in dict.fromkeys(told):
        edtf = mention.interval.edtf if mention.interval else "no date"
        value = mention.value if mention.value == edtf else f"{mention.value} ({edtf})"
        yield f"      {value} — {mention.why}"


def _losers(event: Event) -> Iterator[str]:
    """The readings of the event's place names that were not taken, at most five each."""
    for mention in dict.fromkeys(m for m in (event.place, event.origin) if m is not None):
        others = [candidate for candidate in mention.candidates if candidate.place != mention.place]
        if others:
            yield f"   other readings of “{mention.text}”:"
        for candidate in others[:5]:
            place = candidate.place
            where = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
            yield f"      {where} ({place.granularity}), score {candidate.score:.2f} — {candidate.why}"
