"""Tasks for editors: figures and blocks that lead nowhere, found at saving and each night."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.body import Finding, bodies
from articles.models import Article, DeskTask

# Articles are read in portions, so that the nightly check needs no more memory each year.
PORTION = 100
# What is found here is closed here; other kinds of tasks have their own ways.
_KINDS = (DeskTask.Kind.FIGURE, DeskTask.Kind.BLOCK)


def check(article: Article, at: datetime | None = None) -> int:
    """Open and close the tasks of one article; returns how many are open."""
    return _settle(article, bodies([article], at=at)[article.pk].findings, at or timezone.now())


def check_all(at: datetime | None = None) -> int:
    """Check every article that is or will be public; returns how many tasks are open.

    The record changes under articles: a draw can lose a figure, a picture can be deleted.
    """
    at = at or timezone.now()
    shown = (Article.State.PUBLISHED, Article.State.SCHEDULED)
    articles = Article.objects.filter(state__in=shown).order_by("pk").for_page()
    last, tasks = 0, 0
    while portion := list(articles.filter(pk__gt=last)[:PORTION]):
        found = bodies(portion, at=at)
        tasks += sum(_settle(article, found[article.pk].findings, at) for article in portion)
        last = portion[-1].pk
    return tasks


def mark_done(task: DeskTask, at: datetime) -> None:
    """An editor says that nothing is left to do."""
    task.done_at = at
    task.save(update_fields=["done_at"])


def _settle(article: Article, findings: Iterable[Finding], at: datetime) -> int:
    found = {(finding.kind.value, finding.subject[:200]): finding for finding in findings}
    waiting = {
        (task.kind, task.subject): task for task in article.tasks.open().filter(kind__in=_KINDS)
    }
    gone = [task.pk for key, task in waiting.items() if key not in found]
    if gone:
        DeskTask.objects.filter(pk__in=gone).update(done_at=at)
    DeskTask.objects.bulk_create(
        DeskTask(
            kind=kind,
            article=article,
            subject=subject,
            message=_message(article, finding),
            created_at=at,
        )
        for (kind, subject), finding in found.items()
        if (kind, subject) not in waiting
    )
    return len(found)


def _message(article: Article, finding: Finding) -> str:
    texts = {
        DeskTask.Kind.FIGURE: _(
            "“%(headline)s” has a figure bound to %(subject)s, which leads nowhere. Readers see"
            " its last text."
        ),
        DeskTask.Kind.BLOCK: _(
            "“%(headline)s” has a block that cannot be shown: %(subject)s. Readers see nothing in"
            " its place."
        ),
    }
    return texts[finding.kind] % {"headline": article.headline, "subject": finding.subject}
