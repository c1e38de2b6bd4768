"""What came in and what happened, many times: captures, attempts, revisions, events, deliveries."""

import hashlib
from functools import partial
from typing import Any

from articles.models import Article
from config.growth.copying import Copier, Model, every
from config.growth.federal import Numbers
from config.growth.times import move
from ingest.models import Attempt, Capture, Delivery, Event, Revision
from pnp.models import Row

# In the order of their references. Sources stay: there are no more of them.
TABLES: tuple[Model, ...] = (Capture, Attempt, Revision, Event, Delivery)
Subjects = dict[tuple[int, str], str]


def copy_captures(copier: Copier, turns: range) -> None:
    """Before anything that was first seen in one."""
    copier.copy(Capture, turns, _vary_capture)


def copy_happenings(copier: Copier, turns: range, numbers: Numbers, days: Subjects) -> None:
    """`days`: the subjects of the copies of provincial days. The subjects of the rows themselves
    follow the new numbers of draws."""
    subjects = days | {(turn, f"draw/{old}"): f"draw/{new}" for (turn, old), new in numbers.items()}
    vary = partial(_vary_subject, subjects=subjects, copier=copier)
    copier.copy(Attempt, turns, partial(_moved, names=("started_at", "finished_at")))
    copier.copy(Revision, turns, vary)
    copier.copy(Event, turns, vary)
    copier.copy(Delivery, turns, _vary_delivery)
    renumbered: tuple[Model, ...] = (Revision, Event)
    for model in renumbered:
        rows = list(every(model).filter(pk__lt=copier.step(model), subject__startswith="draw/"))
        for row in rows:
            row.subject = subjects.get((0, row.subject), row.subject)
        every(model).bulk_update(rows, ["subject"], batch_size=200)


def _vary_capture(capture: Any, turn: int) -> None:
    move(capture, turn, "fetched_at")
    capture.sha256 = hashlib.sha256(f"{capture.sha256}|{turn}".encode()).hexdigest()


def _moved(row: Any, turn: int, *, names: tuple[str, ...]) -> None:
    move(row, turn, *names)


def _vary_subject(row: Any, turn: int, *, subjects: Subjects, copier: Copier) -> None:
    move(
        row,
        turn,
        *(name for name in ("seen_at", "was_seen_at", "happened_at") if hasattr(row, name)),
    )
    row.subject = _subject(row.subject, turn, subjects, copier)


def _subject(subject: str, turn: int, subjects: Subjects, copier: Copier) -> str:
    kind, *rest = subject.split("/")
    if kind == "article":
        return f"article/{int(rest[0]) + turn * copier.step(Article)}"
    if kind == "pnp" and len(rest) == 3:
        day = subjects.get((turn, "/".join([kind, *rest[:2]])))
        return f"{day}/{int(rest[2]) + turn * copier.step(Row)}" if day else subject
    return subjects.get((turn, subject), subject)


def _vary_delivery(delivery: Any, turn: int) -> None:
    """Done: a copy sends nothing out."""
    move(delivery, turn, "next_at", "done_at")
    delivery.done_at = delivery.done_at or delivery.next_at
