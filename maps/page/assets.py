"""The files that every page carries: Leaflet, our script, style and fonts."""

import base64
import re
from functools import cache
from importlib.resources import files

_STYLES = ("base", "page", "list", "card", "map", "key", "taking", "table", "phone", "embed", "print")
_SCRIPTS = (
    "strings dates dom packed data columns basemap labels search finding state play virtual list card copying table scale histogram "
    "brush marks axis places areas arrows pins follow clusters canvas edge map menus filters link csv taking painting "
    "picture tiles printing head main"
).split()
_FONT = re.compile(r"FONT:([\w.-]+)")
_FOREIGN_IMAGE = re.compile(r"[^\n]*url\((?!data:)[^\n]*\n")


def _read(*path: str) -> str:
    return files("maps.page").joinpath("assets", *path).read_text(encoding="utf-8")


@cache
def template() -> str:
    """The page's HTML with its slots."""
    return _read("page.html")


@cache
def leaflet_script() -> str:
    """Leaflet, without the pointer to its source map."""
    return _read("vendor", "leaflet.js").partition("//# sourceMappingURL")[0].strip()


@cache
def page_script() -> str:
    """Our script: the files in order, in one scope of their own."""
    in_order = "\n".join(_read("script", f"{name}.js") for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\ndocument.documentElement.dataset.script = "";\n{in_order}}})();'


@cache
def style() -> str:
    """Leaflet's style without its images, which no part of the page uses, and ours with the fonts inside."""
    written = "\n".join(_read("style", f"{name}.css") for name in _STYLES)
    ours = _FONT.sub(lambda match: _base64(match[1]), written)
    return _FOREIGN_IMAGE.sub("", _read("vendor", "leaflet.css")) + ours


def _base64(name: str) -> str:
    return base64.b64encode(files("maps.page").joinpath("assets", "vendor", name).read_bytes()).decode("ascii")
