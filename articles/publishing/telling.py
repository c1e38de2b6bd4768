"""What the rest of the site and its readers are told: editions and events."""

from datetime import datetime

from django.db import models

from articles import receipt
from articles.models import Article, Story
from ingest import events
from publish import editions


def announce(article: Article, now: datetime) -> None:
    article.announced_at = now
    Article.objects.filter(pk=article.pk).update(announced_at=now)
    tell("article.published", article, "")


def tell(kind: str, article: Article, reason: str) -> None:
    edition = editions.advance(f"{article.subject}: {kind}")
    receipt.renew(article)
    events.emit(
        kind,
        article.subject,
        edition,
        story=article.story_id,
        language=article.language,
        reason=reason,
    )


def tell_of_story(story: Story, reason: str = "") -> None:
    """What both sides share has changed: pages and feeds of its public sides are new."""
    for article in story.sides.filter(announced_at__isnull=False):
        tell("article.changed", article, reason)


def begin_edition(row: models.Model) -> int:
    """Something that pages show has changed."""
    return editions.advance(f"{row._meta.model_name}/{row.pk}")


def order_changed(model: type[models.Model]) -> int:
    """Rows that pages show stand in a new order."""
    return editions.advance(f"{model._meta.model_name}: new order")
