"""Heads that learn from annotated events: which words tell of one, whether it happened, and which words tell its place, time and actors."""
