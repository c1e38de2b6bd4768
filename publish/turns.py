"""Turning the pages of a long list."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404

PAGE = 500


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a page stands in a list of `total` rows, newest first."""

    number: int
    total: int
    query: Mapping[str, str]
    size: int = PAGE

    @classmethod
    def of(
        cls, params: Mapping[str, str], total: int, query: Mapping[str, str], size: int = PAGE
    ) -> "Turn":
        """The page that `page` asks for. Http404 for one that is not there."""
        asked = params.get("page", "1")
        number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
        if number < 1 or (number > 1 and (number - 1) * size >= total):
            raise Http404
        return cls(number, total, query, size)

    @property
    def start(self) -> int:
        return (self.number - 1) * self.size

    @property
    def end(self) -> int:
        return self.number * self.size

    @property
    def newer(self) -> str:
        """The query string of the page before, "" on the first."""
        return self._address(self.number - 1) if self.number > 1 else ""

    @property
    def older(self) -> str:
        """The query string of the next page, "" on the last."""
        return self._address(self.number + 1) if self.end < self.total else ""

    @property
    def here(self) -> str:
        """The query string of this page, "" for the first page of the whole list."""
        return self._address(self.number) if self.number > 1 or self.query else ""

    def _address(self, number: int) -> str:
        page = {"page": str(number)} if number > 1 else {}
        return f"?{urlencode({**self.query, **page})}"
