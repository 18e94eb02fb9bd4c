"""The file that holds the gazetteer: one read-only memory map, shared by all processes of a machine.

A library of tries would be a dependency more, SQLite twice the size; what is needed is one dictionary that never changes.

    header    8 bytes b"DLGAZ2\\n\\0", then five 8-byte little-endian lengths: meta, heads, keys, places, names
    meta      JSON: countries, members of world regions
    heads     the first key of each block of the keys, one a line, and the block's offset in hexadecimal
    keys      lines in byte order: LF, the folded key, then three bytes a place (a row number and `USUAL`, seven bits a byte, high bit set)
    places    records of RECORD, one a place, row 0 unused
    names     the names in UTF-8, one after another; a place of an own id has "id TAB name"
"""

import struct

from maps.place import Granularity

MAGIC = b"DLGAZ2\n\0"
HEADER = struct.Struct("<8s5Q")
RECORD = struct.Struct("<IBBBBHHiiHIIB")
BLOCK = 32
NEWLINE = b"\n"
UNIT_DEG = 1e-5
UNIT_KM = 0.1
OWN_ID = 0x80
USUAL = 1 << 20
"""Added to a row number where the key is a usual name of the place, not one among its other names."""
ABBREVIATION = "#"
DEMONYM = "~"
"""Key prefixes: abbreviations are matched as written (without points), demonyms folded."""

GRANULARITIES: tuple[Granularity, ...] = (
    "site", "neighbourhood", "city", "county", "region", "country", "continent", "sea", "river", "mountain", "island", "other",
)  # fmt: skip


def pack_row(row: int) -> bytes:
    """Three bytes with their high bits set, never found in a key.

    >>> unpack_rows(pack_row(5) + pack_row(300_000))
    [5, 300000]
    """
    return bytes((0x80 | row >> 14, 0x80 | row >> 7 & 0x7F, 0x80 | row & 0x7F))


def unpack_rows(packed: bytes) -> list[int]:
    """The row numbers that `pack_row` wrote one after another."""
    return [(packed[i] & 0x7F) << 14 | (packed[i + 1] & 0x7F) << 7 | packed[i + 2] & 0x7F for i in range(0, len(packed), 3)]
