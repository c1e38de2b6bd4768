"""Search over everything that readers may look for."""

from articles.search.results import Results, find

__all__ = ["Results", "find"]
