"""One document's parts, as a mapping from strangers -> a Document, checked."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from timeline.documents.language import language_name, language_of
from timeline.documents.published import day, from_text
from timeline.errors import BadOption, BadSource
from timeline.records import Document, Problem

_SURROGATE = re.compile("[\ud800-\udfff]")
_HOST = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/@\s]*@)?([^/:?#\s]+)", re.IGNORECASE)


def document(row: Mapping[str, Any], *, source: str = "", published: str | None = None) -> Document:
    """The Document of a row `{"text", "id"?, "title"?, "published"?, "url"?}`; `text` stays as it is, so offsets hold.

    Args:
        row: as read from JSON; keys beside these are left alone.
        source: what a reader would recognise; else the link's host, else the id.
        published: a day that is given for the document, and wins over the row's own and the text's.

    Raises:
        BadSource: no text, or a text, id, title or url of the wrong type.
        BadOption: `published` is not one day.
    """
    return document_and_problems(row, source=source, published=published)[0]


def document_and_problems(
    row: Mapping[str, Any], *, source: str = "", published: str | None = None, named: str | None = None
) -> tuple[Document, tuple[Problem, ...]]:
    """As `document`, with a Problem for each thing that was read only in part: a date that is none, a language not English.

    `named` is a day in the source's own name, which stands where nothing better tells one.
    """
    text, title, url = _text(row, source), _words(row, "title", source), _words(row, "url", source)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    own_id = row.get("id")
    if own_id is not None and (isinstance(own_id, bool) or not isinstance(own_id, (str, int, float))):
        raise BadSource(f'{_name(source)}: "id" is {_kind(own_id)}; a string or a number would work')
    identity = _SURROGATE.sub("\ufffd", str(own_id)) if own_id not in (None, "") else digest[:16]
    source = source or _host(url) or identity
    reasons = []
    when, basis, reason = _published(row.get("published"), published, text, named)
    if reason:
        reasons.append(reason)
    language = language_of(text)
    if language != "en":
        reasons.append(f"the text seems to be {language_name(language)}; Dateline reads English, so little or nothing will be found")
    made = Document(
        id=identity,
        source=source,
        title=title,
        text=text,
        published=when,
        published_basis=basis,
        language=language,
        digest=digest,
        url=url,
    )
    return made, tuple(Problem(document_id=identity, source=source, reason=reason) for reason in reasons)


def given_day(published: str) -> str:
    """The day that a person gave as the day of publication.

    Raises:
        BadOption: it is not exactly one day.
    """
    read = day(published)
    if read is None:
        raise BadOption(f'--published {published!r} is not one day of the calendar; 2008-03-01 or "March 1, 2008" would work')
    return read


def _published(own: Any, given: str | None, text: str, named: str | None) -> tuple[str | None, str | None, str | None]:
    """Day, basis and what is wrong with the row's own date."""
    if given is not None:
        return given_day(given), "given", None
    reason, year = None, None
    if own not in (None, ""):
        words = str(own) if isinstance(own, (str, int)) and not isinstance(own, bool) else ""
        if read := day(words):
            return read, "metadata", None
        match = re.fullmatch(r"\s*(\d{4})(?:-\d\d)?\s*", words)
        year = match[1] if match else None
        reason = f'"published" is {own!r}, which is not one day (2008-03-01 would be); read as unknown'
    if read := from_text(text, year):
        return read, "dateline", None
    return named, "name" if named else None, reason


def _text(row: Mapping[str, Any], source: str) -> str:
    text = row.get("text")
    if text is None:
        raise BadSource(f'{_name(source)} has no "text"; its keys are {", ".join(map(repr, list(row)[:8])) or "none"}')
    if not isinstance(text, str):
        raise BadSource(f'{_name(source)}: "text" is {_kind(text)}; a string would work')
    if not text.strip():
        raise BadSource(f'{_name(source)}: "text" is empty')
    return _SURROGATE.sub("\ufffd", text)  # half a character can be neither written nor digested; the length stays


def _words(row: Mapping[str, Any], key: str, source: str) -> str | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise BadSource(f'{_name(source)}: "{key}" is {_kind(value)}; a string would work')
    return _SURROGATE.sub("\ufffd", value)


def _kind(value: object) -> str:
    names = {list: "a list", dict: "an object", bool: "true or false", int: "a number", float: "a number", str: "a string"}
    return names.get(type(value), type(value).__name__)


def _host(url: str | None) -> str | None:
    match = _HOST.match(url or "")
    return match[1].removeprefix("www.") if match else None


def _name(source: str) -> str:
    return source or "the document"
