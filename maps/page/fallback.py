"""The events as a plain HTML table, for readers whose browser runs no script."""

import html
import re
from typing import Any
from urllib.parse import urlsplit

MOST_ROWS = 1000
_MOST_CHARACTERS = 2000
_UNSHOWN = re.compile("[\0\ud800-\udfff]")


def plain_text(value: object, most: int = 1_000_000_000) -> str:
    """A value as HTML text or attribute, at most so many characters of it; characters that no file may hold are replaced."""
    text = "" if value is None else str(value)
    return html.escape(_UNSHOWN.sub("\ufffd", text if len(text) <= most else text[: most - 1] + "…"))


def fallback_table(features: list[dict[str, Any]], words: dict[str, Any]) -> str:
    """The first `MOST_ROWS` events in order as an HTML table, with a line that says how many there are if there are more."""
    own = words["words"]
    heads = [own[name] for name in ("number", "when", "title", "status", "where", "who", "quote", "source")]
    rows = [_row(index, feature, words) for index, feature in enumerate(features[:MOST_ROWS])]
    more = ""
    if len(features) > MOST_ROWS:
        more = f"<p>{plain_text(words['page']['noscriptMore'].format(n=MOST_ROWS, all=len(features)))}</p>"
    head = "".join(f'<th scope="col">{plain_text(name)}</th>' for name in heads)
    caption = plain_text(own["tableCaption"])
    return f'{more}<table class="plain"><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _row(index: int, feature: dict[str, Any], words: dict[str, Any]) -> str:
    known = feature.get("properties") or {}
    when = " ".join(str(known[name]) for name in ("date", "time") if known.get(name)) or words["undated"]
    where = (
        ", ".join(dict.fromkeys(str(known[name]) for name in ("place", "admin1", "country_name") if known.get(name))) or words["unplaced"]
    )
    who = ", ".join(_name(actor) for actor in [*(known.get("actors") or []), *(known.get("targets") or [])])
    status = known.get("status")
    said = words["status"].get(status, status) if isinstance(status, str) else words["status"]["happened"]
    texts = [known.get("order", index + 1), when, known.get("title") or known.get("action"), said, where, who, known.get("quote")]
    cells = "".join(f'<td dir="auto">{plain_text(text, _MOST_CHARACTERS)}</td>' for text in texts)
    return f'<tr>{cells}<td dir="auto">{"<br>".join(_source(source) for source in known.get("sources") or [])}</td></tr>'


def _name(actor: object) -> str:
    return str(actor.get("name") or "") if isinstance(actor, dict) else str(actor)


def _source(source: dict[str, Any]) -> str:
    url = str(source.get("url") or "")
    name = plain_text(source.get("title") or url, _MOST_CHARACTERS)
    published = f", {plain_text(source['published'], 40)}" if source.get("published") else ""
    if not _is_web_address(url):
        return f"{name}{published}"
    return f'<a href="{plain_text(url)}" rel="noopener noreferrer">{name}</a>{published}'


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s\x00-\x1f]", url) and len(url) <= _MOST_CHARACTERS
    )
