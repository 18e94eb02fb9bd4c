"""Why a reading was chosen, in plain words."""

from collections.abc import Sequence

from maps.gazetteer import Gazetteer
from maps.place import Place, Toponym


def described(place: Place, gazetteer: Gazetteer) -> str:
    """Where a place is, as one says it after its name: "in Tennessee, United States"; "the country"."""
    if place.granularity in ("country", "continent"):
        return f"the {place.granularity}"
    within = [part for part in (place.admin1, gazetteer.country_name(place.country) if place.country else None) if part]
    kind = "the place" if place.granularity == "other" else f"the {place.granularity}"
    return f"{kind} in {', '.join(dict.fromkeys(within))}" if within else kind


def reason(toponym: Toponym, place: Place, gazetteer: Gazetteer, *, rivals: int, parts: dict[str, float], fellows: Sequence[str]) -> str:
    """One sentence: what it was read as and the strongest ground for it.

    `rivals` how many other places bear the name, `parts` what
    the document adds (country, region, near), `fellows` the other names that lie in the same country.
    """
    read = f"{toponym.text} read as {place.name}, {described(place, gazetteer)}"
    if toponym.demonym:
        return f"{toponym.text}: people or things of {place.name}"
    if not rivals:
        return f"{read}: the only place of that name in the gazetteer"
    if toponym.containers:
        return f"{read}: the text names {toponym.containers[0]} with it"
    strongest = max(parts, key=lambda key: (parts[key], key))
    if strongest == "county" and parts[strongest] >= 1.0:
        return f"{read}: the county that it lies in, or a place in it, is named too"
    if parts[strongest] < 1.0:
        return f"{read}: the most prominent of {rivals + 1} places of that name"
    if strongest == "country" and place.country and fellows:
        return f"{read}: {_and(fellows[:3])} in the text also point to {gazetteer.country_name(place.country)}"
    if fellows:
        return f"{read}: it lies near or in the same region as {_and(fellows[:3])}, also named"
    return f"{read}: it fits best with the other places named"


def unsure(toponym: Toponym, places: Sequence[Place], gazetteer: Gazetteer) -> str:
    """Why no reading was chosen."""
    if not places:
        return f"{toponym.text}: no place of that name in the gazetteer"
    some = "; ".join(f"{place.name}, {described(place, gazetteer)}" for place in places[:3])
    return f"{toponym.text}: which one? It may be {some}"


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
