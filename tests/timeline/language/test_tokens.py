from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.language.tokens import Tokeniser, tokenise


def test_words_are_cut_as_the_treebank_cuts_them(tokens_case):
    text, words = tokens_case
    assert [text[start:end] for start, end in tokenise(text)] == words.split("|")


@given(st.text(alphabet=st.characters() | st.sampled_from(list(".,'’\"-–—/$&@#0159aAbns \n\0")), max_size=80))
@settings(max_examples=300, deadline=None)
def test_offsets_are_in_order_and_leave_out_only_blanks(text):
    spans = tokenise(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]


def test_memory_of_other_texts_changes_nothing():
    tokeniser = Tokeniser()
    text = "He sat. The U.S. No. 5, don't."
    first = tokeniser.tokenise(text)
    tokeniser.tokenise("sat. 5 No. sat. the 5, don't. U.S.")
    assert tokeniser.tokenise(text) == first == tokenise(text)


def test_long_runs_take_linear_time():
    for unit in ("a-", "'", "a@", "1/", "1,", "_", "a.", "“", "#1", "http://", "o'", "o't'", "don't'"):
        assert tokenise(unit * 30_000)
