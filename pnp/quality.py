"""Notes on provincial figures: what pages contradict, said beside the figure. Pure.

Two kinds: rules that look at the rows of one event, and remarks, which are data
(`pnp/data/remarks.csv`): what two official pages say, what was corrected before we watched, and
sums that are often told as events and are none. The figures themselves stay as printed.
"""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from django.utils.functional import lazy
from django.utils.translation import get_language, gettext, gettext_noop

from pnp.records import Count
from publish.formats import figure

REMARKS = Path(__file__).parent / "data" / "remarks.csv"


@dataclass(frozen=True, slots=True)
class Note:
    """One doubt or remark. `code` is stable; `text` is lazy: in the language when it is shown.

    `source_url` is the page that says otherwise, "" for what we found ourselves.
    """

    code: str
    text: str
    source_url: str = ""


class RowLike(Protocol):
    @property
    def stream(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def count(self) -> Count: ...
    @property
    def is_secondary(self) -> bool: ...


class EventLike(Protocol):
    """An event with its rows."""

    @property
    def province(self) -> str: ...
    @property
    def date(self) -> dt.date: ...
    @property
    def printed_total(self) -> int | None: ...
    @property
    def standing_rows(self) -> Sequence[RowLike]: ...


Finding = tuple[str, Mapping[str, int]]


def notes_for(event: EventLike) -> tuple[Note, ...]:
    """What to say beside the figures of a day's event, in the order of its page."""
    found = [
        Note(code, _said(sentence, values))
        for code, rule in RULES
        for sentence, values in rule(event)
    ]
    return (*found, *_remarks_on(event.province, event.date))


def notes_of_province(province: str) -> tuple[tuple[dt.date, Note], ...]:
    """Every remark on a province, newest first: the day it is about, and the note."""
    found = [(day, note) for code, day, note in _remarks() if code == province]
    return tuple(sorted(found, key=lambda pair: pair[0], reverse=True))


def _in_words(sentence: str, values: Mapping[str, int]) -> str:
    return gettext(sentence) % {name: figure(value) for name, value in values.items()}


_said = lazy(_in_words, str)


def _in_language(text_en: str, text_fr: str) -> str:
    return text_fr if (get_language() or "en").startswith("fr") else text_en


_worded = lazy(_in_language, str)


@cache
def _remarks() -> tuple[tuple[str, dt.date, Note], ...]:
    with REMARKS.open(encoding="utf-8", newline="") as file:
        return tuple(
            (
                line["province"],
                dt.date.fromisoformat(line["date"]),
                Note(line["code"], _worded(line["text_en"], line["text_fr"]), line["source_url"]),
            )
            for line in csv.DictReader(file)
        )


def _remarks_on(province: str, day: dt.date) -> Iterator[Note]:
    return (note for code, date, note in _remarks() if (code, date) == (province, day))


def _sum_of(rows: Iterable[RowLike]) -> tuple[int, int | None]:
    counts = [row.count for row in rows]
    highs = [count.high for count in counts]
    most = None if None in highs else sum(high for high in highs if high is not None)
    return sum(count.low for count in counts), most


def _total_against_rows(event: EventLike) -> Iterator[Finding]:
    """The page's own sum of the day lies outside what its rows can add up to."""
    printed = event.printed_total
    low, high = _sum_of(event.standing_rows)
    if printed is None or (low <= printed and (high is None or printed <= high)):
        return
    yield (
        gettext_noop(
            "The official page gives %(printed)s in all, but its rows add up to %(sum)s."
            " We show both as printed."
        ),
        {"printed": printed, "sum": low},
    )


def _not_seen_officially(event: EventLike) -> Iterator[Finding]:
    """History that is known from reports alone: the official page of that day is gone."""
    rows = event.standing_rows
    secondary = sum(row.is_secondary for row in rows)
    if secondary:
        yield (
            gettext_noop(
                "%(secondary)s of %(rows)s rows are known from news reports; we have not seen"
                " them on the official page."
            ),
            {"secondary": secondary, "rows": len(rows)},
        )


RULES = (
    ("total-not-sum", _total_against_rows),
    ("secondary", _not_seen_officially),
)
