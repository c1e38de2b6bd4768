"""What is looked through, kind by kind: each is one function and one entry in KINDS."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import site
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from articles.desk.rows import Row
from articles.desk.search import newsroom, numbers
from articles.desk.search.found import Found
from articles.models import Article, Author, DeskTask, Episode, Picture, Question, Story
from articles.search.query import Query
from draws.models import Draw
from pnp.models import Event

Find = Callable[[Query], Found]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing; `has_words`: whether its list in the admin can be searched by words."""

    label: Any
    model: type[Any]
    find: Find
    has_words: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind, the first few rows; `path` lists them all ("" if nothing can)."""

    label: Any
    rows: Sequence[Row]
    total: int
    path: str

    @property
    def more(self) -> int:
        return self.total - len(self.rows)


KINDS: Sequence[Kind] = (
    Kind(_("Draws"), Draw, numbers.draws, has_words=False),
    Kind(_("Provincial draws"), Event, numbers.provincial_draws, has_words=False),
    Kind(_("Articles"), Article, newsroom.articles),
    Kind(_("Stories"), Story, newsroom.stories),
    Kind(_("Questions"), Question, newsroom.questions),
    Kind(_("Tasks"), DeskTask, newsroom.tasks),
    Kind(_("Pictures"), Picture, newsroom.pictures),
    Kind(_("Authors"), Author, newsroom.authors),
    Kind(_("Episodes"), Episode, newsroom.episodes),
)


def search(request: HttpRequest, query: Query) -> list[Group]:
    """Groups with something in them, of the kinds that this person may see."""
    if not query:
        return []
    allowed = (kind for kind in KINDS if _may_see(request, kind.model))
    groups = (_group(kind, kind.find(query), query) for kind in allowed)
    return [group for group in groups if group.total]


def _may_see(request: HttpRequest, model: type[Any]) -> bool:
    return site.get_model_admin(model).has_view_permission(request)


def _group(kind: Kind, found: Found, query: Query) -> Group:
    path = ""
    if kind.has_words and found.total > len(found.rows):
        path = f"{newsroom.list_of_model(kind.model)}?{urlencode({'q': query.typed})}"
    return Group(kind.label, found.rows, found.total, path or found.path)
