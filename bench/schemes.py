"""Measures the coarse types of events on snippets of two foreign schemes: CASE 2021 (ACLED-like) and PLOVER.

usage: python bench/schemes.py [--errors N]

A snippet's event is the one whose trigger the annotators named (PLOVER), or the most salient one (CASE 2021, where nobody named a word;
statements only where nothing else is told). It is right where its type is among those that stand for the label in the crosswalk of
timeline/event_types.json, told here by label. Reads ../shared/gold and trains nothing.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from timeline.pipeline import Pipeline, open_pipeline
from timeline.records import Document, Event

GOLD = Path(__file__).parents[2] / "shared" / "gold" / "events"
_ARMED = frozenset({"attack", "crime", "death"})
_TALKS = frozenset({"meeting", "visit", "agreement", "statement", "travel"})
_CROWD = frozenset({"protest"})
CASE2021 = {
    **dict.fromkeys(
        "ARMED_CLASH GRENADE AIR_STRIKE CHEM_WEAP SUIC_BOMB ART_MISS_ATTACK ATTACK ATTRIB REM_EXPLOS SEX_VIOL ABDUCT_DISSAP "
        "PROPERTY_DISTRUCT GOV_REGAINS_TERIT NON_STATE_ACTOR_OVERTAKES_TER".split(),
        _ARMED,
    ),
    "FORCE_AGAINST_PROTEST": _ARMED | _CROWD | {"arrest"},
    "MOB_VIOL": _ARMED | _CROWD,
    **dict.fromkeys(("PEACE_PROTEST", "VIOL_DEMONSTR", "PROTEST_WITH_INTER"), _CROWD),
    "MAN_MADE_DISASTER": frozenset({"accident", "disaster", "death", "rescue"}),
    "NATURAL_DISASTER": frozenset({"disaster", "health", "death", "rescue"}),
    "ORG_CRIME": frozenset({"crime", "arrest", "court", "attack", "death"}),
    "ARREST": frozenset({"arrest", "court"}),
    "DISR_WEAP": frozenset({"withdrawal", "arrest", "attack", "rescue", "crime"}),
    "DIPLO": _TALKS,
    "AGREEMENT": frozenset({"agreement", "meeting"}),
    "NON_VIOL_TERRIT_TRANSFER": frozenset({"withdrawal", "travel", "deployment", "agreement"}),
    "HQ_ESTABLISHED": frozenset({"deployment", "construction", "launch", "closure"}),
    "CHANGE_TO_GROUP_ACT": frozenset({"appointment", "deployment", "withdrawal", "agreement", "launch", "travel"}),
}
PLOVER = {
    **dict.fromkeys(("REQUEST", "REJECT", "THREATEN"), frozenset({"statement"})),
    "ACCUSE": frozenset({"statement", "court"}),
    "SUPPORT": frozenset({"statement", "agreement", "meeting"}),
    "AGREE": frozenset({"agreement"}),
    "COOPERATE": frozenset({"agreement", "business", "aid"}),
    "CONSULT": frozenset({"meeting", "visit", "travel"}),
    "CONCEDE": frozenset({"withdrawal", "agreement", "statement", "appointment"}),
    "AID": frozenset({"aid", "rescue"}),
    "PROTEST": _CROWD,
    "SANCTION": frozenset({"sanction", "closure", "withdrawal"}),
    "MOBILIZE": frozenset({"deployment"}),
    "COERCE": frozenset({"arrest", "sanction", "closure", "law", "withdrawal", "crime"}),
    "ASSAULT": _ARMED,
    "RETREAT": frozenset({"withdrawal", "appointment"}),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    pipeline = open_pipeline()
    for name, table, key in (("case2021-dev", CASE2021, "label"), ("plover-dev", PLOVER, "event")):
        rows = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        told = _told([row for row in rows if row[key] in table], key, pipeline)
        right = {label: sum(count for kind, count in kinds.items() if kind in table[label]) for label, kinds in told.items()}
        wrong = {label: kinds.total() - right[label] for label, kinds in told.items()}
        print(f"{name}: {sum(right.values()) / sum(kinds.total() for kinds in told.values()):.3f}")
        for label in sorted(wrong, key=lambda label: -wrong[label])[: options.errors]:
            print(f"  {label}: {wrong[label]} wrong;", ", ".join(f"{kind} {count}" for kind, count in told[label].most_common(6)))


def _told(rows: list[dict[str, Any]], key: str, pipeline: Pipeline) -> dict[str, Counter[str]]:
    """By label, how often which type was told."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        document = Document(
            id=row["id"], source=row["id"], title=None, text=row["text"], published="2017-06-01", published_basis="given",
            language="en", digest=row["id"],
        )  # fmt: skip
        event = _chosen(pipeline.extract(document).events, (row.get("event_text") or "").lower().split())
        told[row[key]][event.type if event else "nothing"] += 1
    return told


def _chosen(events: tuple[Event, ...], words: list[str]) -> Event | None:
    """The event whose trigger is the first of the annotators' words that is one; else the most salient, acts before statements."""
    for word in words:
        for event in events:
            if word in event.trigger.text.lower().split():
                return event
    acts = [event for event in events if event.type != "statement"]
    return max(acts or events, key=lambda e: (e.salience, -e.trigger.start), default=None)


if __name__ == "__main__":
    main()
