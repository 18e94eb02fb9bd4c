"""A document to words, sentences, trees, names and quotations."""

from timeline.language.english import English, load
from timeline.language.tree import Tree

__all__ = ["English", "Tree", "load"]
