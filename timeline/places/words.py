"""Words around names of places, by what they tell."""

INTO = frozenset(
    "in at near from to into toward towards around outside inside across throughout within through via off between beyond "
    "reaching leaving visiting entering".split()
)
"""A known name behind one of these is a place's."""

DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest northeastern "
    "northwestern southeastern southwestern north-eastern north-western south-eastern south-western upper lower downtown".split()
)

FACILITIES = frozenset(
    "airport airfield hospital prison jail palace stadium square street avenue road boulevard bridge park station port harbor harbour "
    "university college school church cathedral mosque temple museum zoo market mall hotel base camp dam tunnel canal cemetery library "
    "island islands beach bay lake river mountain mountains valley forest desert peninsula county district province hills creek falls "
    "highway lane drive court plaza center centre".split()
)
"""A name that ends in one of these is a place's even where it is somebody's institution."""

GROUPS = frozenset(
    "police county city department council state court district fire school board mayor sheriff government township town village "
    "municipal metropolitan regional".split()
)
"""An office's name that begins with a place's: the place is named in it ("Alexandria Police Department")."""

NOT_NAMES = frozenset("earth world globe internet web sun moon mars heaven hell god west east north south center downtown".split())

COMMON = frozenset(
    "The A An I He She It We They You This That These Those There Here But And Or So Yet For Nor As If When While Where What Who Why How "
    "No Yes Not Now Then Of On By With Mr Mrs Ms Dr Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
    "May June July August September October November December Police President Minister Government Court House Senate Congress Street "
    "Union Best Most Many Much More Other First Second Third Both Each All Some Any Man Date Mission Bay Bar Bath Reading Mobile Normal Orange "
    "Independence Liberty Hope Victory Church School University Hospital Park Center Centre City County State Province Region "
    "North South East West New Old Great Big High Christian Christmas Easter Art Music Love Nice Of Us Our My Your His Her Its Me".split()
)
"""Capitalised words that are also villages' names: never a place's by the gazetteer alone."""
