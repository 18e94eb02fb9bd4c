"""A geocoding service on loopback that answers as Nominatim does, and misbehaves when told to."""

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
        self.server.asked.append(query.get("q", [""])[0])
        self.server.agents.append(self.headers.get("User-Agent", ""))
        mood = self.server.mood
        if mood == "slow":
            time.sleep(1.0)
        bodies = {"garbage": "\x00{[", "html": "<html>busy</html>", "list": '[{"no": "place"}]'}
        known = "nowhere" not in self.server.asked[-1].lower()
        body = bodies.get(mood, json.dumps([self.server.answer] if known else [])).encode()
        self.send_response(int(mood) if mood.isdigit() else 200)
        self.send_header("Content-Type", "text/html" if mood == "html" else "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def stub() -> Iterator[Stub]:
    server = Stub()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
