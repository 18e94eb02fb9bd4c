"""From scores to trees and names, in numpy."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
_NEVER = -1e9
# Verbs whose own form ends in -ing.
_BARE = re.compile(
    r"(?:out|over|under|re|un|ham)?(?:bring|sing|ring|ping|wing|ding|zing|sting|swing|string|spring|cling|fling|sling|wring|bling)"
)


def heads(arcs: NDArray[np.float32]) -> Ids:
    """The head of every word: the best single-rooted tree.

    `arcs` is [n + 1, n + 1], dependent by head, position 0 the root. Answers n numbers from 0 (root) to n.
    """
    scores = arcs.astype(np.float64)
    np.fill_diagonal(scores, _NEVER)
    best: Ids = scores.argmax(1)
    best[0] = 0
    roots = np.flatnonzero(best[1:] == 0) + 1
    if len(roots) == 1 and _is_tree(best):
        return best[1:]
    candidates = roots if len(roots) else np.arange(1, len(best))
    root = int(candidates[scores[candidates, 0].argmax()])
    scores[1:, 0] = _NEVER / 2
    scores[root, 0] = -_NEVER / 2
    return _maximum_tree(scores)[1:]


def _is_tree(parents: Ids) -> bool:
    """Whether every chain of parents ends at 0, by doubling the steps."""
    reached = parents
    for _ in range(len(parents).bit_length()):
        reached = reached[reached]
    return not reached.any()


def _cycle(parents: Sequence[int]) -> list[int]:
    """One cycle among the parents, or an empty list."""
    colour = [0] * len(parents)
    for start in range(1, len(parents)):
        path = []
        node = start
        while node and not colour[node]:
            colour[node] = start
            path.append(node)
            node = parents[node]
        if node and colour[node] == start:
            return path[path.index(node) :]
    return []


def _maximum_tree(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Chu-Liu-Edmonds: the maximum spanning tree over dependent-by-head scores, one cycle contracted at a time."""
    contractions = []
    while True:
        parents: Ids = scores.argmax(1)
        parents[0] = 0
        cycle = _cycle(parents.tolist())
        if not cycle:
            break
        members = set(cycle)
        rest = [node for node in range(len(parents)) if node not in members]
        smaller, entered, left = _contract(scores, parents, cycle, rest)
        contractions.append((parents, rest, entered, left))
        scores = smaller
    for outer, rest, entered, left in reversed(contractions):
        size = len(rest)
        full = outer.copy()
        for position in range(1, size):
            node = rest[position]
            full[node] = left[position] if parents[position] == size else rest[parents[position]]
        source = int(parents[size])
        full[entered[source]] = rest[source]
        parents = full
    return parents


def _contract(
    scores: NDArray[np.float64], parents: NDArray[np.int64], cycle: list[int], rest: list[int]
) -> tuple[NDArray[np.float64], NDArray[np.int64], Ids]:
    """Scores with the cycle as one last node; which member an outer head enters at; which member an outer node hangs from."""
    size = len(rest)
    members = np.array(cycle)
    smaller = np.full((size + 1, size + 1), _NEVER * 4)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    out = scores[np.ix_(rest, cycle)]
    smaller[:size, size] = out.max(1)
    gain = scores[np.ix_(cycle, rest)] - scores[members, parents[members]][:, None]
    smaller[size, :size] = gain.max(0)
    np.fill_diagonal(smaller, _NEVER * 4)
    return smaller, members[gain.argmax(0)], members[out.argmax(1)]


def spans(marks: Iterable[str]) -> list[tuple[int, int, str]]:
    """BIO marks to (first, last, label), `last` not included. A stray I- opens a span of its own."""
    found: list[tuple[int, int, str]] = []
    start, label = 0, ""
    position = 0
    for position, mark in enumerate(marks):
        if label and mark != f"I-{label}":
            found.append((start, position, label))
            label = ""
        if not label and mark != "O":
            start, label = position, mark[2:]
    if label:
        found.append((start, position + 1, label))
    return found


_NOMINAL = frozenset({"obj", "iobj", "nsubj", "nsubj:pass", "obl", "nmod", "nmod:poss", "appos", "obl:agent"})
_CLAUSAL = frozenset({"nsubj", "aux", "cop", "mark", "obj"})


def plural_nouns(heads: Sequence[int], labels: Sequence[str], xpos: Sequence[str]) -> list[int]:
    """Places of words tagged as verbs in -s that the tree has as nouns ("held talks"): such a verb needs a clause of its own."""
    ruling = {head for head, label in zip(heads, labels, strict=True) if label.split(":")[0] in _CLAUSAL}
    return [i for i, tag in enumerate(xpos) if tag == "VBZ" and labels[i] in _NOMINAL and i + 1 not in ruling]


def participles(words: Sequence[str], xpos: Sequence[str]) -> list[int]:
    """Places of words in -ing tagged as bare infinitives ("considered resigning") that are no verb's own form ("to bring")."""
    return [i for i, tag in enumerate(xpos) if tag == "VB" and (word := words[i].lower()).endswith("ing") and not _BARE.fullmatch(word)]


def bare_objects(heads: Sequence[int], labels: Sequence[str], upos: Sequence[str]) -> list[int]:
    """Places of nouns behind a verb that the tree has as obliques without a preposition: objects, where the verb has no other.

    The treebanks have no such oblique: bare times are `obl:unmarked` there.
    """
    below: dict[int, set[str]] = {}
    for head, label in zip(heads, labels, strict=True):
        below.setdefault(head, set()).add(label)
    return [
        i
        for i, (head, label) in enumerate(zip(heads, labels, strict=True))
        if label == "obl"
        and upos[i] in ("NOUN", "PROPN")
        and 0 < head <= i
        and upos[head - 1] == "VERB"
        and not below.get(i + 1, set()) & {"case", "mark"}
        and not below[head] & {"obj", "ccomp"}
    ]


_ARTICLES = frozenset({"a", "an", "the"})
_AS_NOUN = {"acl": "nmod", "advcl": "obl", "xcomp": "obl", "ccomp": "obj"}


def determined(words: Sequence[str], heads: Sequence[int], labels: Sequence[str], upos: Sequence[str]) -> dict[int, str]:
    """Places of words tagged as verbs right behind their own article ("for a visit"), which are nouns, with the label of such a noun."""
    out = {}
    for i in range(1, len(words)):
        if upos[i] == "VERB" and words[i - 1].lower() in _ARTICLES and heads[i - 1] == i + 1 and labels[i - 1] == "det":
            out[i] = _AS_NOUN.get(labels[i], labels[i])
    return out


_AUXILIARIES = frozenset(
    "be am is are was were been being 's 're 'm have has had having 've 'd do does did will would 'll can could may might shall should "
    "must ought need dare get gets got getting to ca wo sha".split()
)


def governing(words: Sequence[str], heads: Sequence[int], xpos: Sequence[str], upos: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of a verb tagged as an auxiliary that is none ("failed") and the infinitive behind it that the tree has above it."""
    out = []
    for i, head in enumerate(heads):
        after = head - 1
        if (
            upos[i] == "AUX"
            and words[i].lower() not in _AUXILIARIES
            and after == i + 2
            and words[i + 1].lower() == "to"
            and xpos[after] == "VB"
        ):
            out.append((i, after))
    return out
