"""The waits of the site that a drill shortens. A name that is not there any more is an error."""

from datetime import timedelta
from importlib import import_module

WAITS = {
    "ingest.pipeline": ("LEASE",),
    "ingest.attempts": ("LEASE",),
    "ingest.events": ("FIRST_WAIT",),
    "ingest.webhooks.sending": ("FIRST_PAUSE", "CLAIMED_FOR"),
    "ingest.alarms": ("SHORTEST_PATIENCE", "STUCK_AFTER"),
}


def shorten(times: float) -> None:
    """Make each of them so many times shorter."""
    if times == 1:
        return
    for module, names in WAITS.items():
        for name in names:
            wait: timedelta = getattr(import_module(module), name)
            setattr(import_module(module), name, wait / times)
