"""Words around names of places, by what they tell."""

INTO = frozenset(
    "in at near from to into toward towards around outside inside across throughout within through via off between beyond "
    "reaching leaving visiting entering".split()
)
"""A known name behind one of these is a place's."""

INSIDE = frozenset("in near into outside across throughout".split())
"""A known name behind one of these is a place's even where the names head calls it a person's."""

LINKS = frozenset("of and the de da do del la le du upon on in au aux es el al ash as bin -".split())
"""Small words inside names."""

OPENINGS = frozenset("the a in of near from for to at".split())
"""What may stand before a name inside the stretch that the names head gives."""

PARTICLES = frozenset("La El Le Los Las San Santa Santo De Di Du Da Al".split())
"""What names begin with and no name is."""

DASHES = frozenset({"-", "--", "—", "–"})

DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest northeastern "
    "northwestern southeastern southwestern north-eastern north-western south-eastern south-western upper lower downtown".split()
)

FACILITIES = frozenset(
    "airport airfield prison jail palace stadium square bridge park station port harbor harbour island islands beach bay lake river "
    "causeway mine mines mountain mountains valley forest desert peninsula county district province hills creek falls highway "
    "canal tunnel dam zoo".split()
)
"""A name that ends in one of these is a place's even where the names head calls it an organisation's."""

NAMED_AFTER = frozenset(
    "university college institute times post herald star journal news daily tribune gazette chronicle telegraph globe observer bank "
    "airlines airways fc united".split()
)
"""A university, a paper, a bank or a club is named after a place without being an office of it."""

GENERIC = (
    FACILITIES
    | DIRECTIONS
    | frozenset(
        "police city department council state court district fire school schools board mayor sheriff government township town village "
        "municipal metropolitan regional hospital university college church cathedral mosque temple museum mall hotel base camp cemetery "
        "library lane drive street avenue road boulevard plaza center centre hall lodge house high middle elementary superior circuit "
        "republic kingdom sea ocean gulf reserve market free royal international national provincial community convention public st. st "
        "lot pack facility authority agency ministry university commission committee association society chamber guard "
        "parks supreme metro exit hill delta mound waterways gate "
        "empire section federal chapel tour villas refuge wildlife nature the of and".split()
    )
)
"""A name made of such words alone is nobody's."""

ERAS = frozenset(
    "Victorian Edwardian Elizabethan Georgian Tudor Tsarist Czarist Imperial Ottoman Nazi Fascist Communist Stalinist Weimar Roman Ancient "
    "Medieval Colonial Occupied Modern Republican Francoist Mandatory Revolutionary Mainland Rural".split()
)
"""Times and rules that stand before a country's name and are no part of it."""

NOT_NAMES = frozenset(
    "earth world globe internet web sun moon mars heaven hell god center downtown olympic islam christianity congress parliament duma "
    "senate west east north south western eastern northern southern central".split()
)

COMMON = frozenset(
    "The A An I He She It We They You This That These Those There Here But And Or So Yet For Nor As If When While Where What Who Why How "
    "No Yes Not Now Then Of On By With Mr Mrs Ms Dr Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
    "May June July August September October November December Police President Minister Government Court House Senate Congress Street "
    "Union Best Most Many Much More Other First Second Third Both Each All Some Any Man Date Mission Bay Bar Bath Reading Mobile "
    "Normal Orange Independence Liberty Hope Victory Church School University Hospital Park Center Centre City County State Province "
    "Region North South East West New Old Great Big High Christian Christmas Easter Art Music Love Nice Us Our My Your His Her Its Me "
    "Free Olympic Ebola Islam Pope Rivers Ocean Plateau Egg Market Hall Gulf Republic In Or Ok Hi Oh Pack Facility English".split()
)
"""Capitalised words that are also villages' names: never a place's by the gazetteer alone."""

NOT_COUNTRIES = frozenset(
    "ac ad ag ai am as bz cc cd co dj fm gg gl im io is la li ly me ms mu nu pw sc sh st tk tm to tv vc ws eu".split()
)
"""Endings of addresses that are some country's but are used by anybody."""
