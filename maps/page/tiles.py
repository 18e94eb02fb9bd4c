"""Online tiles as a choice: a URL template to what the page's policy allows and its script loads, only once a reader asks."""

import re
from dataclasses import dataclass

_TEMPLATE = re.compile(
    r"(https?)://((?:\{s\}\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?::\d{1,5})?)(/[^\s\"'<>;,\\]*)"
)
_SLOTS = {"s", "z", "x", "y", "r"}
_CREDITS = {
    "openstreetmap.org": "© OpenStreetMap contributors",
    "opentopomap.org": "© OpenStreetMap contributors, SRTM, OpenTopoMap (CC BY-SA)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """An online map: its URL template, the source expression that a policy allows it by, its host and its credit."""

    template: str
    allowed: str
    host: str
    credit: str


def read_tiles(text: str) -> Tiles:
    """The tiles of "https://host/{z}/{x}/{y}.png", after a space perhaps the credit to show.

    Raises ValueError where the text is no such template.
    """
    template, _, credit = text.strip().partition(" ")
    match = _TEMPLATE.fullmatch(template)
    slots = re.findall(r"\{([^{}]*)\}", template)
    if not match or not {"z", "x", "y"} <= set(slots) <= _SLOTS or re.search(r"[{}]", re.sub(r"\{\w\}", "", template)):
        raise ValueError(f"{template!r} is no template of tiles; https://tile.openstreetmap.org/{{z}}/{{x}}/{{y}}.png would work")
    scheme, host = match[1], match[2]
    bare = host.removeprefix("{s}.")
    known = next((words for name, words in _CREDITS.items() if bare == name or bare.endswith(f".{name}")), bare)
    return Tiles(template=template, allowed=f"{scheme}://{host.replace('{s}', '*')}", host=bare, credit=credit.strip() or known)
