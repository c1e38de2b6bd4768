"""Promised moments: kept by the worker each minute, once, and caught up where it was away."""

import logging
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article, DeskTask
from articles.publishing.readiness import gate_findings, obstacles
from articles.publishing.storing import settle, store
from articles.publishing.telling import announce
from articles.workflow.moments import LATE
from publish.formats import newsroom

logger = logging.getLogger(__name__)

NOT_READY = "not ready at its moment"


def publish_due(now: datetime | None = None) -> int:
    """Publish what was promised for now or before; returns how many articles came out.

    An article that stopped being ready goes back to review with a task that says why. Several
    workers may call this at once: each article comes out once.
    """
    now = now or timezone.now()
    due = list(Article.objects.due(now).values_list("pk", flat=True))
    return sum(_keep(pk, now) for pk in due)


def close_missed(article: Article) -> None:
    """The article is on its way again: what kept it back is done with."""
    waiting = article.tasks.open().filter(kind=DeskTask.Kind.SCHEDULE, subject=NOT_READY)
    waiting.update(done_at=timezone.now())


def _keep(pk: int, now: datetime) -> bool:
    try:
        with transaction.atomic():
            # Read again under the lock: another worker may have been here.
            article = Article.objects.due(now).select_for_update().filter(pk=pk).first()
            return article is not None and _come_out(article, now)
    except Exception:
        # It stays overdue, in red on the desk, and must not keep the others back.
        logger.exception("article/%s could not be published at its moment", pk)
        return False


def _come_out(article: Article, now: datetime) -> bool:
    if missing := _missing(article):
        _return(article, missing, now)
        return False
    promised = article.scheduled_for or now
    stored = Article.objects.get(pk=article.pk)
    article.state, article.scheduled_for = Article.State.PUBLISHED, None
    article.published_at = article.published_at or now
    store(article, stored, None, _("Published at its moment"))
    settle(article)
    announce(article, now)
    if now - promised > LATE:
        _report_late(article, promised, now)
    return True


def _missing(article: Article) -> list[str]:
    try:
        article.full_clean()
    except ValidationError as wrong:
        return wrong.messages
    return obstacles(article) or gate_findings(article, _promised_by(article))


def _promised_by(article: Article) -> Any:
    return article.history.order_by("-history_id")[0].history_user


def _return(article: Article, missing: list[str], now: datetime) -> None:
    stored = Article.objects.get(pk=article.pk)
    article.state, article.scheduled_for = Article.State.REVIEW, None
    store(article, stored, None, _("Not ready at its moment"))
    message = _("“%(headline)s” did not come out at its moment and waits in review: %(reasons)s")
    _open(article, NOT_READY, message % _named(article, reasons=" ".join(missing)), now)


def _report_late(article: Article, promised: datetime, now: datetime) -> None:
    minutes = max(1, round((now - promised).total_seconds() / 60))
    message = ngettext(
        "“%(headline)s” was promised for %(moment)s and came out %(n)s minute late: nobody was at"
        " work to publish it.",
        "“%(headline)s” was promised for %(moment)s and came out %(n)s minutes late: nobody was"
        " at work to publish it.",
        minutes,
    )
    subject = _("missed by %(n)s min") % {"n": minutes}
    _open(article, subject, message % _named(article, n=minutes, moment=newsroom(promised)), now)


def _named(article: Article, **values: object) -> dict[str, object]:
    return {"headline": article.headline, **values}


def _open(article: Article, subject: str, message: str, now: datetime) -> None:
    DeskTask.objects.get_or_create(
        kind=DeskTask.Kind.SCHEDULE,
        article=article,
        subject=subject,
        done_at=None,
        defaults={"message": message, "created_at": now},
    )
