"""What the event heads say of a sentence: which words tell of an event, whether it happened, and which words tell the rest of it.

The network gives four arrays with a row for each word, the root first: `events` (scores of mention B, I, O, of story B, I, O, and of the
statuses), `types` (scores of the types of events), and `triggers` and `fillers`, from which the links of the few words that are triggers
are worked out here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from timeline.records import EventSignal, Link, LinkRole, Status

Floats = NDArray[np.float32]

STATUSES: tuple[Status, ...] = get_args(Status)
ROLES: tuple[LinkRole, ...] = get_args(LinkRole)
MENTION, STORY, FACTUALITY = slice(0, 3), slice(3, 6), slice(6, 6 + len(STATUSES))
COLUMNS = FACTUALITY.stop
FLOOR = 0.2
LIKELIEST = 3
DIGITS = 3
_ROWS = 4  # products of more rows would wake the threads of the linear algebra library


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWeights:
    """Vectors of triggers and of words to scores of roles: `product` [width, roles * width], `linear` [2 * width, roles], `bias`.

    `types` names the columns of the scores of types.
    """

    product: Floats
    linear: Floats
    bias: Floats
    types: tuple[str, ...] = ()


def triggers(events: Floats) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """For every word the chance that it begins a mention, and a story's event, and how many words after it belong to it."""
    mention, story = _softmax(events[1:, MENTION]), _softmax(events[1:, STORY])
    inside = ((mention + story)[:, 1] > 1.0).tolist()
    after = np.zeros(len(inside), np.int64)
    for i in range(len(inside) - 2, -1, -1):
        after[i] = after[i + 1] + 1 if inside[i + 1] else 0
    return mention[:, 0], story[:, 0], after


def factuality(events: Floats) -> Floats:
    """The chances of the statuses, in the order of STATUSES, for every word as if it were a trigger."""
    return _softmax(events[1:, FACTUALITY])


def links(chosen: Sequence[int], triggers: Floats, fillers: Floats, weights: EventWeights) -> Floats:
    """[chosen, words, roles]: the chance that a word fills a role of the chosen words (from 0)."""
    left, right = triggers[1:][list(chosen)], fillers[1:]
    width = left.shape[1]
    rows = range(0, len(left), _ROWS)
    products = np.concatenate([left[row : row + _ROWS] @ weights.product for row in rows]).reshape(len(left), -1, width)
    scores = right @ products.transpose(0, 2, 1)
    scores += (left @ weights.linear[:width])[:, None] + (right @ weights.linear[width:])[None] + weights.bias
    return np.asarray(1 / (1 + np.exp(-scores.clip(-30, 30))), np.float32)


def read(events: Floats, types: Floats, trigger_rows: Floats, filler_rows: Floats, *, weights: EventWeights) -> tuple[EventSignal, ...]:
    """The signals of one sentence, tokens counted from 0 within it: all triggers and links whose chance is above FLOOR."""
    mention, story, after = triggers(events)
    chosen = np.flatnonzero(np.maximum(mention, story) > FLOOR).tolist()
    if not chosen:
        return ()
    statuses = [[round(chance, DIGITS) for chance in row] for row in factuality(events)[chosen].tolist()]
    kinds = _softmax(types[1:][chosen])
    order = kinds.argsort(-1, kind="stable")[:, : -LIKELIEST - 1 : -1].tolist()
    told = _told(links(chosen, trigger_rows, filler_rows, weights))
    return tuple(
        EventSignal(
            token=token,
            probability=round(begins, DIGITS),
            story=round(tells, DIGITS),
            continues=further,
            factuality=tuple(zip(STATUSES, chances, strict=True)),
            links=tuple(found),
            types=tuple((weights.types[number], round(float(row[number]), DIGITS)) for number in best),
        )
        for token, begins, tells, further, chances, found, row, best in zip(
            chosen, mention[chosen].tolist(), story[chosen].tolist(), after[chosen].tolist(), statuses, told, kinds, order, strict=True
        )
    )


def _told(scores: Floats) -> list[list[Link]]:
    """For every chosen word its links, in the order of the words, then of the roles."""
    found: list[list[Link]] = [[] for _ in scores]
    above = (scores > FLOOR).nonzero()
    for row, word, role, score in zip(*(index.tolist() for index in above), scores[above].tolist(), strict=True):
        found[row].append(Link(role=ROLES[role], token=word, score=round(score, DIGITS)))
    return found


def shifted(signals: Sequence[EventSignal], offset: int) -> tuple[EventSignal, ...]:
    """The same signals with all tokens `offset` further on."""
    return tuple(
        EventSignal(
            token=signal.token + offset,
            probability=signal.probability,
            story=signal.story,
            continues=signal.continues,
            factuality=signal.factuality,
            links=tuple(Link(role=link.role, token=link.token + offset, score=link.score) for link in signal.links),
            types=signal.types,
        )
        for signal in signals
    )


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), np.float32)
