"""A geocoding service on loopback that answers as five services do, by the path that is asked, and misbehaves when told to."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

BERGEN = {"lat": "60.39", "lon": "5.32", "display_name": "Somewhere, Bergen, Norway"}


class Stub(ThreadingHTTPServer):
    """`mood` is "fine", "garbage", "html", "list", "slow", or a status of HTTP; `asked` are the questions, `agents` who asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.mood = "fine"
        self.answer = BERGEN
        self.asked: list[str] = []
        self.agents: list[str] = []

    @property
    def domain(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Stub

    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        self.server.asked.append(next((query[key][0] for key in ("q", "text", "singleLine") if key in query), ""))
        self.server.agents.append(self.headers.get("User-Agent", ""))
        mood = self.server.mood
        if mood == "slow":
            time.sleep(1.0)
        bodies = {"garbage": "\x00{[", "html": "<html>busy</html>", "list": '[{"no": "place"}]'}
        known = "nowhere" not in self.server.asked[-1].lower()
        body = bodies.get(mood, json.dumps(_answer(urlsplit(self.path).path, self.server.answer, known=known))).encode()
        self.send_response(int(mood) if mood.isdigit() else 200)
        self.send_header("Content-Type", "text/html" if mood == "html" else "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _answer(path: str, row: dict[str, object], *, known: bool) -> object:
    """One place, or none, in the format of the service that has this path."""
    lat, lon, name = float(str(row["lat"])), float(str(row["lon"])), str(row["display_name"])
    point = {"type": "Point", "coordinates": [lon, lat]}
    box = [lon - 0.1, lat - 0.05, lon + 0.1, lat + 0.05]
    west, south, east, north = box
    if path == "/api":
        photon = {"geometry": point, "properties": {"name": name, "type": "city", "extent": [west, north, east, south]}}
        return {"type": "FeatureCollection", "features": [photon] if known else []}
    if path == "/v1/search":
        pelias = {"geometry": point, "bbox": box, "properties": {"name": name, "layer": "locality"}}
        return {"type": "FeatureCollection", "features": [pelias] if known else []}
    if path == "/searchJSON":
        sides = {"west": west, "south": south, "east": east, "north": north}
        geonames = {"lat": str(lat), "lng": str(lon), "name": name, "countryName": "Norway", "fcl": "P", "fcode": "PPL", "bbox": sides}
        return {"totalResultsCount": int(known), "geonames": [geonames] if known else []}
    if path.endswith("/findAddressCandidates"):
        extent = {"xmin": west, "ymin": south, "xmax": east, "ymax": north}
        arcgis = {"address": name, "location": {"x": lon, "y": lat}, "attributes": {"Addr_type": "City"}, "extent": extent}
        return {"candidates": [arcgis] if known else []}
    return [row] if known else []


@pytest.fixture
def stub() -> Iterator[Stub]:
    server = Stub()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
