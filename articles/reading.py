"""What the page of an article is made of."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone

from articles import structured
from articles.ads import boxes
from articles.body import Body, body_of
from articles.models import Article, ArticleQuerySet
from articles.sharing import share_links
from articles.social import of_article
from draws.charts.card import Card, card
from draws.models import Draw
from publish.editions import current

RELATED = 3


@dataclass(frozen=True, slots=True)
class Superseded:
    """The draw that ended the time of the reported one as the latest of its family, and the
    newest of that family today. `article` is ours on the next draw, if there is one."""

    following: Draw
    newest: Draw
    article: Article | None


def contents(article: Article) -> dict[str, Any]:
    """Everything that the page shows. The number of queries does not depend on the rows."""
    now = timezone.now()
    body = body_of(article, now)
    url = settings.SITE_URL + article.get_absolute_url()
    return {
        "article": article,
        "story": article.story,
        "category": article.story.category,
        "body": body,
        "sides": sides(article),
        "boxes": boxes(article.language, now),
        "share": share_links(article.headline, url),
        "social": of_article(article),
        "structured": [
            structured.news_article(article),
            structured.faq_page(article, body.answers),
            structured.breadcrumbs(structured.steps_to(article)),
        ],
        "url": url,
        "related": _related(article, body),
        "newer": _neighbours(article).after(article).first(),
        "older": _neighbours(article).before(article).first(),
        "as_on": current().modified_at,
        **_draw(article),
    }


def sides(article: Article) -> dict[str, str]:
    """The address of each language in which readers can read the story."""
    return {
        side.language: side.get_absolute_url()
        for side in article.story.sides.all()
        if side.is_published
    }


def _neighbours(article: Article) -> ArticleQuerySet:
    published = Article.objects.published().in_language(article.language)
    return published.select_related("story__category")


def _related(article: Article, body: Body) -> list[Article]:
    """By rule; never what a card in the text shows already."""
    found = Article.objects.published().related_to(article).not_superseded()
    found = found.exclude(story__in=body.shown).select_related("story__category")
    return list(found[:RELATED])


def _draw(article: Article) -> dict[str, Any]:
    """The card that stands in for a picture, and whether a later draw of the family was held."""
    draw = article.story.draw
    if draw is None:
        return {}
    family = list(Draw.objects.of_family(draw.family).oldest_first())
    drawn: Card | None = None if article.story.hero else card(draw, family)
    return {"card": drawn, "superseded": _superseded(article, draw, family)}


def _superseded(article: Article, draw: Draw, family: list[Draw]) -> Superseded | None:
    later = [other for other in family if other.serial > draw.serial]
    if not later:
        return None
    told = Article.objects.published().in_language(article.language).about_draw(later[0])
    return Superseded(later[0], later[-1], told.select_related("story__category").first())
