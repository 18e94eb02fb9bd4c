"""The one per-document function: a Document to its Extraction, the same for one article, a folder and a cluster."""

from dataclasses import dataclass

from maps.gazetteer import Gazetteer, open_gazetteer
from timeline.actors import find_actors
from timeline.events import find_events
from timeline.language import English, load
from timeline.ordering import find_relations, join_legs, order_events
from timeline.places import find_places, home_of
from timeline.records import Document, Extraction
from timeline.times import find_times


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """The stages with what they need (model and gazetteer), built once. Pure: the same document gives the same extraction."""

    english: English
    gazetteer: Gazetteer

    def extract(self, document: Document) -> Extraction:
        """All that one document tells: times, places, actors, and its events in order."""
        parsed = self.english.parse(document)
        times = find_times(parsed)
        places = find_places(parsed, self.gazetteer, home=home_of(document, self.gazetteer))
        actors = find_actors(parsed, self.gazetteer)
        events = find_events(parsed, self.gazetteer, times=times, places=places, actors=actors)
        ordered = order_events(events, find_relations(parsed, events), {document.id: document.published})
        return Extraction(
            document=document, times=times, places=places, actors=actors, events=join_legs(ordered.events),
            relations=ordered.relations, conflicts=ordered.conflicts,
        )  # fmt: skip


def open_pipeline() -> Pipeline:
    """A pipeline over the embedded model and gazetteer. Raises MissingAsset where the installation lacks one."""
    return Pipeline(english=load(), gazetteer=open_gazetteer())
