import pytest

from timeline.language.tree import Tree
from timeline.records import Document, Name, Parsed, Sentence, Token

# word, UPOS, head (from 1; 0 is the root), relation
ROWS = """The DET 3 det
old ADJ 3 amod
mayor NOUN 7 nsubj
of ADP 5 case
Arden PROPN 3 nmod
never ADV 7 advmod
left VERB 0 root
the DET 9 det
hall NOUN 7 obj
, PUNCT 11 punct
slept VERB 7 conj
and CCONJ 13 cc
wrote VERB 7 conj
letters NOUN 13 obj
that PRON 16 nsubj
burned VERB 14 acl:relcl
. PUNCT 7 punct"""


@pytest.fixture(scope="module")
def tree():
    rows = [line.split() for line in ROWS.splitlines()]
    text = " ".join(row[0] for row in rows)
    tokens, place = [], 0
    for index, (word, upos, head, deprel) in enumerate(rows):
        start = text.index(word, place)
        place = start + len(word)
        above = int(head) - 1 if head != "0" else index
        tokens.append(Token(index, start, place, word, word.lower(), upos, "", above, deprel, 0))
    return Tree(
        Parsed(
            document=Document(id="d", source="s", title=None, text=text, published=None, published_basis=None, language="en", digest=""),
            tokens=tuple(tokens),
            sentences=(Sentence(index=0, first=0, last=len(tokens), start=0, end=len(text), kind="body", paragraph=0),),
            names=(Name(first=4, last=5, start=17, end=22, text="Arden", label="PLACE"),),
            quotations=(),
        )
    )


def _words(tree, indices):
    return " ".join(tree[i].text for i in indices)


def test_children_can_be_chosen_by_relation(tree):
    assert _words(tree, tree.children(6)) == "mayor never hall slept wrote ."
    assert _words(tree, tree.children(6, "nsubj", "obj")) == "mayor hall"
    assert tree.child(6, "obl") is None


def test_a_relation_takes_in_its_subtypes(tree):
    assert tree.is_a(15, "acl")
    assert not tree.is_a(15, "acl:cleft")


def test_a_subtree_is_sorted_and_can_be_cut(tree):
    assert _words(tree, tree.subtree(2)) == "The old mayor of Arden"
    assert _words(tree, tree.subtree(6, {"conj", "punct"})) == "The old mayor of Arden never left the hall"
    assert tree.text[slice(*tree.span(13))] == "letters that burned"


def test_a_phrase_leaves_out_clauses_and_its_preposition(tree):
    assert _words(tree, tree.phrase(13)) == "letters"
    assert _words(tree, tree.phrase(2)) == "The old mayor of Arden"
    assert _words(tree, tree.phrase(4)) == "Arden"


def test_ancestors_lead_to_the_root(tree):
    assert _words(tree, tree.ancestors(15)) == "letters wrote left"
    assert tree.root(15) == 6
    assert tree.depth(15) == 3
    assert tree.governs(6, 15)
    assert not tree.governs(15, 6)
    assert tree.parent(6) is None


def test_coordination_is_found_from_either_end(tree):
    assert _words(tree, tree.conjuncts(6)) == "left slept wrote"
    assert tree.first_conjunct(12) == 6


def test_joined_predicates_share_a_subject(tree):
    assert tree[tree.subject(12)].text == "mayor"
    assert tree[tree.subject(15)].text == "that"


def test_a_clause_is_headed_by_the_nearest_predicate(tree):
    assert tree[tree.clause(4)].text == "left"
    assert tree[tree.clause(13)].text == "wrote"
    assert tree[tree.clause(14)].text == "burned"


def test_names_and_offsets_lead_to_tokens(tree):
    assert tree.name_at(4).text == "Arden"
    assert tree.name_at(5) is None
    assert tree.name_head(tree.parsed.names[0]) == 4
    assert tree.token_at(tree[8].start) == 8
    assert tree.token_at(tree[8].start + 1) is None
    assert _words(tree, tree.tokens_between(tree[3].end - 1, tree[5].start + 1)) == "of Arden never"
    assert tree.head_of([0, 1, 2, 4]) == 2


def test_negation_is_seen(tree):
    assert tree.is_negated(6)
    assert not tree.is_negated(12)
