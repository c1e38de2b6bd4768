"""Days of the record as tables show them: a day's event with the rows that were asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pnp.filters import RowFilter
from pnp.listings import counted
from pnp.models import Event, Row
from publish.formats import series


@dataclass(frozen=True, slots=True)
class Day:
    """`rows` are those shown; the sum is that of the whole day."""

    event: Event
    rows: Sequence[Row]

    @property
    def needs_sum(self) -> bool:
        """Whether the rows do not say by themselves how many there were that day."""
        return len(self.event.standing_rows) > 1

    @property
    def said(self) -> str:
        """ "1,825 invited", "5 invited and 2,118 notified"."""
        return counted_in_words(self.event)


def counted_in_words(event: Event) -> str:
    """The headline total, each unit in its own verb. Ask for events `with_rows`."""
    return series([counted(unit, total) for unit, total in event.totals_by_unit])


def days_of(events: Iterable[Event], wanted: RowFilter | None = None) -> list[Day]:
    """One Day for each event, in order. `events` come `with_rows`."""
    chosen = wanted or RowFilter()
    return [Day(event, chosen.shown(event)) for event in events]
