"""Words and figures of a text: what stands where, whatever it means."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple


class Day(NamedTuple):
    """A date as far as it is written; 0 where a part is missing. `time` is UTC, None without."""

    year: int
    month: int
    day: int
    time: tuple[int, int, int] | None = None
    seconds: bool = False

    @property
    def is_day(self) -> bool:
        return self.day > 0

    @property
    def date(self) -> dt.date | None:
        """The date, None where it is not whole or no day of any month."""
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None

    def fits(self, day: dt.date) -> bool:
        """Whether a day lies in what is written."""
        parts = ((self.year, day.year), (self.month, day.month), (self.day, day.day))
        return all(written in (0, real) for written, real in parts)


class Span(NamedTuple):
    """From one value to another."""

    low: int
    high: int


@dataclass(slots=True)
class Token:
    """One thing in a text.

    `sign` says what: N a number, ORD an ordinal, DR a draw number, FAM a family, PROV a province,
    DATE a day, MON a month, YEAR a year, TIME a time of day, BAND a band of the pool; the signs of
    the lexicon and w for words; , ; : ( ) for what parts clauses.
    `value` is the number, the slug, the `Day`; of a word the word.
    """

    sign: str
    start: int
    end: int
    value: object
    address: str = ""
    pos: int = 0

    @property
    def number(self) -> int:
        return self.value if isinstance(self.value, int) else -1

    @property
    def day(self) -> Day:
        return self.value if isinstance(self.value, Day) else Day(0, 0, 0)

    @property
    def name(self) -> str:
        return self.value if isinstance(self.value, str) else ""
