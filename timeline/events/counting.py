"""Dates counted from another event: "five days after he landed", "two days before the vote"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.events.context import Context
from timeline.events.dating import Dating
from timeline.events.triggers import Trigger
from timeline.records import Interval, TimeMention
from timeline.times import from_days, from_edtf

_COUNT = re.compile(r"P(\d{1,3})([DWMY])")
_REACH = 9
_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Y": 12}
_ABOUT = frozenset("about around nearly almost roughly some over under less more than barely hardly only just".split())


Step = tuple[int, str]
"""How many days (D), weeks (W), months (M) or years (Y), on or back."""


class Counting:
    """Counts the dates of the triggers of one document from one another."""

    def __init__(self, context: Context, triggers: Sequence[Trigger]) -> None:
        self.context, self.tokens, self.triggers = context, context.tokens, triggers
        self._at = {token: number for number, t in reversed(list(enumerate(triggers))) for token in (t.clause, t.head)}

    def dates(self, datings: Sequence[Dating]) -> list[Dating]:
        """Datings with those counted from another event filled in, in either direction; dated ones are never changed."""
        out = list(datings)
        for mention in sorted(self.context.time_at.values(), key=lambda m: m.start):
            found = self._pair(mention)
            if found is None:
                continue
            step, base, target = found
            if out[base].interval is None and out[target].interval is not None:
                out[base] = self._counted(mention, out[target], step, self.triggers[target]) or out[base]
            elif out[target].interval is None and out[base].interval is not None:
                out[target] = self._counted(mention, out[base], (-step[0], step[1]), self.triggers[base]) or out[target]
        return out

    def _pair(self, mention: TimeMention) -> tuple[Step, int, int] | None:
        """The step from the target to the base, and the two events' numbers: base, then the event counted from."""
        counted = _COUNT.fullmatch(mention.value)
        last = self.context.token_at(max(mention.start, mention.end - 1))
        if mention.type != "DURATION" or counted is None or last + 1 >= len(self.tokens):
            return None
        # The word may stand inside the expression or behind it, as annotators differ.
        word = next((w for w in (self.tokens[last], self.tokens[last + 1]) if w.text.lower() in ("after", "before")), None)
        if word is None:
            return None
        target = self._after(word.index)
        base = self._governing(self.context.token_at(mention.start), target)
        if target is None or base is None:
            return None
        if counted[2] in _MONTHS and self._about(mention):
            return None
        count = int(counted[1]) if word.text.lower() == "after" else -int(counted[1])
        return (count, counted[2]), base, target

    def _about(self, mention: TimeMention) -> bool:
        """Whether the count is not meant exactly ("less than two months after")."""
        first = self.context.token_at(mention.start)
        return any(t.text.lower() in _ABOUT for t in self.tokens[max(0, first - 2) : first + 2])

    def _after(self, word: int) -> int | None:
        """The first event told behind "after", in the same sentence and near."""
        sentence = self.tokens[word].sentence
        found = (self._at.get(i) for i in range(word + 1, min(word + 1 + _REACH, len(self.tokens))) if self.tokens[i].sentence == sentence)
        return next((number for number in found if number is not None and self.triggers[number].head > word), None)

    def _governing(self, index: int, target: int | None) -> int | None:
        """The event that the expression dates: the nearest above it in the tree that is not the one counted from."""
        above = [index, *self.context.tree.ancestors(index)]
        found = (self._at.get(token) for token in above)
        return next((number for number in found if number is not None and number != target), None)

    def _counted(self, mention: TimeMention, known: Dating, step: Step, trigger: Trigger) -> Dating | None:
        if known.interval is None or known.interval.precision not in ("day", "part", "hour", "minute"):
            return None
        moved = _moved(known.interval, step)
        if moved is None:
            return None
        word = self.context.words(trigger.first, trigger.last)
        why = f"“{mention.text}” counted {'on' if step[0] > 0 else 'back'} from “{word}”: {known.why}"
        return Dating(time=replace(mention, interval=moved), interval=moved, why=why, own=False)


def _moved(interval: Interval, step: Step) -> Interval | None:
    """The interval moved, by months to a month and by years to a year; None outside the years 1 to 9999, where no one counts in days."""
    count, unit = step
    try:
        if unit in _MONTHS:
            day = date.fromisoformat(interval.earliest)
            year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS[unit], 12)
            date(year, month + 1, 1)
            return from_edtf(f"{year:04d}-{month + 1:02d}" if unit == "M" else f"{year:04d}")
        days = count * _DAYS[unit]
        ends = [date.fromisoformat(end) + timedelta(days=days) for end in (interval.earliest, interval.latest)]
    except (ValueError, OverflowError):
        return None
    return from_days(ends[0].isoformat(), ends[1].isoformat())
