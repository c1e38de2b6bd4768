"""Links to an unpublished article for people without an account, and what they open.

A link is a secret of its row and our signature: neither the table alone nor a guess opens one.
"""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from articles.models import Article, PreviewLink

DAYS = (1, 7, 30)
USUAL_DAYS = 7
_SIGNER = signing.Signer(salt="articles.preview")
_SHOWN = (Article.State.DRAFT, Article.State.REVIEW, Article.State.SCHEDULED)


def make(article: Article, *, by: Any, now: datetime, days: int = USUAL_DAYS) -> PreviewLink:
    """A new link; ValueError for a number of days that is not offered."""
    if days not in DAYS:
        raise ValueError(f"a preview link ends after {DAYS} days, not {days}")
    return PreviewLink.objects.create(
        article=article,
        token=secrets.token_urlsafe(16),
        made_by=by,
        made_at=now,
        expires_at=now + timedelta(days=days),
    )


def revoke(link: PreviewLink, now: datetime) -> None:
    PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=now)


def open_links(article: Article, now: datetime) -> list[PreviewLink]:
    """The links that still open, newest first."""
    made = article.preview_links.filter(revoked_at=None, expires_at__gt=now)
    return list(made.select_related("made_by"))


def address(link: PreviewLink) -> str:
    """The whole address, in the language of the article."""
    with translation.override(link.article.language):
        path = str(reverse("preview", args=[_SIGNER.sign(link.token)]))
    return f"{settings.SITE_URL}{path}"


def opened(signed: str, now: datetime) -> Article | None:
    """The article behind an address, as saved last; None where the link does not open (any
    more) or the article is no draft any more."""
    try:
        token = _SIGNER.unsign(signed)
    except signing.BadSignature:
        return None
    link = PreviewLink.objects.filter(token=token).first()
    if link is None or not link.opens(now):
        return None
    found = Article.objects.for_page().filter(pk=link.article_id)
    return found.filter(state__in=(*_SHOWN, Article.State.PUBLISHED)).first()
