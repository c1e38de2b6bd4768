"""What the newsroom's pages show of provincial draws. The one place that asks for them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from pnp.filters import RowFilter
from pnp.listings import newest_events


@dataclass(frozen=True, slots=True)
class ProvinceDay:
    """What one province did on one day. `invitations` in words: a province may print a bound."""

    date: dt.date
    province: str
    invitations: str
    path: str


def newest(most: int, wanted: RowFilter | None = None) -> Sequence[ProvinceDay]:
    """The newest days with a draw of a nominee program, or that a filter asks for, newest first.
    One query."""
    return [
        ProvinceDay(event.date, event.place.label, total, event.get_absolute_url())
        for event, total in newest_events(most, wanted)
    ]
