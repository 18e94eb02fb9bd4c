"""A source (text, Markdown, HTML, JSONL, a folder, standard input) -> Documents, and a Problem for each that cannot be read."""

from timeline.documents.record import document, document_and_problems
from timeline.documents.sources import read

__all__ = ["document", "document_and_problems", "read"]
