"""The small network that tells whether an event is at a place, or at a time, told elsewhere in the text: features of the pair, and what the
language model made of the event's word and of the place's or the time's. Trained by `python -m training scenes` on the stories that train.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from timeline.records import Parsed

WIDTH = 96
"""Of the vector of a token as a trigger, and as a filler."""
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneModel:
    """Weights of one or several networks of the same shape, whose chances are averaged. First axis: the networks.

    `event` and `place` [width, narrow] project the two words, `hidden` [features + 2 * narrow, units] and `out` [units] are a layer on
    top, `linear` [features] what each feature says by itself, `product` [narrow, narrow] what the two words say together.
    """

    names: tuple[str, ...]
    event: Floats
    event_bias: Floats
    place: Floats
    place_bias: Floats
    hidden: Floats
    hidden_bias: Floats
    linear: Floats
    out: Floats
    bias: Floats
    product: Floats

    def chances(self, features: Sequence[Mapping[str, float]], event: Floats, places: Floats) -> list[float]:
        """The chance from 0 to 1 for each candidate: its features, and [candidates, WIDTH] the vectors of its words."""
        seen = np.array([[one.get(name, 0.0) for name in self.names] for one in features], np.float32)
        total = np.zeros(len(features), np.float64)
        for i in range(len(self.event)):
            told = np.tanh(event @ self.event[i] + self.event_bias[i])
            where = np.tanh(places @ self.place[i] + self.place_bias[i])
            both = np.concatenate([seen, np.broadcast_to(told, where.shape), where], 1)
            units = np.maximum(both @ self.hidden[i] + self.hidden_bias[i], 0)
            score = seen @ self.linear[i] + units @ self.out[i] + self.bias[i] + where @ (told @ self.product[i])
            total += 1 / (1 + np.exp(-score.clip(-30, 30)))
        return [round(float(chance), 3) for chance in total / len(self.event)]


def scene_model() -> SceneModel:
    """The shipped weights for places, opened once."""
    return _opened("scenes.npz")


def day_model() -> SceneModel:
    """The shipped weights for times, opened once."""
    return _opened("days.npz")


@cache
def _opened(name: str) -> SceneModel:
    with as_file(files("timeline.events").joinpath(name)) as path, np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    return SceneModel(names=tuple(arrays.pop("names").tolist()), **{name: array.astype(np.float32) for name, array in arrays.items()})


def forget() -> None:
    """Have the weights opened anew when they are next asked for."""
    _opened.cache_clear()


class Vectors:
    """The vectors of one document's tokens; zeros where the language model gives none."""

    def __init__(self, parsed: Parsed) -> None:
        rows = np.frombuffer(parsed.vectors, "<f2").astype(np.float32)
        self._rows = rows.reshape(-1, 2 * WIDTH) if rows.size else np.zeros((len(parsed.tokens), 2 * WIDTH), np.float32)

    def trigger(self, token: int) -> Floats:
        """[WIDTH]: the token as one that tells of an event."""
        return self._rows[token, :WIDTH]

    def fillers(self, tokens: Sequence[int]) -> Floats:
        """[tokens, WIDTH]: the tokens as ones that fill a role of an event."""
        return self._rows[list(tokens), WIDTH:]
