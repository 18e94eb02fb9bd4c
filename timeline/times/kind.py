"""What a document is: news or a history, one that tells of an anniversary, one that writes the day before the month."""

from timeline.times.context import Kind
from timeline.times.days import is_day, to_number
from timeline.times.lexer import Words
from timeline.times.values import Point
from timeline.times.vocabulary import Meaning

_DEICTIC = frozenset(("today", "yesterday", "tomorrow", "tonight", "ago", "recently"))
_ROUND = 3  # days about the publication within which the same day of another year is its anniversary
_YEARS_BACK = 3  # so many years at least lie between: news counts by the year before
_DATE_WORDS = 4  # a date with its year: month, day, comma, year


def kind_of(words: Words, published: Point | None) -> Kind:
    """Whether the document is news, told from its day of publication, or a history, told from the dates in it."""
    years = far = deictic = 0
    for lower, meaning in zip(words.lower, words.meanings, strict=True):
        if not meaning:
            continue
        year = meaning.get("YEAR")
        if isinstance(year, int) or "ERA" in meaning:
            years += 1
            far += published is None or not isinstance(year, int) or year < published.year - 1
        elif lower in _DEICTIC or "WEEKDAY" in meaning:
            deictic += 1
    if published is None:
        return "news" if deictic > 1 and years < 4 * deictic else "history"
    return "history" if far >= 5 and years > 8 * deictic else "news"


def puts_day_first(words: Words) -> bool | None:
    """Whether "5/6/2024" is 5 June, by the document's other dates: those in digits that can be read one way, else those in words."""
    day_first = month_first = written_day = written_month = 0
    for index, meaning in enumerate(words.meanings):
        text = meaning.get("SLASH")
        if isinstance(text, str) and "/" in text:
            first, second = (int(part) for part in text.split("/")[:2])
            day_first += 12 < first <= 31
            month_first += 12 < second <= 31
        elif "MONTH" in meaning:
            before, after = (words.meanings[i] if 0 <= i < len(words.meanings) else {} for i in (index - 1, index + 1))
            written_day += "DAY" in before and "NUM" in before
            written_month += "DAY" in after and "NUM" in after
    if bool(day_first) != bool(month_first):
        return bool(day_first)
    return bool(written_day) if not day_first and bool(written_day) != bool(written_month) else None


def marks_anniversary(words: Words, published: Point | None) -> bool:
    """Whether news tells again what happened on its own day of another year: "ten years ago today", "on October 23, 1983"."""
    if published is None or published.number is None:
        return False
    lower, here = words.lower, published.month or 0
    months = frozenset(((here + 10) % 12 + 1, here, here % 12 + 1))
    for index, meaning in enumerate(words.meanings):
        if not meaning:
            continue
        if "MONTH" in meaning:
            if meaning["MONTH"] in months and _is_anniversary(words, index, published):
                return True
        elif lower[index] == "ago" and "UNIT" in words.meanings[max(0, index - 1)]:
            after = lower[index + 1 : index + 3]
            if after[:1] == ["today"] or (after[:1] == ["this"] and after[1:] in (["week"], ["month"], ["day"])):
                return True
    return False


def _is_anniversary(words: Words, index: int, published: Point) -> bool:
    """Whether the month at `index` is that of a date some years before, within days of the publication's; or of "every September 11"."""
    near = words.meanings[index + 1 : index + _DATE_WORDS]
    yearly = index > 0 and words.lower[index - 1] in ("every", "each")
    if not yearly and not any(_number(meaning, "YEAR") <= published.year - _YEARS_BACK for meaning in near if "YEAR" in meaning):
        return False
    if index:
        near = [words.meanings[index - 1], *near]
    day = next((_number(meaning, "DAY") for meaning in near if "DAY" in meaning and "YEAR" not in meaning), 0)
    month = _number(words.meanings[index], "MONTH")
    return is_day(published.year, month, day) and abs(to_number(published.year, month, day) - (published.number or 0)) <= _ROUND


def _number(meaning: Meaning, name: str) -> int:
    value = meaning[name]
    return value if isinstance(value, int) else 0
