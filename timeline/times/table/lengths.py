"""Forms of lengths of time and of what recurs."""

from timeline.times import amounts, recurring
from timeline.times.table.form import ABOUT, MANY, rows

A, S = amounts, recurring

LENGTHS = rows(
    (f"the? {ABOUT} {MANY} -? u:UNIT ( and a half )?", A.duration, "three weeks", "P3W"),
    (f"the? {MANY} - u:UNIT - old", A.duration, "the eight-month-old", "P8M"),
    ("( the | a | an )? u:UNIT1 - old", A.duration, "a year-old", "P1Y"),
    (f"{MANY} u:UNIT to the day", A.duration, "a year to the day", "P1Y"),
    ("a? quarter -? ( of ( a | the ) )? century", A.quarter_century, "a quarter century", "P25Y"),
    (f"the? ( latest | most recent ) {MANY} -? u:UNIT", A.duration, "the latest nine months", "P9M"),
    (f"the? {ABOUT} {MANY} -? u:UNIT - long", A.duration, "month-long", "P1M"),
    (f"the? {ABOUT} n:NUM ( _ | ABOUT ) u:UNITS", A.duration, "eight trading days", "P8D"),
    (f"the? step:STEP {MANY} u:UNIT of m:MONTH y:YEAR?", A.part_of_span, "the last two weeks of February 2018", "P2W 2018-02"),
    ("the? step:STEP u:UNIT1 of m:MONTH y:YEAR?", A.part_of_span, "the last week of August 2018", "P1W 2018-08"),
    (f"the? o:ORD {MANY} u:UNIT of m:MONTH y:YEAR?", A.part_of_span, "the first two weeks of August 2018", "P2W 2018-08"),
    ("the? o:ORD u:UNIT1 of m:MONTH y:YEAR?", A.part_of_span, "the first week of August 2018", "P1W 2018-08"),
    (f"the? o:ORD {MANY} u:UNIT of y:YEAR", A.part_of_span, "the first nine months of 2018", "P9M 2018"),
    (f"the step:STEP {ABOUT} {MANY} u:UNIT", A.duration, "the next two weeks", "P2W"),
    ("the? step:STEP u:UNIT1 and a half", A.duration, "the past month and a half", "P1.5M"),
    ("( the )? o:ORD {MANY} u:UNIT".replace("{MANY}", MANY), A.duration, "the first nine months", "P9M"),
    ("n:NUM ( to | or | - ) n2:NUM u:UNIT", A.duration_range, "two to three weeks", "P2W"),
    ("u:UNIT1 - long", A.duration, "year-long", "P1Y"),
    ("x:LONG", A.in_one_word, "weeklong", "P1W"),
    ("u:UNITS ( and | or ) UNITS", A.vague_length, "weeks or months", "PXW"),
    ("the? u:UNITS ( ahead | to come )", A.vague_length, "the months ahead", "PXM"),
    ("( the )? ( coming | past | last | next )? u:UNITS", A.vague_length, "months", "PXM"),
    ("( a while | some time )", A.a_while, "a while", "PXX"),
)

SETS = rows(
    ("x:FREQUENCY", S.recurring, "daily", "XXXX-XX-XX"),
    ("( every | each | per ) other? n:NUM? u:UNIT", S.every, "every other year", "P2Y"),
    ("( every | each ) few:FEW u:UNITS", S.every, "every few years", "PXY"),
    ("weekends", S.weekends, "weekends", "XXXX-WXX-WE"),
    ("( once | twice | n:NUM times ) ( a | an | every | each | per ) u:UNIT1", S.every_once, "twice a week", "P1W"),
    ("( every | each ) w:WEEKDAY p:PART?", S.every_named, "every Tuesday", "XXXX-WXX-2"),
    ("( every | each ) ( other | second ) w:WEEKDAY", S.every_named, "every other Friday", "XXXX-WXX-5"),
    ("( every | each ) m:MONTH", S.every_named, "each July", "XXXX-07"),
    ("( every | each ) s:SEASON", S.every_named, "every summer", "XXXX-SU"),
    ("( every | each ) p:PART", S.every_named, "every morning", "XXXX-XX-XXTMO"),
    ("w:WEEKDAYS", S.every_named, "Mondays", "XXXX-WXX-1"),
)
