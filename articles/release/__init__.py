"""The whole record as files: what anybody may download, cite and check."""

from articles.release.making import keep_up, make, newest_change

__all__ = ["keep_up", "make", "newest_change"]
