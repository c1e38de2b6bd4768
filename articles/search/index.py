"""The words of every article, folded, in the database's own search: see docs/adr/0008.

One row an article, written with the article (articles.publishing) or after it in bulk (`rebuild`).
Whether readers may see it is asked of the article itself, at the moment of the search.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils import timezone, translation

from articles.models import Article
from articles.search.engines import Engine, engine
from articles.search.folding import folded
from articles.search.query import Query

# Texts that are in memory at once while all are written again.
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Found:
    """The published articles of a language that have every word, best first, then newest.

    A word is found by its beginning; in a headline it weighs most. Nothing is asked before a
    method is called.
    """

    query: Query
    language: str

    def count(self) -> int:
        """How many. One query."""
        return int(self._ask(engine().counted, self._where())[0][0]) if self.query else 0

    def keys(self, start: int = 0, end: int | None = None) -> list[int]:
        """Their keys, from one place to before another. One query."""
        if not self.query:
            return []
        most = -1 if end is None else max(end - start, 0)
        limit = [] if most < 0 else [most, start]
        statement = engine().listed(len(self.query.words), limited=bool(limit))
        words = [value for word in self.query.words for value in engine().places_of(word)]
        return [row[0] for row in self._ask(statement, [*self._where(), *words, *limit])]

    def _where(self) -> list[Any]:
        return [engine().every(self.query.words), self.language, timezone.now()]

    def _ask(self, statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return list(cursor.fetchall())


def note(keys: Iterable[int]) -> None:
    """Write the words of these articles again, in the transaction that changed them."""
    articles = Article.objects.filter(pk__in=list(keys)).for_page()
    with transaction.atomic(), connection.cursor() as cursor:
        for article in articles.iterator(chunk_size=AT_ONCE):
            _write(engine(), cursor, article)


def rebuild() -> int:
    """Write the words of all articles again; returns of how many. For rows that came in bulk."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(engine().emptied)
        written = 0
        for article in Article.objects.order_by("pk").for_page().iterator(chunk_size=AT_ONCE):
            _write(engine(), cursor, article)
            written += 1
    return written


def _write(into: Engine, cursor: Any, article: Article) -> None:
    cursor.execute(into.removed, [article.pk])
    cursor.execute(into.written, [article.pk, *_words(article)])


def _words(article: Article) -> tuple[str, str, str]:
    """The folded words of the headline, of what it is filed under, and of its text."""
    story = article.story
    with translation.override(article.language):
        filed = [story.category.name, *(topic.name for topic in story.topics.all())]
    people = [author.name for author in article.authors]
    asked = [part for row in article.questions.all() for part in (row.question, row.answer)]
    return (
        folded([article.headline]),
        folded([*filed, *people]),
        folded([article.standfirst, article.body, *asked]),
    )
