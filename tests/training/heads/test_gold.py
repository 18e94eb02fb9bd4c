"""Annotated events to training sentences, on documents of our own."""

from training.heads import gold

TEXT = "On Monday the navy rescued Ann Lee in Ponce, Puerto Rico, police said."


def span(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def at(sentence: gold.Sentence, word: str) -> int:
    return sentence["words"].index(word)


def test_ecbplus_marks_actions_and_leaves_reports_open_for_stories() -> None:
    mentions = [
        {**span("rescued"), "kind": "action", "tag": "ACTION_OCCURRENCE", "sentence": 0},
        {**span("said"), "kind": "action", "tag": "ACTION_REPORTING", "sentence": 0},
    ]
    sentences = [{"n": 0, "start": 0, "end": len(TEXT), "selected": True}]
    (one,) = gold.ecbplus([{"text": TEXT, "sentences": sentences, "mentions": mentions}])
    assert [one["mention"][at(one, word)] for word in ("rescued", "said", "navy")] == ["B", "B", "O"]
    assert [one["story"][at(one, word)] for word in ("rescued", "said", "navy")] == ["B", "-", "O"]


def test_ecbplus_leaves_out_sentences_that_were_not_fully_annotated() -> None:
    sentences = [{"n": 0, "start": 0, "end": len(TEXT), "selected": False}]
    assert list(gold.ecbplus([{"text": TEXT, "sentences": sentences, "mentions": []}])) == []


def test_eventplace_joins_the_verbs_of_one_sentence_and_says_nothing_of_other_words() -> None:
    one_verb = {"text": TEXT, "verb": span("rescued"), "locations": [span("Ponce")]}
    other = {"text": TEXT, "verb": span("said"), "locations": []}
    (one,) = gold.eventplace([one_verb, other])
    assert one["links"][at(one, "rescued")] == {"place": [[at(one, "Ponce")], []]}
    assert one["links"][at(one, "said")] == {"place": [[], []]}
    assert one["story"][at(one, "navy")] == "-"


def test_a_story_gives_places_origins_and_heads_of_actors() -> None:
    place = {"text": "Ponce"}
    event = {
        "mentions": [span("rescued")],
        "type": "rescue",
        "actors": ["the navy", "Ann Lee"],
        "targets": ["Ann Lee"],
        "place": place,
        "origin": None,
        "status": "happened",
    }
    (one,) = gold.story_sentences([{"text": TEXT, "events": [event]}])
    links = one["links"][at(one, "rescued")]
    assert links["place"] == [[at(one, "Ponce")], [at(one, "Puerto"), at(one, "Rico")]]
    assert links["agent"][0] == [at(one, "navy")]
    assert links["patient"][0] == [at(one, "Lee")]
    assert one["factuality"][at(one, "rescued")] == "happened"
    assert one["mention"][at(one, "said")] == "-"
    assert one["story"][at(one, "said")] == "O"


def test_meantime_status_follows_polarity_then_certainty_then_time() -> None:
    event = {"polarity": "POS", "certainty": "CERTAIN", "time": "NON_FUTURE", "tense": "PAST", "aspect": "NONE", "sentence": 2}
    assert gold.meantime_status(event) == "happened"
    assert gold.meantime_status(event | {"time": "FUTURE"}) == "planned"
    assert gold.meantime_status(event | {"certainty": "PROBABLE", "time": "FUTURE"}) == "possible"
    assert gold.meantime_status(event | {"polarity": "NEG", "certainty": "PROBABLE"}) == "denied"
    assert gold.meantime_status(event | {"tense": "PRESENT"}) == "happened|ongoing"
    assert gold.meantime_status(event | {"time": None}) == "-"
