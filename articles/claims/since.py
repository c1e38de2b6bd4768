"""Superlatives since: the lowest since August 2024, the highest in five months."""

import datetime as dt
import re
from collections.abc import Callable, Sequence

from articles.claims.context import Context
from articles.claims.extremes import Called
from articles.claims.holders import Reading, families_for
from articles.claims.mention import Mention
from articles.claims.readings import Families
from articles.claims.sentence import Sentence
from articles.claims.times import mentions
from draws.records import RoundRecord

_SINCE = re.compile(r"\b(?:since|depuis)\b")
PAUSE = dt.timedelta(days=150)


def since_of(sentence: Sentence, each: Called, context: Context) -> tuple[Mention, bool] | None:
    """(time, whether it is a span back) of "lowest since May", "lowest in five months"."""
    found = [m for m in mentions(sentence, context) if m.start >= each.start and not m.vague]
    if not found and each.so:
        found = [m for m in mentions(sentence, context) if not m.vague]
    for mention in found[:2]:
        words = sentence.low[mention.start : mention.end]
        if mention.ever:
            return None
        if mention.open and _SINCE.match(words):
            return mention, False
        between = sentence.low[each.end : mention.start]
        if _SINCE.search(between) and len(between) < 40:
            return mention, False
        if words.startswith(("in ", "en ")) and re.search(
            r"(?:days|weeks|months|years|jours"
            r"|semaines|mois|ans)$",
            words,
        ):
            return mention, True
        return None
    return None


def verdict_since(
    sentence: Sentence,
    each: Called,
    since: tuple[Mention, bool],
    tiers: Sequence[Sequence[RoundRecord]],
    measures: Sequence[str],
    context: Context,
) -> bool | None:
    """Whether it is rightly said of any draw that may be meant; None where none can be told."""
    mention, is_span = since
    dated = {
        d
        for t in sentence.tokens
        if t.sign == "DATE" and mention.start <= t.start < mention.end
        for d in context.record.by_date.get(context.whole(t.day) or dt.date.min, ())
    }
    verdicts: list[bool | None] = []
    for tier in tiers[:2]:
        verdicts += [
            _is_since(sentence, each, draw, families, measure, mention, is_span, context)
            for draw in [d for d in tier if d not in dated] or list(context.subjects())
            for families in families_for(sentence, each, draw, context)
            for measure in measures
            if families is None or draw.family in families
        ]
        if True in verdicts:
            break
    return True if True in verdicts else False if verdicts and None not in verdicts else None


def _is_since(
    sentence: Sentence,
    each: Called,
    draw: RoundRecord,
    families: Families,
    measure: str,
    mention: Mention,
    is_span: bool,
    context: Context,
) -> bool | None:
    """The lowest since August 2024: in that month one was as low, and none since."""
    sign = 1 if each.least else -1
    earlier = [
        d
        for d in context.record.until(draw)[:-1]
        if (families is None or d.family in families) and d.date < draw.date
    ]
    mine = sign * int(getattr(draw, measure))
    value: Callable[[RoundRecord], int] = lambda d: sign * int(getattr(d, measure))  # noqa: E731
    bounds = [
        next((d for d in reversed(earlier) if value(d) <= mine), None),
        next((d for d in reversed(earlier) if value(d) < mine), None),
    ]
    if is_span:
        return _is_span(sentence, draw, bounds, mention)
    starts = [first for first, _last in mention.days]
    if each.rank > 1:
        some = [
            Reading(draw, (*(d for d in earlier if d.date >= s), draw), measure) for s in starts
        ]
        return True if any(r.holds(each.rank, least=each.least) for r in some) else None
    text = sentence.low[max(mention.start - 60, each.end) : mention.end + 40]
    begun = re.search(
        r"\b(?:start|begin|début|began|resum|reprise|retour|arrivée|lancement"
        r"|launch|créa|introduc|return)",
        text,
    )
    written = _written(sentence, mention, context)
    if any(bound is not None and written(bound.date) for bound in bounds):
        return True
    last = bounds[-1]
    if begun and any(last is None or last.date < start for start in starts):
        return True
    if last is not None:
        return False
    return any(written(d.date) for d in earlier[:1]) or _after_pause(earlier, written)


def _after_pause(earlier: Sequence[RoundRecord], written: Callable[[dt.date], bool]) -> bool:
    """Whether it is since the first draw after a long pause."""
    return any(
        written(d.date) and d.date - earlier[n - 1].date > PAUSE for n, d in enumerate(earlier) if n
    )


def _written(sentence: Sentence, mention: Mention, context: Context) -> Callable[[dt.date], bool]:
    """Whether a day is the one, or in the month or year, that stands after "since"."""
    inside = [
        t
        for t in sentence.tokens
        if mention.start <= t.start < mention.end + 2 and t.sign in ("DATE", "MON", "YEAR")
    ]
    years = {first.year for first, _last in mention.days}
    if not inside:
        return lambda day: any(first <= day <= last for first, last in mention.days[:1])
    token = inside[0]
    if token.day.year:
        return token.day.fits
    return lambda day: token.day.fits(day) and day.year in years


def _is_span(
    sentence: Sentence,
    draw: RoundRecord,
    bounds: Sequence[RoundRecord | None],
    mention: Mention,
) -> bool | None:
    """The lowest in five months: none as low for about so long."""
    first, last = mention.days[0]
    size = (last - first).days
    unit = 7 if size < 60 else 31 if size < 700 else 366
    gaps = [(draw.date - bound.date).days for bound in bounds if bound is not None]
    if not gaps:
        return None
    return any(size - unit <= gap < size + 1.5 * unit for gap in gaps)
