"""Forms of days and months: written in full, without their year, holidays."""

from functools import partial

from timeline.times import amounts, digits, feasts, quarters, recurring, seasons, weekdays, written, yearless
from timeline.times.table.form import EDGE, SOUTH, WEEKDAY, Form, rows

A, G, Q, D, W, Y = amounts, digits, quarters, weekdays, written, yearless

FULL = rows(
    ("x:ISO", G.iso, "2024-08-30", "2024-08-30"),
    ("x:SLASH", G.slash, "30/8/2024", "2024-08-30"),
    (f"{WEEKDAY} e:EARLY? m:MONTH the? d:DAY ,? of? y:YEAR", W.full_date, "Friday, August 30, 2024", "2024-08-30"),
    (f"{WEEKDAY} the? d:DAY of? m:MONTH ,? of? y:YEAR", W.full_date, "the 30th of August, 2024", "2024-08-30"),
    ("g:NEAR m:MONTH the? d:DAY ,? of? y:YEAR", W.full_date, "around August 30, 2024", "2024-08-30"),
    ("g:NEAR the? d:DAY of? m:MONTH ,? of? y:YEAR", W.full_date, "about 30 August 2024", "2024-08-30"),
    (f"{WEEKDAY} the? d:DAY - m:MONTH - y:YEAR", W.full_date, "30-August-2024", "2024-08-30"),
    ("the? d:DAY of? m:MONTH ,? y:ANYYEAR era:ERA", W.full_date, "2 August 216 BC", "BC0216-08-02"),
    ("m:MONTH the? d:DAY ,? y:ANYYEAR era:ERA", W.full_date, "August 2, 216 BC", "BC0216-08-02"),
    (f"{EDGE} m:MONTH ,? of? ( the year )? y:YEAR", W.full_date, "early August 2024", "2024-08"),
    (f"{EDGE} m:MONTH ,? of? y:ANYYEAR era:ERA", W.full_date, "August 480 BC", "BC0480-08"),
    (
        "m:MONTH ( - | and | or | to | through | until | , ) ( EARLY -? )? m2:MONTH ,? of? y:YEAR",
        W.first_of_two,
        "August and September 1914",
        "1914-08 1914-09",
    ),
    (
        "the? d:DAY of? m:MONTH ( - | and | or | to | through | until | , ) the? DAY of? m2:MONTH ,? y:YEAR",
        W.first_of_two,
        "26 June - 4 August 1952",
        "1952-06-26 1952-08-04",
    ),
    (
        "m:MONTH the? d:DAY ( - | and | or | to | through | until | , ) m2:MONTH the? DAY ,? y:YEAR",
        W.first_of_two,
        "June 26 - August 4, 1952",
        "1952-06-26 1952-08-04",
    ),
    ("m:MONTH ( - | to | through | until ) m2:MONTH the? DAY ,? y:YEAR", W.first_of_two, "August to May 1, 2010", "2009-08 2010-05-01"),
    ("x:DASHED", G.slash, "30-08-2024", "2024-08-30"),
    ("the week of m:MONTH d:DAY ( ,? y:YEAR )?", Y.week_of_day, "the week of July 22, 2024", "2024-W30"),
    ("the week of the? d:DAY m:MONTH ( ,? y:YEAR )?", Y.week_of_day, "the week of 22 July 2024", "2024-W30"),
    ("the? month of m:MONTH ( ,? y:YEAR )?", Y.whole_month, "the month of June", "2024-06"),
    ("x:NAMEDAY", G.name_of_day, "on 9/11", "2001-09-11"),
    ("d:DAY - m:MONTH - yy:YY", W.full_date, "30-Aug-23", "2023-08-30"),
    ("m:MONTH ,? yy:SHORTYEAR", W.full_date, "August '23", "2023-08"),
    ("m:MONTH d:DAY ( - | to | and | through ) the? d2:DAY ( ,? y:YEAR )?", Y.second_day, "March 5-9, 2018", "2018-03-05 2018-03-09"),
    (
        "the? d:DAY ( - | to | and | or | through ) the? d2:DAY of? m:MONTH ( ,? y:YEAR )?",
        Y.second_day,
        "26-30 November 2018",
        "2018-11-26 2018-11-30",
    ),
)

PARTS = rows(
    ("g:NEAR? m:MONTH the? d:DAY", Y.partial, "August 30", "2024-08-30"),
    ("g:NEAR? the? d:DAY of? m:MONTH", Y.partial, "the 30th of August", "2024-08-30"),
    (f"{WEEKDAY} m:MONTH the? d:DAY", Y.partial, "Friday, August 30", "2024-08-30"),
    (f"{WEEKDAY} the? d:DAY of? m:MONTH", Y.partial, "Friday 30 August", "2024-08-30"),
    (f"{EDGE} m:MONTH", Y.partial, "late August", "2024-08"),
    ("on the d:NTH", Y.day_of_month, "on the 2nd", "2024-09-02"),
    ("w:WEEKDAY p:PARTS", recurring.every_named, "Tuesday nights", "XXXX-WXX-2TNI"),
    (f"{EDGE} w:WEEKDAY p:PART?", D.weekday_name, "Tuesday", "2024-09-03"),
    ("( p:PART on )? w:WEEKDAY ( of | in ) step:STEP week", D.weekday_of_week, "Tuesday of last week", "2024-08-27"),
    ("the? o:ORD w:WEEKDAY ( of | in ) m:MONTH ( ,? y:YEAR )?", Y.weekday_of_month, "the first Sunday of December 2018", "2018-12-02"),
    ("the? step:STEP w:WEEKDAY ( of | in ) m:MONTH ( ,? y:YEAR )?", Y.weekday_of_month, "the last Monday in May 2018", "2018-05-28"),
    ("that? w:WEEKDAY in m:MONTH? ,? y:YEAR", D.weekday_of_year, "Tuesday in 1973", "1973-WXX-2"),
    ("( that | the same | that same ) w:WEEKDAY p:PART?", D.that_weekday, "that Saturday", "XXXX-WXX-6"),
    ("w:WEEKDAY -? the -? d:NTH", D.weekday_and_day, "Friday the 13th", "2023-10-13"),
    ("earlier w:WEEKDAY p:PART?", D.weekday_name, "earlier Tuesday", "2024-09-03"),
    ("( the | this )? step:STEP w:WEEKDAY p:PART?", D.weekday_name, "next Tuesday", "2024-09-10"),
    (f"( the | this )? step:STEP? {SOUTH} s:SEASON", seasons.of_the_south, "last austral summer", "2024-SU"),
    ("this step:STEP e:EARLY? -? s:SEASON", seasons.season, "this past summer", "2024-SU"),
    ("the? step:STEP? e:EARLY? -? s:SEASON", seasons.season, "last summer", "2024-SU"),
    (f"{EDGE} the? o:ORD -? quarter", Q.quarter, "the end of the third quarter", "2024-Q3"),
    ("the? fiscal o:ORD -? quarter", Q.fiscal_quarter, "the fiscal second quarter", "2024-Q2"),
    ("the? o:ORD fiscal quarter", Q.fiscal_quarter, "the second fiscal quarter", "2024-Q2"),
    ("the? step:STEP year 's o:ORD -? quarter", Q.quarter, "last year's third quarter", "2023-Q3"),
    (
        "the? ( last | final ) quarter ( of | in ) ( the year | step:STEP year | y:YEAR )",
        Q.quarter,
        "the last quarter of the year",
        "2024-Q4",
    ),
    ("the? o:ORD -? quarter of step:STEP year", Q.quarter, "the third quarter of last year", "2023-Q3"),
    ("the? step:STEP year 's o:ORD -? half", Q.half, "this year's first half", "2024-H1"),
    ("the? o:ORD -? half", Q.bare_half, "first-half profit", "2024-H1"),
    ("the? o:ORD half of ( the year | step:STEP year )", Q.half, "the first half of this year", "2024-H1"),
)

FEASTS = tuple(
    Form(pattern, partial(feasts.feast, rule=rule), "", "")
    for name, rule in feasts.FEASTS.items()
    for pattern in (f"{name} ( ,? y:YEAR )?", f"step:STEP {name}")
)
