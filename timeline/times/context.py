"""What readings are read against: the publication date and the dates told so far."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from timeline.records import Basis
from timeline.times.days import format_year, parse_day
from timeline.times.plain import quoted
from timeline.times.reading import Hit, Reading
from timeline.times.values import Point, point_of

Kind = Literal["news", "history"]


Tense = Literal["past", "future", ""]


_TURN_OF_YEAR = -8  # months back from which a month is the next year's: March after November


_DAYS_ON = 8  # so soon after the last date told, a day is of its year, whatever year is named between


_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_LINK = re.compile(r"[\s,]*(?:(?:on|in|by|around|about|late|early|the|first|last|second)\s+){0,4}")


_BESIDE = 40  # characters between a year and the date that it goes with


_BESIDE_SENTENCES = 160  # characters after a year that opens a sentence within which a month is of that year


_EPISODE = 800  # characters over which a news story goes on telling of another year


_ASIDE = frozenset(("since", "until", "till", "from", "to", "before", "after"))


_FAR_YEAR, _FAR_DATE = 3, 10  # years from the story at which a year, or a date with its month, is taken for an aside
_ONWARD = frozenset(("through", "until", "till", "beginning", "starting", "effective"))
_DELIVERED = frozenset(("delivery", "deliveries", "futures"))
_ARRANGED = frozenset(
    """
    scheduled set planned plan plans called call slated expected ordered due strike strikes meeting meetings talks hearing election
    elections vote date protest protests march rally trial launch hopes invited booked ready
    """.split()
)  # before "for Monday": what is still to come
_WAS = frozenset(("was", "were", "had"))
_FINE = frozenset(("D", "NI", "W", "FN"))
_COMPARED, _SOON_AFTER = 10, 6  # words
_COMPARING = frozenset(("%", "percent", "compared", "than"))
_OPENERS = frozenset(("", ".", "!", "?", "\n", ":", "”", '"'))
_FRAMING = frozenset(("", ".", "in", "by", "during", "throughout", "(", "-", "\n"))  # before a year that what follows happens in


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date to count from: `point`, the basis that a value counted from it has, its name in words, and where it ends in the text."""

    point: Point
    basis: Basis
    words: str
    end: int = -1


@dataclass(slots=True)
class Context:
    """Where reading stands in the document. Changes as mentions are read, in the order of the text."""

    published: Point | None
    kind: Kind
    tense_at: Callable[[int], Tense]
    day_first: bool | None = None
    story: Anchor | None = None
    day: Anchor | None = None
    dated: Anchor | None = None
    frame: Anchor | None = None
    told_year: bool = False
    opens: bool = False
    aside: int | None = None
    year: Anchor | None = None
    quarter: int | None = None
    months: bool = False

    def now(self) -> Anchor | None:
        """What "today" and "two years ago" count from: the day of publication of news."""
        return _publication(self.published) if self.kind == "news" and self.published else None

    def told_now(self) -> Anchor | None:
        """What "last year" and "this summer" count from: as `now`, but in a history of known publication the last date told.

        A text of unknown date may speak of its own last year, so there it is None.
        """
        return self.story if self.kind == "history" and self.published else self.now()

    def then(self) -> Anchor | None:
        """What "two days later" and "that night" count from: the last date told."""
        return self.story

    def then_for(self, unit: str) -> Anchor | None:
        """As `then`; days and weeks count from the last day told, where a month or year was only named since, not told of."""
        then, day = self.story, self.day
        if unit not in _FINE or then is None or day is None or then.point.day or then.point.unit not in "YM":
            return then
        return day if self.frame is None or self.frame.end <= day.end else then

    def then_day(self) -> Anchor | None:
        """As `then`, but a day: the last one told in the month or year that is told of now, else in news that of publication."""
        then, day = self.story, self.day
        if then and (then.point.day or then.point.unit not in "YM"):
            return then
        if day and then and day.point.year == then.point.year and then.point.month in (None, day.point.month):
            return day
        return self.now() if self.kind == "news" else then

    def told_day(self) -> Anchor | None:
        """What "the same evening" and "the next day" count from: as `then`, else the last day told within that month or year."""
        then, day = self.story, self.day
        if then is None or day is None or then.point.day or then.point.unit not in "YM":
            return then
        return day if day.point.year == then.point.year and then.point.month in (None, day.point.month) else then

    def year_for(self, month: int, day: int | None) -> tuple[int, Anchor] | None:
        """The year of a month (and day) told without one in a history, and what it rests on.

        The year of the last date told, or the next where that was late in the year and this is early; unless a year has been
        named since ("In 1942 ... In January") and the date would not follow on that last one within days.
        """
        dated, frame = self.dated, self.frame
        if dated is None or dated.point.month is None:
            return (frame.point.year, frame) if frame else None
        gap = month - dated.point.month
        turns = gap <= _TURN_OF_YEAR
        near = bool(day and dated.point.day) and 0 <= 31 * (gap + 12 * turns) + (day or 0) - (dated.point.day or 0) <= _DAYS_ON
        if frame and frame.point.year != dated.point.year and not near:
            return frame.point.year, frame
        return dated.point.year + turns, dated

    def tense(self, hit: Hit) -> Tense:
        """Whether a date lies before or after the publication, by the words at it, else by its verb."""
        before, after = hit.before(), hit.after()
        if before in ("since", "ended") or after == "'s" or (before == "of" and hit.before(2) == "as"):
            return "past"
        if (before in ("ending", "from") and after == "on") or (after in _DELIVERED and hit.has("m")):
            return "future"
        tense = self.tense_at(hit.first)
        if before in ("until", "till") and not _WAS.isdisjoint(hit.words.lower[max(0, hit.first - 4) : hit.first]):
            return "past"
        if tense != "past" and (before in _ONWARD or after == "deadline"):
            return "future"
        if (
            before == "for"
            and (hit.has("w") or hit.has("d"))
            and not _ARRANGED.isdisjoint(hit.words.lower[max(0, hit.first - 5) : hit.first])
        ):
            came_to_nothing = hit.words.lower[hit.last : hit.last + _SOON_AFTER]
            return "past" if "did" in came_to_nothing and "not" in came_to_nothing else "future"
        owned = before in ("a", "an", "the", "its", "his", "her", "their") and after.isalpha()
        if owned:
            return "" if tense == "future" else "past"
        return tense

    def beside(self, hit: Hit) -> Anchor | None:
        """The year just told, right before a date: "Four years later, on Christmas Eve"."""
        year, start = self.year, hit.start()
        if year is None or not 0 <= start - year.end <= _BESIDE or not _LINK.fullmatch(hit.words.text, year.end, start):
            return None
        return year

    def flashback(self, start: int, text: str) -> Anchor | None:
        """In news, the last date told in another year than that of publication, if it stands near enough to go on from.

        Near enough is the same paragraph or the next: what is told further on has left the flashback.
        """
        dated = self.dated
        if (
            dated is None
            or not self.told_year
            or self.published is None
            or start - dated.end > _EPISODE
            or dated.point.year == self.published.year
            or len(_PARAGRAPH.findall(text, dated.end, start)) > 1
        ):
            return None
        return dated

    def year_told(self, start: int, text: str) -> Anchor | None:
        """In news, the past year that opens the sentence or the one before: "In 1962 the crisis came. In October ..."."""
        frame = self.frame
        if frame is None or not self.opens or self.published is None or frame.point.unit != "Y" or frame.point.year >= self.published.year:
            return None
        near = 0 <= start - frame.end <= _BESIDE_SENTENCES and "\n" not in text[frame.end : start].strip("\n")
        return frame if near else None

    def follow(self, reading: Reading, hit: Hit, text: str, end: int) -> None:
        """Makes a reading the last date told, where it names a stretch of the calendar; `text` is its words, up to character `end`."""
        point = point_of(reading.value)
        if point and point.unit == "Y" and reading.type == "DATE":
            self.year = Anchor(point, "relative", quoted(text, reading.value, None), end)
        if not reading.leads:
            return
        if point is None and reading.interval:
            point = Point(int(reading.interval.earliest[:-6]), unit="Y")
        if point is None or point.unit in ("DE", "CE"):
            return
        if self.kind == "history" and self.dated and _is_planned(hit):
            return
        anchor = self.story = Anchor(point, "relative", quoted(text, reading.value, reading.interval), end)
        if self.kind == "history" and self._is_aside(point, hit):
            return
        before = hit.before()
        if point.day and point.unit == "D":
            self.day = anchor
        if point.month and point.unit in ("D", "M", "W"):
            self.dated, self.frame = anchor, None
            self.told_year = (reading.basis != "published" or "year" in text) and not _is_compared(hit)
        elif point.unit in ("S", "Q", "H") or (
            point.unit == "Y" and (before in _FRAMING or (before not in _ASIDE and self._goes_on(point.year)))
        ):
            self.frame = anchor
            self.opens = before == "in" and hit.before(2) in _OPENERS

    def _is_aside(self, point: Point, hit: Hit) -> bool:
        """Whether a year amid a sentence lies too far from the story to be where it goes on; another year near it says that it is."""
        opens = hit.before() in _OPENERS or (hit.before(2) in _OPENERS and hit.before() in _FRAMING)
        if self.dated is None or opens:
            return False
        far = abs(point.year - self.dated.point.year) > (_FAR_DATE if point.month else _FAR_YEAR)
        confirmed = self.aside is not None and abs(point.year - self.aside) <= _FAR_YEAR
        self.aside = point.year if far else None
        return far and not confirmed

    def _goes_on(self, year: int) -> bool:
        return self.frame is None if self.dated is None else 0 <= year - self.dated.point.year <= 3


def _is_planned(hit: Hit) -> bool:
    """Whether a date is one that was looked forward to, where a history does not go on: "meant to leave in June 1948"."""
    words = hit.words.lower[max(0, hit.first - _COMPARED) : hit.first]
    for index in range(len(words) - 1, -1, -1):
        if words[index] in _OPENERS or words[index] in (";", ","):
            return False
        if words[index] in ("would", "will", "shall") or (words[index] == "to" and index and words[index - 1] in _PLANS):
            return True
    return False


_PLANS = frozenset("was were intended planned promised hoped wanted meant due scheduled agreed supposed expected".split())


def _is_compared(hit: Hit) -> bool:
    """Whether a date is there to measure another by: "rose 5% from July 1989"."""
    return not _COMPARING.isdisjoint(hit.words.lower[max(0, hit.first - _COMPARED) : hit.first])


def published_point(published: str | None) -> Point | None:
    """The day of publication; None where it is not known or no day."""
    if not published:
        return None
    try:
        parse_day(published[:10])
    except ValueError:
        return None
    return point_of(published[:10])


@lru_cache(maxsize=64)
def _publication(published: Point) -> Anchor:
    return Anchor(published, "published", f"the publication date {_iso(published)}")


def _iso(point: Point) -> str:
    return f"{format_year(point.year)}-{point.month or 0:02}-{point.day or 0:02}"
