"""The lines of a section of the desk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits. `late` says in words why it is urgent ("" if it is not); `facts` are
    short texts; `action` names what `path` leads to, where that is more than reading."""

    title: str
    path: str
    facts: Sequence[Any] = ()
    late: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """How many there are of one kind, and where they are listed."""

    label: Any
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """`rows` are the first few of `total`; `mine`: whether the person can act on one of them."""

    rows: Sequence[Row] = ()
    total: int = 0
    path: str = ""
    mine: bool = False
    note: str = ""
    parts: Sequence[Part] = ()

    @property
    def more(self) -> int:
        return self.total - len(self.rows)


def first_of(rows: QuerySet[Any]) -> tuple[list[Any], int]:
    """The first few rows and how many there are: two queries, one where few fit."""
    # Their keys first: texts of rows that nobody sees are not put in order.
    shown = list(rows.filter(pk__in=rows.values("pk")[: SHOWN + 1]))
    total = len(shown) if len(shown) <= SHOWN else rows.count()
    return shown[:SHOWN], total


def list_of(model: str, **query: Any) -> str:
    """The address of a list of the admin, such as articles_article, with its filters."""
    address = reverse(f"admin:{model}_changelist")
    return f"{address}?{urlencode(query)}" if query else address


def form_of(model: str, pk: Any) -> str:
    """The address of the form of one row."""
    return reverse(f"admin:{model}_change", args=[pk])


def present(facts: Iterable[Any]) -> list[Any]:
    """Without what is not known."""
    return [fact for fact in facts if fact]
