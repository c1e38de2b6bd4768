"""All that was found for one query."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles.body.document import Document
from articles.figures import resolve_all
from articles.models import Article, active_language
from articles.search import draws, provinces
from articles.search.index import Found
from articles.search.marks import excerpt, marked
from articles.search.query import Query
from publish.turns import Turn

PAGE = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """An article with the words that were looked for marked, as safe HTML."""

    article: Article
    headline: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Results of another kind than articles: the template that shows them, and what it needs."""

    template: str
    found: Any
    total: int


@dataclass(frozen=True, slots=True)
class Results:
    groups: Sequence[Group]
    hits: Sequence[Hit]
    turn: Turn

    @property
    def total(self) -> int:
        return self.turn.total + sum(group.total for group in self.groups)


def _draws(query: Query) -> Group | None:
    found = draws.find(query)
    return Group("articles/found_draws.html", found, found.total) if found else None


def _provinces(query: Query) -> Group | None:
    found = provinces.find(query)
    return Group("articles/found_provinces.html", found, found.total) if found else None


# What is looked through beside the articles. A new kind of thing is one function and a template.
SOURCES: tuple[Callable[[Query], Group | None], ...] = (_draws, _provinces)


def find(query: Query, language: str, params: Mapping[str, str]) -> Results:
    """Everything that has all the words; articles a page at a time. Http404 past the last page."""
    found = Found(query, language)
    turn = Turn.of(params, found.count(), {"q": query.typed}, PAGE)
    groups = [group for source in SOURCES if (group := source(query))] if query else []
    return Results(
        groups=groups if turn.number == 1 else [],
        hits=_hits(found.keys(turn.start, turn.end) if turn.total else [], query),
        turn=turn,
    )


def _hits(keys: Sequence[int], query: Query) -> list[Hit]:
    rows = Article.objects.published().for_list().in_bulk(keys)
    texts = _texts([rows[key] for key in keys if key in rows])
    return [_hit(article, text, query) for article, text in texts.items()]


def _texts(articles: Sequence[Article]) -> dict[Article, str]:
    """The words of each with their present figures, all resolved together."""
    documents = {article: Document.of(article.body) for article in articles}
    addresses = {address for document in documents.values() for address in document.addresses}
    figures = resolve_all(addresses, active_language())
    return {
        article: Document.of(document.with_figures(figures)).text
        for article, document in documents.items()
    }


def _hit(article: Article, text: str, query: Query) -> Hit:
    shown = excerpt(text, query) or article.standfirst
    return Hit(article, marked(article.headline, query), marked(shown, query))
