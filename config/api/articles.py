"""Articles: what they say, by whom, and since when."""

from datetime import UTC, datetime
from typing import Any, Literal

from django.conf import settings
from django.db.models import Max, Q
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Field, Query, Router, Schema

from articles.feeds.texts import FeedTexts
from articles.models import Article, ArticleQuerySet
from config.api.door import reads
from config.api.paging import Page, Removed, Updated, page_of, whole_number
from config.api.problems import COMMON
from ingest.models import Event
from publish.feed_html import for_feed
from publish.ids import tag_uri

router = Router()
FILTERS = ("language", "category", "topic", "author", "updated_since", "limit", "cursor")


class AuthorOut(Schema):
    name: str
    author: str = Field(description=_("Name in addresses."))


class ArticleOut(Schema):
    id: str = Field(description=_("Never changes."))
    article: int = Field(description=_("Number in the addresses of this API."))
    language: str
    headline: str
    standfirst: str
    category: str
    topics: list[str]
    authors: list[AuthorOut]
    draw: str | None = Field(description=_("Number of the draw that it reports."))
    published_at: datetime
    updated_at: datetime | None
    url: str


class WholeArticle(ArticleOut):
    content_html: str = Field(description=_("The whole text with its figures as they are now."))


class Filter(Updated):
    language: Literal["en", "fr", ""] = Field("", description=_("Both where it is blank."))
    category: str = Field("", max_length=60)
    topic: str = Field("", max_length=60)
    author: str = Field("", max_length=60)


@router.get("", response={200: Page[ArticleOut], **COMMON}, summary=_("Articles, newest first"))
@reads(*FILTERS)
def articles(request: HttpRequest, query: Query[Filter]) -> Any:
    found = _filtered(query).for_list().prefetch_related("story__topics").newest_first()
    if query.updated_since:
        found = found.filter(pk__in=_subjects(query.updated_since, _CHANGES))
    if after := query.after():
        found = found.filter(_later(after))
    rows = list(found[: query.limit + 1])
    removed = _withdrawn(query.updated_since) if query.updated_since else ()
    return page_of(request, query, rows, _place, article_out, removed)


@router.get("/{int:article}", response={200: WholeArticle, **COMMON}, summary=_("One article"))
@reads()
def article(request: HttpRequest, article: int) -> Any:
    found = Article.objects.published().for_page().filter(pk=min(article, 2**53)).first()
    if found is None:
        raise Http404
    url = settings.SITE_URL + found.get_absolute_url()
    return article_out(found) | {"content_html": for_feed(FeedTexts([found])[found], url)}


def article_out(row: Article) -> dict[str, Any]:
    """An article as the schema has it. Its story, topics and authors are read with it."""
    story = row.story
    return {
        "id": tag_uri(row.subject),
        "article": row.pk,
        "language": row.language,
        "headline": row.headline,
        "standfirst": row.standfirst,
        "category": story.category.slug,
        "topics": [topic.slug for topic in story.topics.all()],
        "authors": [{"name": author.name, "author": author.slug} for author in row.authors],
        "draw": story.draw.number if story.draw else None,
        "published_at": row.published_at,
        "updated_at": row.updated_at,
        "url": settings.SITE_URL + row.get_absolute_url(),
    }


_CHANGES = ("article.published", "article.changed")


def _filtered(query: Filter) -> ArticleQuerySet:
    found = Article.objects.published()
    if query.language:
        found = found.in_language(query.language)
    if query.category:
        found = found.in_category(query.category)
    if query.topic:
        found = found.on_topic(query.topic)
    return found.by_author(query.author) if query.author else found


def _place(row: Article) -> list[Any]:
    """Microseconds since 1970: a moment as text would have many forms."""
    at = row.published_at or datetime.now(UTC)
    return [round(at.timestamp() * 1_000_000), row.pk]


def _later(place: list[Any]) -> Q:
    try:
        at = datetime.fromtimestamp(whole_number(place) / 1_000_000, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Http404 from error
    return Q(published_at__lt=at) | Q(published_at=at, pk__lt=whole_number(place, 1))


def _subjects(since: datetime, kinds: tuple[str, ...]) -> list[int]:
    found = Event.objects.filter(kind__in=kinds, happened_at__gte=since)
    return [
        int(text.partition("/")[2]) for text in found.values_list("subject", flat=True).distinct()
    ]


def _withdrawn(since: datetime) -> list[dict[str, Any]]:
    """Articles that were taken from readers since and that did not come back."""
    public = set(Article.objects.published().values_list("pk", flat=True))
    gone = Event.objects.filter(kind="article.withdrawn", happened_at__gte=since)
    newest = gone.order_by().values("subject").annotate(at=Max("happened_at")).order_by("at")
    return [
        Removed(id=tag_uri(row["subject"]), removed_at=row["at"]).model_dump()
        for row in newest
        if int(row["subject"].partition("/")[2]) not in public
    ]
