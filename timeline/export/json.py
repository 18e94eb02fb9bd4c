"""timeline.json: documents, events in order with every mention and source, relations, conflicts and problems."""

import json
from typing import Any

from timeline.export.annotate import event_json, problem_json, relation_json
from timeline.records import Document, Event, Timeline


def json_text(timeline: Timeline) -> str:
    """The timeline as JSON, two spaces of indent, ending in a line feed; text is kept as it is, not as escapes."""
    return json.dumps(timeline_json(timeline), ensure_ascii=False, indent=2) + "\n"


def timeline_json(timeline: Timeline) -> dict[str, Any]:
    """The timeline as JSON values, as design and `timeline.json` have them."""
    return {
        "documents": [_document(document) for document in timeline.documents],
        "events": [_event(event) for event in timeline.events],
        "relations": [relation_json(relation) for relation in timeline.relations],
        "conflicts": [{"events": list(conflict.events), "why": conflict.why} for conflict in timeline.conflicts],
        "problems": [problem_json(problem) for problem in timeline.problems],
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title or document.source,
        "url": document.url,
        "published": document.published,
        "digest": document.digest,
    }


def _event(event: Event) -> dict[str, Any]:
    """The annotate contract's event; `mentions` name their document, `sources` hold each sentence once with its offsets."""
    mentions = [{"document_id": m.document_id, "start": m.start, "end": m.end} for m in event.mentions]
    sources = {
        (m.document_id, m.quote_start, m.quote_end): {
            "document_id": m.document_id,
            "quote": m.quote,
            "start": m.quote_start,
            "end": m.quote_end,
        }
        for m in event.mentions
    }
    return {**event_json(event), "mentions": mentions, "sources": list(sources.values())}
