"""What readings are read against: the publication date and the dates told so far."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from timeline.times.anchors import Anchor, publication
from timeline.times.asides import OPENERS, is_compared, is_planned
from timeline.times.leaning import Tense, tense_of
from timeline.times.plain import quoted
from timeline.times.reading import Hit, Reading
from timeline.times.values import Point, point_of

Kind = Literal["news", "history"]


_TURN_OF_YEAR = -8  # months back from which a month is the next year's: March after November
_ONWARD_TURN = -6  # the same where the plain past tense goes on telling, in the order of what happened
_GOES_ON = 2  # months after a date that is looked back to within which the next is still looked back to
_DAYS_ON = 8  # so soon after the last date told, a day is of its year, whatever year is named between
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_LINK = re.compile(r"[\s,]*(?:(?:on|in|by|around|about|late|early|the|first|last|second)\s+){0,4}")
_BESIDE = 40  # characters between a year and the date that it goes with
_BESIDE_SENTENCES = 160  # characters after a year that opens a sentence within which a month is of that year
_EPISODE = 800  # characters over which a news story goes on telling of another year
_RETOLD = 2400  # the same where the story tells of an anniversary
_ASIDE = frozenset(("since", "until", "till", "from", "to", "before", "after"))


_FAR_YEAR, _FAR_DATE = 3, 10  # years from the story at which a year, or a date with its month, is taken for an aside
_FINE = frozenset(("D", "NI", "W", "FN"))
_FRAMING = frozenset(("", ".", "in", "by", "during", "throughout", "(", "-", "\n"))  # before a year that what follows happens in


def _never(_: int) -> bool:
    return False


@dataclass(slots=True)
class Context:
    """Where reading stands in the document. Changes as mentions are read, in the order of the text."""

    published: Point | None
    kind: Kind
    tense_at: Callable[[int], Tense]
    day_first: bool | None = None
    retells: bool = False
    looks_back: Callable[[int], bool] = _never
    story: Anchor | None = None
    day: Anchor | None = None
    dated: Anchor | None = None
    frame: Anchor | None = None
    told_year: bool = False
    opens: bool = False
    aside: int | None = None
    resume: Anchor | None = None
    story_opens: bool = False
    year: Anchor | None = None
    quarter: int | None = None
    months: bool = False
    read_tense: tuple[int, Tense] = (-1, "")

    def now(self) -> Anchor | None:
        """What "today" and "two years ago" count from: the day of publication of news."""
        return publication(self.published) if self.kind == "news" and self.published else None

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
        if self._by_the_way():
            return day
        if day and then and day.point.year == then.point.year and then.point.month in (None, day.point.month):
            return day
        return self.now() if self.kind == "news" else then

    def told_day(self) -> Anchor | None:
        """What "the same evening" and "the next day" count from: as `then`, else the last day told within that month or year."""
        then, day = self.story, self.day
        if then is None or day is None or then.point.day or then.point.unit not in "YM":
            return then
        if self._by_the_way():
            return day
        return day if day.point.year == then.point.year and then.point.month in (None, day.point.month) else then

    def _by_the_way(self) -> bool:
        """Whether news named an earlier year or month amid a sentence, since it told of a day of the year of publication."""
        then, day, published = self.story, self.day, self.published
        if self.kind != "news" or not (then and day and published) or self.story_opens:
            return False
        return then.point.year < day.point.year == published.year

    def year_for(self, month: int, day: int | None, onward: Callable[[], bool] = bool) -> tuple[int, Anchor] | None:
        """The year of a month (and day) told without one in a history, and what it rests on.

        The year of the last date told, or the next where that was late in the year and this is early; unless a year has been
        named since ("In 1942 ... In January") and the date would not follow on that last one within days. `onward` says that the
        plain past tense goes on telling, so that a month well before the last is rather of the next year.
        """
        dated, frame = self.dated, self.frame
        if self.resume and dated and not 0 <= month - (dated.point.month or 0) <= _GOES_ON and onward():
            dated = self.resume
        if dated is None or dated.point.month is None:
            return (frame.point.year, frame) if frame else None
        gap = month - dated.point.month
        turns = gap <= _TURN_OF_YEAR or (gap <= _ONWARD_TURN and onward())
        near = bool(day and dated.point.day) and 0 <= 31 * (gap + 12 * turns) + (day or 0) - (dated.point.day or 0) <= _DAYS_ON
        if frame and frame.point.year != dated.point.year and not near:
            return frame.point.year, frame
        return dated.point.year + turns, dated

    def tense(self, hit: Hit) -> Tense:
        """Whether a date lies before or after the publication, by the words at it, else by its verb."""
        if self.read_tense[0] != hit.first:
            self.read_tense = (hit.first, tense_of(hit, self.tense_at))
        return self.read_tense[1]

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
        if dated is None or not self.told_year or self.published is None or dated.point.year == self.published.year:
            return None
        reach, paragraphs = (_RETOLD, 4) if self.retells else (_EPISODE, 1)
        if start - dated.end > reach or len(_PARAGRAPH.findall(text, dated.end, start)) > paragraphs:
            return None
        return dated

    def year_told(self, start: int, text: str) -> Anchor | None:
        """In news, the past year that opens the sentence or the one before: "In 1962 the crisis came. In October ..."."""
        frame = self.frame
        if frame is None or not self.opens or self.published is None or frame.point.unit != "Y" or frame.point.year >= self.published.year:
            return None
        near = 0 <= start - frame.end <= _BESIDE_SENTENCES and "\n" not in text[frame.end : start].strip("\n")
        return frame if near else None

    def lose(self) -> None:
        """The story goes on at a time that nobody knows: "Two days after the vote", from which "that night" cannot be counted."""
        self.story = self.day = None

    def follow(self, reading: Reading, hit: Hit, text: str, end: int) -> None:
        """Makes a reading the last date told, where it names a stretch of the calendar; `text` is its words, up to character `end`."""
        point = point_of(reading.value)
        if point and point.unit == "Y" and reading.type == "DATE":
            self.year = Anchor(point, "relative", quoted(text, reading.value, None), end)
        if not reading.leads:
            return
        if point is None and reading.interval:
            point = Point(int(reading.interval.earliest[:-6]), unit="Y")
        if point and point.unit == "W" and reading.interval and reading.interval.earliest == reading.interval.latest:
            point = point_of(reading.interval.earliest) or point
        if point is None or point.unit in ("DE", "CE"):
            return
        if self.kind == "history" and self.dated and is_planned(hit):
            return
        if self.retells and reading.basis == "published" and self.story and text.lower() == "today" and self.tense_at(hit.first) != "past":
            return
        self.story_opens = hit.before() in OPENERS or hit.before(2) in OPENERS
        anchor = self.story = Anchor(point, "relative", quoted(text, reading.value, reading.interval), end)
        if self.kind == "history" and self._is_aside(point, hit):
            return
        before = hit.before()
        if point.day and point.unit == "D":
            self.day = anchor
        if self.kind == "history" and self.dated and before == "by" and hit.before(2) not in OPENERS and reading.basis != "stated":
            return
        if point.month and point.unit in ("D", "M", "W"):
            self._look_back(point, hit)
            self.dated, self.frame = anchor, None
            self.told_year = (reading.basis != "published" or "year" in text or "today" in text or hit.has("step")) and not is_compared(hit)
        elif point.unit in ("S", "Q", "H") or (
            point.unit == "Y" and (before in _FRAMING or (before not in _ASIDE and self._goes_on(point.year)))
        ):
            self.frame = anchor
            self.opens = before == "in" and hit.before(2) in OPENERS

    def _look_back(self, point: Point, hit: Hit) -> None:
        """Keeps where a history stands while "had" or "the previous October" looks back from it, to go on there in the plain past."""
        dated = self.dated
        if self.kind != "history":
            return
        if hit.get("step") != -1 and not self.looks_back(hit.first):
            self.resume = None
        elif dated and self.resume is None and (point.year, point.month or 0) < (dated.point.year, dated.point.month or 0):
            self.resume = dated

    def _is_aside(self, point: Point, hit: Hit) -> bool:
        """Whether a year amid a sentence lies too far from the story to be where it goes on; another year near it says that it is."""
        opens = hit.before() in OPENERS or (hit.before(2) in OPENERS and hit.before() in _FRAMING)
        if self.dated is None or opens:
            return False
        far = abs(point.year - self.dated.point.year) > (_FAR_DATE if point.month else _FAR_YEAR)
        confirmed = self.aside is not None and abs(point.year - self.aside) <= _FAR_YEAR
        self.aside = point.year if far else None
        return far and not confirmed

    def _goes_on(self, year: int) -> bool:
        return self.frame is None if self.dated is None else 0 <= year - self.dated.point.year <= 3
