"""How near the program's events come to a story's expected ones: the project's own scorer.

An expected event that is not optional is *found* when the trigger of a predicted one (or more than half of its mentions) overlaps one
of its mentions and is at most two words longer. Of the found ones: *when* the same days are told, *where* the same place (within
50 km for a town or site, 250 km for a region, 900 km for what is larger, the country for a country), *who* one right actor, the right
*status*; a *perfect row* has all four. A date told for an event whose date the text does not give is *invented*. Optional events
neither count nor cost.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tests.quality.days import stretch

Row = Mapping[str, Any]

_ALIKE = (
    {"visit", "travel"}, {"court", "arrest"}, {"attack", "crime"}, {"launch", "business"}, {"sport", "award"}, {"rescue", "aid"},
    {"disaster", "accident"}, {"deployment", "withdrawal"},
)  # fmt: skip
_LIMIT_KM = {"site": 50, "city": 50, "neighbourhood": 50, "region": 250, "county": 250}
_ARTICLES = {"the", "a", "an", "his", "her", "its", "their"}


def figures(stories: Iterable[Row], answers: Mapping[str, Row]) -> dict[str, float]:
    """Every figure, from 0 to 1, over all stories together; `answers` are annotations by document id."""
    tally: Counter[str] = Counter()
    salience: list[tuple[float, bool]] = []
    confidence: list[tuple[float, bool]] = []
    for story in stories:
        predicted = list(answers[story["id"]]["events"])
        _count_story(story, predicted, tally, salience, confidence)
    found = _f1(tally["found"], tally["counted"], tally["expected"])
    perfect = _f1(tally["perfect"], tally["counted"], tally["expected"])
    share = {
        name: tally[f"{name}_right"] / max(1, tally[f"{name}_all"])
        for name in (
            "when",
            "where",
            "where_none",
            "origin",
            "status",
            "type",
            "invented_date",
            "false_date",
            "false_country",
            "order_pairs",
        )
    }
    who = _f1(tally["who_right"], tally["who_told"], tally["who_expected"])
    told = {
        "found": found,
        "perfect_rows": perfect,
        "who": who,
        **share,
        "salience_auc": _auc(salience),
        "confidence_auc": _auc(confidence),
    }
    return {name: round(value, 4) for name, value in told.items()}


def _count_story(
    story: Row, predicted: list[Row], tally: Counter[str], salience: list[tuple[float, bool]], confidence: list[tuple[float, bool]]
) -> None:
    main = [event for event in story["events"] if not event["optional"]]
    optional = [event for event in story["events"] if event["optional"]]
    pairs = _pair(story["text"], main, predicted)
    taken = {id(event) for event in pairs.values()}
    tally["expected"] += len(main)
    for event in main:
        if event["id"] in pairs:
            answer = pairs[event["id"]]
            perfect = _count_row(event, answer, tally)
            confidence.append((answer["confidence"], perfect))
            salience.append((answer["salience"], True))
    tally["counted"] += len(taken)
    for answer in (answer for answer in predicted if id(answer) not in taken):
        if any(_tells(story["text"], answer, event) for event in optional):
            salience.append((answer["salience"], False))
        elif answer["type"] != "statement":
            tally["counted"] += 1
            confidence.append((answer["confidence"], False))
    for event in optional:
        free = (answer for answer in predicted if id(answer) not in taken and _tells(story["text"], answer, event))
        if answer := next(free, None):
            pairs[event["id"]] = answer
    _count_order(story, pairs, tally)


def _count_order(story: Row, pairs: Mapping[str, Row], tally: Counter[str]) -> None:
    optional = {event["id"] for event in story["events"] if event["optional"]}
    for before, after in story["order"]:
        if {before, after} & optional - set(pairs):
            continue
        tally["order_pairs_all"] += 1
        if before in pairs and after in pairs:
            tally["order_pairs_right"] += pairs[before]["order"] < pairs[after]["order"]


def _pair(text: str, expected: list[Row], predicted: list[Row]) -> dict[str, Row]:
    """Expected ids and the predicted events that tell of them, one each: the right place first, then the trigger itself."""
    options = []
    for event in expected:
        for number, answer in enumerate(predicted):
            if _tells(text, answer, event):
                right_place = bool(event["place"]) and _same_place(event["place"], answer["place"])
                on_trigger = _overlap(answer, event["mentions"][0])
                options.append((-(2 * right_place + on_trigger), answer["start"], number, event["id"]))
    pairs: dict[str, Row] = {}
    used: set[int] = set()
    for _, _, number, name in sorted(options):
        if number not in used and name not in pairs:
            used.add(number)
            pairs[name] = predicted[number]
    return pairs


def _tells(text: str, answer: Row, event: Row) -> bool:
    if answer["type"] == "statement" != event["type"]:
        return False
    others = [m for m in answer["mentions"] if (m["start"], m["end"]) != (answer["start"], answer["end"])]
    hits = [any(_overlap(span, mention) and _is_short(text, span, mention) for mention in event["mentions"]) for span in (answer, *others)]
    return hits[0] or 2 * sum(hits) > len(hits)


def _overlap(span: Row, mention: Row) -> bool:
    return bool(span["start"] < mention["end"] and mention["start"] < span["end"])


def _is_short(text: str, span: Row, mention: Row) -> bool:
    return len(text[span["start"] : span["end"]].split()) <= len(mention["text"].split()) + 2


def _count_row(event: Row, answer: Row, tally: Counter[str]) -> bool:
    """Count a found event; whether its row is perfect."""
    tally["found"] += 1
    rights = [
        _count_when(event, answer, tally),
        _count_where(event, answer, tally),
        _count_who(event, answer, tally),
        _same_status(event["status"], answer["status"]),
    ]
    tally["status_all"] += 1
    tally["status_right"] += rights[3]
    tally["type_all"] += 1
    tally["type_right"] += event["type"] == answer["type"] or any({event["type"], answer["type"]} <= group for group in _ALIKE)
    tally["perfect"] += all(rights)
    return all(rights)


def _count_when(event: Row, answer: Row, tally: Counter[str]) -> bool:
    wanted, told = stretch(event["date"]), stretch(answer["date"])
    if wanted is None:
        invented = told is not None and told.length < 4
        tally["invented_date_all"] += 1
        tally["invented_date_right"] += invented
        return not invented
    tally["when_all"] += 1
    tally["when_right"] += wanted == told
    if told is not None:
        tally["false_date_all"] += 1
        tally["false_date_right"] += not wanted.overlaps(told)
    return wanted == told


def _count_where(event: Row, answer: Row, tally: Counter[str]) -> bool:
    if event["origin"]:
        tally["origin_all"] += 1
        tally["origin_right"] += _same_place(event["origin"], answer["origin"])
    wanted, told = event["place"], answer["place"]
    if wanted is None:
        tally["where_none_all"] += 1
        tally["where_none_right"] += told is None
        return told is None
    right = _same_place(wanted, told)
    tally["where_all"] += 1
    tally["where_right"] += right
    if wanted["country"] and told and (told["country"] or told["lat"] is not None):
        tally["false_country_all"] += 1
        tally["false_country_right"] += told["country"] != wanted["country"]
    return right


def _count_who(event: Row, answer: Row, tally: Counter[str]) -> bool:
    wanted = {*event["actors"], *event["targets"]}
    told = {actor["name"].casefold() for actor in (*answer["actors"], *answer["targets"])}
    tally["who_right"] += sum(any(_same_name(name, other) for other in wanted) for name in told)
    tally["who_told"] += len(told)
    tally["who_expected"] += len(wanted)
    agent = not event["actors"] or any(_same_name(name, actor) for actor in event["actors"] for name in told)
    return agent and len(told) <= len(wanted) + 3


def _same_status(wanted: str, told: str) -> bool:
    return wanted == told or {wanted, told} in ({"planned", "possible"}, {"happened", "ongoing"})


def _same_name(told: str, wanted: str) -> bool:
    a, b = ([word for word in re.findall(r"[\w'’-]+", name.casefold()) if word not in _ARTICLES] for name in (told, wanted))
    if not a or not b or len(a) > len(b) + 3:
        return False
    return a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a)


def _same_place(wanted: Row, told: Row | None) -> bool:
    if told is None:
        return False
    on_map = told["lat"] is not None
    if wanted["granularity"] == "country":
        return told["country"] == wanted["country"] and (told["granularity"] == "country" or (on_map and kilometres(wanted, told) <= 50))
    if not on_map:
        return False
    if _LIMIT_KM.get(wanted["granularity"]) == 50 and told["granularity"] in ("country", "continent"):
        return False
    return kilometres(wanted, told) <= _LIMIT_KM.get(wanted["granularity"], 900)


def kilometres(a: Row, b: Row) -> float:
    """Great-circle distance on a sphere of 6371 km."""
    north_a, north_b, east = math.radians(a["lat"]), math.radians(b["lat"]), math.radians(a["lon"] - b["lon"])
    cosine = math.sin(north_a) * math.sin(north_b) + math.cos(north_a) * math.cos(north_b) * math.cos(east)
    return 6371 * math.acos(max(-1.0, min(1.0, cosine)))


def _f1(right: int, told: int, wanted: int) -> float:
    return 2 * right / max(1, told + wanted)


def _auc(scored: list[tuple[float, bool]]) -> float:
    """How often a positive has the higher score than a negative; .5 where one of the two is missing."""
    good = [score for score, positive in scored if positive]
    bad = [score for score, positive in scored if not positive]
    wins = sum((a > b) + (a == b) / 2 for a in good for b in bad)
    return wins / (len(good) * len(bad)) if good and bad else 0.5
