"""Tables and lists of facts: each row one draw, one band of the pool, one province."""

import datetime as dt
from collections.abc import Iterator, Sequence

from articles.claims.checkers import draws, pools, provincetables, tallies
from articles.claims.claim import Claim
from articles.claims.context import Context
from articles.claims.labels import facts, group_of_row, heads_of
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token

OF_DRAWS = frozenset({"number", "date", "family", "invitations", "crs", "tie"})


def check(sentences: Sequence[Sentence], context: Context) -> Iterator[Claim]:
    """The rows of the tables of a part, then its lists of totals."""
    rows = [s for s in sentences if s.block.kind in ("row", "head")]
    for group in sorted({s.block.group for s in rows}):
        table = [s for s in rows if s.block.group == group]
        code = _province_of(table, sentences, context)
        yield from _of_province(table, code, context) if code else _table(table, context)
    if context.home:
        return
    items = [s for s in sentences if s.block.kind == "li"]
    for group in sorted({s.block.group for s in items}):
        yield from tallies.items([s for s in items if s.block.group == group], context)


def _province_of(rows: Sequence[Sentence], sentences: Sequence[Sentence], context: Context) -> str:
    """The province of a whole table: in its caption, in the heading above, of the article."""
    inside = {t.name for row in rows[1:] for t in row.tokens if t.sign == "PROV"}
    if inside - {context.home} or any("BAND" in row.present for row in rows[1:]):
        return ""
    if not context.home and any("FAM" in row.present for row in rows[1:]):
        return ""
    start, group = rows[0].start, rows[0].block.group
    above = [s for s in sentences if s.block.kind in ("h2", "h3") and s.start < start][-1:]
    captions = [s for s in sentences if s.block.kind == "caption" and s.block.group == group]
    for part in (captions, rows[:1], above):
        named = {t.name for s in part for t in s.tokens if t.sign == "PROV"}
        if len(named) == 1:
            return named.pop()
    return context.home


def _of_province(rows: Sequence[Sentence], code: str, context: Context) -> Iterator[Claim]:
    yield from provincetables.of_table(rows, code, context)
    for row in rows:
        row.judged.update(token.pos for token in row.tokens)


def lists(sentences: Sequence[Sentence], context: Context) -> Iterator[Claim]:
    """Neighbouring lines such as "CRS: 508"; a table of two columns, a label and a value.

    Those of an article about a province are read as its sentences are.
    """
    if context.home:
        return
    for group in facts(sentences, context.language):
        first = next(iter(group.home.values()))
        if "province" in group.features or first.present & {"PROV"}:
            yield from provincetables.of_group(group, first, context)
        elif group.features.keys() & OF_DRAWS and not context.home:
            _as_draw(group.features)
            yield from draws.judge(group, first, context)


def _as_draw(features: dict[str, Token]) -> None:
    if "tie" in features:
        features["tie-break"] = features.pop("tie")
    for feature in ("change", "pool", "band", "score"):
        features.pop(feature, None)


def _table(rows: Sequence[Sentence], context: Context) -> Iterator[Claim]:
    totals = list(tallies.check(rows, context))
    if totals:
        yield from totals
        return
    heads = heads_of(rows[0], context.language)
    named = [head for head in heads if head]
    if "band" in named or (rows[1:] and "BAND" in rows[1].present):
        yield from _pool(rows, context)
    elif len(named) >= 2:
        for row in rows[1:]:
            yield from _row(row, heads, context)
    elif all(len(row.block.cells) == 2 for row in rows):
        yield from lists(rows, context)


def _row(row: Sentence, heads: Sequence[str], context: Context) -> Iterator[Claim]:
    group = group_of_row(row, heads)
    if "province" in group.features or "PROV" in row.present:
        yield from provincetables.of_group(group, row, context)
        return
    _as_draw(group.features)
    if group.features.keys() & {"invitations", "crs"} and len(group.features) > 1:
        group.home = dict.fromkeys(group.features, row)
        yield from draws.judge(group, row, context)
    for token in row.tokens:
        row.judged.add(token.pos)


def _pool(rows: Sequence[Sentence], context: Context) -> Iterator[Claim]:
    """Bands down, counts across; a day above a column says of when its counts are."""
    days = [_day(rows[0], cell, context) for cell in rows[0].block.cells]
    for row in rows:
        band = next((t for t in row.tokens if t.sign == "BAND"), None)
        for place, (start, end) in enumerate(row.block.cells):
            token = next((t for t in row.tokens if t.sign == "N" and start <= t.start < end), None)
            if place and token is not None:
                day = days[place] if place < len(days) else None
                yield from pools.of_cell(row, token, band, day, context)
        row.judged.update(token.pos for token in row.tokens)


def _day(head: Sentence, cell: tuple[int, int], context: Context) -> dt.date | None:
    start, end = cell
    for token in head.tokens:
        if token.sign == "DATE" and start <= token.start < end:
            return context.whole(token.day)
    return None
