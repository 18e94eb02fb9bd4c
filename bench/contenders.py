"""The same events as pages of Dateline and of folium's plug-ins, all with their scripts inside."""

import re
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import folium
from folium.plugins import FastMarkerCluster, MarkerCluster, TimestampedGeoJson

from maps.page import render_page

SCRIPTS_FOLDER = Path(tempfile.gettempdir()) / "dateline-bench-npm"
PACKAGES = {
    "leaflet@1.9.3": ["dist/leaflet.js", "dist/leaflet.css"],
    "leaflet.markercluster@1.5.3": ["dist/leaflet.markercluster.js", "dist/MarkerCluster.css", "dist/MarkerCluster.Default.css"],
    "leaflet-timedimension@1.1.1": ["dist/leaflet.timedimension.min.js", "dist/leaflet.timedimension.control.css"],
    "iso8601-js-period@0.2.1": ["iso8601.js"],
    "jquery@3.7.1": ["dist/jquery.min.js"],
    "leaflet.awesome-markers@2.0.5": ["dist/leaflet.awesome-markers.js"],
    "moment@2.18.1": ["min/moment.min.js"],
}


def scripts_from_npm(folder: Path) -> None:
    """Fetches what folium's pages would load, unless it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for package, wanted in PACKAGES.items():
        missing = [name for name in wanted if not (folder / _saved(name)).exists()]
        if not missing:
            continue
        with tempfile.TemporaryDirectory() as temporary:
            subprocess.run(["npm", "pack", "--silent", package], cwd=temporary, check=True, capture_output=True)
            with tarfile.open(next(Path(temporary).glob("*.tgz"))) as archive:
                for name in missing:
                    member = archive.extractfile(f"package/{name}")
                    if member is None:
                        raise FileNotFoundError(f"{package} has no {name}")
                    (folder / _saved(name)).write_bytes(member.read())


def _saved(name: str) -> str:
    """The name under which folium asks for a package's file."""
    return {"iso8601.js": "iso8601.min.js", "jquery.min.js": "jquery-3.7.1.min.js"}.get(Path(name).name, Path(name).name)


def _inlined(page: str) -> str:
    """The page with the scripts and styles of `SCRIPTS_FOLDER` in the place of those that it would load; the others are left out."""

    def script(match: re.Match[str]) -> str:
        path = SCRIPTS_FOLDER / _saved(match[1].rsplit("/", 1)[-1])
        return f"<script>{path.read_text(encoding='utf-8')}</script>" if path.exists() else ""

    def style(match: re.Match[str]) -> str:
        path = SCRIPTS_FOLDER / match[1].rsplit("/", 1)[-1]
        return f"<style>{path.read_text(encoding='utf-8')}</style>" if path.exists() else ""

    page = re.sub(r'<script src="([^"]+)"></script>', script, page)
    return re.sub(r'<link rel="stylesheet" href="([^"]+)"\s*/?>', style, page)


def _points(events: dict[str, Any]) -> list[tuple[float, float, dict[str, Any]]]:
    return [(*feature["geometry"]["coordinates"], feature["properties"]) for feature in events["features"] if feature["geometry"]]


def _map() -> folium.Map:
    return folium.Map(location=[20, 0], zoom_start=2, tiles=None, maxZoom=18)


def _dateline(events: dict[str, Any]) -> str:
    return render_page(events, title=f"{len(events['features'])} events")


def _marker_cluster(events: dict[str, Any]) -> str:
    made = _map()
    cluster = MarkerCluster().add_to(made)
    for lon, lat, properties in _points(events):
        folium.Marker([lat, lon], popup=properties["title"]).add_to(cluster)
    return _inlined(made.get_root().render())


def _fast_marker_cluster(events: dict[str, Any]) -> str:
    made = _map()
    FastMarkerCluster([[lat, lon] for lon, lat, _ in _points(events)]).add_to(made)
    return _inlined(made.get_root().render())


def _timestamped(events: dict[str, Any]) -> str:
    made = _map()
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": {"time": properties["date"], "popup": properties["title"]},
        }
        for lon, lat, properties in _points(events)
        if properties["date"]
    ]
    TimestampedGeoJson({"type": "FeatureCollection", "features": features}, period="P1D", auto_play=False).add_to(made)
    return _inlined(made.get_root().render())


CONTENDERS: dict[str, Callable[[dict[str, Any]], str]] = {
    "Dateline": _dateline,
    "MarkerCluster": _marker_cluster,
    "FastMarkerCluster": _fast_marker_cluster,
    "TimestampedGeoJson": _timestamped,
}
