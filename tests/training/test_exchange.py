"""Names change, the sentence around them and the kinds of names do not."""

from random import Random

import pytest

from training import exchange
from training.exchange import Exchange

SENTENCE = {
    "words": ["Ama", "Mensah", "flew", "from", "Accra", "to", "the", "UN", "."],
    "names": ["B-PERSON", "I-PERSON", "O", "O", "B-PLACE", "O", "O", "B-ORG", "O"],
}


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Exchange:
    monkeypatch.setattr(exchange, "EXCHANGED", 1.0)
    monkeypatch.setattr(exchange, "_towns", lambda: {"PG": [["Port", "Moresby"]]})
    return Exchange([{"words": ["Wang", "Wei"], "names": ["B-PERSON", "I-PERSON"]}])


def test_every_word_keeps_a_mark_and_the_rest_stays(other: Exchange) -> None:
    answers = {tuple(other(SENTENCE, Random(seed))["words"]) for seed in range(40)}
    assert ("Wang", "Wei", "flew", "from", "Port", "Moresby", "to", "the", "UN", ".") in answers
    assert tuple(SENTENCE["words"]) in answers
    assert all(words[-3:] == ("the", "UN", ".") for words in answers)


def test_a_longer_name_goes_on_with_inside_marks(other: Exchange) -> None:
    for seed in range(20):
        one = other(SENTENCE, Random(seed))
        assert len(one["words"]) == len(one["names"])
        if "Moresby" in one["words"]:
            assert one["names"][one["words"].index("Moresby")] == "I-PLACE"


def test_lower_case_names_stay(other: Exchange) -> None:
    words = [word.lower() for word in SENTENCE["words"]]
    assert all(other({**SENTENCE, "words": words}, Random(seed))["words"] == words for seed in range(20))
