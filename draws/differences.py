"""What differs between the record and what a source says now. Pure.

Spelling of dates is no difference: values are compared, not texts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from draws.records import PoolRecord, RoundRecord
from ingest.changes import Change, Kind, is_mass, kind_of


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
        return kind_of(was_known=not _blank(self.old), is_known=not _blank(self.new))

    @property
    def change(self) -> Change:
        """With its values as texts."""
        return Change(self.field, as_text(self.old), as_text(self.new), self.kind)


# Wording; everything else is a figure that readers act on.
WORDING = ("name", "programs")
VALUES = ("date", "family", "invitations", "crs", "tie_break_at", "held_at", "pool_as_of")
POOL_VALUES = tuple(f.name for f in fields(PoolRecord))


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
    """The field of which too many of the published figures would change, or "".

    Names do not count: each is on the map of labels, and 23 were rewritten at once in 2024.
    """
    changed = Counter(d.field for d in differences if d.kind is not Kind.COMPLETION)
    changed.pop("name", None)
    for field, number in changed.most_common():
        if is_mass(number, published.get(field, 0)):
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
