"""Which actor told before a pronoun or a description stands for: a weighing of where and how each was last told of.

A log-linear choice among the candidates, one of which may be nobody told before. The weights (`weights.json`) are fitted on our own
stories: what a pronoun stands for in an event is who takes part in it.
"""

import functools
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from timeline.actors.entities import Entity

_REACH = 4
"""Sentences back that are told apart."""
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a phrase stands: its sentence, its token, and as what ("subject", "object", "possessor", "other").

    `main` marks the subject of a sentence's main clause, `joined` one of several joined by "and".
    """

    sentence: int
    token: int
    relation: str
    main: bool = False
    joined: bool = False


@functools.cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    table: Mapping[str, Mapping[str, float]] = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return table


def told(entity: Entity, at: Place, most: int, nearest: int) -> dict[str, float]:
    """What is known of a candidate wherever it stands: `most` is the number of mentions of the one most told of."""
    distance = at.sentence - entity.sentence
    return {
        **{f"within {n}": float(distance <= n) for n in range(_REACH)},
        f"was {entity.relation}": 1.0,
        "subject, then subject": float(entity.relation == at.relation == "subject"),
        "object, then object": float(entity.relation == at.relation == "object"),
        "main subject": float(entity.main),
        "main subject before": float(entity.main and distance == 1),
        "joined": float(entity.joined),
        "opened its sentence": float(entity.opening),
        "by a pronoun": float(entity.pronoun),
        "mentions": math.log1p(min(entity.mentions, 20)),
        "share": entity.mentions / most,
        "nearest": float(entity.token == nearest),
        "named": float(entity.label == "PERSON"),
    }


def choose(kind: str, candidates: Sequence[tuple[Entity | None, Features]]) -> Entity | None:
    """The likeliest candidate, the later of equals; None for nobody told before."""
    weights = _weights()[kind]
    best, best_score = None, -math.inf
    for entity, features in candidates:
        score = sum(weights.get(name, 0.0) * value for name, value in features.items())
        if score >= best_score:
            best, best_score = entity, score
    return best
