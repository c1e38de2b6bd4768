"""Rows of tables and lists of facts about provinces."""

import re
from collections.abc import Iterator, Sequence

from articles.claims import wording
from articles.claims.checkers.provinces import claim_of, keys
from articles.claims.claim import Claim
from articles.claims.context import Context
from articles.claims.groups import Group
from articles.claims.provincial import Event, events_of, scores_of, totals_of
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token

_SCORE_HEAD = re.compile(
    r"\b(?:crs|scg|scores?|notes?|points?|cut-?offs?|seuils?|min\w*|pointages?)\b"
)
_COUNT_HEAD = re.compile(
    r"\b(?:invit\w*|issued|sent|letters?|lettres?|laas?|itas?|nois?|ipd|candidat\w*|people"
    r"|personnes|total|number|nombre|selected|envoy\w*|émis\w*)\b"
)

# A column without a known head holds what so many of its cells fit.
FEWEST, SHARE = 3, 0.7


def of_group(group: Group, sentence: Sentence, context: Context) -> Iterator[Claim]:
    """A row of a table of provinces, a list of facts."""
    tokens = group.features
    named = tokens.get("province") or next((t for t in sentence.tokens if t.sign == "PROV"), None)
    code = named.name if named else context.province or context.home
    date = tokens.get("date")
    day = context.whole(date.day) if date else None
    events = events_of(context.record, code, context.as_of.date()) if code else []
    found = [event for event in events if event.day == day]
    if found and all(token.pos >= 0 for token in tokens.values()):
        yield from keys(sentence, named, [date] if date else [], found[0], context)
        score = tokens.get("score") or tokens.get("crs")
        count = tokens.get("invitations") or tokens.get("pool")
        yield from _cell(sentence, score, scores_of(found[0].rows), found[0], context, figure=False)
        yield from _cell(sentence, count, totals_of(found[0].rows), found[0], context, figure=True)
    sentence.judged.update(range(len(sentence.tokens)))


def of_table(rows: Sequence[Sentence], code: str, context: Context) -> Iterator[Claim]:
    """A table of the province: each row with a day is an event of that day."""
    known = {e.day: e for e in events_of(context.record, code, context.as_of.date())}
    found: list[tuple[Sentence, Token, Event]] = []
    for row in rows:
        date = next((t for t in row.tokens if t.sign == "DATE"), None)
        day = context.whole(date.day) if date else None
        if date is not None and day in known:
            found.append((row, date, known[day]))
            yield from keys(row, None, [date], known[day], context)
    head = rows[0]
    for place in range(max((len(row.block.cells) for row in rows), default=0)):
        cells = [(row, t, e) for row, date, e in found if (t := _only(row, place, date, e))]
        start, end = head.block.cells[place] if place < len(head.block.cells) else (0, 0)
        what = _measure(head.low[start:end], cells)
        for row, token, event in cells if what else ():
            values = scores_of(event.rows) if what == "score" else totals_of(event.rows)
            yield from _cell(row, token, values, event, context, figure=what == "count")


def _only(row: Sentence, place: int, date: Token, event: Event) -> Token | None:
    """The only number of a cell, which is neither its day nor the number of its draw."""
    if place >= len(row.block.cells):
        return None
    start, end = row.block.cells[place]
    inside = [t for t in row.tokens if start <= t.start < end and t.sign == "N"]
    if len(inside) != 1 or start <= date.start < end or str(inside[0].number) in event.numbers:
        return None
    return None if row.low[start : inside[0].start].strip(" ~") else inside[0]


def _measure(head: str, cells: Sequence[tuple[Sentence, Token, Event]]) -> str:
    """What a column holds: what its head says, if most of its cells agree; else what they do."""
    fitting = {
        "count": sum(token.number in totals_of(event.rows) for _row, token, event in cells),
        "score": sum(token.number in scores_of(event.rows) for _row, token, event in cells),
    }
    said = "score" if _SCORE_HEAD.search(head) else "count" if _COUNT_HEAD.search(head) else ""
    if said and 2 * fitting[said] >= len(cells):
        return said
    best = max(fitting, key=lambda what: fitting[what])
    return best if fitting[best] >= max(FEWEST, SHARE * len(cells)) and not said else ""


def _cell(
    sentence: Sentence,
    token: Token | None,
    values: Sequence[int],
    event: Event,
    context: Context,
    *,
    figure: bool,
) -> Iterator[Claim]:
    if token is None or token.pos in sentence.judged or not values:
        return
    right: bool | None = token.number in values
    if not right and figure and any(v <= token.number <= v + event.slack for v in values):
        right = None
    told = figure and not event.monthly
    address = f"pnp/{event.code}/{event.day.isoformat()}/total" if told else ""
    expected = wording.number(values[0], context.language)
    yield claim_of(token, right, event, expected, sentence, address)
