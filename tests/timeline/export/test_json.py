import json

from timeline.export import annotation, geojson, json_text

EVENT_KEYS = [
    "id",
    "start",
    "end",
    "text",
    "mentions",
    "type",
    "title",
    "status",
    "attributed_to",
    "quantity",
    "actors",
    "targets",
    "place",
    "places",
    "origin",
    "date",
    "earliest",
    "latest",
    "time_basis",
    "order",
    "salience",
    "confidence",
    "reasons",
    "quote",
]


def test_annotation_has_exactly_the_keys_of_the_contract(extraction):
    line = annotation(extraction)
    assert list(line) == ["id", "times", "places", "actors", "events", "relations", "problems"]
    assert list(line["times"][0]) == ["start", "end", "text", "type", "value", "edtf", "basis", "why"]
    assert list(line["places"][0]) == ["start", "end", "text", "name", "country", "lat", "lon", "granularity", "id", "why"]
    assert list(line["events"][0]) == EVENT_KEYS
    assert list(line["events"][1]["place"]) == ["start", "end", "name", "country", "lat", "lon", "granularity"]
    assert line["relations"] == [{"before": "e2", "after": "e3", "why": "tense"}]
    json.dumps(line)


def test_offsets_point_into_the_text(extraction):
    text = extraction.document.text
    line = annotation(extraction)
    for span in [*line["times"], *line["places"], *line["events"]]:
        assert text[span["start"] : span["end"]] == span["text"]


def test_mentions_in_an_annotation_are_those_of_its_document(extraction):
    assert len(annotation(extraction)["events"][1]["mentions"]) == 1


def test_a_place_not_resolved_has_null_coordinates(timeline):
    held = json.loads(json_text(timeline))["events"][3]
    assert held["place"]["name"] == "Ismailia"
    assert held["place"]["lat"] is None
    assert held["place"]["lon"] is None


def test_timeline_json_names_documents_mentions_and_sources(timeline):
    data = json.loads(json_text(timeline))
    assert list(data) == ["documents", "events", "relations", "conflicts", "problems"]
    assert list(data["documents"][0]) == ["id", "title", "url", "published", "digest"]
    aground = data["events"][1]
    assert [mention["document_id"] for mention in aground["mentions"]] == ["one", "two"]
    assert [source["quote"] for source in aground["sources"]] == [
        "It ran aground near Suez on Tuesday, blocking the canal.",
        "Tugs had freed it within six days.",
    ]


def test_geojson_is_rfc_7946_with_longitude_first(timeline):
    collection = geojson(timeline)
    aground = collection["features"][1]
    assert aground["geometry"] == {"type": "Point", "coordinates": [32.52627, 29.97371]}
    assert collection["features"][3]["geometry"] is None
    assert "crs" not in collection


def test_geojson_marks_the_trigger_in_the_quote(timeline):
    for feature in geojson(timeline)["features"]:
        start, end = feature["properties"]["trigger"]
        assert "Ship: " + feature["properties"]["quote"][start:end] == feature["properties"]["title"]


def test_geojson_names_origin_and_sources(timeline):
    left, aground = (feature["properties"] for feature in geojson(timeline)["features"][:2])
    assert left["origin"] == {"name": "Port Klang", "longitude": 101.4, "latitude": 3.0}
    assert aground["sources"][0] == {"title": "Story one", "url": "https://news.example/one", "published": "2021-03-24"}
    assert aground["sources"][1]["quote"] == "Tugs had freed it within six days."


def test_hostile_text_arrives_unchanged(hostile_timeline, hostile):
    for event in json.loads(json_text(hostile_timeline))["events"]:
        assert event["title"] == event["quote"] == event["quantity"] == event["reasons"]["date"] == hostile
    for feature in geojson(hostile_timeline)["features"]:
        assert feature["properties"]["title"] == feature["properties"]["sources"][0]["title"] == hostile


def test_the_same_timeline_gives_the_same_bytes(timeline):
    assert json_text(timeline) == json_text(timeline)
