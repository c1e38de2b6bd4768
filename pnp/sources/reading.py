"""Collects what an adapter finds on one page: rows that are plain, and problems. Pure."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from pnp import notation
from pnp.programs import CRS, Aliases, Province
from pnp.records import Count, MonthRecord, Parsed, Problem, RowRecord, Score, Scored, Unreadable
from pnp.sources.dates import Days, days_of
from pnp.sources.page import Cell, Found, Line, is_blank, printed

SHOWN = 200  # characters of a raw text that a message repeats


class Reading:
    """One page on its way to records. The text of a doubt is the line that it is about."""

    def __init__(self, province: Province, aliases: Aliases, url: str = "") -> None:
        self.province = province
        self.aliases = aliases
        self.url = url or province.program.page
        self.rows: list[RowRecord] = []
        self.months: list[MonthRecord] = []
        self.problems: list[Problem] = []
        self.totals: dict[tuple[str, dt.date], int] = {}

    def doubt(
        self, code: str, why: str, raw: str, date: dt.date | None = None, *, whole: bool = False
    ) -> None:
        message = f"{self.province.name}: {why}: {raw[:SHOWN]!r}"
        # Without a day there is no telling which event would be incomplete.
        self.problems.append(Problem(code, message, raw, date, None, whole or date is None))

    def lines(self, table: Found) -> Iterator[tuple[Line, dict[str, Cell]]]:
        """Each line of a table with its wanted cells; one that is too short is a doubt."""
        for line in table.lines:
            cells = table.cells(line)
            if is_blank(line):
                continue
            if cells is None:
                self.doubt("short-row", "this line has too few cells", printed(line))
            else:
                yield line, cells

    def days(
        self, text: str, raw: str, read: Callable[[str], Days | None] = days_of
    ) -> Days | None:
        found = read(text)
        if found is None:
            self.doubt("bad-date", "this line has no date that can be read", raw)
        return found

    def count(self, text: str, raw: str, date: dt.date) -> Count | None:
        """A printed count; a blank cell is a doubt, for a count belongs there."""
        found = notation.count_of(text) if text else None
        if found is None:
            self.doubt("bad-count", "this count cannot be read", raw, date)
        return found

    def score(self, text: str, raw: str, date: dt.date) -> Score | None:
        found = notation.score_of(text)
        if found is None:
            self.doubt("bad-score", "this score cannot be read", raw, date)
        return found

    def add(self, days: Days, stream_text: str, count: Count, score: Score, **facts: Any) -> None:
        """A row; its stream is looked up, and an unknown one becomes a problem with the row."""
        slug = self.province.stream_of_text(stream_text, self.aliases)
        stream = next((each for each in self.province.streams if each.slug == slug), None)
        facts.setdefault("scale", stream.scale if stream else "")
        facts.setdefault("program", stream.program if stream else self.province.program.slug)
        if score.low is None:
            facts["scale"] = ""
        record = RowRecord(
            province=self.province.code,
            date=days.last,
            date_from=days.first,
            stream=slug,
            stream_text=stream_text[:200],
            count=count,
            score=score,
            source_url=self.url,
            **({"target": "", "unit": "ita"} | facts),
        )
        self._take(record)

    def _take(self, record: RowRecord) -> None:
        raw = f"{record.date} {record.stream_text} {record.target}: {record.score.text}"
        if not record.stream:
            why = "this stream is not known"
            message = f"{self.province.name}: {why}: {record.stream_text[:SHOWN]!r}"
            text = record.stream_text
            self.problems.append(Problem("unknown-stream", message, text, record.date, record))
        elif not self._is_plausible(record):
            self.doubt("implausible", "this score is above its scale", raw, record.date)
        else:
            self.rows.append(record)

    def _is_plausible(self, record: RowRecord) -> bool:
        known = {scale.slug: scale for scale in (*self.province.scales, CRS)}
        scale = known.get(record.scale)
        highest = max(record.score.low or 0, record.score.high or 0)
        return scale is None or scale.highest is None or highest <= scale.highest

    def parsed(self, missing: str) -> Parsed:
        """What was found. Raises Unreadable with the sentence `missing` if that is nothing."""
        if not (self.rows or self.months or self.problems):
            raise Unreadable(f"{self.province.name}: {missing}")
        places: Counter[tuple[Any, ...]] = Counter()
        rows = []
        for record in self.rows:
            key = (record.date, *record.key[:3])
            places[key] += 1
            rows.append(replace(record, place=places[key]))
        return Parsed(tuple(rows), tuple(self.problems), tuple(self.months), self.totals)


def not_published(score: Score) -> Score:
    """“N/A” where it only means that the page gives no score."""
    if score.kind is Scored.NOT_APPLICABLE:
        return Score(Scored.NONE_PUBLISHED, text=score.text)
    return score
