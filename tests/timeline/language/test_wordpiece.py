from timeline.language.wordpiece import UNKNOWN, WordPiece

VOCABULARY = {piece: number for number, piece in enumerate(["un", "##like", "##ly", "cafe", "-", "a", "##b", "中", "the"], 200)}


def _pieces(word):
    names = {number: piece for piece, number in VOCABULARY.items()} | {UNKNOWN: "?"}
    return [names[number] for number in WordPiece(VOCABULARY).pieces(word)]


def test_the_longest_piece_is_taken_first():
    assert _pieces("unlikely") == ["un", "##like", "##ly"]


def test_case_and_accents_do_not_matter():
    assert _pieces("Café") == ["cafe"]
    assert _pieces("THE") == ["the"]


def test_marks_and_ideographs_stand_alone():
    assert _pieces("a-ab") == ["a", "-", "a", "##b"]
    assert _pieces("a中") == ["a", "中"]


def test_what_is_not_in_the_vocabulary_is_one_unknown():
    assert _pieces("xyz") == ["?"]
    assert _pieces("\0") == ["?"]
    assert _pieces("a" * 101) == ["?"]


def test_many_pieces_are_cut_to_the_first_five_and_the_last_two():
    assert _pieces("a-a-a-the") == ["a", "-", "a", "-", "a", "-", "the"]
    assert _pieces("a-a-a-a-the") == ["a", "-", "a", "-", "a", "-", "the"]
