"""A string that is one date and nothing else: metadata, `--published`, the cell of a table."""

import re
from functools import lru_cache

from timeline.records import Document, Interval, Parsed
from timeline.times.edtf import from_edtf, interval_of
from timeline.times.find import find_times

_LONGEST = 80  # characters; a longer string is no single date
_LEFT_OVER = re.compile(
    r"(?:[\s,.;:|()–-]|\b(?:published|updated|posted|date|on|at|gmt|utc|z|am|pm|[a-z]{3}t|[+-]?\d{2}:?\d{2})\b)*", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def parse_one(text: str, *, languages: tuple[str, ...] = ("en",)) -> Interval | None:
    """The date that a whole string is, in EDTF, in English, or as dateparser reads it in `languages`; None where it is none.

    Never counts from today: "yesterday" and "5 March" (of which year?) are None. "05/06/2024" is "2024-XX-XX" where English leaves the
    order open; other languages put the day first.

    >>> parse_one("Thu, 05 Sep 2024 10:00:00 GMT").edtf, parse_one("5 mars 2024", languages=("fr",)).edtf
    ('2024-09-05', '2024-03-05')
    >>> parse_one("yesterday") is None
    True
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    try:
        return from_edtf(text)
    except ValueError:
        pass
    compact = re.fullmatch(r"([12][0-9]{3})([01][0-9])([0-3][0-9])", text)
    if compact:
        return interval_of("-".join(compact.groups()))
    foreign = "en" not in languages
    return (
        (_by_dateparser(text, languages) if foreign else None)
        or _in_english(text)
        or (None if foreign else _by_dateparser(text, languages))
    )


def _in_english(text: str) -> Interval | None:
    document = Document(id="", source="", title=None, text=text, published=None, published_basis=None, language="en", digest="")
    mentions = find_times(Parsed(document=document, tokens=(), sentences=(), names=(), quotations=()))
    dates = [mention for mention in mentions if mention.interval and mention.basis == "stated"]
    if len(dates) != 1 or any(mention.type != "TIME" for mention in mentions if mention is not dates[0]):
        return None
    rest = text
    for mention in reversed(mentions):
        rest = rest[: mention.start] + rest[mention.end :]
    return dates[0].interval if _LEFT_OVER.fullmatch(rest) else None


def _by_dateparser(text: str, languages: tuple[str, ...]) -> Interval | None:
    if not re.search(r"[0-9]{4}", text) or re.search(r"[0-9]{5}", text):
        return None
    import datetime

    from dateparser.date import DateDataParser

    base = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - dateparser wants it naive; fixed, so that nothing counts from today
    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["year"], "RELATIVE_BASE": base}
    found = DateDataParser(languages=list(languages), settings=settings).get_date_data(text)
    date = found.date_obj
    if date is None or f"{date.year:04}" not in text:
        return None
    day = date.strftime("%Y-%m-%d")
    return from_edtf({"year": day[:4], "month": day[:7]}.get(found.period, day))
