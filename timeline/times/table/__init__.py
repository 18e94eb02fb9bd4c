"""Every form of time expression that is known, grouped by kind: its pattern, what reads it, an example and the value it gives.

The examples run as tests, against the publication date 2024-09-05 (a Thursday) in news. Of the forms that match at a word
the longest wins; among equals the earlier in the table. `timeline.times.pattern` says how patterns are written.
"""

from timeline.times.table.dates import FEASTS, FULL, PARTS
from timeline.times.table.form import Form
from timeline.times.table.hours import CLOCK
from timeline.times.table.lengths import LENGTHS, SETS
from timeline.times.table.relative import RELATIVE
from timeline.times.table.years import YEARS

__all__ = ["FORMS", "Form"]

FORMS: tuple[Form, ...] = FULL + YEARS + PARTS + CLOCK + RELATIVE + SETS + LENGTHS + FEASTS
