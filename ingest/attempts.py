"""Keeping the log of attempts true and short."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from ingest.models import Attempt, Source
from ingest.pipeline import LEASE

KEPT_FOR = timedelta(days=90)


def mark_cut_off(now: datetime | None = None) -> int:
    """Mark the attempts that were killed on their way; returns how many. One that is only slow
    sets its own outcome when it ends."""
    now = now or timezone.now()
    return Attempt.objects.unfinished_since_before(now - LEASE).update(
        outcome=Attempt.Outcome.CUT_OFF,
        finished_at=now,
        message=_("It never came to an end: the worker was stopped."),
    )


def forget(now: datetime | None = None) -> int:
    """Delete what is older than 90 days, but for what the page on the data's state shows of each
    source: the newest, the newest good one and the newest that changed something."""
    now = now or timezone.now()
    kept = {pk for key in Source.objects.values_list("key", flat=True) for pk in _shown(key)}
    old = Attempt.objects.before(now - KEPT_FOR).exclude(pk__in=kept)
    return old.delete()[0]


def _shown(key: str) -> list[int]:
    attempts = Attempt.objects.of(key).newest_first()
    newest = (attempts, attempts.good(), attempts.that_changed_something())
    return [pk for rows in newest for pk in rows.values_list("pk", flat=True)[:1]]
