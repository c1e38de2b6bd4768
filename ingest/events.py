"""The outbox: an event is written with the change it tells of, and delivered afterwards.

Delivery is at least once in time and exactly once in effect: a handler's own database work and
the mark "done" are one transaction, so a kill between any two steps leaves both or neither.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from ingest.models import Delivery, Event

logger = logging.getLogger(__name__)

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
MOST_TRIES = 20


def emit(kind: str, subject: str, edition: int | None = None, **payload: Any) -> Event:
    """Write an event and its deliveries. Call it inside the transaction of the change."""
    now = timezone.now()
    event = Event.objects.create(
        kind=kind, subject=subject, payload=payload, edition=edition, happened_at=now
    )
    handlers = settings.EVENT_HANDLERS.get(kind, [])
    Delivery.objects.bulk_create(
        Delivery(event=event, handler=handler, next_at=now) for handler in handlers
    )
    if handlers:
        transaction.on_commit(_wake_worker, robust=True)
    return event


def emit_many(kind: str, subjects: Iterable[str], **payload: Any) -> int:
    """One event for each subject, as `emit` would write them; returns how many."""
    now = timezone.now()
    events = Event.objects.bulk_create(
        (
            Event(kind=kind, subject=subject, payload=payload, happened_at=now)
            for subject in subjects
        ),
        batch_size=500,
    )
    Delivery.objects.bulk_create(
        (
            Delivery(event=event, handler=handler, next_at=now)
            for handler in settings.EVENT_HANDLERS.get(kind, [])
            for event in events
        ),
        batch_size=500,
    )
    if events:
        transaction.on_commit(_wake_worker, robust=True)
    return len(events)


def _wake_worker() -> None:
    # Robust: if the broker is away, the scheduler's sweep delivers within a minute.
    current_app.send_task("ingest.tasks.deliver_events")


def deliver_due(now: datetime | None = None, limit: int = 500) -> int:
    """Deliver what is due; returns how many handlers ran to their end."""
    now = now or timezone.now()
    return sum(_deliver(delivery, now) for delivery in Delivery.objects.due(now)[:limit])


def _deliver(delivery: Delivery, now: datetime) -> bool:
    tries = delivery.tries + 1
    wait = min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT)
    # The claim: of several workers that read the same row, one changes it.
    claimed = Delivery.objects.due(now).filter(pk=delivery.pk, tries=delivery.tries)
    if not claimed.update(tries=tries, next_at=now + wait):
        return False
    try:
        return _run(delivery, tries)
    except Exception as error:
        logger.exception("%s failed on event %s", delivery.handler, delivery.event_id)
        _note_failure(delivery, tries, error)
        return False


def _run(delivery: Delivery, tries: int) -> bool:
    handler = import_string(delivery.handler)
    with transaction.atomic():
        # Marked first, so that a slow first run and a retry of it can't both commit.
        mine = Delivery.objects.filter(pk=delivery.pk, done_at=None, tries=tries)
        if not mine.update(done_at=timezone.now(), error=""):
            return False
        handler(delivery.event)
    return True


def _note_failure(delivery: Delivery, tries: int, error: Exception) -> None:
    text = f"{type(error).__name__}: {error}"[:2000]
    gave_up = timezone.now() if tries >= MOST_TRIES else None
    Delivery.objects.filter(pk=delivery.pk, done_at=None).update(error=text, gave_up_at=gave_up)
