"""A timeline to files: CSV, JSON, GeoJSON, the page, and the annotate contract's lines. The page's libraries load late."""

from timeline.export.annotate import annotation
from timeline.export.csv import csv_text
from timeline.export.edited import from_csv
from timeline.export.files import write_all, write_text
from timeline.export.geojson import geojson
from timeline.export.json import json_text
from timeline.export.page import page

__all__ = ["annotation", "csv_text", "from_csv", "geojson", "json_text", "page", "write_all", "write_text"]
