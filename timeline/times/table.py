"""Every form of time expression that is known, grouped by kind: its pattern, what reads it, an example and the value it gives.

The examples run as tests, against the publication date 2024-09-05 (a Thursday) in news. Of the forms that match at a word
the longest wins; among equals the earlier in the table. `pattern` says how patterns are written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from timeline.times import amounts, clock, feasts, quarters, references, relative, seasons, weekdays, written, yearless
from timeline.times.context import Context
from timeline.times.reading import Hit, Reading

Read = Callable[[Hit, Context], Reading | tuple[Reading, ...] | None]

# Pieces that many patterns share.
EDGE = "( the? ( very | latter )? ( e:EARLY ( - | of | part of ) | e8:EDGE ) | e9:EDGE in | g:NEAR )?"
ABOUT = "( g:ABOUT | more than | less than | fewer than | at least | up to | no more than )?"
MANY = (
    "( ( a | the )? few:FEW more? | ( a | the )? c:COUNT of? | half ( a | an ) | n:NUM ( -? f:FRACTION | -? and -? ( a | one )? -? half )? "
    "| a ( single | further | whole | full | solid ) | an ( additional | extra | entire ) | a | an | another )"
)
WEEKDAY = "( STEP? ( wd:WEEKDAY | ws:SHORTDAY ) ,? )?"
ZONE = "( local time | CAPITAL time | z:ZONE )?"
PLACE = "( _ time | local time | z:ZONE )?"
YEAR_BACK = "( year -? ( ago | earlier | before ) | ( prior | previous | preceding ) -? year )"
LIKE = "( same | corresponding | comparable | equivalent | like )"
OR_SO = "( or so | or thereabouts )"
TO = "( - ( to - )? | to | through )"
SOUTH = "( southern | austral | southern - hemisphere | southern hemisphere )"
THAT = "( that | the same | that same | this same | the very same | the very | this very | same )"


@dataclass(frozen=True, slots=True)
class Form:
    """One row of the table."""

    pattern: str
    read: Read
    example: str
    value: str


def _rows(*rows: tuple[str, Read, str, str]) -> tuple[Form, ...]:
    return tuple(Form(*row) for row in rows)


W, Y, D, Q, F = written, yearless, weekdays, quarters, references
R, A, C = relative, amounts, clock

FULL = _rows(
    ("x:ISO", W.iso, "2024-08-30", "2024-08-30"),
    ("x:SLASH", W.slash, "30/8/2024", "2024-08-30"),
    (f"{WEEKDAY} e:EARLY? m:MONTH the? d:DAY ,? of? y:YEAR", W.full_date, "Friday, August 30, 2024", "2024-08-30"),
    (f"{WEEKDAY} the? d:DAY of? m:MONTH ,? of? y:YEAR", W.full_date, "the 30th of August, 2024", "2024-08-30"),
    ("g:ABOUT m:MONTH the? d:DAY ,? of? y:YEAR", W.full_date, "around August 30, 2024", "2024-08-30"),
    ("g:ABOUT the? d:DAY of? m:MONTH ,? of? y:YEAR", W.full_date, "about 30 August 2024", "2024-08-30"),
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
    ("x:DASHED", W.slash, "30-08-2024", "2024-08-30"),
    ("x:NAMEDAY", W.name_of_day, "on 9/11", "2001-09-11"),
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

YEARS = _rows(
    (f"{EDGE} ( the? year )? y:YEAR era:ERA?", W.bare_year, "mid-1996", "1996"),
    (f"{EDGE} the? year y:ANYYEAR", W.bare_year, "the year 378", "0378"),
    (f"{EDGE} y:ANYYEAR era:ERA", W.bare_year, "480 BC", "BC0480"),
    ("y:ANYYEAR ( - | to | and | or | until ) ANYYEAR era:ERA", W.bare_first, "499 to 493 BC", "BC0499 BC0493"),
    (f"y:YEAR {OR_SO}", W.about_year, "1850 or so", "1850"),
    ("era:ERA y:ANYYEAR", W.bare_year, "AD 410", "0410"),
    ("yy:SHORTYEAR", W.bare_year, "'99", "1999"),
    ("year -? e:EARLY ,? y:YEAR", W.bare_year, "year-end 1988", "1988"),
    ("x:MIDDLE ,? ( of | in )? y:YEAR", W.mid_year, "midyear 1990", "1990"),
    ("y:YEAR ( - | / ) yy:YY", W.year_range_end, "1914-18", "1914 1918"),
    (f"{EDGE} the? x:DECADE era:ERA?", W.decade, "the late 1970s", "197"),
    ("the e:EARLY? -? x:DECADE era:ERA?", W.decade, "the mid-1980s", "198"),
    ("e:EARLY - word:DECADEWORD", W.decade, "mid-nineties", "199"),
    ("the e:EARLY? -? word:DECADEWORD", W.decade, "the nineties", "199"),
    ("the? e:EARLY? -? o:ORD -? century era:ERA?", W.century, "the 19th century", "18"),
    ("the? fiscal year? y:YEAR", W.bare_year, "fiscal 1989", "1989"),
    ("calendar year? y:YEAR", W.bare_year, "calendar 1989", "1989"),
    ("the? y:YEAR 's o:ORD -? quarter", Q.quarter, "1988's third quarter", "1988-Q3"),
    ("the? y:YEAR 's? o:ORD -? half", Q.half, "1991's second half", "1991-H2"),
    ("the? x:DECADE o:ORD -? quarter", Q.quarter_of_name, "1990's third quarter", "1990-Q3"),
    ("the? x:DECADE o:ORD -? half", Q.half_of_name, "1990's second half", "1990-H2"),
    ("the? y:YEAR s:SEASON", W.season_after_year, "the 1990 spring", "1990-SP"),
    ("s:SEASON _ of y:YEAR", W.season_with, "Spring Offensive of 1918", "1918-SP 1918"),
    ("the? s:SEASON of? y:YEAR ( - | / ) ( yy:YY | y2:YEAR )", W.season_of_years, "the winter of 1915-16", "1915-WI"),
    ("the? y:YEAR ( - | / ) ( yy:YY | y2:YEAR ) s:SEASON", W.season_of_years, "the 1915-16 winter", "1915-WI"),
    (f"{EDGE} the? e3:EARLY? s:SEASON ,? ( of | in )? yy:SHORTYEAR", seasons.season, "the summer of '69", "1969-SU"),
    (f"{EDGE} the? e3:EARLY? s:SEASON ,? ( of | in )? y:YEAR", seasons.season, "the summer of 1942", "1942-SU"),
    ("the? e:EARLY? s:SEASON ,? ( of | in )? y:ANYYEAR era:ERA", seasons.season, "the spring of 480 BC", "BC0480-SP"),
    ("the? fiscal? o:ORD -? fiscal? quarter ( of | in )? ( fiscal | calendar )? y:YEAR", Q.quarter, "the third quarter of 1984", "1984-Q3"),
    (f"the? m:MONTH {TO} m2:MONTH ,? quarter ( ( of | in )? y:YEAR )?", Q.by_months, "the April-June quarter of 2023", "2023-Q2"),
    (f"the? m:MONTH {TO} m2:MONTH y:YEAR quarter", Q.by_months, "the April-June 2023 quarter", "2023-Q2"),
    (f"the? {SOUTH} s:SEASON ( of | in )? y:YEAR", seasons.of_the_south, "the southern winter of 1998", "1998-WI"),
    ("x:QUARTER ,? of? y:YEAR", Q.numbered, "Q3 2023", "2023-Q3"),
    ("y:YEAR x:QUARTER", Q.numbered, "2023 Q3", "2023-Q3"),
    ("x:QUARTER", Q.numbered, "Q1", "2024-Q1"),
    ("x:FISCAL", Q.fiscal_year, "FY2023", "2023"),
    ("the? y:YEAR o:ORD -? quarter", Q.quarter, "the 1988 second quarter", "1988-Q2"),
    ("the? o:ORD half of y:YEAR", Q.half, "the second half of 2008", "2008-H2"),
    ("the? ( last | final ) half of y:YEAR", Q.half, "the last half of 2008", "2008-H2"),
    ("the? latter half of y:YEAR", Q.half, "the latter half of 2008", "2008-H2"),
)

PARTS = _rows(
    ("g:ABOUT? m:MONTH the? d:DAY", Y.partial, "August 30", "2024-08-30"),
    ("g:ABOUT? the? d:DAY of? m:MONTH", Y.partial, "the 30th of August", "2024-08-30"),
    (f"{WEEKDAY} m:MONTH the? d:DAY", Y.partial, "Friday, August 30", "2024-08-30"),
    (f"{WEEKDAY} the? d:DAY of? m:MONTH", Y.partial, "Friday 30 August", "2024-08-30"),
    (f"{EDGE} m:MONTH", Y.partial, "late August", "2024-08"),
    ("on the d:NTH", Y.day_of_month, "on the 2nd", "2024-09-02"),
    ("w:WEEKDAY p:PARTS", A.every_named, "Tuesday nights", "XXXX-WXX-2TNI"),
    (f"{EDGE} w:WEEKDAY p:PART?", D.weekday_name, "Tuesday", "2024-09-03"),
    ("( p:PART on )? w:WEEKDAY ( of | in ) step:STEP week", D.weekday_of_week, "Tuesday of last week", "2024-08-27"),
    ("the? o:ORD w:WEEKDAY ( of | in ) m:MONTH ( ,? y:YEAR )?", Y.weekday_of_month, "the first Sunday of December 2018", "2018-12-02"),
    ("the? step:STEP w:WEEKDAY ( of | in ) m:MONTH ( ,? y:YEAR )?", Y.weekday_of_month, "the last Monday in May 2018", "2018-05-28"),
    ("earlier w:WEEKDAY p:PART?", D.weekday_name, "earlier Tuesday", "2024-09-03"),
    ("( the | this )? step:STEP w:WEEKDAY p:PART?", D.weekday_name, "next Tuesday", "2024-09-10"),
    (f"( the | this )? step:STEP? {SOUTH} s:SEASON", seasons.of_the_south, "last austral summer", "2024-SU"),
    ("this step:STEP e:EARLY? -? s:SEASON", seasons.season, "this past summer", "2024-SU"),
    ("the? step:STEP? e:EARLY? -? s:SEASON", seasons.season, "last summer", "2024-SU"),
    ("the? o:ORD -? quarter", Q.quarter, "third-quarter", "2024-Q3"),
    ("the? fiscal o:ORD -? quarter", Q.fiscal_quarter, "the fiscal second quarter", "2024-Q2"),
    ("the? o:ORD fiscal quarter", Q.fiscal_quarter, "the second fiscal quarter", "2024-Q2"),
    ("the? step:STEP year 's o:ORD -? quarter", Q.quarter, "last year's third quarter", "2023-Q3"),
    ("the? o:ORD -? quarter of step:STEP year", Q.quarter, "the third quarter of last year", "2023-Q3"),
    ("the? step:STEP year 's o:ORD -? half", Q.half, "this year's first half", "2024-H1"),
    ("the? o:ORD -? half", Q.bare_half, "first-half profit", "2024-H1"),
    ("the? o:ORD half of ( the year | step:STEP year )", Q.half, "the first half of this year", "2024-H1"),
)

RELATIVE = _rows(
    ("e:EDGE? off:DAYOFF p:PART?", R.day_off, "yesterday morning", "2024-09-04TMO"),
    ("e:EARLY? -? p:PART off:DAYOFF", R.day_off, "mid-afternoon yesterday", "2024-09-04TAF"),
    ("( earlier | later ) off:DAYOFF", R.day_off, "earlier today", "2024-09-05"),
    ("the day before yesterday", R.before_yesterday, "the day before yesterday", "2024-09-03"),
    ("the day after tomorrow", R.after_tomorrow, "the day after tomorrow", "2024-09-07"),
    ("( tonight | overnight )", R.tonight, "tonight", "2024-09-05TNI"),
    ("( later | earlier ) step:STEP p:PART", R.tonight, "later this afternoon", "2024-09-05TAF"),
    ("e:EDGE? step:STEP p:PART", R.tonight, "last night", "2024-09-04TNI"),
    (f"{EDGE} ( the | this )? step:STEP u:UNIT1", R.step_unit, "last week", "2024-W35"),
    ("( earlier | later ) the? step:STEP u:UNIT1", R.step_unit, "earlier this month", "2024-09"),
    ("the u:UNIT1 ( before | after | prior )", R.unit_before, "the week before", "XXXX-WXX"),
    (f"{EDGE} the u:UNIT1", R.end_of, "the end of the month", "2024-09"),
    ("the? u:UNIT1 's? -? end", R.end_of, "year-end", "2024"),
    ("( x:MIDDLE | e:EARLY - u:UNIT1 )", R.mid_unit, "mid-year", "2024"),
    ("the weekend", R.weekend, "the weekend", "2024-W35-WE"),
    ("that m:MONTH", R.that_month, "", ""),
    ("the? step:STEP m:MONTH", R.named_step, "last April", "2024-04"),
    ("( the | this )? step:STEP m:MONTH d:DAY", R.named_step, "last June 30", "2024-06-30"),
    (f"{EDGE} the? s:SEASON ( of | , )? step:STEP year", seasons.season_of_step, "the spring of next year", "2025-SP"),
    (f"{EDGE} m:MONTH ( of | , )? step:STEP year", R.month_of_step, "June last year", "2023-06"),
    ("m:MONTH d:DAY of? ( that | the same ) year", R.month_of_that, "July 25 of that year", "XXXX-07-25"),
    ("the? d:DAY of? m:MONTH of? ( that | the same ) year", R.month_of_that, "25 July of the same year", "XXXX-07-25"),
    (f"{EDGE} m:MONTH of? ( that | the same ) year", R.month_of_that, "October of that year", "XXXX-10"),
    ("m:MONTH d:DAY ,? ( of | , )? step:STEP year", R.month_of_step, "June 4 last year", "2023-06-04"),
    (f"{ABOUT} {MANY} u:UNIT1 or ( so | two ) ago", R.ago, "a week or so ago", "2024-W35"),
    (f"{ABOUT} {MANY} u:UNIT ( and a half )? ago", R.ago, "two years ago", "2022"),
    (
        "( not? long | a while | awhile | some time | moments | a ( short | long ) ( time | while ) | a generation | generations ) ago",
        F.past,
        "a while ago",
        "PAST_REF",
    ),
    ("u:UNITS ago", F.past_units, "months ago", "PAST_REF"),
    (
        f"{ABOUT} {MANY} u:UNIT ( and a half )? ( later | earlier | before | after | afterwards | previously )",
        R.later,
        "two days later",
        "P2D",
    ),
    ("u:UNITS ( before | after ) that", A.vague_length, "months before that", "PXM"),
    ("u:UNITS ( later | earlier | before )", F.later_units, "weeks earlier", "PAST_REF"),
    (f"{MANY} u:UNIT from w:WEEKDAY", R.weekday_step, "a week from Tuesday", "2024-09-17"),
    (f"( in )? {ABOUT} {MANY} u:UNIT from ( now | today )", R.nth_day, "two weeks from now", "2024-W38"),
    ("the ( next | following ) u:UNIT1", R.next_day, "the following day", "XXXX-XX-XX"),
    ("the ( next | following ) p:PART", R.next_day, "the next morning", "XXXX-XX-XXTMO"),
    ("the ( previous | preceding ) u:UNIT1", R.next_day, "the previous day", "XXXX-XX-XX"),
    ("the p:PART ( before | after )", R.next_day, "the night before", "XXXX-XX-XXTNI"),
    ("the ( day | night ) ( before | after )", R.next_day, "the day before", "XXXX-XX-XX"),
    ("the o:ORD day", F.day_of_something, "on the third day", "XXXX-XX-XX"),
    ("the ( day | night ) following", R.next_day, "the day following", "XXXX-XX-XX"),
    (f"{THAT} u:UNIT1", R.same, "the same day", "XXXX-XX-XX"),
    (f"( later | earlier | late | early )? {THAT} p:PART", R.same, "that afternoon", "XXXX-XX-XXTAF"),
    (f"( later | earlier ) {THAT} u:UNIT1", R.same, "later that month", "XXXX-XX"),
    (f"{THAT} s:SEASON", seasons.season, "that same spring", "2024-SP"),
    ("now", F.present, "now", "PRESENT_REF"),
    ("x:NOW", F.present, "currently", "PRESENT_REF"),
    ("current", F.present, "current", "PRESENT_REF"),
    ("( these days | right now | at present | the present )", F.present, "these days", "PRESENT_REF"),
    ("more? x:RECENTLY", F.past, "recently", "PAST_REF"),
    ("recent", F.history_past, "", ""),
    ("the past", F.past, "the past", "PAST_REF"),
    ("( the | a )? ( year - ( ago | earlier | before ) | prior - year )", Q.year_ago, "year-earlier", "2023"),
    (f"( the | a )? {YEAR_BACK} ( quarter | period | o:ORD -? quarter )", Q.year_ago, "the year-ago third quarter", "2023-Q3"),
    (f"( the | a )? {YEAR_BACK} {MANY} u:UNIT", A.duration, "the year-earlier nine months", "P9M"),
    (
        f"the? {LIKE} ( quarter | period ) ( of | in | a | from )? ( the? step:STEP year | y:YEAR )",
        Q.like_period,
        "the same quarter last year",
        "2023-Q2",
    ),
    (
        f"the? {LIKE}? ( quarter | period ) ( a | one ) year ( ago | earlier | before )",
        Q.like_period,
        "the same quarter a year ago",
        "2023-Q2",
    ),
    ("the? step:STEP year 's ( quarter | period )", Q.like_period, "last year's quarter", "2023-Q2"),
    ("the? ( latest | most recent ) ( quarter | period )", Q.latest, "the latest quarter", "2024-Q2"),
    ("the? ( latest | most recent ) u:UNIT1", R.latest_unit, "the latest week", "2024-W35"),
    ("the? ( latest | most recent ) fiscal year", Q.fiscal, "the latest fiscal year", "2024"),
    ("the y:YEAR ( quarter | period )", Q.year_quarter, "", ""),
    ("the full year", Q.fiscal, "the full year", "2024"),
    ("the fiscal year", Q.fiscal, "the fiscal year", "2024"),
    ("the? step:STEP fiscal year", Q.fiscal, "the current fiscal year", "2024"),
    ("a later ( date | time )", F.future, "a later date", "FUTURE_REF"),
    ("( at | by ) this time", F.present, "at this time", "PRESENT_REF"),
    ("to date", F.present, "to date", "PRESENT_REF"),
    ("( present | modern ) -? day", F.present, "present-day", "PRESENT_REF"),
    ("the time being", F.present, "the time being", "PRESENT_REF"),
    ("( some day | someday )", F.future, "some day", "FUTURE_REF"),
    ("one day", F.some_day, "", ""),
    ("recent u:UNITS ( ( and | or ) UNITS )?", F.past_units, "recent weeks", "PAST_REF"),
    ("past u:UNITS", F.past_units, "past years", "PAST_REF"),
    ("( coming | future ) u:UNITS", F.future, "coming months", "FUTURE_REF"),
    ("former", F.history_past, "", ""),
    ("x:SOON", F.soon, "soon", "FUTURE_REF"),
    ("future", F.history_future, "", ""),
    ("the ( near | foreseeable | immediate )? future", F.future, "the near future", "FUTURE_REF"),
    ("the ( near | short | medium | long | longer ) term", F.future, "the near term", "FUTURE_REF"),
    ("as soon as possible", F.future, "as soon as possible", "FUTURE_REF"),
)

LENGTHS = _rows(
    (f"the? {ABOUT} {MANY} -? u:UNIT ( and a half )?", A.duration, "three weeks", "P3W"),
    (f"the? {MANY} - u:UNIT - old", A.duration, "the eight-month-old", "P8M"),
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

SETS = _rows(
    ("x:FREQUENCY", A.recurring, "daily", "XXXX-XX-XX"),
    ("( every | each | per ) other? n:NUM? u:UNIT", A.every, "every other year", "P2Y"),
    ("( every | each ) few:FEW u:UNITS", A.every, "every few years", "PXY"),
    ("weekends", A.weekends, "weekends", "XXXX-WXX-WE"),
    ("( once | twice | n:NUM times ) ( a | an | every | each | per ) u:UNIT1", A.every_once, "twice a week", "P1W"),
    ("( every | each ) w:WEEKDAY p:PART?", A.every_named, "every Tuesday", "XXXX-WXX-2"),
    ("( every | each ) m:MONTH", A.every_named, "each July", "XXXX-07"),
    ("( every | each ) s:SEASON", A.every_named, "every summer", "XXXX-SU"),
    ("( every | each ) p:PART", A.every_named, "every morning", "XXXX-XX-XXTMO"),
    ("w:WEEKDAYS", A.every_named, "Mondays", "XXXX-WXX-1"),
)

TIMES = (
    ("h:HOUR half:HALFDAY", "3 p.m.", "T15:00"),
    ("t:CLOCK half:HALFDAY?", "10:57", "T10:57"),
    ("dot:DOTCLOCK half:HALFDAY", "10.30 pm", "T22:30"),
    ("h:HOUR oclock", "three o'clock", "T03:00"),
    ("noon:NOON", "noon", "T12:00"),
)
TONIGHTS = tuple((time, example, {"10:57": "T22:57"}.get(example, value)) for time, example, value in TIMES)
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
CLOCK = _rows(
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
    *((f"{time} {PLACE} off:TONIGHT", C.clock, f"{example} tonight", f"2024-09-05{value}") for time, example, value in TONIGHTS),
    ("t:CLOCK ( hours | hrs )", C.clock, "19:00 hours", "2024-09-05T19:00"),
    ("hhmm:HHMM ( hours | hrs | z:ZONE )", C.clock, "0930 hours", "2024-09-05T09:30"),
    (
        "( early in )? the? e:EARLY? -? p:PART ( hours )? ( of | on )? m:MONTH d:DAY ,? y:YEAR",
        C.part_of_date,
        "the night of April 18, 1775",
        "1775-04-18TNI",
    ),
    (
        "( early in )? the? e:EARLY? -? p:PART ( hours )? ( of | on )? the? d:DAY of? m:MONTH ,? y:YEAR",
        C.part_of_date,
        "the night of 20 June 1791",
        "1791-06-20TNI",
    ),
    (
        "( early in )? the? e:EARLY? -? p:PART ( hours )? ( of | on )? m:MONTH d:DAY",
        C.part_of_date,
        "the night of August 18",
        "2024-08-18TNI",
    ),
    (
        "( early in )? the? e:EARLY? -? p:PART ( hours )? ( of | on )? the? d:DAY of? m:MONTH",
        C.part_of_date,
        "the night of 20 August",
        "2024-08-20TNI",
    ),
    ("the? e:EARLY? -? p:PART ( of | on ) w:WEEKDAY", C.part_of_date, "the morning of Tuesday", "2024-09-03TMO"),
    ("e:EARLY -? p:PART", C.part_of_day, "mid-afternoon", "2024-09-05TAF"),
    ("the e:EARLY? p:PART", C.in_the_part, "the evening", "2024-09-05TEV"),
    ("the? e:EARLY hours ( of | on )? w:WEEKDAY", D.weekday_name, "the early hours of Sunday", "2024-09-01"),
    ("p:PART w:WEEKDAY", C.part_of_date, "midday Saturday", "2024-08-31TMI"),
    ("at night", C.at_night, "at night", "XXXX-XX-XXTNI"),
    ("at p:PART", C.part_of_day, "at dawn", "2024-09-05TMO"),
)

FEASTS = tuple(
    Form(pattern, partial(feasts.feast, rule=rule), "", "")
    for name, rule in feasts.FEASTS.items()
    for pattern in (f"{name} ( ,? y:YEAR )?", f"step:STEP {name}")
)

FORMS: tuple[Form, ...] = FULL + YEARS + PARTS + CLOCK + RELATIVE + SETS + LENGTHS + FEASTS
