"""The words of every published article, folded, in memory: made once per edition.

See docs/adr/0004. A few thousand articles are a few megabytes and milliseconds; the same on
every database, always in step with what readers may see, and without a syntax to break.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from articles.models import Article
from articles.search.query import Query, fold
from publish.editions import current

TAG = re.compile(r"<[^>]*>")
IN_HEADLINE, IN_FILING, IN_TEXT = 9, 3, 1


class Words(NamedTuple):
    """The words of one article, each after a space: a word is found by its beginning."""

    pk: int
    headline: str
    filing: str
    text: str

    def score(self, words: Iterable[str]) -> int:
        """How well all the words fit; 0 if one of them is nowhere."""
        total = 0
        for word in words:
            start = f" {word}"
            found = (
                IN_HEADLINE * (start in self.headline)
                + IN_FILING * (start in self.filing)
                + IN_TEXT * (start in self.text)
            )
            if not found:
                return 0
            total += found
        return total


@dataclass(frozen=True, slots=True)
class Index:
    """All published articles of one language, newest first."""

    rows: tuple[Words, ...]

    def find(self, query: Query) -> list[int]:
        """Keys of the articles that have every word, best first, then newest."""
        scored = [(row.score(query.words), row.pk) for row in self.rows]
        # Sorting keeps the order of the index among equals.
        scored.sort(key=lambda pair: -pair[0])
        return [pk for score, pk in scored if score]


def index_of(language: str) -> Index:
    """The index of the present edition: one query, and four for the first who asks."""
    edition = current()
    return _made(edition.number, edition.created_at, language)


@lru_cache(maxsize=4)
def _made(edition: int, made_at: datetime, language: str) -> Index:
    articles = Article.objects.published().in_language(language).newest_first().for_page()
    return Index(tuple(_words(article) for article in articles.iterator(chunk_size=500)))


def _words(article: Article) -> Words:
    story = article.story
    filed = [story.category.name, *(topic.name for topic in story.topics.all())]
    people = [author.name for author in article.authors]
    asked = [part for row in article.questions.all() for part in (row.question, row.answer)]
    return Words(
        pk=article.pk,
        headline=_spaced(article.headline),
        filing=_spaced(" ".join([*filed, *people])),
        text=_spaced(" ".join([article.standfirst, article.body, *asked])),
    )


@lru_cache(maxsize=4096)
def _spaced(html: str) -> str:
    """Kept from edition to edition: most texts do not change."""
    return " " + fold(unescape(TAG.sub(" ", html)))
