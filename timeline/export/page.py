"""map.html: the timeline as one page."""

from timeline.export.geojson import geojson
from timeline.records import Timeline


def page(timeline: Timeline, *, title: str = "", intro: str = "", credit: str = "", tiles: str | None = None, language: str = "en") -> str:
    """The timeline as one HTML file that asks for nothing from the network, see `maps.page.render_page`.

    Without a `title` the first document's stands at the page's head.
    """
    from maps.page import render_page

    head = title or next((document.title for document in timeline.documents if document.title), "") or "Timeline"
    return render_page(geojson(timeline), title=head, intro=intro, credit=credit, tiles=tiles, language=language)
