"""What happened: from words to events with their type, people, place, date and status."""

from timeline.events.extract import find_events

__all__ = ["find_events"]
