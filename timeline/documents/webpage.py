"""HTML -> the article's text, title and link by trafilatura, and the day of publication that its metadata names."""

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline.documents.published import day
from timeline.errors import BadSource

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names under which pages give their day of publication, the plainest first.
_META = (
    "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_date", "pubdate", "publish-date", "publish_date", "publication_date", "dc.date", "dcterms.date",
    "date",
)  # fmt: skip
_PUBLISHED_CLASS = re.compile(r"(?:^|[\s_-])(?:published|pubdate|entry-date|dt-published)(?:$|[\s_-])", re.IGNORECASE)
_HIDDEN = {"script", "style", "noscript", "template", "head", "title", "iframe", "object", "svg", "select", "textarea"}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time",
    "u", "wbr",
}  # fmt: skip
_LARGE_PAGE_CHARACTERS = 3_000_000


def article(html: str, source: str) -> dict[str, Any]:
    """`{"text", "title"?, "published"?, "url"?}` of a page.

    The date is only one that the page's own metadata names as that of publication. (trafilatura's own search, by htmldate,
    also takes days out of footers, comments and the prose itself, even with its extensive search off.)

    Raises:
        BadSource: the page shows no text (a frame set, or a page that only a script fills).
    """
    import trafilatura

    row: dict[str, Any] = {}
    tree = trafilatura.load_html(html)
    if tree is None:
        raise _without_text(source)
    published = _published(tree)
    if len(html) <= _LARGE_PAGE_CHARACTERS:
        found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, favor_recall=True)
        if found is not None:
            facts = found if isinstance(found, dict) else found.as_dict()
            row = {"text": facts.get("text"), "title": facts.get("title"), "url": facts.get("url")}
    if not (row.get("text") or "").strip():
        row["text"] = _all_text(tree)
    if not (row["text"] or "").strip():
        raise _without_text(source)
    return {key: value for key, value in (row | {"published": published}).items() if value}


def _all_text(tree: "HtmlElement") -> str:
    """All that the page shows, a line for each block: for pages too large, or too bare, for trafilatura."""
    from lxml import etree

    pieces: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        hidden = tag in _HIDDEN or not tag
        if tag not in _INLINE:
            pieces.append("\n")
        if event == "start":
            if hidden:
                walk.skip_subtree()
            elif element.text:
                pieces.append(" ".join(element.text.split("\n")))
        elif element.tail:
            pieces.append(" ".join(element.tail.split("\n")))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _without_text(source: str) -> BadSource:
    return BadSource(f"{source} shows no text without running its scripts; save the article's text from the browser")


def _published(tree: "HtmlElement") -> str | None:
    return next((read for words in _told_days(tree) if (read := day(words))), None)


def _told_days(tree: "HtmlElement") -> Iterator[str]:
    """What the page calls its day of publication: in JSON-LD, in its meta elements, in a time element marked as such."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _json_days(script.text or "")
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        metas.setdefault(name, meta.get("content") or "")
    yield from (metas[name] for name in _META if name in metas)
    for element in tree.iter("time"):
        named = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        if named or _PUBLISHED_CLASS.search(element.get("class") or ""):
            yield element.get("datetime") or element.text_content()


def _json_days(text: str) -> Iterator[str]:
    try:
        waiting = deque([json.loads(text)])
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.popleft()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            if isinstance(value.get("datePublished"), str):
                yield value["datePublished"]
            waiting += [inner for inner in value.values() if isinstance(inner, (dict, list))]
