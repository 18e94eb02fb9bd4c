"""The map's element and its constructor, as folium writes them; everything that folium would fetch is left out."""

from functools import cache
from typing import Any


@cache
def skeleton() -> tuple[str, str]:
    """The HTML of the map's element and the script that makes it a Leaflet map, the global `map_page`.

    folium compiles what it is given as templates, so no text of a caller may enter here.
    """
    import folium

    made = folium.Map(
        location=[20, 0],
        zoom_start=2,
        tiles=None,
        zoom_control=False,
        min_zoom=1,
        max_zoom=13,
        world_copy_jump=False,
        zoom_snap=0.5,
        attribution_control=True,
    )
    made.default_js, made.default_css = [], []
    made._id = "page"
    figure: Any = made.get_root()
    figure.render()
    return figure.html.render().strip(), figure.script.render().strip()
