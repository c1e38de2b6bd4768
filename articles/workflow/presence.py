"""Two people at one article are told of each other."""

from datetime import datetime
from typing import Any

from articles.models import Article, Presence
from articles.models.presence import GONE_AFTER


def arrive(article: Article, user: Any, now: datetime) -> list[Presence]:
    """Note that somebody has the form open; returns who else has, the first to come first."""
    row, made = Presence.objects.get_or_create(
        article=article, user=user, defaults={"opened_at": now, "seen_at": now}
    )
    if not made:
        if row.seen_at < now - GONE_AFTER:
            row.opened_at = now
        row.seen_at = now
        row.save(update_fields=["opened_at", "seen_at"])
    return others(article, user, now)


def leave(article: Article, user: Any) -> None:
    Presence.objects.filter(article=article, user=user).delete()


def others(article: Article, user: Any, now: datetime) -> list[Presence]:
    here = Presence.objects.now(now).filter(article=article).exclude(user=user)
    return list(here.order_by("opened_at"))
