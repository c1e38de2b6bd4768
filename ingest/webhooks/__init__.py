"""Telling programs of others, by the Standard Webhooks specification: signed, tried for a day."""

from ingest.webhooks.queue import enqueue_post, on_event, replay, say_hello
from ingest.webhooks.sending import forget, renew_secret, revive, send_due

__all__ = [
    "enqueue_post",
    "forget",
    "on_event",
    "renew_secret",
    "replay",
    "revive",
    "say_hello",
    "send_due",
]
