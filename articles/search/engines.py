"""The two databases' own full-text search, told the same: whole folded words, no language of
theirs, no syntax from outside. The tables are made by migration 0007.
"""

from collections.abc import Sequence
from typing import Protocol

from django.db import connection

# What a word weighs by where it stands.
HEADLINE, FILING, TEXT = 9, 3, 1
_READABLE = (
    "FROM articles_search JOIN articles_article AS a ON a.id = articles_search.{key}"
    " WHERE {match} AND a.language = %s AND a.state = 'published' AND a.published_at <= %s"
)
_BEST = " ORDER BY {score} DESC, a.published_at DESC, a.id DESC"
_LIMIT = " LIMIT %s OFFSET %s"


class Engine(Protocol):
    """Statements with places for values; words are folded and hold letters and digits alone."""

    counted: str
    emptied: str
    removed: str
    written: str

    def listed(self, words: int, *, limited: bool) -> str:
        """Keys, best first: values as `counted`, then `places_of` each word, limit and start."""

    def every(self, words: Sequence[str]) -> str:
        """The value that stands for all words, each somewhere."""

    def places_of(self, word: str) -> Sequence[str]:
        """The values that stand for one word in the headline, in the filing and in the text."""


class Fts5:
    """SQLite."""

    _from = _READABLE.format(key="rowid", match="articles_search MATCH %s")
    _in = "{weight} * (a.id IN (SELECT rowid FROM articles_search WHERE articles_search MATCH %s))"
    counted = f"SELECT COUNT(*) {_from}"
    emptied = "DELETE FROM articles_search"
    removed = "DELETE FROM articles_search WHERE rowid = %s"
    written = "INSERT INTO articles_search (rowid, headline, filing, text) VALUES (%s, %s, %s, %s)"

    def listed(self, words: int, *, limited: bool) -> str:
        one = " + ".join(self._in.format(weight=weight) for weight in (HEADLINE, FILING, TEXT))
        best = _BEST.format(score=" + ".join([one] * words))
        return f"SELECT a.id {self._from}{best}{_LIMIT if limited else ''}"

    def every(self, words: Sequence[str]) -> str:
        return " AND ".join(f'"{word}" *' for word in words)

    def places_of(self, word: str) -> Sequence[str]:
        return [f'{column} : "{word}" *' for column in ("headline", "filing", "text")]


class Tsvector:
    """PostgreSQL."""

    _from = _READABLE.format(key="article_id", match="articles_search.everywhere @@ %s::tsquery")
    _in = "{weight} * (articles_search.{column} @@ %s::tsquery)::int"
    counted = f"SELECT COUNT(*) {_from}"
    emptied = "DELETE FROM articles_search"
    removed = "DELETE FROM articles_search WHERE article_id = %s"
    written = (
        "INSERT INTO articles_search (article_id, headline, filing, text) VALUES (%s,"
        " array_to_tsvector(string_to_array(%s, ' ')), array_to_tsvector(string_to_array(%s, ' ')),"
        " array_to_tsvector(string_to_array(%s, ' ')))"
    )

    def listed(self, words: int, *, limited: bool) -> str:
        weights = {"headline": HEADLINE, "filing": FILING, "text": TEXT}
        one = " + ".join(self._in.format(weight=w, column=name) for name, w in weights.items())
        best = _BEST.format(score=" + ".join([one] * words))
        return f"SELECT a.id {self._from}{best}{_LIMIT if limited else ''}"

    def every(self, words: Sequence[str]) -> str:
        return " & ".join(f"'{word}':*" for word in words)

    def places_of(self, word: str) -> Sequence[str]:
        return [f"'{word}':*"] * 3


_ENGINES: dict[str, Engine] = {"sqlite": Fts5(), "postgresql": Tsvector()}


def engine() -> Engine:
    """The one of the database that the site runs on."""
    return _ENGINES[connection.vendor]
