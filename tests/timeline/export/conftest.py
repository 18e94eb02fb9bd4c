"""A small timeline of two articles about a ship aground, and texts that try to be more than text."""

from dataclasses import replace

import pytest

from maps.place import Place
from timeline.records import (
    Document,
    Event,
    EventMention,
    Extraction,
    Interval,
    Participant,
    PlaceMention,
    Problem,
    Reasons,
    Relation,
    Span,
    Timeline,
    TimeMention,
)

FIRST = "The container ship left Port Klang in March. It ran aground near Suez on Tuesday, blocking the canal."
SECOND = "A court in Ismailia has ordered the vessel held, officials said. Tugs had freed it within six days."

SUEZ = Place(
    name="Suez",
    country="EG",
    admin1="Suez",
    lat=29.973714285,
    lon=32.52627,
    radius_km=11.04,
    granularity="city",
    id="geonames:359796",
    source="geonames",
)

HOSTILE = {
    "formula": '=HYPERLINK("http://x.example";"click")',
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(A1:A9)",
    "tab": "\t=1",
    "return": "\r=1",
    "apostrophe": "'=1+1",
    "script": "</script><script>alert(1)</script>",
    "comment": "<!-- <script> --> ]]>",
    "jinja": "{{ 7*7 }} {% off %} {# gone #} {% raw %}",
    "template": "${alert(1)} `backtick` \\u0041 \\",
    "handler": '"><img src=x onerror=alert(1)>',
    "quotes": "He said \"no\", then 'yes', and left; then\nanother line\r\nand more",
    "separators": "one\u2028two\u2029three\u0085four",
    "bidi": "abc\u202edef\u202c مرحبا 東京 🚢",
}


def document(key: str, text: str, **more: object) -> Document:
    fields = {
        "id": key,
        "source": f"{key}.txt",
        "title": f"Story {key}",
        "text": text,
        "published": "2021-03-24",
        "published_basis": "given",
        "language": "en",
        "digest": "0" * 8 + key,
        "url": f"https://news.example/{key}",
    }
    return Document(**(fields | more))


def event(key: str, doc: Document, trigger: str, **more: object) -> Event:
    start = doc.text.index(trigger)
    end = start + len(trigger)
    quote_start = doc.text.rfind(". ", 0, start) + 2 if ". " in doc.text[:start] else 0
    quote_end = doc.text.find(". ", end) + 1 or len(doc.text)
    quote = doc.text[quote_start:quote_end]
    fields = {
        "id": key,
        "document_id": doc.id,
        "type": "accident",
        "action": trigger,
        "trigger": Span(start=start, end=end, text=trigger),
        "mentions": (EventMention(document_id=doc.id, start=start, end=end, quote=quote, quote_start=quote_start, quote_end=quote_end),),
        "title": f"Ship: {trigger}",
        "actors": (Participant(start=0, end=18, name="container ship", actor_id="a1", kind="group"),),
        "targets": (),
        "quantity": None,
        "place": None,
        "places": (),
        "origin": None,
        "interval": None,
        "time_basis": None,
        "time": None,
        "status": "happened",
        "attributed_to": None,
        "salience": 0.51234567,
        "confidence": 0.8,
        "reasons": Reasons(date="‘on Tuesday’ counted back from the publication date 2021-03-24", order="dated"),
        "quote": quote,
    }
    return Event(**(fields | more))


@pytest.fixture
def timeline() -> Timeline:
    one, two = document("one", FIRST), document("two", SECOND, url=None, published=None)
    at = FIRST.index("Suez")
    suez = PlaceMention(start=at, end=at + 4, text="Suez", place=SUEZ, candidates=(), role="location", why="the only large one")
    klang_at = FIRST.index("Port Klang")
    klang = replace(
        suez,
        start=klang_at,
        end=klang_at + 10,
        text="Port Klang",
        role="origin",
        place=replace(SUEZ, name="Port Klang", country="MY", lat=3.0, lon=101.4, id="geonames:1732905"),
    )
    ismailia = PlaceMention(start=11, end=19, text="Ismailia", place=None, candidates=(), role="location", why="two are as likely")
    tuesday = Interval(edtf="2021-03-23", earliest="2021-03-23", latest="2021-03-23", precision="day")
    march = Interval(edtf="2021-03", earliest="2021-03-01", latest="2021-03-31", precision="month")
    told = FIRST.index("on Tuesday")
    when = TimeMention(
        start=told,
        end=told + 10,
        text="on Tuesday",
        type="DATE",
        value="2021-03-23TMO",
        interval=tuesday,
        basis="relative",
        why="counted back",
    )
    left = event("e1", one, "left", type="travel", origin=klang, interval=march, time_basis="stated", order=1)
    aground = event("e2", one, "ran aground", place=suez, places=(suez,), interval=tuesday, time_basis="relative", time=when, order=2)
    freed = event("e3", two, "freed", type="rescue", order=3)
    held = event("e4", two, "ordered", type="court", status="planned", place=ismailia, places=(ismailia,), order=4)
    aground = replace(aground, mentions=(*aground.mentions, *freed.mentions))
    return Timeline(
        documents=(one, two),
        events=(left, aground, freed, held),
        relations=(Relation(before="e2", after="e3", why="tense"),),
        conflicts=(),
        undated=("e3", "e4"),
        problems=(Problem(document_id=None, source="x.bin", reason="not text"),),
    )


@pytest.fixture
def extraction(timeline: Timeline) -> Extraction:
    events = timeline.events[:2]
    places = tuple(mention for one in events for mention in (one.place, one.origin) if mention)
    times = tuple(one.time for one in events if one.time)
    return Extraction(
        document=timeline.documents[0],
        times=times,
        places=places,
        actors=(),
        events=events,
        relations=timeline.relations,
        problems=timeline.problems,
    )


def renamed(mention: PlaceMention | None, text: str) -> PlaceMention | None:
    if mention is None:
        return None
    place = mention.place and replace(mention.place, name=text, admin1=text)
    return replace(mention, text=text, place=place)


@pytest.fixture(params=sorted(HOSTILE))
def hostile(request: pytest.FixtureRequest) -> str:
    return HOSTILE[request.param]


@pytest.fixture
def hostile_timeline(timeline: Timeline, hostile: str) -> Timeline:
    """The timeline with the hostile text in every field that a stranger can fill."""
    text = hostile
    documents = tuple(replace(one, title=text, source=text, text=text + one.text) for one in timeline.documents)
    events = tuple(
        replace(
            one,
            title=text,
            quote=text,
            action=text,
            quantity=text,
            attributed_to=text,
            actors=tuple(replace(actor, name=text) for actor in one.actors),
            place=replace(one.place, text=text, place=one.place.place and replace(one.place.place, name=text, admin1=text))
            if one.place
            else None,
            reasons=Reasons(date=text, place=text, order=text),
        )
        for one in timeline.events
    )
    return replace(timeline, documents=documents, events=events)
