"""What grammar alone says of a verb, on trees built by hand."""

import pytest

from training.heads.silver import silver


def sentence(rows: str) -> dict[str, list]:
    """One word a line: form, lemma, upos, xpos, head, label."""
    cells = [line.split() for line in rows.strip().splitlines()]
    columns = {name: [row[i] for row in cells] for i, name in enumerate(("words", "lemmas", "upos", "xpos"))}
    return columns | {"heads": [int(row[4]) for row in cells], "labels": [row[5] for row in cells]}


def clause(auxiliary: str, verb: str, xpos: str, negated: bool = False) -> dict[str, list]:
    """ "They AUXILIARY (not) VERB it", without auxiliary where it is "-"."""
    words = ["They", *([auxiliary] if auxiliary != "-" else []), *(["not"] if negated else []), verb, "it"]
    head = words.index(verb) + 1
    tags = {"They": ("PRON", "PRP", "nsubj"), "it": ("PRON", "PRP", "obj"), "not": ("PART", "RB", "advmod"), verb: ("VERB", xpos, "root")}
    lines = []
    for word in words:
        upos, tag, label = tags.get(word, ("AUX", "MD", "aux"))
        lines.append(f"{word} {word.lower()} {upos} {tag} {0 if word == verb else head} {label}")
    return sentence("\n".join(lines))


@pytest.mark.parametrize(
    ("auxiliary", "verb", "xpos", "negated", "status"),
    [
        ("-", "took", "VBD", False, "happened"),
        ("did", "take", "VB", True, "denied"),
        ("will", "take", "VB", False, "planned"),
        ("may", "take", "VB", False, "possible"),
        ("are", "taking", "VBG", False, "ongoing"),
        ("have", "taken", "VBN", False, "happened"),
        ("would", "take", "VB", False, "-"),
        ("-", "take", "VBP", False, "-"),
    ],
)
def test_a_verb_group_says_whether_it_happened(auxiliary: str, verb: str, xpos: str, negated: bool, status: str) -> None:
    (one,) = silver([clause(auxiliary, verb, xpos, negated)])
    assert one["factuality"][one["words"].index(verb)] == status


def test_subject_and_object_of_an_active_verb_are_agent_and_patient() -> None:
    (one,) = silver([clause("-", "took", "VBD")])
    links = one["links"][1]
    assert (links["agent"][0], links["patient"][0]) == ([0], [2])


def test_sentences_without_a_verb_are_left_out() -> None:
    assert list(silver([sentence("Yes yes INTJ UH 0 root")])) == []
