"""What a number in a text about a province may be: a row, a part of an event, a sum of events."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, combinations

from articles.claims.context import Context
from articles.claims.mention import Days
from articles.claims.record import Record
from articles.claims.sentence import Sentence
from pnp import registry
from pnp.records import Counted, RowRecord

# Events this long before the article may be told without their day.
MOST_DAYS = 62
LATELY = dt.timedelta(days=21)
_DIGITS = re.compile(r"\d+")
_MONEY = re.compile(r"\$\s?(\d{1,3}(?:,\d{3})+|\d+)")
# Of so many rows, each two are added up, and all but one.
MOST_ROWS = 14
# A count that is not published may be as large as this.
UNKNOWN = 10_000
_DAY_ALONE = re.compile(r"\b(?:le|the|au) (\d{1,2})(?:st|nd|rd|th|er)?\b(?! ?[\d%$]|,\d)")
FEDERAL = re.compile(
    r"\b(?:express entry (?:draws?|rounds?|pool|invitations?)|federal(?:ly)?|ircc|ottawa"
    r"|in express entry|dans (?:l')?entrée express"
    r"|(?:rondes?|tirages?) d'entrée express|bassin d'entrée express|fédérale?s?|fédéraux)\b"
)

FEDERAL_PROGRAMS = frozenset({"cec", "fsw", "fst", "all-program"})


@dataclass(frozen=True, slots=True)
class Event:
    """What a province did on a day; in a month, `day` being its first, where it tells no days."""

    code: str
    day: dt.date
    rows: tuple[RowRecord, ...]
    monthly: bool = False

    @property
    def numbers(self) -> set[str]:
        """The numbers that the province gave its draw."""
        return {row.number for row in self.rows if row.number}

    @property
    def is_exact(self) -> bool:
        return all(row.count.kind is Counted.EXACT for row in self.rows)

    @property
    def slack(self) -> int:
        """How many more may have been invited than the counts that are known say."""
        unknown = [row.count for row in self.rows if row.count.kind is not Counted.EXACT]
        return sum(UNKNOWN if c.high is None else c.high - c.low for c in unknown)

    @property
    def total(self) -> int:
        return totals_of(self.rows)[0]


@dataclass(slots=True)
class Held:
    """The events that a sentence may tell of.

    `named`: those of a day or number that it gives; `told`: of a day without its month, of a
    month, of the day that the paragraph told of; `near`: whatever else may be meant.
    """

    named: list[Event] = field(default_factory=list)
    told: list[Event] = field(default_factory=list)
    near: list[Event] = field(default_factory=list)

    @property
    def anchored(self) -> list[Event]:
        """Those that a sentence names by day, else those of its month or of its paragraph."""
        return self.named or self.told

    @property
    def all(self) -> list[Event]:
        return list({event.day: event for event in (*self.named, *self.told, *self.near)}.values())


def events_of(record: Record, code: str, until: dt.date) -> list[Event]:
    """The events of a province, oldest first."""
    days = record.event_days.get(code, [])
    months: list[Event] = []
    found = [Event(code, day, tuple(record.events[code, day])) for day in days if day <= until]
    for each in record.months:
        if each.province == code and each.month <= until and not found:
            row = RowRecord(code, each.month, each.program, "", "", "", each.unit, each.count)
            months.append(Event(code, each.month, (row,), monthly=True))
    return found or months


def home_of(sentences: Sequence[Sentence]) -> str:
    """The province that a whole article is about, "" for an article about anything else."""
    top = [s for s in sentences if s.part.where in ("headline", "standfirst")]
    first = [s for s in sentences if s.part.where == "body"][: 1 if top else 2]
    for part in (top, first):
        found = {t.name for s in part for t in s.tokens if t.sign == "PROV"}
        federal = any(_is_federal(s) for s in part)
        if len(found) == 1 and not federal:
            return found.pop()
        if part and (found or federal):
            return ""
    return ""


def _is_federal(sentence: Sentence) -> bool:
    """Whether it names a federal draw or program; nurses and francophones are invited by either."""
    if FEDERAL.search(sentence.low, sentence.start, sentence.end):
        return True
    for token in sentence.tokens:
        if token.sign != "FAM" or token.name == "pnp":
            continue
        beside = sentence.signs[max(token.pos - 3, 0) : token.pos + 3]
        if token.name in FEDERAL_PROGRAMS or {"DRAW", "FAMILYWORD"} & set(beside):
            return True
    return False


def lately(events: Sequence[Event], context: Context) -> list[Event]:
    """The newest events, and those of the days that the article names anywhere."""
    today, days = context.as_of.date(), context.told_days
    found = [event for event in events if today - event.day <= LATELY or event.day in days]
    return found or list(events[-1:])


def on_days_alone(sentence: Sentence, events: Sequence[Event], context: Context) -> list[Event]:
    """The newest event on each day that is written without its month: le 2, on the 10th."""
    found = _DAY_ALONE.findall(sentence.low, sentence.start, sentence.end)
    days = {int(day) for day in found}
    recent = [e for e in events if (context.as_of.date() - e.day).days < MOST_DAYS]
    return [event for event in recent if event.day.day in days]


def totals_of(rows: Sequence[RowRecord]) -> list[int]:
    """Every sum that may be told of an event, its own total first."""
    return list(_totals(tuple(rows)))


@lru_cache(maxsize=2048)
def _totals(rows: tuple[RowRecord, ...]) -> tuple[int, ...]:
    counted = [row for row in rows if row.count.is_known]
    programs = registry.programs()
    of_pnp = [row for row in counted if programs[row.program].kind == "pnp"]
    found = [sum(row.count.low for row in of_pnp or counted), sum(row.count.low for row in counted)]
    for part in ("stream", "program", "unit", "target"):
        sums: Counter[str] = Counter()
        for row in counted:
            sums[getattr(row, part)] += row.count.low
        found += sums.values()
    found += [row.count.low for row in counted]
    found += [row.ee_count for row in counted if row.ee_count]
    pairs = combinations(counted[:MOST_ROWS], 2)
    found += [one.count.low + two.count.low for one, two in pairs]
    found += [found[1] - row.count.low for row in counted]
    return tuple(dict.fromkeys(found))


def scores_of(rows: Sequence[RowRecord]) -> list[int]:
    """Every score that a province printed that day."""
    found = [row.score.low for row in rows] + [row.score.high for row in rows]
    printed = [int(n) for row in rows for n in _DIGITS.findall(row.score.text)]
    return list(dict.fromkeys([*(score for score in found if score is not None), *printed]))


def money_of(events: Iterable[Event]) -> set[int]:
    """The wages that a province asked for."""
    texts = (f"{row.target} {row.note}" for event in events for row in event.rows)
    return {int(n.replace(",", "")) for text in texts for n in _MONEY.findall(text)}


def sums_of(events: Sequence[Event], stretches: Iterable[Days]) -> Iterator[int]:
    """What events of some days add up to: all, each stream and program, the last few of them."""
    for first, last in stretches:
        within = [event for event in events if first <= event.day <= last]
        yield from accumulate(event.total for event in reversed(within))
        rows = [row for event in within for row in event.rows if row.count.is_known]
        yield sum(row.count.low for row in rows)
        for part in ("stream", "program", "unit", "target"):
            sums: Counter[str] = Counter()
            for row in rows:
                sums[getattr(row, part)] += row.count.low
            yield from sums.values()


def sizes_of(events: Sequence[Event], stretches: Iterable[Days]) -> Iterator[int]:
    """How many events and how many draws lie in some days, also of each stream."""
    for first, last in stretches:
        within = [event for event in events if first <= event.day <= last]
        yield len(within)
        yield sum(len({(row.stream, row.target) for row in event.rows}) for event in within)
        for part in ("stream", "program", "target"):
            days: Counter[str] = Counter()
            for event in within:
                days.update({getattr(row, part) for row in event.rows})
            yield from days.values()
