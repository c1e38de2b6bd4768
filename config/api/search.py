"""Search, as on the page: articles that have all the words."""

from typing import Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Field, Query, Router

from articles.models import Article
from articles.search.index import Found
from articles.search.query import Query as Words
from config.api.articles import ArticleOut, article_out
from config.api.door import reads
from config.api.paging import Page, Paging, one_of, page_of, whole_number
from config.api.problems import COMMON

router = Router()


class Search(Paging):
    q: str = Field("", max_length=200, description=_("Words that an article has, all of them."))
    language: Literal["en", "fr"] = Field("en", json_schema_extra=one_of("en", "fr"))


@router.get(
    "", response={200: Page[ArticleOut], **COMMON}, summary=_("Articles with all the words")
)
@reads("q", "language", "limit", "cursor")
def search(request: HttpRequest, query: Query[Search]) -> Any:
    words = Words.of(query.q)
    start = max(whole_number(after), 0) if (after := query.after()) else 0
    keys = Found(words, query.language).keys(start, start + query.limit + 1)
    rows = Article.objects.published().for_list().prefetch_related("story__topics").in_bulk(keys)
    shown = [rows[key] for key in keys if key in rows]
    return page_of(request, query, shown, lambda _last: [start + query.limit], article_out)
