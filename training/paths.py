"""Where the training finds its sources and leaves its results."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / ".." / "shared" / "sources" / "language"
WORK = Path(__file__).parent / "work"
ASSETS = ROOT / "timeline" / "language" / "en"
