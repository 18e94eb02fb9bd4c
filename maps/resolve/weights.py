"""The weights of the resolver, all of them, in natural units: one more makes a reading e times as likely.

They were set by hand to what each fact is worth and adjusted on the dev halves of three corpora (US local news, world news on
epidemics, web pages) taken together; nothing here is fitted to one of them.
"""

PEOPLE = 0.8
"""A tenfold population."""
BIG = 0.75
"""A tenfold population above a hundred thousand, beside `PEOPLE`, of what has names abroad: cities that readers elsewhere know."""
RENOWN = 0.6
"""Twice as many other names, from four on: what has names in many languages is what readers elsewhere know."""
KIND = {
    "country": 11.0, "continent": 9.0, "region": 1.2, "county": -1.0, "city": 0.0, "neighbourhood": 6.0, "site": 6.0, "sea": 7.0,
    "river": 6.0, "mountain": 6.0, "island": 6.5, "other": 6.0,
}  # fmt: skip
"""What a bare name is likelier to mean, beside its population (places without people have none)."""
CAPITAL = 1.5
WORLD_REGION = 7.0
"""A region of several countries ("the Balkans"), which has no population of its own."""
OTHER_NAME = -3.0
"""The name is not a town's usual one but one among its other names (half of it for what is no town)."""
SPELT = 0.3
"""How much of `OTHER_NAME` a name costs that is only spelt otherwise ("Termez" of Tirmiz), where no place bears it as its own."""
OWN = 20.0
"""A place of the user's own list."""
FEATURE = 4.0
"""The kind said in words ("the city of", "X County") fits; a misfit costs as much."""
RANKED = 1.0
"""The gazetteer ranks a city before a region of its name that has more people (Washington, São Paulo)."""
UNKNOWN = 4.25
"""The score of a place that the gazetteer does not hold (or of a name that is none): what every reading has to beat."""
LONG_NAME = -2.0
"""The same for a name of several words, which is seldom anything else."""
UNLISTED = 1.0
"""How much of `COUNTRY` an unlisted place gets: a small place near by is likelier than a known one far off."""
SHORT_FOR_SITE = 4.0
"""The text also names a site of that name that the gazetteer lacks ("San José Mine"): what the bare name may be short for."""
HOLDS = 6.0
"""The text puts another name inside it ("Buffalo, New York") and that one has a reading there."""
INSIDE = 9.0
"""The text puts the place inside a container and it lies there; outside costs half of it."""
NAMESAKE = 6.0
"""A country against a region or town of the same name within it."""
BESIDE_AREA = 3.0
"""A river, mountain or site where a country or region bears the same name."""
BARE_RIVER = 3.0
"""A river by its bare name stands behind "the" ("the Columbia"); without it another place of the name is meant."""
COUNTY = 4.0
"""Another name means the county in which it lies (or, for a county, a place in it)."""
HOME = 1.2
"""It lies in the country of the source's own home; in its region twice as much, near a home town three times."""
COUNTRY = 4.5
"""All other names of the document lie in its country (a share counts in proportion)."""
BESIDE = 1.5
"""All names that stand next to it in its paragraph lie in its country."""
REGION = 1.6
"""Per name (up to `ENOUGH`) that lies in the same first-level region, or is that region."""
NEAR = 2.4
"""Per name (up to `ENOUGH`) within about a hundred kilometres."""
CHANCE = 0.25
"""How much of one name's concurrence is laid to chance."""
NAMESAKES = 0.1
"""The same for every doubling of the places that bear the name: one of many is soon found near anything."""
ENOUGH = 1.5
CALLED_AFTER = 2.0
"""The document's support without which a site is not placed in the town that its name begins with."""
COOLING = (3.0, 2.0, 1.0, 1.0)
"""The readings of all names are weighed against one another this often; while warm, the less likely ones still have a say."""
SURE = 0.5
"""The likelihood under which the answer is "which one?" rather than a place."""
LIKELY = 0.4
"""From here on it is a place all the same where it is `LEAD` times as likely as any other, or as one that the gazetteer lacks."""
LEAD = 2.5
