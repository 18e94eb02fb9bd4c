"""Names of places are found and read as tests/cases/places.txt says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from maps.gazetteer import open_gazetteer
from timeline.places import find_places, find_toponyms
from timeline.records import Document, Name, Parsed, Sentence, Token

CASES = Path(__file__).parents[2] / "cases" / "places.txt"
_MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]|\b(\w+)\{(\w+)\}")
_TOKEN = re.compile(r"US\$|(?:[A-Z]\.)+|(?:Tenn|Ill|La)\.|'s|\w+|[^\w\s]")
PREPOSITIONS = set("in at near from to into on of by for south".split()) - {"south"}


def cases() -> Iterator[tuple[str, list[str]]]:
    for paragraph in CASES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in paragraph.splitlines() if line and not line.startswith("#")]
        if lines:
            yield lines[0], lines[1:]


def parsed(marked: str) -> Parsed:
    """A document of one sentence whose words all hang from its verb."""
    text, labels, verbs, at = "", [], {}, 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        begin = len(text)
        text += match[1] or match[3]
        if match[1]:
            labels.append((begin, len(text), match[2]))
        else:
            verbs[begin] = match[4]
        at = match.end()
    text += marked[at:]
    spans = [(m.start(), m.end()) for m in _TOKEN.finditer(text)]
    root = next(i for i, (start, _) in enumerate(spans) if start in verbs)
    tokens = tuple(_token(i, text, span, verbs, root) for i, span in enumerate(spans))
    names = tuple(_name(tokens, text, *label) for label in labels)
    sentence = Sentence(index=0, first=0, last=len(tokens), start=0, end=len(text), kind="body", paragraph=0)
    document = Document(id="case", source="case", title=None, text=text, published=None, published_basis=None, language="en", digest="")
    return Parsed(document=document, tokens=tokens, sentences=(sentence,), names=names, quotations=())


def _token(index: int, text: str, span: tuple[int, int], verbs: dict[int, str], root: int) -> Token:
    start, end = span
    word = text[start:end]
    if start in verbs:
        upos, xpos = "VERB", "VBD"
    elif word.lower() in PREPOSITIONS:
        upos, xpos = "ADP", "IN"
    elif word[0].isupper():
        upos, xpos = "PROPN", "NNP"
    else:
        upos, xpos = ("NOUN", "NN") if word.isalpha() else ("PUNCT", word)
    lemma = verbs.get(start, word.lower())
    return Token(
        index=index, start=start, end=end, text=word, lemma=lemma, upos=upos, xpos=xpos, head=root,
        deprel="root" if index == root else "dep", sentence=0,
    )  # fmt: skip


def _name(tokens: tuple[Token, ...], text: str, start: int, end: int, label: str) -> Name:
    inside = [token.index for token in tokens if start <= token.start and token.end <= end]
    return Name(first=inside[0], last=inside[-1] + 1, start=start, end=end, text=text[start:end], label=label)


@pytest.mark.parametrize(("marked", "expected"), list(cases()), ids=lambda value: value if isinstance(value, str) else "")
def test_places_of_a_sentence(marked: str, expected: list[str]) -> None:
    mentions = find_places(parsed(marked), open_gazetteer())
    found = [
        f"{m.text} = {m.place.name if m.place else '?'}, {m.place.country if m.place else '?'}, {'people' if m.demonym else m.role}"
        for m in mentions
    ]
    assert found == expected


def test_offsets_are_into_the_documents_own_text() -> None:
    document = parsed("The delegation flew{fly} from [Nairobi|PLACE] to [Port-au-Prince|PLACE] on Monday.")
    for mention in find_places(document, open_gazetteer()):
        assert document.document.text[mention.start : mention.end] == mention.text


def test_toponyms_carry_what_the_text_says_of_them() -> None:
    document = parsed("A fire burned{burn} 20 miles north-west of [Springfield, Ill.|PLACE], on Friday.")
    first = find_toponyms(document, open_gazetteer())[0]
    assert first.containers == ("Ill.",)
    assert first.bearing == "north-west"
    assert first.offset_km == pytest.approx(32.19, abs=0.01)


def test_a_document_without_words_has_no_places() -> None:
    document = Document(id="x", source="x", title=None, text="", published=None, published_basis=None, language="en", digest="")
    assert find_places(Parsed(document=document, tokens=(), sentences=(), names=(), quotations=()), open_gazetteer()) == ()
