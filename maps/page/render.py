"""The page's parts put together, with a policy that lets nothing else run or load."""

import base64
import hashlib
import html
import json
import re
from typing import Any

from maps.basemap import basemap_gzip
from maps.page.assets import leaflet_script, page_script, style, template
from maps.page.skeleton import skeleton

_SLOT = re.compile(r"<!--slot:(\w+)-->")
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def render_page(collection: dict[str, Any], *, title: str, intro: str = "") -> str:
    """One HTML file that shows the collection (see `maps.page`) and needs no network.

    Texts enter as data only, never as markup or template. Raises ValueError where a number is not finite or a value no JSON.
    """
    element, constructor = skeleton()
    scripts = {"leaflet": leaflet_script(), "skeleton": constructor, "script": page_script()}
    look = style()
    slots = {
        "policy": _policy(list(scripts.values()), look),
        "title": html.escape(title.replace("\0", "\ufffd")),
        "style": look,
        "map": element,
        "meta": _json_block({"title": title, "intro": intro}),
        "data": _json_block(collection),
        "basemap": base64.b64encode(basemap_gzip()).decode("ascii"),
        **scripts,
    }
    return _SLOT.sub(lambda match: slots[match[1]], template())


def _policy(scripts: list[str], look: str) -> str:
    """A Content-Security-Policy that knows the page's own scripts and style by digest and forbids all else."""
    ours = " ".join(_digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {ours}; style-src {_digest(look)}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _json_block(value: object) -> str:
    """JSON that no HTML or script parser can take for anything else."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
