"""Text in, ordered, mapped and sourced events out."""

__version__ = "0.1.0"
