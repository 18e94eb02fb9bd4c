"""Event types in other people's code books: PLOVER, CAMEO and ACLED."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One event type: its plain label, its definition and the codes it may be one of ("; " between several, "" where none fits)."""

    type: str
    label: str
    definition: str
    plover: str
    cameo: str
    acled: str
    schema_org: str


@cache
def event_types() -> dict[str, EventType]:
    """All event types by name, in the order of the data file."""
    rows = json.loads(files("timeline").joinpath("event_types.json").read_text(encoding="utf-8"))
    return {row["type"]: EventType(**row) for row in rows}


def event_type(name: str) -> EventType:
    """The type of that name; "other" for a name that is none of ours."""
    types = event_types()
    return types.get(name, types["other"])
