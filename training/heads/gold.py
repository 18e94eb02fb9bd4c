"""Annotated events to sentences of the project's own words, with the columns of `training.heads.drafts`: one value a word in each."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from random import Random
from typing import Any

from timeline.errors import MissingAsset
from timeline.language import English, load
from timeline.language.sentences import segments
from timeline.language.signals import STATUSES
from timeline.language.tokens import tokenise
from timeline.records import Document, TimeMention
from timeline.times import find_times, from_edtf
from training.convert import Sentence
from training.heads import written
from training.heads.drafts import Draft, Links, draft
from training.paths import ROOT

GOLD = ROOT / ".." / "shared" / "gold"
NOT_DENIED = "|".join(STATUSES[:4])
NEVER_TRAINED = frozenset({"haiti-2024"})
LONGEST_PLACE, LONGEST_SENTENCE = 4, 110
HELD_OUT = 5
SEED = 20261124
VERB_WEIGHT, OTHER_STYLE = 0.25, 0.3
_PRONOUNS = frozenset("i you he she it we they him her them us me who whom which that this these those what".split())
_AFTER_HEAD = frozenset("of in at for to from with by on near between who which that , ( - –".split())
_TRAVELS = frozenset({"travel", "visit", "deployment", "withdrawal"})


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of one set under gold/events."""
    return [json.loads(line) for line in (GOLD / "events" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def ecbplus(documents: Iterable[dict[str, Any]]) -> Iterator[Sentence]:
    """Fully annotated sentences of ECB+: every action is a mention; occurrences are what a story would tell, reports and states may be."""
    for document in documents:
        for sentence in document["sentences"]:
            if not sentence["selected"]:
                continue
            one = draft(document["text"], sentence["start"], sentence["end"], weight=OTHER_STYLE)
            for mention in document["mentions"]:
                if mention["kind"] != "action" or mention["sentence"] != sentence["n"]:
                    continue
                covered = one.at(mention["start"], mention["end"])
                occurs = mention["tag"].endswith("ACTION_OCCURRENCE")
                one.mark("mention", covered)
                one.mark("story", covered, marked=occurs)
                if covered and mention["tag"].startswith("NEG"):
                    one.columns["factuality"][covered[0]] = "denied"
                elif covered and occurs:
                    one.columns["factuality"][covered[0]] = NOT_DENIED
            yield one.columns


def meantime(documents: Iterable[dict[str, Any]]) -> Iterator[Sentence]:
    """Headlines and sentences 2 to 5 of MEANTIME, where all is annotated; sentence 1 is the date."""
    for document in documents:
        for number, start, end in document["sent_spans"]:
            if number == 0 or 2 <= number <= 5:
                one = draft(document["text"], start, end, weight=OTHER_STYLE)
                for event in document["events"]:
                    if event["sentence"] == number:
                        _meantime_event(one, event, document)
                yield one.columns


def _meantime_event(one: Draft, event: dict[str, Any], document: dict[str, Any]) -> None:
    covered = one.at(event["start"], event["end"])
    if not covered:
        return
    if event["text"].lower() in _PRONOUNS:
        one.mark("mention", covered, marked=False)
        one.mark("story", covered, marked=False)
        return
    one.mark("mention", covered)
    if event.get("cls") != "GRAMMATICAL":
        told = event.get("cls") == "OTHER" and event.get("pos") == "VERB" and event.get("tense") not in ("PRESENT", None)
        one.mark("story", covered, marked=told)
    one.columns["factuality"][covered[0]] = meantime_status(event)
    if links := _meantime_links(one, event, document):
        one.link(covered[0], links)


def meantime_status(event: dict[str, Any]) -> str:
    """MEANTIME's time, certainty and polarity as the statuses they leave open."""
    certainty, time = event.get("certainty"), event.get("time")
    if event.get("polarity") == "NEG":
        return "denied"
    if certainty in ("POSSIBLE", "PROBABLE", "UNDERSPECIFIED"):
        return "possible"
    if certainty != "CERTAIN" or time not in ("FUTURE", "NON_FUTURE"):
        return "-"
    if time == "FUTURE":
        return "planned"
    if "PROGRESSIVE" in str(event.get("aspect")):
        return "ongoing"
    now = event.get("tense") == "PRESENT" and event.get("aspect") == "NONE" and event["sentence"] > 0
    return "happened|ongoing" if now else "happened"


def _meantime_links(one: Draft, event: dict[str, Any], document: dict[str, Any]) -> Links:
    names = {"Arg0": "agent", "Arg1": "patient", "Argm-LOC": "place"}
    spans = {thing["m_id"]: thing for thing in document["entities"] + document["timexes"]}
    links: Links = {}
    roles = [r for r in document["roles"] if r["event"] == event["m_id"]]
    if roles:
        links = {"agent": [[], []], "patient": [[], []], "place": [[], []]}
    for role in roles:
        thing = spans.get(role["participant"])
        covered = one.at(thing["start"], thing["end"]) if thing and thing["sentence"] == event["sentence"] else []
        if role["role"] not in names:
            links["patient"][1] += covered
        elif role["role"] == "Argm-LOC" and len(covered) <= LONGEST_PLACE:
            links["place"][0] += covered
        else:
            head = [_head(one, covered)] if covered else []
            links[names[role["role"]]][0] += head
            links[names[role["role"]]][1] += [i for i in covered if i not in head]
    inside = {("IS_INCLUDED", "source"), ("SIMULTANEOUS", "source"), ("INCLUDES", "target"), ("SIMULTANEOUS", "target")}
    for link in document["tlinks"]:
        for own, other in (("source", "target"), ("target", "source")):
            thing = spans.get(link[other])
            if link[own] == event["m_id"] and thing and "type" in thing:
                links.setdefault("time", [[], []])
                if (link["reltype"], own) in inside and thing["sentence"] == event["sentence"]:
                    links["time"][0] += one.at(thing["start"], thing["end"])
    return links


def _head(one: Draft, covered: list[int]) -> int:
    """The head of a noun phrase without a tree: the last word before what only narrows it down."""
    words = [one.columns["words"][i].lower() for i in covered]
    for number in range(1, len(covered)):
        if words[number] in _AFTER_HEAD:
            return covered[number - 1]
    return covered[-1]


def eventplace(documents: Iterable[dict[str, Any]]) -> Iterator[Sentence]:
    """Sentences with one verb (or several) whose place is known; of the other words nobody says whether they are events."""
    for text, group in groupby(sorted(documents, key=lambda d: str(d["text"])), key=lambda d: str(d["text"])):
        one = draft(text, 0, len(text), default="-", weight=VERB_WEIGHT)
        for row in group:
            covered = one.at(row["verb"]["start"], row["verb"]["end"])
            if covered:
                places = [i for place in row["locations"] for i in one.at(place["start"], place["end"])]
                one.link(covered[0], {"place": [places, []]})
                for column in ("mention", "story"):
                    one.columns[column][covered[0]] = "B"
        yield one.columns


def stories() -> list[dict[str, Any]]:
    """The stories that a model may learn from."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "stories").glob("*.json"))]
    return [story for story in found if story["id"] not in NEVER_TRAINED]


def story_sentences(documents: Iterable[dict[str, Any]]) -> Iterator[Sentence]:
    """All sentences of stories: events that a story tells are marked, all other words are none; corpora might mark more."""
    for document in documents:
        text = document["text"]
        words = tokenise(text)
        times = _times(document)
        for part in segments(text, words):
            one = Draft(text=text, spans=words[part.first : part.last], default="O", weight=1.0)
            one.columns["mention"] = ["-"] * len(one.spans)
            for event in document["events"]:
                for mention in event["mentions"]:
                    if covered := one.at(mention["start"], mention["end"]):
                        _story_mention(one, event, covered, times)
            yield one.columns


@cache
def _english() -> English | None:
    """The shipped model, from whose trees the tense of a sentence is known; None while there is none."""
    try:
        return load()
    except MissingAsset:
        return None


def _times(story: dict[str, Any]) -> tuple[TimeMention, ...]:
    """The times that the text tells, as the program reads them."""
    english = _english()
    if english is None:
        return ()
    document = Document(
        id=story.get("id", ""), source="", title=story.get("title"), text=story["text"], published=story.get("published"),
        published_basis="given", language="en", digest="",
    )  # fmt: skip
    return find_times(english.parse(document))


def _story_times(one: Draft, event: dict[str, Any], times: Sequence[TimeMention]) -> list[list[int]]:
    """The words of the times that give the event its date; where none does though it has one, those of all times are unsaid."""
    here = [(one.at(t.start, t.end), t.interval) for t in times]
    if not event.get("date"):
        return [[], []]
    wanted = from_edtf(event["date"])
    found = [i for at, told in here if told and (told.earliest, told.latest) == (wanted.earliest, wanted.latest) for i in at]
    return [found, [] if found else [i for at, _ in here for i in at]]


def _story_mention(one: Draft, event: dict[str, Any], covered: list[int], times: Sequence[TimeMention]) -> None:
    one.mark("story", covered)
    one.mark("mention", covered)
    trigger = covered[0]
    one.columns["factuality"][trigger] = event["status"]
    one.columns["types"][trigger] = event["type"]
    links: Links = {"place": _story_place(one, event["place"]), "origin": _story_place(one, event["origin"])}
    if times:
        links["time"] = _story_times(one, event, times)
    if event["type"] in _TRAVELS or event["origin"]:
        links["destination"] = links["place"]
    else:
        links["destination"] = [[], []]
    patients = event["targets"]
    links |= {"agent": _story_actors(one, [a for a in event["actors"] if a not in patients]), "patient": _story_actors(one, patients)}
    one.link(trigger, {role: pair for role, pair in links.items() if pair is not None})


def _find(one: Draft, phrase: str) -> list[int]:
    """The words of the first place in the sentence where the phrase stands."""
    words, wanted = one.columns["words"], [phrase[a:b] for a, b in tokenise(phrase)]
    for start in range(len(words) - len(wanted) + 1):
        if wanted and words[start : start + len(wanted)] == wanted:
            return list(range(start, start + len(wanted)))
    return []


def _story_place(one: Draft, place: dict[str, Any] | None) -> list[list[int]]:
    """The place's words; a name behind its comma ("Nairobi, Kenya") is neither right nor wrong."""
    covered = _find(one, place["text"]) if place and place.get("text") else []
    words = one.columns["words"]
    unsaid = []
    if covered and covered[-1] + 2 < len(words) and words[covered[-1] + 1] == ",":
        i = covered[-1] + 2
        while i < len(words) and words[i][:1].isupper():
            unsaid.append(i)
            i += 1
    return [covered, unsaid]


def _story_actors(one: Draft, names: list[str]) -> list[list[int]] | None:
    """The heads of the actors' phrases, their other words and all pronouns unsaid; None where an actor goes by another name here."""
    words = one.columns["words"]
    filled, unsaid = [], [i for i, word in enumerate(words) if word.lower() in _PRONOUNS]
    for name in names:
        covered = _find(one, name) or _find(one, name.split()[-1])
        if not covered:
            return None
        head = _head(one, covered)
        filled.append(head)
        unsaid += [i for i in covered if i != head]
    return [filled, unsaid]


def split() -> tuple[dict[str, list[Sentence]], dict[str, list[Sentence]]]:
    """Sentences to train on and sentences held out, by set; topics, documents and texts are never in both."""
    ecb, mean, place = rows("ecbplus-dev"), rows("meantime-dev"), rows("eventplace-dev")
    topics, names, texts = (sorted({d[key] for d in data}) for data, key in ((ecb, "topic"), (mean, "id"), (place, "text")))
    told, ours = stories(), written.stories()
    out = {
        "ecbplus": (ecbplus, ecb, "topic", _held(topics)),
        "meantime": (meantime, mean, "id", _held(names)),
        "eventplace": (eventplace, place, "text", _held(texts)),
        "stories": (story_sentences, told, "id", _held([s["id"] for s in told])),
        "written": (story_sentences, ours, "id", written.held_out()),
    }
    train = {n: _short(read([d for d in data if d[key] not in held])) for n, (read, data, key, held) in out.items()}
    dev = {n: _short(read([d for d in data if d[key] in held])) for n, (read, data, key, held) in out.items()}
    return train, dev


def _held(keys: list[Any]) -> set[Any]:
    return set(Random(SEED).sample(keys, -(-len(keys) // HELD_OUT)))


def _short(sentences: Iterable[Sentence]) -> list[Sentence]:
    return [s for s in sentences if 0 < len(s["words"]) <= LONGEST_SENTENCE]
