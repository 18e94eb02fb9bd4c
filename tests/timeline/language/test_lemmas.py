import pytest

from timeline.errors import MissingAsset
from timeline.language.english import ASSETS
from timeline.language.lemmas import open_lemmas, regular


@pytest.fixture(scope="module")
def lemmas():
    return open_lemmas(ASSETS)


def test_lemmas_are_those_of_the_dictionary(lemmas, lemmas_case):
    word, upos, xpos, lemma = lemmas_case
    assert lemmas.lemma(word, upos, xpos) == lemma


def test_the_clitic_s_is_have_before_a_participle(lemmas):
    assert lemmas.lemma("'s", "AUX", "VBZ", "VBN") == "have"
    assert lemmas.lemma("’s", "AUX", "VBZ", "VBG") == "be"


def test_the_clitic_d_is_would_before_a_base_form(lemmas):
    assert lemmas.lemma("'d", "AUX", "MD", "VB") == "would"
    assert lemmas.lemma("'d", "AUX", "VBD", "VBN") == "have"


def test_unknown_words_follow_the_rules_of_spelling():
    assert regular("blorped", "VBD") == "blorp"
    assert regular("zibbing", "VBG") == "zib"
    assert regular("drakies", "NNS") == "draky"


def test_a_missing_table_is_told(tmp_path):
    with pytest.raises(MissingAsset, match=r"lemmas\.tsv"):
        open_lemmas(tmp_path)
