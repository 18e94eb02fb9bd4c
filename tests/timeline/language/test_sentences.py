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
