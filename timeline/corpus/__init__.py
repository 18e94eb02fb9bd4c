"""Many documents through one function: in order, on one process or several, one bad document costing only itself."""

from timeline.corpus.executor import each

__all__ = ["each"]
