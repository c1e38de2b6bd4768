"""What a search of one kind gives back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from articles.desk.rows import Row, first_of


@dataclass(frozen=True, slots=True)
class Found:
    """The first few rows of `total`."""

    rows: Sequence[Row] = ()
    total: int = 0
    path: str = ""


def found(rows: QuerySet[Any], as_row: Callable[[Any], Row]) -> Found:
    """The first few of a queryset. Two queries at most."""
    shown, total = first_of(rows)
    return Found([as_row(each) for each in shown], total)
