"""The network of scenes computes what its weights say, for any candidates, known features or not."""

import math

import numpy as np
import pytest

from timeline.documents import document
from timeline.events.scenemodel import WIDTH, SceneModel, Vectors, day_model, scene_model
from timeline.pipeline import open_pipeline
from timeline.records import Parsed

NARROW, UNITS = 2, 3


def model(*, linear: float = 0.0, bias: tuple[float, ...] = (0.0,), product: float = 0.0) -> SceneModel:
    count = len(bias)
    return SceneModel(
        names=("near", "far"),
        event=np.full((count, WIDTH, NARROW), 1.0, np.float32),
        event_bias=np.zeros((count, NARROW), np.float32),
        place=np.full((count, WIDTH, NARROW), 1.0, np.float32),
        place_bias=np.zeros((count, NARROW), np.float32),
        hidden=np.zeros((count, 2 + 2 * NARROW, UNITS), np.float32),
        hidden_bias=np.zeros((count, UNITS), np.float32),
        linear=np.array([[linear, -linear]] * count, np.float32),
        out=np.zeros((count, UNITS), np.float32),
        bias=np.array(bias, np.float32),
        product=np.full((count, NARROW, NARROW), product, np.float32),
    )


EVENT = np.full(WIDTH, 0.001, np.float32)
PLACES = np.stack([np.full(WIDTH, 0.001, np.float32), np.full(WIDTH, -0.001, np.float32)])


def test_a_feature_counts_by_its_weight_and_one_that_nobody_knows_not_at_all() -> None:
    """Odds of e to the weight times the value."""
    near, unknown = model(linear=2.0).chances([{"near": 1.0}, {"by the sea": 9.0}], EVENT, PLACES)
    assert near == pytest.approx(1 / (1 + math.exp(-2)), abs=1e-3)
    assert unknown == 0.5


def test_several_networks_are_averaged() -> None:
    """The mean of the chances, not of the scores."""
    (chance,) = model(bias=(0.0, 30.0)).chances([{}], EVENT, PLACES[:1])
    assert chance == pytest.approx(0.75, abs=1e-3)


def test_words_that_go_together_raise_the_chance_and_opposite_ones_lower_it() -> None:
    """Through the product of what the two words were narrowed to."""
    like, unlike = model(product=1.0).chances([{}, {}], EVENT, PLACES)
    assert like > 0.5 > unlike


def test_tokens_without_vectors_have_zeros() -> None:
    """As from a language model without event heads."""
    parsed = Parsed(document=document({"text": "Rain."}), tokens=(), sentences=(), names=(), quotations=())
    assert Vectors(parsed).fillers([]).shape == (0, WIDTH)


def test_every_token_has_a_row_of_two_vectors() -> None:
    """Also where a sentence had to be read in pieces."""
    parsed = open_pipeline().english.parse(document({"text": "Rain fell. " + "and rain fell " * 400 + "."}))
    assert len(parsed.vectors) == len(parsed.tokens) * 2 * WIDTH * 2
    vectors = Vectors(parsed)
    assert vectors.trigger(len(parsed.tokens) - 1).shape == (WIDTH,)
    assert np.abs(vectors.fillers([0, 1])).max() > 0


@pytest.mark.parametrize("shipped", [scene_model, day_model])
def test_the_shipped_weights_fit_together(shipped: object) -> None:
    """Every array has the shape that the names of the features ask for, and no number is lost."""
    found = shipped()  # type: ignore[operator]
    assert found.linear.shape[1] == len(found.names)
    assert found.hidden.shape[1] == len(found.names) + 2 * found.product.shape[1]
    assert all(np.isfinite(array).all() for array in (found.event, found.place, found.hidden, found.linear, found.out, found.product))
