"""Compiles the embedded gazetteer: `python -m maps.gazetteer.build`."""
