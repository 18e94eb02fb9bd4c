"""Status of events: by grammar as `tests/cases/factuality.txt` says, and by the model where grammar leaves it open."""

from dataclasses import replace
from pathlib import Path

import pytest

from timeline.events.factuality import Factuality, FactualityReader
from timeline.events.lexicon import event_lexicon
from timeline.events.statuswords import status_words
from timeline.events.triggers import Trigger, TriggerFinder
from timeline.language import English, Tree, load
from timeline.records import Document, EventSignal, Parsed

CASES = Path(__file__).parents[2] / "cases" / "factuality.txt"


def _cases() -> list[tuple[str, ...]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def english() -> English:
    return load()


def _parse(english: English, text: str) -> Parsed:
    document = Document(id="case", source="case", title=None, text=text, published=None, published_basis=None, language="en", digest="case")
    return replace(english.parse(document), signals=())


def _read(parsed: Parsed, word: str) -> Factuality:
    """The status of the trigger at the first such word, or of the word as if it were one."""
    tree, lexicon = Tree(parsed), event_lexicon()
    token = next(t for t in parsed.tokens if t.text == word)
    found = TriggerFinder(parsed, tree, lexicon).find()
    kind = "verb" if token.upos == "VERB" else "noun"
    index = token.index
    bare = Trigger(
        head=index, clause=index, first=index, last=index + 1, kind=kind, lemma=token.lemma, particle=None, type="other"
    )  # fmt: skip
    trigger = next((t for t in found if t.first <= index < t.last or t.head == index), bare)
    return FactualityReader(parsed, tree, lexicon).read(trigger)


def _believing(parsed: Parsed, word: str, **chances: float) -> Parsed:
    """The same document with a model that gives these chances at a word."""
    token = next(t.index for t in parsed.tokens if t.text == word)
    told = {"happened": 0.0, "ongoing": 0.0, "planned": 0.0, "possible": 0.0, "denied": 0.0} | chances
    signal = EventSignal(token=token, probability=1.0, story=1.0, continues=0, factuality=tuple(told.items()), links=())
    return replace(parsed, signals=(signal,))


@pytest.mark.parametrize(("text", "word", "status"), _cases(), ids=lambda cell: cell[:50])
def test_status_is_read_as_a_person_would(english: English, text: str, word: str, status: str) -> None:
    """Grammar alone gives the status, and says why."""
    told = _read(_parse(english, text), word)
    assert told.status == status, told.why
    assert told.why


def test_a_sure_model_decides_where_grammar_is_silent(english: English) -> None:
    """A noun that nothing qualifies takes the model's word when its chance is high, and stays a fact when it is not."""
    parsed = _parse(english, "Negotiators discussed the merger of the two ports.")
    assert _read(_believing(parsed, "merger", planned=0.97), "merger").status == "planned"
    assert _read(_believing(parsed, "merger", denied=0.97), "merger").status == "denied"
    assert _read(_believing(parsed, "merger", planned=0.6), "merger").status == "happened"


def test_grammar_goes_before_the_model(english: English) -> None:
    """A past tense is a fact and "will" is a plan, whatever the model believes."""
    assert _read(_believing(_parse(english, "The ship sank off Crete."), "sank", denied=1.0), "sank").status == "happened"
    assert _read(_believing(_parse(english, "The ship will sail."), "sail", denied=1.0), "sail").status == "planned"


def test_a_long_chain_of_infinitives_is_read(english: English) -> None:
    """Governors are asked some steps up only, so that no text is too deep."""
    parsed = _parse(english, "They sailed " + "to begin to want " * 120 + "to rest.")
    assert _read(parsed, "rest").status in ("happened", "planned", "possible")


def test_no_word_stands_twice_in_a_class() -> None:
    """A word listed under two statuses of one class would silently take the first."""
    source = Path(__file__).parents[3] / "timeline" / "events" / "factuality.txt"
    listed: dict[str, list[str]] = {}
    name = ""
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]").split()[0]
        elif not line.startswith("#"):
            listed.setdefault(name, []).extend(line.split())
    assert {name: sorted({w for w in words if words.count(w) > 1}) for name, words in listed.items() if len(set(words)) < len(words)} == {}
    assert set(status_words().classes) == {name for name in listed if name}
