"""Articles as lists that every form can render: the columns of a file, the items of a feed."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.feeds.texts import FeedTexts
from articles.models import (
    Article,
    ArticleQuerySet,
    Author,
    Category,
    Topic,
    active_language,
)
from articles.social import picture_of
from publish.ids import tag_uri
from publish.listing import Column, Entry, Listing, Person

# A feed has the whole text of its articles, so they are in memory together; a table has not.
Rows = Sequence[Article] | ArticleQuerySet

COLUMNS = (
    Column("headline", lambda article: article.headline),
    Column("standfirst", lambda article: article.standfirst),
    Column("category", lambda article: article.story.category.slug),
    Column("authors", lambda article: "; ".join(author.name for author in article.authors)),
    Column("published_at", lambda article: article.published_at, "datetime"),
    Column("updated_at", lambda article: article.updated_at, "datetime"),
    Column("draw", lambda article: article.story.draw.number if article.story.draw else None),
    Column("path", lambda article: article.get_absolute_url()),
    Column("id", lambda article: tag_uri(article.subject)),
)


def news_listing(rows: Rows = ()) -> Listing:
    """Every article of the active language. `rows` only where they are to be sent out."""
    return _listing(
        rows,
        title=_("News"),
        description=_("Every article, newest first."),
        path=reverse("news"),
        key="news",
    )


def category_listing(category: Category, rows: Rows = ()) -> Listing:
    """The articles of one category."""
    return _listing(
        rows,
        title=category.name,
        description=category.description or _("Articles on %(name)s.") % {"name": category.name},
        path=category.get_absolute_url(),
        key=f"category/{category.pk}",
    )


def topic_listing(topic: Topic, rows: Rows = ()) -> Listing:
    """The articles of any category on one topic."""
    return _listing(
        rows,
        title=topic.name,
        description=_("Articles on %(name)s.") % {"name": topic.name},
        path=topic.get_absolute_url(),
        key=f"topic/{topic.pk}",
    )


def author_listing(author: Author, rows: Rows = ()) -> Listing:
    """What one author wrote."""
    return _listing(
        rows,
        title=author.name,
        description=_("Articles by %(name)s.") % {"name": author.name},
        path=author.get_absolute_url(),
        key=f"author/{author.pk}",
    )


def _listing(rows: Rows, *, title: str, description: str, path: str, key: str) -> Listing:
    texts = FeedTexts(rows)
    return Listing(
        title=title,
        description=description,
        path=path,
        query={},
        rows=rows,
        columns=COLUMNS,
        entry=lambda article: entry(article, texts[article]),
        language=active_language(),
        key=key,
    )


def entry(article: Article, text: str = "") -> Entry:
    """An article as an item of a feed; `text` is its whole text as HTML."""
    if article.published_at is None:
        raise ValueError("an article without a moment of publication is in no list")
    return Entry(
        key=article.subject,
        title=article.headline,
        path=article.get_absolute_url(),
        summary=article.standfirst or article.seo_description or article.headline,
        published=article.published_at,
        updated=article.updated_at,
        content=text,
        authors=tuple(Person(author.name, author.get_absolute_url()) for author in article.authors),
        categories=_categories(article),
        picture=picture_of(article),
    )


def _categories(article: Article) -> tuple[str, ...]:
    story = article.story
    return (story.category.name, *(topic.name for topic in story.topics.all()))
