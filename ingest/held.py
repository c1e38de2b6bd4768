"""Holding doubtful rows, and what editors decide about them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ingest import events
from ingest.models import Capture, HeldRow, Source
from ingest.records import Doubt, Outcome


class AlreadyDecided(Exception):
    """Somebody else decided, or the source no longer has the row."""


def hold(source: Source, capture: Capture, outcome: Outcome) -> Outcome:
    """Keep the doubts of an outcome; returns it without those that an editor dismissed."""
    known = {row.fingerprint: row for row in source.held_rows.all()}
    dismissed = {print_ for print_, row in known.items() if row.state == HeldRow.State.DISMISSED}
    doubts = {doubt.fingerprint: doubt for doubt in outcome.held}
    for fingerprint in known.keys() & doubts.keys():
        _keep(known[fingerprint], capture)
    _raise(source, capture, [doubts[each] for each in doubts if each not in known])
    _let_go(source.held_rows.waiting().exclude(fingerprint__in=doubts))
    still_open = tuple(doubt for print_, doubt in doubts.items() if print_ not in dismissed)
    return replace(outcome, held=still_open)


def _keep(known: HeldRow, capture: Capture) -> None:
    if known.state in (HeldRow.State.WAITING, HeldRow.State.GONE):
        was_gone = known.state == HeldRow.State.GONE
        known.state = HeldRow.State.WAITING
        known.capture = capture
        known.save(update_fields=["state", "capture"])
        if was_gone:
            events.emit("row.back", f"{known.source.key}/{known.key}", held_row=known.pk)


def _let_go(rows: QuerySet[HeldRow]) -> None:
    """The source has these rows no longer, or no longer in doubt."""
    for row in rows.select_related("source"):
        row.state = HeldRow.State.GONE
        row.save(update_fields=["state"])
        events.emit("row.gone", f"{row.source.key}/{row.key}", held_row=row.pk)


def _raise(source: Source, capture: Capture, doubts: Sequence[Doubt]) -> None:
    """New doubts, each with its event, which says how many came with it and whether it is first:
    many at once have one cause, and are one letter."""
    rows = [_new_row(source, capture, doubt) for doubt in doubts]
    for place, row in enumerate(rows):
        events.emit(
            "row.held",
            f"{source.key}/{row.key}",
            held_row=row.pk,
            code=row.code,
            together=len(rows),
            first=place == 0,
        )


def _new_row(source: Source, capture: Capture, doubt: Doubt) -> HeldRow:
    return HeldRow.objects.create(
        source=source,
        key=_plain(doubt.key)[:100],
        code=doubt.code,
        message=_plain(doubt.message),
        raw=_plain(doubt.raw),
        choices=[list(choice) for choice in doubt.choices],
        fingerprint=doubt.fingerprint,
        capture=capture,
        first_seen_at=timezone.now(),
    )


def _plain(text: str) -> str:
    """Text that every database takes: NUL and lone surrogates become visible escapes."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00")


def approve(held: HeldRow, by: Any, reason: str, choice: str = "") -> HeldRow:
    """Record the approval. The caller then takes the capture in again."""
    if held.choices and choice not in [value for value, _label in held.choices]:
        raise ValueError("Approving this row needs one of its answers.")
    return _decide(held, HeldRow.State.APPROVED, by, reason, choice)


def dismiss(held: HeldRow, by: Any, reason: str) -> HeldRow:
    """The row stays unpublished, and this doubt is not raised again."""
    return _decide(held, HeldRow.State.DISMISSED, by, reason)


def _decide(held: HeldRow, state: str, by: Any, reason: str, choice: str = "") -> HeldRow:
    if not reason.strip():
        raise ValueError("A decision needs a reason.")
    with transaction.atomic():
        locked = HeldRow.objects.select_for_update().get(pk=held.pk)
        if locked.state != HeldRow.State.WAITING:
            raise AlreadyDecided(locked.get_state_display())
        locked.state, locked.decided_by, locked.decided_at = state, by, timezone.now()
        locked.reason, locked.choice = reason.strip(), choice
        locked.save()
        events.emit(
            f"row.{state}", f"{locked.source.key}/{locked.key}", held_row=locked.pk, reason=reason
        )
    return locked
