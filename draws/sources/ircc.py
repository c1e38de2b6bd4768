"""The rounds of invitations of Immigration, Refugees and Citizenship Canada (IRCC).

`parse` reads `ee_rounds_123_en.json`; `parse_french` and `read_french` read its French sister. A
row that is plain becomes a record. A row with anything that was never seen becomes one problem,
with the record that an editor may accept; the other rows go through. A body that is no feed, or
of which not one row can be read, is refused whole.

Codes of problems: `bad-shape` `repeated-key` `missing-key` `unknown-key` (the row is not the
object of 31 texts that it was), `blank` `bad-number` `bad-figure` `implausible` `bad-date`
`bad-time` `unknown-zone` `ambiguous-time` `date-conflict` `pool-conflict` (a value), and
`unknown-label`. A row has one problem: the code is that of the first doubt, the message has all.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from draws.families import family_of_label
from draws.records import Parsed, Problem, RoundRecord, Unreadable
from draws.sources import facts, fields, pools
from draws.sources.body import Row, refuse_disorder, rows_of, written
from draws.sources.doubts import Doubts, shown
from draws.sources.ircc_french import FrenchName, ParsedFrench, parse_french, read_french

__all__ = ["FrenchName", "ParsedFrench", "parse", "parse_french", "read_french"]


def parse(body: bytes, labels: Mapping[str, str] | None = None) -> Parsed:
    """The English feed as records, newest first as printed, and what is in doubt.

    `labels` maps further labels, decided by an editor, to slugs of families. Raises Unreadable.
    """
    rows, unknown = rows_of(body)
    refuse_disorder([fields.number_of(row) for row in rows])
    results = [_row(row, place, labels or {}) for place, row in enumerate(rows, start=1)]
    records = tuple(each for each in results if isinstance(each, RoundRecord))
    problems = tuple(each for each in results if isinstance(each, Problem))
    if not records:
        _refuse_common_fault(problems)
    return Parsed(records, tuple(_unknown_top_level(key) for key in unknown) + problems)


def _refuse_common_fault(problems: tuple[Problem, ...]) -> None:
    """No row went through. Raises Unreadable unless it is for an editor to settle.

    One fault in all rows is a new form of the feed, not hundreds of decisions; but an unknown
    label, or a feed of a single row, can be settled.
    """
    code, times = Counter(problem.code for problem in problems).most_common(1)[0]
    everywhere = times == len(problems) > 1 and code != "unknown-label"
    if everywhere or not any(problem.record for problem in problems):
        example = next(problem.message for problem in problems if problem.code == code)
        raise Unreadable(f"Not one of {len(problems)} rows is as expected, for example: {example}")


def _unknown_top_level(key: str) -> Problem:
    raw = key if fields.is_clean(key) else written(key)
    return Problem("", "unknown-key", f"The feed has the unknown key {shown(key)}.", raw)


def _row(row: Any, place: int, labels: Mapping[str, str]) -> RoundRecord | Problem:
    if not isinstance(row, Row):
        return fields.no_object(row, place)
    doubts = Doubts()
    texts = fields.texts_of(row, doubts)
    fields.doubt_unknown_keys(row, doubts)
    record = _record(texts, doubts, labels)
    if record is None or doubts.found:
        return fields.problem(row, place, texts, doubts, record)
    return record


def _record(
    texts: Mapping[str, str], doubts: Doubts, labels: Mapping[str, str]
) -> RoundRecord | None:
    """The row as a record, as far as it can be read; None without its essential facts."""
    number = facts.number(texts["drawNumber"], doubts)
    day = facts.round_day(texts, doubts)
    size = facts.size(texts["drawSize"], doubts, pools.read_figure)
    crs = facts.crs(texts["drawCRS"], doubts, pools.read_figure)
    held_at = facts.held_at(texts["drawDateTime"], doubts)
    tie_break_at = facts.tie_break_at(texts["drawCutOff"], day, held_at, doubts)
    as_of = facts.as_of(texts["drawDistributionAsOn"], doubts)
    pool = doubts.settle("the pool count:", pools.read_pool, texts)
    # Last, so that a row whose one doubt is its label is known by the label alone.
    name = texts["drawName"]
    family = facts.label(name, lambda text: family_of_label(text) or labels.get(text), doubts)
    if number is None or day is None or size is None or crs is None or not name:
        return None
    return RoundRecord(
        number=number,
        date=day,
        name=name,
        family=family,
        programs=texts["drawText2"],
        invitations=size,
        crs=crs,
        tie_break_at=tie_break_at,
        tie_break_text=texts["drawCutOff"],
        held_at=held_at,
        held_at_text=texts["drawDateTime"],
        pool_as_of=as_of,
        pool=pool,
    )
