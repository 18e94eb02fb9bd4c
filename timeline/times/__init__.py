"""When: expressions of time found, normalised (TIMEX3, EDTF) and anchored."""

from timeline.times.edtf import from_days, from_edtf, interval_of, join, sort_key
from timeline.times.find import find_times
from timeline.times.single import parse_one

__all__ = ["find_times", "from_days", "from_edtf", "interval_of", "join", "parse_one", "sort_key"]
