"""The day of publication: from words given for it, or from a dateline near the top of a text. Never guessed."""

import re
from datetime import date

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day|\.)?,?\s{1,3})?"
_DAY, _YEAR = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
_CLOCK = r"(?:,?\s{0,2}(?:at\s|\||[-–—•·])?\s{0,2}\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4})?)?"
_FORMS = tuple(
    re.compile(form + _CLOCK, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}{_MONTH}\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}",
        rf"{_WEEKDAY}{_DAY}\s{{1,3}}{_MONTH},?\s{{1,3}}{_YEAR}",
    )
)
_ISO = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[T ]\d\d:?\d\d.{0,20})?|(\d{4})(\d\d)(\d\d)")
_NAMED = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)[-_./]?([01]\d)[-_./]?([0-3]\d)(?!\d)")
_NUMERIC = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_PREFIX = re.compile(r"(?:first\s)?(?:published|posted|date|issued|released|filed)(?:\son)?\s{0,2}:?\s{0,2}", re.IGNORECASE)
# "ROME, Sept. 13, 2011 (Reuters) -": the place in capitals, or a name of one to four words, before a month and a dash.
_PLACE = r"[A-ZÀ-Þ][\w.'’-]{1,30}(?:,? [A-ZÀ-Þ(][\w.'’)-]{0,30}){0,5}"
_DATELINES = tuple(
    re.compile(rf"{_PLACE},?\s{{1,2}}{when}(?:,?\s{{1,2}}{_YEAR})?,?\s{{0,2}}(?:\([^()\n]{{1,40}}\))?\s{{0,2}}(?:--?|[–—:_])")
    for when in (rf"(?i:{_WEEKDAY}{_MONTH})\s{{1,2}}{_DAY}", rf"{_DAY}\s{{1,2}}(?i:{_MONTH})")
)
_LINES, _LINE_CHARACTERS = 6, 200


def day(words: str) -> str | None:
    """The one day that `words` name in full, as YYYY-MM-DD, or None: part of a date, two readings, no such day.

    >>> day("March 1, 2008"), day("2024-09-05T10:00:00Z"), day("03/04/2008"), day("last Friday")
    ('2008-03-01', '2024-09-05', None, None)
    """
    words = words.strip()
    if len(words) > 80:
        return None
    if match := _ISO.fullmatch(words):
        year, month, number = (int(part) for part in match.groups() if part)
        return _calendar(year, month, number)
    for form in _FORMS:
        if match := form.fullmatch(words):
            return _calendar(int(match["year"]), _month(match["month"]), int(match["day"]))
    return _read_by_dateparser(words)


def _read_by_dateparser(words: str) -> str | None:
    """Other spellings ("Fri, 13 Sep 2011 10:00:00 GMT"); all-numeric ones only where day and month cannot be exchanged."""
    if not re.search(r"\d{4}", words):
        return None
    import dateparser

    numeric = bool(_NUMERIC.fullmatch(words))
    orders = ("DMY", "MDY") if numeric else ("MDY",)
    found = set()
    for order in orders:
        settings = {
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "DATE_ORDER": order,
            "PREFER_LOCALE_DATE_ORDER": False,
        }
        read = dateparser.parse(words, languages=["en"], settings=settings)
        if read is not None:
            found.add(read.date().isoformat())
    return found.pop() if len(found) == 1 else None


def from_text(text: str, year: str | None = None) -> str | None:
    """The day told near the top of a text: a date alone on a line, or a dateline ("ROME, Sept. 13, 2011 (Reuters) -").

    `year` (four digits) completes a dateline that gives none; without it such a dateline tells no day.
    """
    lines = [line.strip() for line in text[:4000].split("\n")]
    for line in [line for line in lines if line][:_LINES]:
        for dateline in _DATELINES:
            if match := dateline.match(line[:_LINE_CHARACTERS]):
                told = match["year"] or year
                return _calendar(int(told), _month(match["month"]), int(match["day"])) if told else None
        alone = _PREFIX.sub("", line, count=1) if len(line) <= 80 else ""
        if any(form.fullmatch(alone) for form in _FORMS) or _ISO.fullmatch(alone):
            return day(alone)
    return None


def from_name(path: str) -> str | None:
    """The day in the name of a file, else of a folder above it, the nearest first: "2008-03-01-rome.txt", "2008/03/01/rome.txt".

    >>> from_name("archive/2008-03-01/rome.txt"), from_name("20080301.txt"), from_name("rome-12345678901.txt")
    ('2008-03-01', '2008-03-01', None)
    """
    for part in (*reversed(path.split("/")), path):
        for match in _NAMED.finditer(part):
            if read := _calendar(*(int(number) for number in match.groups())):
                return read
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _calendar(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None
