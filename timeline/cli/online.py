"""`--geocoder NAME`: a geopy geocoder for the names that the gazetteer lacks, or with `--geocoder-only` for all."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import BadOption

if TYPE_CHECKING:
    from maps.geocoders import AskedNames

GEOCODER = "Ask this online geocoder for names that the gazetteer lacks: nominatim, photon, pelias, geonames:username=ME, ..."
GEOCODER_ONLY = "Take the place of every event from that geocoder, not only of those that the gazetteer lacks."
USER_AGENT = "The name by which the geocoder shall know you, such as my-newsroom/1.0 (me@example.org)."
GAZETTEER = "Your own places (CSV or GeoJSON: name, other names, latitude, longitude, kind, country); they win over the embedded ones."


def open_asker(spec: str | None, user_agent: str | None, *, cache: Path | None = None) -> "AskedNames | None":
    """What asks the geocoder of `NAME` or `NAME:KEY=VALUE,KEY=VALUE` (keys are those of geopy's class); None for none or "embedded".

    Answers are kept in `cache`, by default the user's cache folder. Raises BadOption where the name, a key or the user agent is amiss.
    """
    name, _, rest = (spec or "embedded").partition(":")
    pairs = (part.partition("=") for part in rest.split(",") if part)
    options = {key: value for key, _, value in pairs}
    from maps.gazetteer import open_gazetteer
    from maps.geocoders import AskedNames, CachedGeocoder, geocoder

    try:
        service = geocoder(name, user_agent=user_agent, cache=cache or _cache_folder(), **options)
    except ValueError as error:
        raise BadOption(f"--geocoder {spec}: {error}; --user-agent gives the name") from error
    return AskedNames(service, service.name, open_gazetteer()) if isinstance(service, CachedGeocoder) else None


def _cache_folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline" / "geocoder"
