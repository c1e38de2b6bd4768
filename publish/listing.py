"""One list, every form: the queryset that fills a page also fills its feed and its file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table that machines read: lower snake case name, and its value in a row."""

    name: str
    value: Callable[[Any], "date | datetime | int | str | None"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as an item of a feed. `key` never changes: the id is made of it."""

    key: str
    title: str
    path: str
    summary: str
    published: datetime


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that readers see, in a shape that every renderer understands.

    `rows` in the order of the page; `path` is the address of the page without a suffix, and
    `query` what the reader filtered by.
    """

    title: str
    description: str
    path: str
    query: dict[str, str]
    rows: Iterable[Any]
    columns: Sequence[Column]
    entry: Callable[[Any], Entry]
    language: str

    @property
    def page(self) -> str:
        """The address of the page itself, with its filter."""
        return self.path + _question(self.query)

    def address(self, form: str) -> str:
        """The same rows in another form: /draws.csv?family=cec for /draws/?family=cec."""
        return f"{self.path.rstrip('/')}.{form}{_question(self.query)}"


def _question(query: dict[str, str]) -> str:
    return "?" + urlencode(query) if query else ""
