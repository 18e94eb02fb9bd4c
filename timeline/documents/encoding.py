"""Bytes of unknown encoding -> the text a reader would see."""

import codecs
import re

from timeline.errors import BadSource

# What is none of text, tab, newline or form feed: shown by no editor, so no part of "the text that the user can see".
_CONTROL = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff]")
_MAGIC = (
    (b"%PDF", "a PDF", "pdftotext FILE.pdf"),
    (b"PK\x03\x04", "a ZIP archive or office document", "save it as plain text or HTML"),
    (b"\x1f\x8b", "a gzip archive", "gunzip FILE"),
    (b"\x89PNG", "a PNG picture", "text recognition first"),
    (b"\xff\xd8\xff", "a JPEG picture", "text recognition first"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as plain text or HTML"),
    (b"{\\rtf", "an RTF document", "save it as plain text or HTML"),
)


# What "surrogateescape" makes of a byte that is no UTF-8 -> the sign that it is in Windows' Western encoding.
_CP1252 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}


def decode(data: bytes, source: str) -> str:
    """Text of `data` as `characters` reads it, cleaned: newlines become "\\n", marks and controls that nobody sees are dropped.

    Raises:
        BadSource: the bytes are no text, or hold none.

    >>> decode(b"caf\\xe9\\r\\n", "menu.txt")
    'café\\n'
    """
    text = characters(data, source)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    visible, dropped = _CONTROL.subn("", text)
    if not text.replace("\ufeff", "").strip():
        raise BadSource(f"{source} is empty; give a file that holds text")
    if dropped * 10 > len(text):
        raise BadSource(f"{source} is mostly control characters, so it is binary, not text; give plain text, Markdown, HTML or JSONL")
    return visible


def characters(data: bytes, source: str) -> str:
    """Every character of `data`: UTF-8, UTF-16 or UTF-32 with a byte order mark, UTF-16 without one, else UTF-8 with stray cp1252.

    Raises:
        BadSource: no bytes, bytes that are no text, or a wide encoding that breaks off.
    """
    if not data.strip():
        raise BadSource(f"{source} is empty; give a file that holds text")
    for magic, kind, way in _MAGIC:
        if data.startswith(magic):
            raise BadSource(f"{source} is {kind}, not text; what would work: {way}")
    encoding = _wide_encoding(data)
    if encoding is None and b"\0" in data:
        raise BadSource(f"{source} holds NUL bytes, so it is binary, not text; give plain text, Markdown, HTML or JSONL")
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding is None:
            return data.decode("utf-8", "surrogateescape").translate(_CP1252)
        raise BadSource(f"{source} begins like {encoding} but breaks at byte {error.start}; save it as UTF-8") from error


def _wide_encoding(data: bytes) -> str | None:
    """The encoding of two or four bytes a character that `data` shows, or None."""
    for mark, encoding in ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32")):
        if data.startswith(mark):
            return encoding
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > half * 0.4 and even < half * 0.02:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.02:
        return "utf-16-be"
    return None
