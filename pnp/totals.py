"""Sums of rows as readers see them: 429, “at least 298”, “298 to 307”. Computed, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from publish.formats import figure, span


class Bounded(Protocol):
    """A row, a month: whatever has the bounds of a count; `high` None: open."""

    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of counts. `high` None: some row has no upper bound. `rows`: how many were added."""

    low: int
    high: int | None
    rows: int

    @property
    def exact(self) -> int | None:
        return self.low if self.rows and self.low == self.high else None

    @property
    def is_known(self) -> bool:
        """Whether anything can be said: no row but unpublished ones says nothing."""
        return bool(self.rows) and not (self.low == 0 and self.high is None)

    @property
    def text(self) -> str:
        """ "429", "at least 298", "fewer than 10", "not published"."""
        if not self.is_known:
            return _("not published")
        if self.exact is not None:
            return figure(self.exact)
        if self.low == 0 and self.high is not None:
            return _("fewer than %(limit)s") % {"limit": figure(self.high + 1)}
        return _("at least %(low)s") % {"low": figure(self.low)}

    @property
    def bounds(self) -> str:
        """ "298 to 307"; the same as `text` where there is nothing more to say."""
        if not self.is_known or self.high is None or self.exact is not None:
            return self.text
        return span(figure(self.low), figure(self.high))

    def __add__(self, other: "Total") -> "Total":
        highs = (self.high, other.high)
        high = None if None in highs else sum(h for h in highs if h is not None)
        return Total(self.low + other.low, high, self.rows + other.rows)


NOTHING = Total(0, 0, 0)


def total_of(counts: Iterable[Bounded]) -> Total:
    return sum((Total(each.low, each.high, 1) for each in counts), NOTHING)
