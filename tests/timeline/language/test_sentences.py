from timeline.language.sentences import LONGEST, paragraphs, segments
from timeline.language.tokens import tokenise


def _segments(text, title=None):
    words = tokenise(text)
    return words, segments(text, words, title)


def test_sentences_end_where_a_reader_would_end_them(sentences_case):
    text = sentences_case["text"]
    words, found = _segments(text, sentences_case.get("title"))
    assert [text[words[s.first][0] : words[s.last - 1][1]] for s in found] == sentences_case["sentences"]
    if "kinds" in sentences_case:
        assert [s.kind for s in found] == sentences_case["kinds"]
    if "paragraphs" in sentences_case:
        assert [s.paragraph for s in found] == sentences_case["paragraphs"]


def test_every_word_is_in_one_sentence_and_none_is_too_long():
    text = "word " * 1000 + "\n\n" + "word, " * 400
    words, found = _segments(text)
    assert [i for s in found for i in range(s.first, s.last)] == list(range(len(words)))
    assert max(s.last - s.first for s in found) <= LONGEST


def test_a_blank_line_parts_paragraphs_whatever_ends_the_lines():
    for newline in ("\n", "\r\n", "\r"):
        text = f"One.{newline}{newline}Two."
        assert [text[a:b] for a, b in paragraphs(text)] == ["One.", "Two."]


def test_four_lines_without_stops_are_a_list_and_not_headings():
    _, found = _segments("Bread\nMilk\nSalt\nOil\n\nAll of it was sold.")
    assert {s.kind for s in found} == {"body"}


def test_nothing_but_blanks_has_no_sentence():
    assert _segments(" \n\t\n")[1] == []


def test_long_runs_take_linear_time():
    """No text is too long to be cut: blanks, marks, lists, capitals, brackets and line ends by the ten thousand."""
    marks = [". ", "… ", "“", "(", "[1] ", "\n", "a\n\n", ":) ", "👍🏽", "中"]
    for unit in ["word ", "A. ", "? a ", "- a\n", "AB, ", "A B (", "OSLO - ", "By A b ", *marks]:
        text = unit * 20_000
        words, found = _segments(text)
        assert sum(s.last - s.first for s in found) == len(words)
