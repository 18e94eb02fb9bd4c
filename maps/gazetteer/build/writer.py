"""Writes entries as the file that `maps.gazetteer.format` describes."""

import json
import struct
from collections import defaultdict
from pathlib import Path

from maps.gazetteer.build.entry import OTHER_NAME, Entry
from maps.gazetteer.folding import fold, without_article
from maps.gazetteer.format import (
    ABBREVIATION,
    BLOCK,
    DEMONYM,
    GRANULARITIES,
    HEADER,
    MAGIC,
    OWN_ID,
    RECORD,
    UNIT_DEG,
    UNIT_KM,
    USUAL,
    pack_row,
)  # fmt: skip

_ARABIC = frozenset("AE BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split())
"""Countries in whose names "al-" and the like are an article that English may leave out."""
SOURCES = ["GeoNames", "Natural Earth", "Dateline"]


def write(path: Path, entries: list[Entry], capitals: dict[str, Entry], metonyms: dict[str, Entry]) -> None:
    """Write the gazetteer; rows follow the order of `entries`, whose regions must come before 65,536."""
    row_of = {id(entry): row for row, entry in enumerate(entries, 1)}
    codes = ["", *sorted({entry.country for entry in entries if entry.country})]
    meta = {
        "codes": codes,
        "sources": SOURCES,
        "countries": {entry.country: row_of[id(entry)] for entry in entries if entry.granularity == "country"},
        "capitals": {code: row_of[id(entry)] for code, entry in sorted(capitals.items())},
        "metonyms": {fold(name): row_of[id(entry)] for name, entry in sorted(metonyms.items())},
        "members": {entry.id: entry.members for entry in entries if entry.members},
    }
    places, names = _places(entries, codes)
    heads, keys = _keys(entries)
    parts = [json.dumps(meta, ensure_ascii=False, separators=(",", ":")).encode(), heads, keys, places, names]
    scratch = path.with_suffix(".part")
    scratch.write_bytes(HEADER.pack(MAGIC, *map(len, parts)) + b"".join(parts))
    scratch.replace(path)


def _places(entries: list[Entry], codes: list[str]) -> tuple[bytes, bytes]:
    number = {code: index for index, code in enumerate(codes)}
    first = {entry.admin2: row for row, entry in enumerate(entries, 1) if entry.granularity == "region" and entry.admin2}
    second = {entry.admin2: row for row, entry in enumerate(entries, 1) if entry.granularity == "county" and entry.admin2}
    records, pool, offset = [bytes(RECORD.size)], [], 0
    for entry in entries:
        geonames = entry.id.startswith("geonames:")
        text = (entry.name if geonames else f"{entry.id}\t{entry.name}").encode()
        own_level = entry.granularity in ("region", "county")
        records.append(
            RECORD.pack(
                offset, len(text), GRANULARITIES.index(entry.granularity) | (0 if geonames else OWN_ID), number[entry.country or ""],
                SOURCES.index(entry.source), first.get(entry.admin1 or "", 0), 0 if own_level else second.get(entry.admin2 or "", 0),
                round(entry.lat / UNIT_DEG), round(entry.lon / UNIT_DEG), min(65_535, max(1, round(entry.radius_km / UNIT_KM))),
                entry.population, int(entry.id.partition(":")[2]) if geonames else 0,
                entry.renown,
            )
        )  # fmt: skip
        pool.append(text)
        offset += len(text)
    return b"".join(records), b"".join(pool)


def _keys(entries: list[Entry]) -> tuple[bytes, bytes]:
    lines = [b"\n" + key.encode() + b"".join(map(pack_row, rows)) for key, rows in sorted(_index(entries).items())]
    blocks = [b"".join(lines[start : start + BLOCK]) for start in range(0, len(lines), BLOCK)]
    heads, offsets, offset = [], [], 0
    for block in blocks:
        line = block[1:].partition(b"\n")[0]
        heads.append(line[: next(i for i, byte in enumerate(line) if byte & 0x80)])
        offsets.append(offset)
        offset += len(block)
    return b"\n".join(heads) + b"\n\n" + struct.pack(f"<{len(offsets)}I", *offsets), b"".join(blocks)


def _index(entries: list[Entry]) -> dict[str, list[int]]:
    """Rows by key, most prominent first, marked `USUAL` where the name is."""
    ranked: dict[str, dict[int, float]] = defaultdict(dict)
    usual: dict[str, set[int]] = defaultdict(set)

    def add(key: str, row: int, rank: float) -> None:
        if key.strip(ABBREVIATION + DEMONYM):
            ranked[key][row] = max(rank, ranked[key].get(row, 0.0))

    for row, entry in enumerate(entries, 1):
        for name in entry.names:
            add(fold(name), row, entry.rank)
            usual[fold(name)].add(row)
            if entry.country in _ARABIC and (bare := without_article(name)):
                add(bare, row, entry.rank * OTHER_NAME)
        for name in entry.other:
            add(fold(name), row, entry.rank * OTHER_NAME)
        for short in entry.abbreviations:
            add(ABBREVIATION + short.replace(".", "").replace(" ", "").upper(), row, entry.rank)
        for word in entry.demonyms:
            add(DEMONYM + fold(word), row, entry.rank)
    return {
        key: [row | USUAL if row in usual[key] else row for row in sorted(rows, key=lambda row: (-rows[row], row))]
        for key, rows in ranked.items()
    }
