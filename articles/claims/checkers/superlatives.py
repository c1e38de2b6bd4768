"""Superlatives of draws: lowest since, largest ever, second-highest of 2026, never so low."""

import re
from collections.abc import Iterator, Sequence

from articles.claims import wording
from articles.claims.checkers import rivals
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.extremes import SCORE, Called, called
from articles.claims.holders import holders_of, measures_of, readings_of, times_for
from articles.claims.mention import Days, Mention
from articles.claims.readings import draws_in
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.since import since_of, verdict_since
from articles.claims.statement import claim
from articles.claims.times import mentions
from articles.claims.tokens import Token
from draws.records import RoundRecord

# What held the title before.
_FORMER = re.compile(r"\b(?:jusque-là|jusqu'alors|until then|up to then)\b")
OPEN = frozenset({"MODAL", "IF", "NEXT"})


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The superlatives that a sentence states."""
    if sentence.present & {"PROV", "POOL", "BAND"} or sentence.is_question or sentence.supposed:
        return
    for start, end, right in rivals.of_families(sentence, context):
        yield _claim(sentence, Called(start, end, SCORE, least=False), right, "")
    if _FORMER.search(sentence.low, sentence.start, sentence.end):
        return
    if not sentence.present & {"DRAW", "CRS", "INV", "FAM", "PT", "ISS"} and not _is_of_time(
        sentence, context
    ):
        return
    for each in called(sentence, context.language):
        token = next((t for t in sentence.tokens if t.end > each.start), None)
        if token is None or _is_open(sentence, token):
            continue
        if rivals.is_of_time(sentence, each, context):
            yield _claim(sentence, each, rivals.judge(sentence, each, context), "")
        else:
            yield from _judge(sentence, each, token, context)


def _is_of_time(sentence: Sentence, context: Context) -> bool:
    """April was the quietest month; not: the pool held 468, its lowest count."""
    return bool(context.told.counted) and bool(sentence.present & {"MON", "YEAR", "CALENDAR"})


def _is_open(sentence: Sentence, token: Token) -> bool:
    """In a quotation, a condition, a forecast."""
    clause = sentence.clause_of(token.pos)
    quotes = sum(t.sign == '"' for t in sentence.tokens[: token.pos])
    return quotes % 2 == 1 or bool({sentence.tokens[at].sign for at in clause} & OPEN)


def _judge(sentence: Sentence, each: Called, token: Token, context: Context) -> Iterator[Claim]:
    tiers = holders_of(sentence, each, token, context)
    measures = measures_of(sentence, each)
    since = since_of(sentence, each, context)
    if since is not None:
        since_then = verdict_since(sentence, each, since, tiers, measures, context)
        yield _claim(sentence, each, since_then, "", since[0])
        return
    times, clear = times_for(sentence, each, context)
    if not times:
        return
    verdicts = []
    opposite = False
    for draws in tiers:
        readings = [
            reading
            for draw in draws
            for measure in measures
            for reading in readings_of(sentence, each, draw, measure, times, context)
        ]
        # Alone in its time, a draw would be the largest and the smallest.
        telling = [r for r in readings if len(r.rivals) > 1]
        verdicts.append(any(r.holds(each.rank, least=each.least) for r in telling))
        opposite = opposite or any(r.holds(1, least=not each.least) for r in telling)
    right: bool | None = None
    if verdicts and verdicts[0]:
        right = True
    elif True in verdicts or (any(m.vague for m in mentions(sentence, context)) and not clear):
        right = None
    elif verdicts and (clear or (opposite and context.told.paragraph)):
        right = False
    yield _claim(sentence, each, right, _expected(each, tiers, measures, times, context))


def _claim(
    sentence: Sentence,
    each: Called,
    right: bool | None,
    expected: str,
    mention: Mention | None = None,
) -> Claim:
    end = each.end
    if mention is not None and mention.start >= each.start and mention.end - each.start < 90:
        end = mention.end
    words = [t for t in sentence.tokens if each.start < t.end and t.start < end]
    return claim(
        sentence,
        [words[0], words[-1]],
        Kind.SUPERLATIVE,
        right,
        expected=expected,
        source="/draws/",
    )


def _expected(
    each: Called,
    tiers: Sequence[Sequence[RoundRecord]],
    measures: Sequence[str],
    times: Sequence[Days],
    context: Context,
) -> str:
    """The draw that holds the title."""
    if not tiers or not times:
        return ""
    draw, measure = tiers[0][0], measures[0]
    same = draws_in(context.known, times[0], frozenset({draw.family}) if draw.family else None)
    sign = 1 if each.least else -1
    ordered = sorted(same, key=lambda d: sign * int(getattr(d, measure)))
    if not ordered:
        return ""
    holder = ordered[min(each.rank, len(ordered)) - 1]
    return f"{wording.fact(holder, measure, context.language)} ({holder.number})"
