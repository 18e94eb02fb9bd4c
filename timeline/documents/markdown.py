"""Markdown -> the text that its reader sees, and what its front matter says."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?=[A-Za-z_-]{1,40}[ \t]*:)(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"([A-Za-z_-]{1,40})[ \t]*:[ \t]*(.*)")
_NAMES = {
    "title": "title", "published": "published", "date": "published", "url": "url", "link": "url", "source": "source", "id": "id",
}  # fmt: skip
_SEPARATE = {"td_close": "\t", "th_close": "\t", "tr_close": "\n"}


def visible(source: str) -> tuple[str, dict[str, str]]:
    """The text without its marks, and the front matter's `title`, `published` (or `date`), `url`, `id`.

    Paragraphs, headings and the items of a list are parted by an empty line; lines within a paragraph are joined by a space, as
    they are shown. Without a title in the front matter, a heading of the first level that opens the text gives it.
    """
    from markdown_it import MarkdownIt

    told, body = _front_matter(source)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    text = re.sub(r"\n{3,}", "\n\n", "".join(_pieces(tokens))).strip()
    if "title" not in told and tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        told["title"] = text.partition("\n")[0]
    return text, told


def _front_matter(source: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(source)
    if not match:
        return {}, source
    told: dict[str, str] = {}
    for line in match[1].split("\n"):
        pair = _KEY.match(line)
        if pair and pair[1].lower() in _NAMES:
            value = pair[2].strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            if value:
                told.setdefault(_NAMES[pair[1].lower()], value)
    return told, source[match.end() :]


def _pieces(tokens: "list[Token]") -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_inline(token.children or []))
        elif token.type in ("fence", "code_block"):
            yield token.content + "\n"
        elif token.type in _SEPARATE:
            yield _SEPARATE[token.type]
        elif token.type in ("paragraph_close", "heading_close", "table_close", "hr"):
            yield "\n\n"


def _inline(children: "list[Token]") -> Iterator[str]:
    for child in children:
        if child.type in ("text", "code_inline", "text_special"):
            yield child.content
        elif child.type == "softbreak":
            yield " "
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content[:3].lower() == "<br"):
            yield "\n"
