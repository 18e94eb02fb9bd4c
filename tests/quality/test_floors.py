"""No figure falls below what is pinned: floors are raised by `make repin`, and lowered only with a reason."""

import json

import pytest

from tests.quality.measure import FLOORS, SETS, SLACK, digest, is_worse, measured, rows

PINNED = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
HERE = [name for name in SETS if rows(name)]


def test_there_are_floors_for_every_set_that_is_here() -> None:
    assert set(HERE) <= set(PINNED), "make repin"


@pytest.mark.parametrize("name", [name for name in HERE if name in PINNED])
def test_the_data_is_what_the_floors_were_measured_on(name: str) -> None:
    assert PINNED[name]["digest"] == digest(name), "the stories changed: look at the change, then `make repin`"


@pytest.mark.parametrize("name", [name for name in HERE if name in PINNED])
def test_no_figure_is_worse_than_its_floor(name: str) -> None:
    now, floors = measured(name), PINNED[name]["figures"]
    assert set(now) == set(floors)
    worse = {figure: (now[figure], floor) for figure, floor in floors.items() if is_worse(figure, now[figure], floor, slack=SLACK)}
    assert not worse, f"(now, floor): {worse}"
