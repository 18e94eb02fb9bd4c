"""Arrays of the event heads to signals, built by hand."""

from collections.abc import Callable

import numpy as np
import pytest

from timeline.language import English, signals
from timeline.language.signals import COLUMNS, ROLES, STATUSES, EventWeights
from timeline.records import Document

WIDTH = 4
TYPES = ("visit", "attack", "law", "other")
BEGINS, INSIDE, OUTSIDE = 0, 1, 2


def events(marks: str, status: int = 0) -> np.ndarray:
    """Scores for the root and one word a letter of `marks`: B, I, or O for both styles."""
    rows = np.zeros((len(marks) + 1, COLUMNS), np.float32)
    for number, mark in enumerate(marks, start=1):
        column = "BIO".index(mark)
        rows[number, [column, 3 + column]] = 6.0
        rows[number, 6 + status] = 6.0
    return rows


def weights(role: int) -> EventWeights:
    """Only `role` is filled, by words whose first number is 1."""
    linear = np.zeros((2 * WIDTH, len(ROLES)), np.float32)
    linear[WIDTH, role] = 10.0
    product = np.zeros((WIDTH, len(ROLES) * WIDTH), np.float32)
    return EventWeights(product=product, linear=linear, bias=np.full(len(ROLES), -5.0, np.float32), types=TYPES)


def types(words: int, likeliest: int = 0) -> np.ndarray:
    """Scores of the types of the root and of so many words, all of one type before the others."""
    rows = np.zeros((words + 1, len(TYPES)), np.float32)
    rows[:, likeliest] = 4.0
    return rows


def sides(words: int, filling: int) -> tuple[np.ndarray, np.ndarray]:
    fillers = np.zeros((words + 1, WIDTH), np.float32)
    fillers[filling + 1, 0] = 1.0
    return np.zeros((words + 1, WIDTH), np.float32), fillers


@pytest.mark.parametrize(
    ("marks", "expected"),
    [("OOO", []), ("OBO", [(1, 0)]), ("BII", [(0, 2)]), ("BOB", [(0, 0), (2, 0)]), ("BBI", [(0, 0), (1, 1)]), ("OIO", [])],
)
def test_a_signal_stands_at_each_beginning_and_counts_the_words_that_go_on(marks: str, expected: list[tuple[int, int]]) -> None:
    found = signals.read(events(marks), types(3), *sides(3, 0), weights=weights(0))
    assert [(signal.token, signal.continues) for signal in found] == expected


def test_only_the_likely_links_are_kept_with_role_and_word() -> None:
    (signal,) = signals.read(events("BOO"), types(3), *sides(3, 2), weights=weights(ROLES.index("place")))
    assert [(link.role, link.token, link.score) for link in signal.links] == [("place", 2, 0.993)]


@pytest.mark.parametrize("number", range(len(STATUSES)))
def test_every_status_has_its_chance_and_the_right_one_the_highest(number: int) -> None:
    (signal,) = signals.read(events("OB", number), types(2), *sides(2, 0), weights=weights(0))
    assert [status for status, _ in signal.factuality] == list(STATUSES)
    assert max(signal.factuality, key=lambda pair: pair[1])[0] == STATUSES[number]
    assert sum(chance for _, chance in signal.factuality) == pytest.approx(1, abs=0.003)


def test_the_likeliest_types_come_first_with_their_chances() -> None:
    (signal,) = signals.read(events("BO"), types(2, 2), *sides(2, 0), weights=weights(0))
    assert signal.types[0][0] == "law"
    assert len(signal.types) == signals.LIKELIEST
    assert signal.types[0][1] > 0.9 > signal.types[1][1]


def test_all_numbers_are_rounded_to_three_digits() -> None:
    (signal,) = signals.read(events("BO"), types(2), *sides(2, 1), weights=weights(1))
    numbers = [signal.probability, signal.story, *(c for _, c in signal.factuality), *(link.score for link in signal.links)]
    assert all(number == round(number, 3) for number in numbers)


def test_shifting_moves_triggers_and_links_alike() -> None:
    before = signals.read(events("BOO"), types(3), *sides(3, 2), weights=weights(0))
    (after,) = signals.shifted(before, 10)
    assert (after.token, after.links[0].token) == (10, 12)
    assert after.factuality == before[0].factuality


def test_the_model_links_each_event_to_its_own_place_and_says_whether_it_happened(
    english: English, document: Callable[..., Document]
) -> None:
    parsed = english.parse(document("Nobody spoke.\n\nRebels attacked the port of Hodeidah on Tuesday. Troops did not enter Kassala."))
    told = {}
    for signal in parsed.signals:
        places = {parsed.tokens[link.token].text for link in signal.links if link.role == "place" and link.score > 0.5}
        told[parsed.tokens[signal.token].text] = (max(signal.factuality, key=lambda pair: pair[1])[0], places)
    assert told["attacked"] == ("happened", {"Hodeidah"})
    assert told["enter"] == ("denied", {"Kassala"})
