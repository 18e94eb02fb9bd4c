"""The embedded basemap: one compressed TopoJSON of land, countries, regions, water and names. Built by `maps.basemap.build`."""

from functools import cache
from importlib.resources import files

__all__ = ["basemap_gzip"]


@cache
def basemap_gzip() -> bytes:
    """The basemap's TopoJSON (UTF-8), compressed with gzip, as it is committed."""
    return files("maps.basemap").joinpath("basemap.json.gz").read_bytes()
