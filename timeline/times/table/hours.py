"""Forms of the hours and parts of a day."""

from timeline.times import clock, weekdays
from timeline.times.table.form import PLACE, WEEKDAY, ZONE, rows

C, D = clock, weekdays

TIMES = (
    ("h:HOUR half:HALFDAY", "3 p.m.", "T15:00"),
    ("t:CLOCK half:HALFDAY?", "10:57", "T10:57"),
    ("dot:DOTCLOCK half:HALFDAY", "10.30 pm", "T22:30"),
    ("h:HOUR oclock", "three o'clock", "T03:00"),
    ("noon:NOON", "noon", "T12:00"),
)
TONIGHTS = tuple((time, example, {"10:57": "T22:57"}.get(example, value)) for time, example, value in TIMES)
NIGHTS = tuple(
    (time, example, {"10:57": "2024-09-04T22:57", "three o'clock": "2024-09-05T03:00"}.get(example, f"2024-09-04{value}"))
    for time, example, value in TIMES
)
DAYS = (
    (",? on? w:WEEKDAY", C.clock, "on Wednesday", "2024-09-04", False),
    ("off:DAYOFF", C.clock, "yesterday", "2024-09-04", False),
    (",? of? m:MONTH the? d:DAY ( ,? y:YEAR )?", C.clock, ", August 30, 2023", "2023-08-30", False),
    (",? of? the? d:DAY of? m:MONTH ( ,? y:YEAR )?", C.clock, ", 30 August 2023", "2023-08-30", False),
    ("on m:MONTH the? d:DAY ( ,? y:YEAR )?", C.clock_before, "on August 30, 2023", "2023-08-30", True),
    ("on the? d:DAY of? m:MONTH ( ,? y:YEAR )?", C.clock_before, "on 30 August 2023", "2023-08-30", True),
)
FIRST_DAYS = (
    ("( off:DAYOFF )?", "at 1:30 and 3 p.m.", "2024-09-05T13:30 2024-09-05T15:00"),
    ("on? w:WEEKDAY", "from 11 to 1 p.m. on Wednesday", "2024-09-04T11:00 2024-09-04T13:00"),
    ("on? m:MONTH the? d:DAY ( ,? y:YEAR )?", "at 1:30 or 3 p.m. on 30 August 2023", "2023-08-30T13:30 2023-08-30T15:00 2023-08-30"),
    ("on? the? d:DAY of? m:MONTH ( ,? y:YEAR )?", "at 1:30 or 3 a.m. on August 30, 2023", "2023-08-30T01:30 2023-08-30T03:00 2023-08-30"),
)
CLOCK = rows(
    *((f"{time} {ZONE}", C.clock, f"by {example}", f"2024-09-05{value}") for time, example, value in TIMES),
    *(
        (f"{time} {PLACE} {day}", read, f"{example} {day_example}", f"{date}{value}{f' {date}' * apart}")
        for time, example, value in TIMES
        for day, read, day_example, date, apart in DAYS
    ),
    *(
        (f"( h:HOUR | t:CLOCK ) ( and | or | to | - | until ) ( HOUR | CLOCK ) half:HALFDAY z:ZONE? {day}", C.first_clock, example, value)
        for day, example, value in FIRST_DAYS
    ),
    ("( h:HOUR | t:CLOCK ) oclock? ( in the | this ) p:PART", C.clock, "by 8 in the evening", "2024-09-05T20:00"),
    *((f"{time} {PLACE} step:STEP p:PART", C.clock, f"{example} last night", value) for time, example, value in NIGHTS),
    *(
        (f"hhmm:HHMM z:ZONE {day}", read, f"0930 GMT {day_example}", f"{date}T09:30Z{f' {date}' * apart}")
        for day, read, day_example, date, apart in DAYS
    ),
    *((f"{time} {PLACE} off:TONIGHT", C.clock, f"{example} tonight", f"2024-09-05{value}") for time, example, value in TONIGHTS),
    ("t:CLOCK ( hours | hrs )", C.clock, "19:00 hours", "2024-09-05T19:00"),
    ("hhmm:HHMM ( hours | hrs | z:ZONE )", C.clock, "0930 hours", "2024-09-05T09:30"),
    (
        f"( early in | at )? the? e:EARLY? -? p:PART ( hours )? ( of | on )? {WEEKDAY} m:MONTH d:DAY ,? y:YEAR",
        C.part_of_date,
        "the night of April 18, 1775",
        "1775-04-18TNI",
    ),
    (
        f"( early in | at )? the? e:EARLY? -? p:PART ( hours )? ( of | on )? {WEEKDAY} the? d:DAY of? m:MONTH ,? y:YEAR",
        C.part_of_date,
        "the night of 20 June 1791",
        "1791-06-20TNI",
    ),
    (
        f"( early in | at )? the? e:EARLY? -? p:PART ( hours )? ( of | on )? {WEEKDAY} m:MONTH d:DAY",
        C.part_of_date,
        "the night of August 18",
        "2024-08-18TNI",
    ),
    (
        f"( early in | at )? the? e:EARLY? -? p:PART ( hours )? ( of | on )? {WEEKDAY} the? d:DAY of? m:MONTH",
        C.part_of_date,
        "the night of 20 August",
        "2024-08-20TNI",
    ),
    ("at? the? e:EARLY? -? p:PART ( of | on ) w:WEEKDAY", C.part_of_date, "the morning of Tuesday", "2024-09-03TMO"),
    ("e:EARLY -? p:PART", C.part_of_day, "mid-afternoon", "2024-09-05TAF"),
    ("the e:EARLY? p:PART", C.in_the_part, "the evening", "2024-09-05TEV"),
    ("the? e:EARLY hours ( of | on )? w:WEEKDAY", D.weekday_name, "the early hours of Sunday", "2024-09-01"),
    ("p:PART w:WEEKDAY", C.part_of_date, "midday Saturday", "2024-08-31TMI"),
    ("at night", C.at_night, "at night", "XXXX-XX-XXTNI"),
    ("at p:PART", C.part_of_day, "at dawn", "2024-09-05TMO"),
)
