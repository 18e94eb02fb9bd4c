"""The page's parts put together, with a policy that lets nothing else run or load."""

import base64
import hashlib
import re
from typing import Any

from maps.basemap import basemap_gzip
from maps.page.assets import leaflet_script, page_script, style, template
from maps.page.fallback import fallback_table, plain_text
from maps.page.packing import data_block, json_block
from maps.page.skeleton import skeleton
from maps.page.tiles import Tiles, read_tiles
from maps.page.words import words

_SLOT = re.compile(r"<!--(slot|say):(\w+)-->")


def render_page(
    collection: dict[str, Any], *, title: str, intro: str = "", credit: str = "", tiles: str | None = None, language: str = "en"
) -> str:
    """One HTML file that shows the collection (see `maps.page`) and needs no network.

    Texts enter as data or escaped, never as markup or template.

    Args:
        credit: who made the page, shown at its head.
        tiles: "https://host/{z}/{x}/{y}.png", after a space perhaps its credit: an online map that a reader may switch on.
        language: what the page itself says, one of `maps.page.languages()`.

    Raises:
        ValueError: a number is not finite, a value is no JSON, `tiles` is no template, or the language is unknown.
    """
    own = words(language)
    online = read_tiles(tiles) if tiles else None
    element, constructor = skeleton()
    scripts = {"leaflet": leaflet_script(), "skeleton": constructor, "script": page_script()}
    look = style()
    chosen = {"template": online.template, "host": online.host, "credit": online.credit} if online else None
    data, rest = data_block(collection)
    slots = {
        "policy": _policy(list(scripts.values()), look, online),
        "language": language,
        "title": plain_text(title, 2000),
        "heading": plain_text(title, 2000),
        "intro": plain_text(intro, 2000),
        "credit": plain_text(credit, 2000),
        "style": look,
        "map": element,
        "strings": json_block(own),
        "meta": json_block({"title": title, "intro": intro, "credit": credit, "tiles": chosen}),
        "data": data,
        "rest": rest,
        "basemap": base64.b64encode(basemap_gzip()).decode("ascii"),
        "fallback": fallback_table(collection.get("features") or [], own),
        **scripts,
    }
    return _SLOT.sub(lambda match: slots[match[2]] if match[1] == "slot" else plain_text(own["page"][match[2]]), template())


def check_look(*, tiles: str | None, language: str) -> None:
    """Raises ValueError where `tiles` is no template or no page speaks the language."""
    words(language)
    if tiles:
        read_tiles(tiles)


def _policy(scripts: list[str], look: str, online: Tiles | None) -> str:
    """A Content-Security-Policy that knows the page's own scripts and style by digest and forbids all else but the chosen tiles."""
    ours = " ".join(_digest(script) for script in scripts)
    images = f"data: {online.allowed}" if online else "data:"
    return (
        f"default-src 'none'; script-src {ours}; style-src {_digest(look)}; img-src {images}; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
