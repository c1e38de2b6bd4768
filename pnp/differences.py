"""What differs between a row of the record and what a page says now. Pure.

What a page does not tell at all (a detail that it never had) is no difference.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ingest.changes import Change, Kind, kind_of
from pnp.notation import written_count, written_score
from pnp.records import Count, RowRecord, Score


@dataclass(frozen=True, slots=True)
class Difference:
    """One value of one row, before and now, and the field that readers know it by."""

    field: str
    old: Any
    new: Any
    kind: Kind

    @property
    def change(self) -> Change:
        """With its values as texts."""
        return Change(self.field, as_text(self.old), as_text(self.new), self.kind)


FIGURES = {"count": "invitations", "score": "score"}
NAMED = ("scale", "unit", "target", "number", "date_from", "date_text")
DETAILS = ("profiles_from", "profiles_to", "ee_count", "note", "source_url")


def between(old: RowRecord, new: RowRecord) -> list[Difference]:
    """Every value in which two records of one row differ."""
    found = [*_figures(old, new), *_details(old, new)]
    if old.evidence == "secondary" and new.evidence == "official":
        found.append(Difference("evidence", old.evidence, new.evidence, Kind.COMPLETION))
    return found


def _figures(old: RowRecord, new: RowRecord) -> Iterator[Difference]:
    for name, field in FIGURES.items():
        before, now = getattr(old, name), getattr(new, name)
        if before != now:
            yield Difference(
                field, before, now, kind_of(was_known=_is_known(before), is_known=_is_known(now))
            )


def _details(old: RowRecord, new: RowRecord) -> Iterator[Difference]:
    for name in NAMED + DETAILS:
        before, now = getattr(old, name), getattr(new, name)
        if now not in (None, "") and before != now:
            yield Difference(
                name, before, now, kind_of(was_known=before not in (None, ""), is_known=True)
            )


def _is_known(figure: Count | Score) -> bool:
    return figure.is_known if isinstance(figure, Count) else figure.low is not None


def applied(old: RowRecord, differences: list[Difference]) -> RowRecord:
    """`old` with just these differences: what was held back keeps its published value."""
    names = {field: name for name, field in FIGURES.items()}
    return replace(old, **{names.get(d.field, d.field): d.new for d in differences})


def as_text(value: Any) -> str:
    """A value as it stands in revisions and events."""
    if isinstance(value, Count):
        return written_count(value)
    if isinstance(value, Score):
        return written_score(value)
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)
