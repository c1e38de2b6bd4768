"""What is to be sent: a row for each webhook that asked for an event of this kind."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from celery import current_app
from django.db import transaction
from django.utils import timezone

from ingest.models import Event, Sending, Webhook
from ingest.models.webhooks import content_of

REPLAYED = timedelta(days=7)


def on_event(event: Event) -> None:
    """Put an event in the queue of every webhook that wants it; a backfill is no news."""
    if event.payload.get("backfill"):
        return
    wanted = [hook for hook in Webhook.objects.active() if event.kind in hook.kinds]
    if wanted:
        _enqueue(wanted, event)


def replay(webhook: Webhook, now: datetime | None = None) -> int:
    """Send everything of the last seven days again, under the same ids; returns how many."""
    now = now or timezone.now()
    recent = Event.objects.filter(kind__in=webhook.kinds, happened_at__gt=now - REPLAYED)
    told = [event for event in recent.order_by("pk") if not event.payload.get("backfill")]
    with transaction.atomic():
        again = webhook.sendings.filter(event__in=told)
        count = again.update(tries=0, done_at=None, gave_up_at=None, made_at=now, next_at=now)
        known = set(again.values_list("event_id", flat=True))
        count += sum(_enqueue([webhook], event) for event in told if event.pk not in known)
        transaction.on_commit(wake_sender, robust=True)
    return count


def say_hello(webhook: Webhook, now: datetime | None = None) -> Sending:
    """Put a message in the queue that only shows that messages arrive."""
    now = now or timezone.now()
    body = _as_json({"kind": "hello", "happened_at": _iso(now), "data": {"name": webhook.name}})
    sending = Sending.objects.create(webhook=webhook, body=body, made_at=now, next_at=now)
    transaction.on_commit(wake_sender, robust=True)
    return sending


def enqueue_post(url: str, body: str, content_type: str) -> Sending:
    """Put an unsigned message to an address of the settings in the queue."""
    now = timezone.now()
    sending = Sending.objects.create(
        url=url, body=body, content_type=content_type, made_at=now, next_at=now
    )
    transaction.on_commit(wake_sender, robust=True)
    return sending


def wake_sender() -> None:
    # Robust: if the broker is away, the scheduler's sweep sends within a minute.
    current_app.send_task("ingest.tasks.send_webhooks")


def _enqueue(webhooks: list[Webhook], event: Event) -> int:
    content = content_of(event)
    if content is None:
        return 0
    now, body = timezone.now(), _message(event, content)
    Sending.objects.bulk_create(
        (
            Sending(webhook=hook, event=event, body=body, made_at=now, next_at=now)
            for hook in webhooks
        ),
        ignore_conflicts=True,
    )
    transaction.on_commit(wake_sender, robust=True)
    return len(webhooks)


def _message(event: Event, content: dict[str, Any]) -> str:
    return _as_json(
        {
            "kind": event.kind,
            "subject": event.subject,
            "edition": event.edition,
            "happened_at": _iso(event.happened_at),
            "data": content,
        }
    )


def _as_json(message: dict[str, Any]) -> str:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
