"""The words that dates are made of: word -> its classes, each with what the word means in it.

Entries are lower case; those in `CASED` count only as written there ("May", never "may").
"""

from timeline.times.numerals import CARDINALS, ORDINALS

Meaning = dict[str, object]


def words_of(text: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(text.split())


MONTH_NAMES = (
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)  # fmt: skip
_MONTH_SHORT = {"jan": 1, "feb": 2, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12, "mar": 3}
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_SHORT = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}

# Units of TIMEX3 durations; those of the clock begin with T.
_UNITS = {
    "second": "TS", "minute": "TM", "min": "TM", "hour": "TH", "hr": "TH", "day": "D", "week": "W", "fortnight": "FN", "month": "M",
    "quarter": "Q", "year": "Y", "yr": "Y", "decade": "DE", "century": "CE", "weekend": "WE", "night": "NI",
    "millennium": "ML",
}  # fmt: skip
_PLURALS = {"century": "centuries", "millennium": "millennia"}
_COUNTED = {"TS", "TM", "TH", "D", "W", "FN", "M", "Q", "Y", "DE", "CE", "NI", "ML"}

_SEASONS = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "winter": "WI",
    "wintertime": "WI",
    "midsummer": "SU",
    "midwinter": "WI",
}
_PARTS = {
    "morning": "MO", "mornings": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "afternoon": "AF", "afternoons": "AF",
    "evening": "EV", "evenings": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "NI", "night": "NI", "nights": "NI", "midday": "MI",
    "lunchtime": "MI", "daytime": "DT", "midmorning": "MO", "midafternoon": "AF", "predawn": "MO", "noontime": "MI", "nighttime": "NI",
}  # fmt: skip
_EARLY = {"early": "START", "late": "END", "mid": "MID", "middle": "MID", "beginning": "START", "start": "START", "end": "END",
          "close": "END", "latter": "END", "opening": "START", "closing": "END", "outset": "START", "turn": "START"}  # fmt: skip
_APPROXIMATE = {"about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "some": "APPROX", "circa": "APPROX",
                "c": "APPROX", "ca": "APPROX", "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN",
                "barely": "APPROX", "over": "MORE_THAN", "just": "", "only": "", "exactly": "", "fully": "",
                "another": "", "full": "", "mere": "", "scarcely": "APPROX"}  # fmt: skip
_NEAR = ("about", "around", "roughly", "approximately", "circa", "c", "ca")
_MIDDLES = {"midyear": "Y", "midweek": "W", "midmonth": "M"}
_LONG = {"daylong": "P1D", "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y", "decadelong": "P10Y", "hourlong": "PT1H"}
_FEW = ("few", "several", "many", "some", "numerous", "dozens", "scores", "countless", "multiple", "recent", "various")
_NUMBER_LIKE = {"dozen": 12, "couple": 2, "pair": 2, "half": 0.5}
_ZONES = (
    "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "eet", "ist", "jst", "et", "pt", "ct",
)  # fmt: skip
ZONE_OFFSETS = {"gmt": "Z", "utc": "Z", "est": "-05", "edt": "-04", "cst": "-06", "cdt": "-05", "mst": "-07", "mdt": "-06", "pst": "-08",
                "pdt": "-07", "cet": "+01", "cest": "+02", "jst": "+09"}  # fmt: skip
_FREQUENCIES = {
    "daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX", "yearly": "XXXX", "annually": "XXXX", "nightly": "XXXX-XX-XXTNI",
    "hourly": "PT1H", "biannual": "P6M", "biennial": "P2Y", "biweekly": "P2W",
    "bimonthly": "P2M", "fortnightly": "P2W", "everyday": "XXXX-XX-XX", "biannually": "P6M",
}  # fmt: skip
_DAYS_OFF = {"today": 0, "yesterday": -1, "tomorrow": 1}
_NOW = ("now", "currently", "nowadays", "presently")
_RECENTLY = ("recently", "lately")
_SOON = ("soon",)
_DECADE_WORDS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_THIS = ("this", "current", "present")
_LAST = ("last", "past", "previous", "preceding", "prior")
_NEXT = ("next", "coming", "following", "upcoming", "forthcoming", "ensuing")
_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1,
          "following": 1, "upcoming": 1, "forthcoming": 1, "ensuing": 1, "this": 0, "current": 0, "present": 0}  # fmt: skip


def _entries() -> list[tuple[str, str, object]]:
    found: list[tuple[str, str, object]] = []
    found += [(name, "MONTH", i) for i, name in enumerate(MONTH_NAMES, 1) if name not in ("may", "march")]
    found += [(name, "WEEKDAY", i) for i, name in enumerate(WEEKDAY_NAMES, 1)]
    found += [(f"{name}s", "WEEKDAYS", i) for i, name in enumerate(WEEKDAY_NAMES, 1)]
    for word, unit in _UNITS.items():
        plural = _PLURALS.get(word, word + "s")
        found += [(word, "UNIT1", unit), (plural, "UNITS", unit)]
        if unit in _COUNTED:
            found += [(word, "UNIT", unit), (plural, "UNIT", unit)]
    for table, kind in ((_SEASONS, "SEASON"), (_PARTS, "PART"), (_EARLY, "EARLY"), (_APPROXIMATE, "ABOUT"), (_NUMBER_LIKE, "COUNT"),
                        (_FREQUENCIES, "FREQUENCY"), (_DAYS_OFF, "DAYOFF"), (_DECADE_WORDS, "DECADEWORD"), (_STEPS, "STEP")):  # fmt: skip
        found += [(word, kind, meaning) for word, meaning in table.items()]
    found += [(f"{word}s", "SEASONS", code) for word, code in _SEASONS.items() if "time" not in word]
    for words, kind in ((_FEW, "FEW"), (_ZONES, "ZONE"), (_NOW, "NOW"), (_RECENTLY, "RECENTLY"), (_SOON, "SOON"), (_THIS, "THIS"),
                        (_LAST, "LAST"), (_NEXT, "NEXT")):  # fmt: skip
        found += [(word, kind, word) for word in words]
    found += [(word, "NUM", value) for word, value in CARDINALS.items()]
    found += [(word, "ORD", value) for word, value in ORDINALS.items()]
    found += [(word, "DAY", value) for word, value in ORDINALS.items() if value <= 31]
    found += [(word, "NEAR", _APPROXIMATE[word]) for word in _NEAR]
    found += [(word, "LONG", value) for word, value in _LONG.items()]
    found += [(word, "MIDDLE", unit) for word, unit in _MIDDLES.items()]
    found += [(f"{part}s", "PARTS", _PARTS[part]) for part in ("morning", "afternoon", "evening", "night")]
    found += [
        ("early", "EDGE", "START"),
        ("late", "EDGE", "END"),
        ("mid", "EDGE", "MID"),
        ("latter", "EDGE", "END"),
        ("tonight", "TONIGHT", 0),
        ("fall", "SEASON", "FA"),
        ("falls", "SEASONS", "FA"),
        ("noon", "NOON", "T12:00"),
        ("midnight", "NOON", "T24:00"),
    ]
    return found


def _table(entries: list[tuple[str, str, object]]) -> dict[str, Meaning]:
    table: dict[str, Meaning] = {}
    for word, kind, meaning in entries:
        table.setdefault(word, {})[kind] = meaning
    return table


WORDS = _table(_entries())

CASED: dict[str, Meaning] = {"May": {"MONTH": 5, "MAYBE": 5}, "March": {"MONTH": 3, "MAYBE": 3}}
CASED |= {name.upper(): {"MONTH": i, **({"MAYBE": i} if i in (3, 5) else {})} for i, name in enumerate(MONTH_NAMES, 1)}
CASED |= {word.capitalize(): {"MONTH": month, "MAYBE": month} for word, month in _MONTH_SHORT.items()}
CASED |= {word.upper(): {"MONTH": month, "MAYBE": month} for word, month in _MONTH_SHORT.items()}
CASED |= {word.capitalize(): {"SHORTDAY": day} for word, day in _WEEKDAY_SHORT.items()}

# With their full stop these are nothing but dates.
DOTTED: dict[str, Meaning] = {f"{word.capitalize()}.": {"MONTH": month} for word, month in _MONTH_SHORT.items()}
DOTTED |= {f"{word.upper()}.": {"MONTH": month} for word, month in _MONTH_SHORT.items()}
DOTTED |= {f"{word.capitalize()}.": {"SHORTDAY": day, "WEEKDAY": day} for word, day in _WEEKDAY_SHORT.items()}
DOTTED |= {"yr.": WORDS["yr"], "hr.": WORDS["hr"], "hrs.": WORDS["hrs"], "yrs.": WORDS["yrs"], "c.": WORDS["c"], "ca.": WORDS["ca"]}
