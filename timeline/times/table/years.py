"""Forms of years: alone and in ranges, decades, centuries, the quarters, halves and seasons of a year that is named."""

from timeline.times import quarters, seasons, written
from timeline.times.table.form import EDGE, OR_SO, SOUTH, TO, rows

Q, W = quarters, written

YEARS = rows(
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
    (
        f"{EDGE} the? fiscal? o:ORD -? fiscal? quarter ( of | in )? ( fiscal | calendar )? y:YEAR",
        Q.quarter,
        "the third quarter of 1984",
        "1984-Q3",
    ),
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
