"""One search across everything that the newsroom keeps."""

from articles.desk.search.kinds import KINDS, search

__all__ = ["KINDS", "search"]
