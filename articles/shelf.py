"""A list of articles as a page shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.models import Article, ArticleQuerySet
from publish.turns import Turn

PAGE = 20


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of a list, newest first, and where it stands in the whole."""

    articles: Sequence[Article]
    turn: Turn

    @classmethod
    def of(
        cls, found: ArticleQuerySet, params: Mapping[str, str], query: Mapping[str, str]
    ) -> "Shelf":
        """Three queries: the number of articles, the rows of the page, and their authors."""
        turn = Turn.of(params, found.count(), query, PAGE)
        return cls(list(found.newest_first().for_list()[turn.start : turn.end]), turn)
