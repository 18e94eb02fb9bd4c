import json
import shutil
from multiprocessing import get_context
from pathlib import Path

import pytest

from timeline.errors import MissingAsset
from timeline.language import load
from timeline.language.model import ASSETS, digest, open_model
from timeline.records import Document, Parsed

HARD = {
    "empty": "",
    "blanks": " \n\n\t",
    "nul": "a\0b \0 c\0",
    "emoji": "👍🏽👩‍👩‍👧 great 🇫🇷!!",
    "one long sentence": "word " * 10_000,
    "one long word": "x" * 50_000,
    "ideographs": "中文" * 5_000,
    "quotation marks": '"' * 501 + "“" * 500,
    "capitals": "TROOPS ENTERED THE TOWN ON MONDAY. THE MAYOR SAID HE WOULD LEAVE.",
    "scripts": "Он said γειά σου نعم हिन्दी a\u0301e\u0301 ok.",
    "a lone surrogate": "a \ud800 b",
    "no blanks": "The-king;left,the:town.He/was(late)" * 300,
    "digits": "0123456789 3.14 1,000 " * 300,
    "open quotations": '“a ‘b "c «d ' * 300,
    "foreign": "Le roi est arrivé à Oslo. Der König ging. Rais alitangaza. 王は去った。",
    "line ends": "One line.\r\nTwo lines.\r\n\r\nThree.",
}


@pytest.mark.parametrize("name", HARD)
def test_any_text_is_parsed_with_exact_offsets_and_whole_trees(name, english, document):
    text = HARD[name]
    parsed = english.parse(document(text))
    assert all(text[t.start : t.end] == t.text for t in parsed.tokens)
    assert [t.index for t in parsed.tokens] == list(range(len(parsed.tokens)))
    assert [i for s in parsed.sentences for i in range(s.first, s.last)] == list(range(len(parsed.tokens)))
    for sentence in parsed.sentences:
        tokens = parsed.tokens[sentence.first : sentence.last]
        assert [t.head == t.index for t in tokens].count(True) == 1
        assert all(sentence.first <= t.head < sentence.last and t.sentence == sentence.index for t in tokens)
        assert (text[sentence.start], text[sentence.end - 1]) == (tokens[0].text[0], tokens[-1].text[-1])


def test_a_plain_sentence_is_understood(english, document):
    text = "Rebel fighters attacked the airport near Kandar on Monday and killed nine soldiers."
    parsed = english.parse(document(text))
    by_word = {token.text: token for token in parsed.tokens}
    assert by_word["attacked"].deprel == "root"
    assert (by_word["fighters"].deprel, by_word["airport"].deprel) == ("nsubj", "obj")
    assert (by_word["killed"].lemma, by_word["killed"].head) == ("kill", by_word["attacked"].index)
    assert ("Kandar", "PLACE") in [(name.text, name.label) for name in parsed.names]
    assert ("Monday", "DATE") in [(name.text, name.label) for name in parsed.names]


def test_what_was_parsed_before_changes_nothing(english, document):
    texts = ["The king arrived in Oslo. He left.", "Storms killed nine people in May, officials said.", "a b c"]
    forward = [english.parse(document(text)) for text in texts]
    backward = [english.parse(document(text)) for text in reversed(texts)]
    assert forward == backward[::-1]


TEXTS = [
    "The king arrived in Oslo. He left.",
    "Storms killed nine people in May, officials said.",
    "a b c",
    "“We heard two blasts,” the baker said, “and then nothing.” Police in Larnmouth may charge three men on Friday.",
]


def _parsed(texts: list[str]) -> list[Parsed]:
    english = load()
    found = []
    for text in texts:
        document = Document(id="d", source="test", title=None, text=text, published=None, published_basis=None, language="en", digest="")
        found.append(english.parse(document))
    return found


def test_other_processes_with_other_neighbours_give_the_same_answers():
    here = _parsed(TEXTS)
    with get_context("spawn").Pool(2) as pool:
        alone = pool.map(_parsed, [[text] for text in TEXTS])
        backward = pool.apply(_parsed, (TEXTS[::-1],))
    assert [repr(found[0]) for found in alone] == [repr(found) for found in here]
    assert repr(backward[::-1]) == repr(here)


def test_a_damaged_model_is_told(tmp_path: Path):
    folder = Path(shutil.copytree(ASSETS, tmp_path / "en"))
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    settings["digests"] = {"vocab.txt": digest(folder / "vocab.txt")}
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    open_model(folder)
    with (folder / "vocab.txt").open("ab") as file:
        file.write(b"more")
    with pytest.raises(MissingAsset, match=r"vocab\.txt"):
        open_model(folder)


def test_quotations_have_their_speakers(english, document, quotations_case):
    parsed = english.parse(document(quotations_case["text"]))

    def word(index):
        return None if index is None else parsed.tokens[index].text

    found = [[parsed.document.text[q.start : q.end], word(q.speaker), word(q.cue)] for q in parsed.quotations]
    assert found == quotations_case["quotations"]


def test_a_quotation_of_several_paragraphs_keeps_its_speaker(english, document):
    parsed = english.parse(document("“We waited for a week,” the pilot said. “Nobody came.\n\n“Then we walked home.”"))
    assert [parsed.tokens[q.speaker].text for q in parsed.quotations if q.speaker is not None] == ["pilot"] * 3


def test_missing_assets_are_told(tmp_path):
    with pytest.raises(MissingAsset, match=r"model\.onnx"):
        open_model(tmp_path)
    with pytest.raises(MissingAsset):
        load(folder=tmp_path)


def test_the_shipped_model_names_the_digests_of_its_files() -> None:
    named = json.loads((ASSETS / "settings.json").read_text(encoding="utf-8"))["digests"]
    assert set(named) == {"model.onnx", "labels.npz", "vocab.txt"}
    assert all(digest(ASSETS / name) == wanted for name, wanted in named.items())
