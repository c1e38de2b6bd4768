"""What the worker runs. Each task calls one function; the logic is there."""

import logging

from celery import shared_task

from ingest import alarms, attempts, events, pipeline, webhooks

logger = logging.getLogger(__name__)


@shared_task
def pull_due() -> None:
    """Once a minute: send off a pull for each source whose time has come."""
    attempts.mark_cut_off()
    for key in pipeline.due_sources():
        pull_source.delay(key)


@shared_task(expires=50)
def pull_source(key: str) -> None:
    pipeline.pull_if_free(key)


@shared_task
def deliver_events() -> None:
    events.deliver_due()


@shared_task
def send_webhooks() -> None:
    webhooks.send_due()


@shared_task
def forget_webhook_messages() -> None:
    """Once a day: messages that are long over."""
    webhooks.forget()


@shared_task
def forget_attempts() -> None:
    """Once a day: attempts that say nothing of today."""
    attempts.forget()


@shared_task
def watch() -> None:
    """Once a minute: call somebody where something is wrong for longer than it should be."""
    alarms.watch()
