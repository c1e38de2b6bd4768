"""What differs between the record and what a source says now. Pure.

A blank that is filled in is a completion; a value that became another one is a correction; a
value that became blank is a loss, and is never taken over. Spelling of dates is no difference:
values are compared, not texts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from draws.records import PoolRecord, RoundRecord


class Kind(StrEnum):
    COMPLETION = "completion"
    CORRECTION = "correction"
    LOSS = "loss"


@dataclass(frozen=True, slots=True)
class Difference:
    """One value of one round, before and now. Counts of the pool are named "pool.b501_600"."""

    number: str
    field: str
    old: Any
    new: Any

    @property
    def of_pool(self) -> bool:
        return self.field.startswith("pool.")

    @property
    def kind(self) -> Kind:
        if _blank(self.old):
            return Kind.COMPLETION
        return Kind.LOSS if _blank(self.new) else Kind.CORRECTION


# Wording; everything else is a figure that readers act on.
WORDING = ("name", "programs")
VALUES = ("date", "family", "invitations", "crs", "tie_break_at", "held_at", "pool_as_of")
POOL_VALUES = tuple(f.name for f in fields(PoolRecord))

# A mass change: more than this share of one kind of figure, and at least this many rounds.
MASS_SHARE = 0.05
MASS_LEAST = 5


def between(old: RoundRecord, new: RoundRecord) -> list[Difference]:
    """Every value in which two records of one round differ."""
    found = [
        Difference(old.number, name, getattr(old, name), getattr(new, name))
        for name in WORDING + VALUES
    ]
    found += [
        Difference(old.number, f"pool.{name}", _band(old, name), _band(new, name))
        for name in POOL_VALUES
    ]
    return [difference for difference in found if difference.old != difference.new]


def published_figures(records: Iterable[RoundRecord]) -> Counter[str]:
    """How many rounds have a value, by field."""
    count: Counter[str] = Counter()
    for record in records:
        count.update(name for name in WORDING + VALUES if not _blank(getattr(record, name)))
        count.update(f"pool.{name}" for name in POOL_VALUES if _band(record, name) is not None)
    return count


def mass_change(differences: Iterable[Difference], published: Mapping[str, int]) -> str:
    """The field of which more than 5 % of the published figures would change, or "".

    Names do not count: each is on the map of labels, and 23 were rewritten at once in 2024.
    """
    changed = Counter(d.field for d in differences if d.kind is not Kind.COMPLETION)
    changed.pop("name", None)
    for field, number in changed.most_common():
        if number >= MASS_LEAST and number > MASS_SHARE * published.get(field, 0):
            return field
    return ""


def as_text(value: Any) -> str:
    """A value as it stands in revisions and events: ISO dates, UTC times, plain digits."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if isinstance(value, date) else str(value)


def _band(record: RoundRecord, name: str) -> int | None:
    return getattr(record.pool, name) if record.pool else None


def _blank(value: Any) -> bool:
    return value is None or value == ""
