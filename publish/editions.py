"""Which edition is the present one, and how the next one comes about."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from publish.models import Edition
from publish.watch import watch


def current() -> Edition:
    """The present edition. One query; number 0 before anything was published.

    DatabaseAway at once where the database is known to be gone.
    """
    watch.insist()
    return Edition.objects.order_by("-number").first() or _zero()


def _zero() -> Edition:
    now = timezone.now()
    moments = {"created_at": now, "modified_at": now.replace(microsecond=0)}
    return Edition.objects.get_or_create(number=0, defaults={"reason": "empty", **moments})[0]


def advance(reason: str) -> int:
    """Begin the next edition and return its number.

    Call it inside the transaction that changes something public: pages move on to the new
    edition at the moment of its commit, and a rollback leaves no gap.
    """
    with transaction.atomic():
        # Edition 0 is the lock: on PostgreSQL two writers would otherwise take one number.
        _zero()
        Edition.objects.select_for_update().get(number=0)
        last = current()
        now = timezone.now()
        number = last.number + 1
        Edition.objects.create(
            number=number,
            reason=reason[:200],
            created_at=now,
            modified_at=_next_second(last.modified_at, now),
        )
        transaction.on_commit(watch.forget)
    return number


def _next_second(last: datetime, now: datetime) -> datetime:
    return max(now.replace(microsecond=0), last + timedelta(seconds=1))
