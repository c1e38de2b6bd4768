"""What provinces publish, apart from where it came from and where it is kept.

A row is one line of an official table. A day's rows of one province are an event: the sum that
readers see. Nothing here knows a province, a database or the network.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Counted(StrEnum):
    """How a count is given."""

    EXACT = "exact"
    BELOW = "below"  # "fewer than 10"
    RANGE = "range"  # "from 10 to 15"
    NOT_PUBLISHED = "not-published"
    PLACEHOLDER = "placeholder"  # the page has a blank to fill in: "XXX", "TBD"


class Scored(StrEnum):
    """How a score is given."""

    MINIMUM = "minimum"
    RANGE = "range"
    SEVERAL = "several"  # one minimum per group, merged in one row
    NONE_PUBLISHED = "none-published"
    NOT_APPLICABLE = "not-applicable"  # chosen by something else, a wage for example


@dataclass(frozen=True, slots=True)
class Count:
    """How many were invited. `low` and `high` belong to it; `high` None: no upper bound is known.

    Fewer than 10 is 0 to 9. `text` is the printed text, which does not make two counts differ.
    """

    kind: Counted
    low: int = 0
    high: int | None = None
    text: str = field(default="", compare=False)

    @property
    def exact(self) -> int | None:
        return self.low if self.kind is Counted.EXACT else None

    @property
    def is_known(self) -> bool:
        return self.kind not in (Counted.NOT_PUBLISHED, Counted.PLACEHOLDER)


@dataclass(frozen=True, slots=True)
class Score:
    """The lowest score invited, on the scale of its row. `low` None: no score.

    MINIMUM has no `high`. SEVERAL: the lowest and highest of the minimums, all in `text`.
    """

    kind: Scored
    low: int | None = None
    high: int | None = None
    text: str = field(default="", compare=False)


NO_SCORE = Score(Scored.NONE_PUBLISHED)
BY_OTHER_MEANS = Score(Scored.NOT_APPLICABLE)


def exactly(number: int, text: str = "") -> Count:
    return Count(Counted.EXACT, number, number, text or str(number))


def below(limit: int, text: str = "") -> Count:
    return Count(Counted.BELOW, 0, max(limit - 1, 0), text or f"<{limit}")


def at_least(score: int, text: str = "") -> Score:
    return Score(Scored.MINIMUM, score, None, text or str(score))


@dataclass(frozen=True, slots=True)
class RowRecord:
    """One row of an official table.

    `province` is a code of the registry ("on"), `program` and `stream` are slugs of it; `stream`
    is "" while `stream_text` is unknown. `date` is the last day where a range is printed, and
    `date_from` then the first. `place` tells rows of one day, stream and target apart; 1 is the
    first on the page. `evidence` is "official" or "secondary". Blank details are not known.
    """

    province: str
    date: dt.date
    program: str
    stream: str
    stream_text: str
    target: str
    unit: str
    count: Count
    score: Score = NO_SCORE
    scale: str = ""
    place: int = 1
    date_from: dt.date | None = None
    date_text: str = ""
    number: str = ""
    profiles_from: dt.date | None = None
    profiles_to: dt.date | None = None
    ee_count: int | None = None
    note: str = ""
    evidence: str = "official"
    source_url: str = ""

    @property
    def subject(self) -> str:
        return subject_of(self.province, self.date)

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What tells this row from the others of its event. Neither count nor score is in it."""
        return (self.program, self.stream, self.target, self.place)


def subject_of(province: str, day: dt.date) -> str:
    """How events, revisions and feeds name a day's event. Never changes."""
    return f"pnp/{province}/{day.isoformat()}"


@dataclass(frozen=True, slots=True)
class MonthRecord:
    """A month's total, of a province that publishes no days."""

    province: str
    program: str
    month: dt.date  # its first day
    unit: str
    count: Count
    source_url: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a page that an editor has to look at.

    `code` is a stable slug, `raw` the exact text that is doubted. `whole`: nothing of the page is
    stored until then. Otherwise the event of `date` is not stored (all of it: half a day is a
    wrong sum). `record` is the row as it would be stored if the editor says which stream it is.
    """

    code: str
    message: str
    raw: str
    date: dt.date | None = None
    record: RowRecord | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one page says. `totals`: its own sum of a (province, day), where it prints one."""

    rows: tuple[RowRecord, ...] = ()
    problems: tuple[Problem, ...] = ()
    months: tuple[MonthRecord, ...] = ()
    totals: Mapping[tuple[str, dt.date], int] = field(default_factory=dict)


class Unreadable(Exception):
    """The page as a whole is not one we know; str() is one clear line."""
