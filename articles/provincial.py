"""What the newsroom's pages show of provincial draws. The one place that asks for them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProvinceDay:
    """What one province did on one day. `invitations` in words: a province may print a bound."""

    date: dt.date
    province: str
    invitations: str
    path: str


def newest(most: int) -> Sequence[ProvinceDay]:
    """The newest days on record, newest first. None while this site keeps no provincial record."""
    return ()
