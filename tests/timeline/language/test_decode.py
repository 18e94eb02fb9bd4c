from itertools import product

import numpy as np
import pytest

from timeline.language.decode import bare_objects, determined, governing, heads, spans


def _is_single_rooted_tree(parents):
    if parents.count(0) != 1:
        return False
    for node in range(1, len(parents) + 1):
        seen = set()
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = parents[node - 1]
    return True


@pytest.mark.parametrize("words", [1, 2, 3, 4])
@pytest.mark.parametrize("seed", range(25))
def test_the_tree_is_the_best_of_all_trees_with_the_chosen_root(words, seed):
    scores = np.random.default_rng(seed).normal(size=(words + 1, words + 1)).astype(np.float32)
    found = heads(scores).tolist()
    assert _is_single_rooted_tree(found)
    root = found.index(0)
    trees = [list(t) for t in product(range(words + 1), repeat=words) if t[root] == 0 and _is_single_rooted_tree(list(t))]
    assert sum(scores[i + 1, h] for i, h in enumerate(found)) == pytest.approx(
        max(sum(scores[i + 1, h] for i, h in enumerate(tree)) for tree in trees)
    )


@pytest.mark.parametrize("seed", range(5))
def test_long_sentences_get_trees_too(seed):
    scores = np.random.default_rng(seed).normal(size=(120, 120)).astype(np.float32)
    assert _is_single_rooted_tree(heads(scores).tolist())


def test_the_scores_given_are_left_as_they_are():
    scores = np.ones((4, 4), np.float32)
    heads(scores)
    assert (scores == 1).all()


def test_marks_become_spans():
    marks = ["B-PERSON", "I-PERSON", "O", "B-PLACE", "B-PLACE", "I-ORG", "I-ORG"]
    assert spans(marks) == [(0, 2, "PERSON"), (3, 4, "PLACE"), (4, 5, "PLACE"), (5, 7, "ORG")]
    assert spans([]) == []


def test_a_noun_behind_a_verb_without_a_preposition_is_its_object():
    """ "called off the race": the treebanks know no such oblique; one with a preposition, or beside an object, stays."""
    upos = ["NOUN", "VERB", "ADP", "DET", "NOUN"]
    assert bare_objects([2, 0, 2, 5, 2], ["nsubj", "root", "compound:prt", "det", "obl"], upos) == [4]
    assert bare_objects([2, 0, 5, 5, 2], ["nsubj", "root", "case", "det", "obl"], upos) == []
    assert bare_objects([2, 0, 2, 5, 2], ["nsubj", "root", "obj", "det", "obl"], upos) == []


def test_a_verb_behind_its_own_article_is_a_noun():
    """ "plans for a visit"."""
    words, heads_of, labels = ["plans", "for", "a", "visit"], [0, 4, 4, 1], ["root", "mark", "det", "acl"]
    assert determined(words, heads_of, labels, ["NOUN", "ADP", "DET", "VERB"]) == {3: "nmod"}
    assert determined(words, heads_of, labels, ["NOUN", "ADP", "DET", "NOUN"]) == {}


def test_a_verb_that_is_no_auxiliary_governs_the_infinitive_behind_it():
    """ "They failed to sign", but "they have to sign"."""
    heads_of, upos, xpos = [2, 4, 4, 0], ["PRON", "AUX", "PART", "VERB"], ["PRP", "VBD", "TO", "VB"]
    assert governing(["They", "failed", "to", "sign"], heads_of, xpos, upos) == [(1, 3)]
    assert governing(["They", "have", "to", "sign"], heads_of, xpos, upos) == []
