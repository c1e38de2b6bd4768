"""The steps between which a process may be killed, and how it is told to die at one.

An order is a file whose text is the name of a step. The process that comes to the step takes the
file away and kills itself, as `kill -9` from outside would: it gets to run nothing more.
"""

import os
import signal
from collections.abc import Callable, Iterator
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings

ORDER = "die-at"
# Functions of the way in and out that are called by these names when they run.
PULL = (
    "ingest.pipeline.fetch",
    "ingest.pipeline._keep",
    "draws.store.write",
    "ingest.pipeline.hold",
    "ingest.pipeline._remember",
    "ingest.pipeline._into_the_record",
    "ingest.pipeline._finish",
    "ingest.pipeline.pull",
)
DRAFTING = (
    "articles.drafting.storing._save_story",
    "articles.drafting.storing._write",
    "articles.drafting.handlers.draft_draw",
)
DELIVERIES = (
    "ingest.events._run",
    "ingest.webhooks.sending._claim",
    "ingest.webhooks.sending._answer_to",
    "ingest.webhooks.sending._note",
)


def handlers() -> Iterator[str]:
    """The functions that settings name for a new draw, and for its letters."""
    named = [*settings.EVENT_HANDLERS["draw.published"], *settings.EVENT_HANDLERS["letter.due"]]
    return iter(dict.fromkeys(named))


def functions() -> list[str]:
    return [*PULL, *DRAFTING, *DELIVERIES, *handlers()]


def listen(folder: str) -> None:
    """From now on this process dies where it is ordered to."""
    for path in functions():
        module, _dot, name = path.rpartition(".")
        holder = import_module(module)
        setattr(holder, name, _mortal(path, getattr(holder, name), Path(folder) / ORDER))


def _mortal(path: str, function: Callable[..., Any], order: Path) -> Callable[..., Any]:
    @wraps(function)
    def called(*args: Any, **kwargs: Any) -> Any:
        _die_if_told(f"before {path}", order)
        try:
            return function(*args, **kwargs)
        finally:
            _die_if_told(f"after {path}", order)

    return called


def _die_if_told(step: str, order: Path) -> None:
    try:
        if order.read_text() != step:
            return
        order.unlink()
    except FileNotFoundError:  # nothing ordered, or another thread was faster
        return
    os.kill(os.getpid(), signal.SIGKILL)
