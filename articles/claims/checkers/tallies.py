"""Tables and lists of totals: by family, by month, by year. The time is the one most cells fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.claims import wording
from articles.claims.approximate import is_rounded
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.labels import family_of_cell, heads_of
from articles.claims.mention import Days
from articles.claims.readings import Families, default_days, draws_in
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.times import mentions
from articles.claims.timewords import last_of
from articles.claims.tokens import Token
from draws.records import RoundRecord

_ALL = re.compile(r"^\W*(?:grand )?(?:total|all|ensemble|tous|toutes|overall|sum|somme)\b")
_DRAWS = re.compile(r"\b(?:draws?|rounds?|rondes?|tirages?)\b")
_INVITED = re.compile(
    r"\b(?:invit\w*|itas?|ipd|people|personnes|candidat\w*|issued|sent|envoy\w*"
    r"|émis\w*)\b"
)
_LOWEST = re.compile(r"\b(?:lowest|min\w*|floor|plus basse?|bas|plancher|from|de)\b")
_HIGHEST = re.compile(r"\b(?:highest|max\w*|peak|ceiling|plus (?:haute?|élevée?)|sommet|plafond)\b")
_SCORE = re.compile(r"\b(?:crs|scg|scores?|notes?|cut-?offs?|seuils?|points?|pointages?)\b")
_AVERAGE = re.compile(
    r"\b(?:average|mean|median|moyen\w*|médian\w*|per|par|share|part|percent"
    r"|%)\b"
)
_DAYS = re.compile(
    r"\b(?:le|the|on|au) \d{1,2}(?:st|nd|rd|th|er)?\b(?![,\d\u00a0])|\beach\b"
    r"|\bchacune?\b"
)
# A table of fewer cells that fit says nothing of those that do not.
FEWEST, SHARE = 2, 0.5


@dataclass(frozen=True, slots=True)
class Cell:
    """One number: what it measures, of which families; `days` None: the time of the table."""

    row: Sentence
    token: Token
    measure: str
    families: Families
    days: tuple[Days, ...] = ()


def check(rows: Sequence[Sentence], context: Context) -> Iterator[Claim]:
    """A table of totals, if it is one."""
    cells = list(_cells(rows, context))
    if len(cells) >= FEWEST:
        yield from _judge(cells, rows, context)


def items(lines: Sequence[Sentence], context: Context) -> Iterator[Claim]:
    """A list of totals: French: 10 rounds, 50,500 invitations."""
    cells = [cell for line in lines for cell in _of_line(line, context)]
    if len({id(cell.row) for cell in cells}) >= FEWEST:
        yield from _judge(cells, lines, context)


def _cells(rows: Sequence[Sentence], context: Context) -> Iterator[Cell]:
    head = rows[0]
    width = len(head.block.cells)
    names = [head.low[start:end] for start, end in head.block.cells]
    measures = [_measure(name) for name in names]
    head_days = [_days_of(head, cell, context) for cell in head.block.cells]
    features = heads_of(head, context.language)
    if "date" in features or "number" in features or width < 2:
        return
    common = next((m for m in measures if m), "") or _measure_before(head, context)
    for row in rows[1:]:
        if len(row.block.cells) != width or any(
            t.sign in ("DATE", "DR", "BAND", "PROV") for t in row.tokens
        ):
            continue
        label = _label(row, context)
        if label is None:
            continue
        families, own = label
        for place in range(1, width):
            token = _only(row, row.block.cells[place])
            measure = measures[place] or (common if head_days[place] else "")
            if token is not None and measure:
                yield Cell(row, token, measure, families, own or head_days[place])


def _only(row: Sentence, cell: tuple[int, int]) -> Token | None:
    start, end = cell
    inside = [t for t in row.tokens if start <= t.start < end]
    numbers = [t for t in inside if t.sign in ("N", "YEAR")]
    if len(numbers) != 1 or any(t.sign in ("%", "DATE", "MON", "DECIMAL") for t in inside):
        return None
    return numbers[0] if numbers[0].sign == "N" else None


def _measure(name: str) -> str:
    if _AVERAGE.search(name):
        return ""
    if _SCORE.search(name) or _LOWEST.search(name) or _HIGHEST.search(name):
        if _HIGHEST.search(name):
            return "highest"
        return "lowest" if _LOWEST.search(name) else ""
    if _INVITED.search(name):
        return "invitations"
    return "draws" if _DRAWS.search(name) else ""


def _measure_before(head: Sentence, context: Context) -> str:
    """What the words before a table say that it counts."""
    text = head.low[max(head.block.start - 250, 0) : head.block.start]
    return "invitations" if _INVITED.search(text) else "draws" if _DRAWS.search(text) else ""


def _days_of(row: Sentence, cell: tuple[int, int], context: Context) -> tuple[Days, ...]:
    start, end = cell
    found = [m for m in mentions(row, context) if start <= m.start < end and not m.vague]
    return tuple(days for mention in found for days in mention.days)


def _label(row: Sentence, context: Context) -> tuple[Families, tuple[Days, ...]] | None:
    """The families or the time that a row is of; None for anything else."""
    start, end = row.block.cells[0]
    if _ALL.match(row.low[start:end]):
        return None, ()
    days = _days_of(row, (start, end), context)
    if days:
        return None, days
    named = {t.name for t in row.tokens if t.sign == "FAM" and start <= t.start < end}
    if not named:
        family = family_of_cell(row, start, end)
        named = {family} if family else set()
    return (frozenset(named), ()) if named else None


def _of_line(line: Sentence, context: Context) -> Iterator[Cell]:
    """July: 15,549 invitations in eight draws; Français : 10 rondes, 50 500 invitations."""
    if any(t.sign in ("DATE", "DR", "BAND", "PROV", "PREV", "LAST") for t in line.tokens):
        return
    text = line.low[line.start : line.end]
    if _DAYS.search(text):
        return
    colon = text.find(":")
    if not 0 < colon < 60:
        return
    at = line.start + colon
    found = [m for m in mentions(line, context) if m.start < at and not m.vague]
    named = {t.name for t in line.tokens if t.sign == "FAM" and t.start < at}
    family = "" if named or found else family_of_cell(line, line.start, at)
    if not (found or named or family or _ALL.match(text)):
        return
    families = frozenset(named or {family}) if named or family else None
    days = tuple(days for mention in found for days in mention.days)
    rest = [t for t in line.tokens if t.start > at and t.sign in ("N", "NW")]
    for token in rest:
        after = line.low[token.end : token.end + 24].split(",")[0].split(";")[0]
        measure = _measure(after.split(" in ")[0].split(" en ")[0])
        if not measure and len(rest) == 1 and token.number >= 1200:
            measure = "invitations"
        if measure in ("draws", "invitations"):
            yield Cell(line, token, measure, families, days)


def _judge(cells: Sequence[Cell], rows: Sequence[Sentence], context: Context) -> Iterator[Claim]:
    """Each cell under the time that most of them agree with."""
    best, right = _best(cells, context)
    if len(right) < max(FEWEST, SHARE * len(cells)):
        return
    for cell in cells:
        values = _values(cell, best, context)
        agreed = cell.token.number in values
        rounded = any(is_rounded(cell.token.number, value) for value in values)
        kind = {"draws": Kind.COUNT, "invitations": Kind.TOTAL}.get(cell.measure, Kind.RANGE)
        yield claim(
            cell.row,
            cell.token,
            kind,
            agreed or (None if rounded or not values else False),
            expected=wording.number(values[0], context.language) if values else "",
            source="/draws/",
        )
    for row in rows:
        row.judged.update(token.pos for token in row.tokens)


def _best(cells: Sequence[Cell], context: Context) -> tuple[Days | None, list[Cell]]:
    tries: list[Days | None] = [None]
    if any(not cell.days for cell in cells):
        tries = [*dict.fromkeys(_times(context))]
    best: tuple[Days | None, list[Cell]] = (None, [])
    for days in tries:
        right = [cell for cell in cells if cell.token.number in _values(cell, days, context)]
        if len(right) > len(best[1]):
            best = (days, right)
    return best


def _times(context: Context) -> Iterator[Days]:
    """The times that a whole table may be of: told before it, then any year, quarter and month."""
    for mention in context.told:
        yield from mention.days
    yield from default_days(context)
    today = context.as_of.date()
    for year in range(today.year, 2014, -1):
        begin = today.replace(year=year, month=1, day=1)
        yield begin, begin.replace(month=12, day=31)
        for size in (6, 3, 1):
            for month in range(1, 13, size):
                yield begin.replace(month=month), last_of(year, month + size - 1)
        for month in range(1, 13):
            yield begin, last_of(year, month)


def _values(cell: Cell, days: Days | None, context: Context) -> list[int]:
    stretches = cell.days or ((days,) if days else ())
    found = []
    for stretch in stretches:
        draws = draws_in(context.known, stretch, cell.families)
        if draws or cell.measure in ("draws", "invitations"):
            found.append(_value(cell.measure, draws))
    return list(dict.fromkeys(found))


def _value(measure: str, draws: Sequence[RoundRecord]) -> int:
    if measure == "draws":
        return len(draws)
    if measure == "invitations":
        return sum(draw.invitations for draw in draws)
    scores = [draw.crs for draw in draws]
    return min(scores) if measure == "lowest" else max(scores)
