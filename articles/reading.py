"""What the page of an article is made of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from articles import structured
from articles.ads import boxes
from articles.body import Around, Body, Needs, body_of
from articles.corrections.of_article import corrected
from articles.models import Article
from articles.receipt.shown import shown_under
from articles.related import related_to
from articles.sharing import share_links
from articles.social import of_article
from articles.widgets import newest_draws
from draws.charts.card import card
from draws.models import Draw

RELATED = 3
# So many more are read for the cards in the text.
CARDS = 9


@dataclass(frozen=True, slots=True)
class Superseded:
    """The draw that ended the time of the reported one as the latest of its family, and the
    newest of that family today."""

    following: Draw
    newest: Draw


@dataclass(frozen=True, slots=True)
class Near:
    """What stands next to an article: by time, and on the draw that followed the reported one."""

    newer: Article | None
    older: Article | None
    next_story: Article | None


def contents(article: Article, as_on: datetime) -> dict[str, Any]:
    """Everything that the page shows. The number of queries does not depend on the rows."""
    now = timezone.now()
    room = boxes(article.language, now)
    related = related_to(article, now, RELATED + CARDS)
    around = Around(boxes=room, related=related, as_on=as_on, needs=_needs(article))
    body = body_of(article, now, around)
    superseded = _superseded(article, body)
    changed = corrected(article, body.draws)
    url = settings.SITE_URL + article.get_absolute_url()
    return {
        "article": article,
        "story": article.story,
        "category": article.story.category,
        "body": body,
        "card": card(draw, body.draws.around(draw)) if (draw := article.story.draw) else None,
        "superseded": superseded,
        "corrected": changed,
        "receipt": shown_under(article),
        "near": _near(article, superseded.following if superseded else None),
        # Never what a card in the text shows already.
        "related": [row for row in related if row.story_id not in body.shown][:RELATED],
        "sides": sides(article),
        "boxes": room,
        "newest_draws": newest_draws(),
        "url": url,
        "share": share_links(article.headline, url),
        "social": of_article(article),
        "structured": [
            structured.news_article(article, changed),
            structured.faq_page(article, body.answers),
            structured.breadcrumbs(structured.steps_to(article)),
        ],
    }


def sides(article: Article) -> dict[str, str]:
    """The address of each language in which readers can read the story."""
    return {
        side.language: side.get_absolute_url()
        for side in article.story.sides.all()
        if side.is_published
    }


def _needs(article: Article) -> Needs:
    draw = article.story.draw
    if draw is None:
        return Needs()
    return Needs(relatives={draw.number}, families={draw.family})


def _superseded(article: Article, body: Body) -> Superseded | None:
    draw = article.story.draw
    following = body.draws.neighbour(draw, 1) if draw else None
    if draw is None or following is None:
        return None
    return Superseded(following, body.draws.family(draw.family)[-1])


def _near(article: Article, following: Draw | None) -> Near:
    """One query for all three."""
    published = Article.objects.published().in_language(article.language)
    newer, older = published.after(article), published.before(article)
    told = published.filter(story__draw=following) if following else published.none()
    wanted = Q(pk__in=newer.values("pk")[:1]) | Q(pk__in=older.values("pk")[:1])
    if following:
        # All of the few: with an order and a limit SQLite would look through the whole language.
        wanted |= Q(pk__in=told.order_by().values("pk"))
    rows = list(Article.objects.filter(wanted).select_related("story__category").newest_first())
    place = (article.published_at, article.pk)
    after = [row for row in rows if (row.published_at, row.pk) > place]
    before = [row for row in rows if (row.published_at, row.pk) < place]
    return Near(
        newer=after[-1] if after else None,
        older=before[0] if before else None,
        next_story=next(
            (row for row in rows if following and row.story.draw_id == following.pk), None
        ),
    )
