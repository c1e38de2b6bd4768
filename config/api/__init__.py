"""The API: the rows of the pages for programs, at /api/v1/."""

from config.api.root import api

__all__ = ["api"]
