"""Kinds that stand once behind several names: "Cooke, Grayson and Love counties"."""

import re

_PLURAL = {
    "counties": "county", "provinces": "province", "states": "state", "districts": "district", "parishes": "parish",
    "departments": "department", "regions": "region", "prefectures": "prefecture", "governorates": "governorate",
    "oblasts": "oblast", "cantons": "canton", "rivers": "river", "townships": "township",
}  # fmt: skip
_LISTED = re.compile(r"^(?:(?:, (?:and )?| and )[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)?){1,6} ([a-z]+)\b")
_LAST = re.compile(r"^ ([a-z]+)\b")


def kind_of_list(before: str, after: str) -> str | None:
    """The kind ("county") of a name by the text before and behind it, where it stands in a list with a kind in the plural behind."""
    listed = _LISTED.search(after) or (_LAST.search(after) if before.endswith((" and ", " or ", " & ")) else None)
    return _PLURAL.get(listed[1]) if listed else None
