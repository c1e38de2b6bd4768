"""One list, every form: the queryset that fills a page also fills its feed and its file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from urllib.parse import urlencode

# Rows that are in memory at once while a list is sent out.
AT_ONCE = 500

# What a column holds, by the names of the Frictionless standard: "date" is 2026-02-17, "datetime"
# is 2026-02-17T11:33:44Z, always UTC.
ColumnType = Literal["string", "integer", "date", "datetime"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table that machines read: lower snake case name, its value in a row, and
    its type. None (or "") is what is not known or not published."""

    name: str
    value: Callable[[Any], "date | datetime | int | str | None"]
    type: ColumnType = "string"


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote something; `path` is the address of their own page, "" without one."""

    name: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a row. `path` begins with a slash; width and height in pixels, 0 unknown."""

    path: str
    content_type: str
    width: int = 0
    height: int = 0
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as an item of a feed.

    `key` never changes: the id is made of it. `title` and `summary` are plain text. `content` is
    the whole text as HTML, its addresses as on the page; "" where the summary says everything.
    `updated` is None for a row that has not changed since `published`.
    """

    key: str
    title: str
    path: str
    summary: str
    published: datetime
    updated: datetime | None = None
    content: str = ""
    authors: tuple[Person, ...] = ()
    categories: tuple[str, ...] = ()
    picture: Picture | None = None

    @property
    def changed(self) -> datetime:
        """When the row last changed; never before it was published."""
        return max(self.published, self.updated or self.published)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that readers see, in a shape that every renderer understands.

    `rows` in the order of the page; `path` is the address of the page without a suffix, and
    `query` what the reader filtered by. `key` is what the id of the feed is made of: say one for
    a list whose address can change (a category that is renamed), it is the address otherwise.
    `embed`: the query string by which the page for webmasters offers the list, "" for none.
    """

    title: str
    description: str
    path: str
    query: dict[str, str]
    rows: Iterable[Any]
    columns: Sequence[Column]
    entry: Callable[[Any], Entry]
    language: str
    key: str = ""
    embed: str = ""

    def each_row(self) -> Iterator[Any]:
        """The rows one after another; of a queryset, never more than AT_ONCE in memory."""
        # Asked by name: this module loads without a database, for those who only read files.
        in_portions = getattr(self.rows, "iterator", None)
        return iter(in_portions(chunk_size=AT_ONCE) if in_portions else self.rows)

    @property
    def page(self) -> str:
        """The address of the page itself, with its filter."""
        return self.path + _question(self.query)

    @property
    def feed_title(self) -> str:
        """The title among those of other sites."""
        return f"{self.title} · Cutline"

    @property
    def identity(self) -> str:
        """What the id of the feed is made of; the two languages of a list are two feeds."""
        return f"{self.key}/{self.language}" if self.key else f"list{self.page}"

    def address(self, form: str) -> str:
        """The same rows in another form: /draws.csv?family=cec for /draws/?family=cec."""
        return f"{self.path.rstrip('/')}.{form}{_question(self.query)}"


def _question(query: dict[str, str]) -> str:
    return "?" + urlencode(query) if query else ""
