"""The tense that decides whether "Monday" is the last or the next, by the parse of the sentence."""

import pytest

from timeline.records import Document, Parsed, Token
from timeline.times import find_times

THURSDAY = "1998-02-12"
LAST, NEXT = "1998-02-09", "1998-02-16"


def parsed(tree: str) -> Parsed:
    """A sentence from "word/tag/relation/head" items, heads counted from 0."""
    rows = [item.split("/") for item in tree.split()]
    text = " ".join(row[0] for row in rows)
    tokens, start = [], 0
    for index, (word, tag, relation, head) in enumerate(rows):
        kind = "AUX" if relation.startswith(("aux", "cop")) else "VERB" if tag.startswith("VB") else "NOUN"
        lemma = {"gave": "give", "met": "meet"}.get(word, word.lower())
        tokens.append(
            Token(
                index=index,
                start=start,
                end=start + len(word),
                text=word,
                lemma=lemma,
                upos=kind,
                xpos=tag,
                head=int(head),
                deprel=relation,
                sentence=0,
            )
        )
        start += len(word) + 1
    document = Document(
        id="d", source="test", title=None, text=text, published=THURSDAY, published_basis="option", language="en", digest="d"
    )
    return Parsed(document=document, tokens=tuple(tokens), sentences=(), names=(), quotations=())


@pytest.mark.parametrize(
    ("tree", "value"),
    [
        ("They/PRP/nsubj/1 met/VBD/root/1 Monday/NNP/obl/1", LAST),
        ("They/PRP/nsubj/1 meet/VBP/root/1 Monday/NNP/obl/1", NEXT),
        ("Judges/NNS/nsubj/1 gave/VBD/root/1 them/PRP/iobj/1 until/IN/case/4 Monday/NNP/obl/1", NEXT),
        ("They/PRP/nsubj/1 met/VBD/root/1 until/IN/case/3 Monday/NNP/obl/1", LAST),
        ("Trading/NN/compound/1 resumes/NNS/root/1 Monday/NNP/obl/1", NEXT),
        ("Trading/NN/compound/1 losses/NNS/root/1 of/IN/case/3 Monday/NNP/nmod/1", LAST),
        ("It/PRP/nsubj/2 will/MD/aux/2 start/VB/root/2 getting/VBG/aux:pass/4 beat/VBN/xcomp/2 Monday/NNP/obl/4", NEXT),
    ],
)
def test_a_weekday_goes_with_its_verb(tree: str, value: str) -> None:
    """Back from the publication where the verb is past, on where it is not."""
    (mention,) = find_times(parsed(tree))
    assert mention.value == value
