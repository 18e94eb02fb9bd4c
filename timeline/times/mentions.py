"""From a reading to the mention that the document has: its words, its value and interval, the reason."""

from timeline.records import TimeMention
from timeline.times.edtf import approximate, interval_of, uncertain
from timeline.times.lexer import Words
from timeline.times.reading import Hit, Reading
from timeline.times.vocabulary import words_of


def mention_of(hit: Hit, reading: Reading) -> TimeMention:
    """The mention that a hit and its reading make."""
    words = hit.words
    first = hit.first if reading.first is None else reading.first
    last = hit.last if reading.last is None else reading.last
    while first < last - 1 and words.lower[first] in ("on", "in", "at") and words.lower[first + 1] != "least":
        first += 1
    first += _is_of_the_noun(words, first, last) or _is_preposition(words, first)
    start, end = words.starts[first], words.ends[last - 1]
    text = words.text[start:end]
    interval = reading.interval or (interval_of(reading.value) if reading.type in ("DATE", "TIME") else None)
    doubts = []
    if interval and reading.mod == "APPROX":
        interval = approximate(interval)
        doubts.append(", and is approximate")
    if interval and _doubted(words, first, last):
        interval = uncertain(interval)
        doubts.append(", and the text is not sure of it")
    return TimeMention(
        start=start,
        end=end,
        text=text,
        type=reading.type,
        value=reading.value,
        interval=interval,
        basis=reading.basis,
        why=f"‘{' '.join(text.split())}’ {reading.note}{''.join(doubts)}",
        mod=reading.mod,
    )


def _is_of_the_noun(words: Words, first: int, last: int) -> bool:
    """Whether an article belongs to a noun after the time: "a | third-quarter | loss"."""
    if words.lower[first] not in ("the", "a", "an") or last - first < 3 or words.lower[last - 2] != "-" or last == len(words.starts):
        return False
    joined = words.starts[last - 1] == words.ends[last - 3] + 1
    following = words.lower[last]
    return joined and following.isalpha() and following not in _AFTER_A_NOUN and words.text[words.starts[last - 1]].isalpha()


_AFTER_A_NOUN = words_of(
    """
    of in on at to for from by with and or but as than when while that which who is was are were has had have will would can could may
    might said says after before since until through into over the a an it he she they its his her their
    """
)


def _is_preposition(words: Words, first: int) -> bool:
    """Whether "over" leads a length ("fell over three years"), rather than says that it is more ("for over three years")."""
    return words.lower[first] == "over" and (first == 0 or words.lower[first - 1] not in _BEFORE_OVER)


_BEFORE_OVER = words_of(
    "for in after of within than by at last lasted lasts took take takes taken spent spend spends just well a the is was"
)
_DOUBTS = words_of("probably perhaps possibly maybe presumably")
_LINKS = words_of("in on at by around about from early late during ca c . circa")


def _doubted(words: Words, first: int, last: int) -> bool:
    """Whether the text itself doubts a date: "perhaps in 1850", "(1850?)"."""
    before = first - 1
    while before > max(0, first - 4) and words.lower[before] in _LINKS:
        before -= 1
    if before >= 0 and words.lower[before] in _DOUBTS:
        return True
    return (
        words.lower[last : last + 1] == ["?"] and words.lower[last + 1 : last + 2] in ([")"], ["-"]) and "YEAR" in words.meanings[last - 1]
    )
