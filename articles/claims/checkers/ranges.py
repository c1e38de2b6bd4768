"""Ranges: cut-offs between 507 and 534 in 2025, from 1,000 to 8,000 invitations this year."""

import re
from collections.abc import Iterator, Sequence

from articles.claims import wording
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.readings import Families, Times, lists_of, times_of
from articles.claims.roles import Role
from articles.claims.sentence import Match, Sentence
from articles.claims.statement import claim
from articles.claims.tokens import Token
from draws.records import RoundRecord

_RANGE = re.compile(
    r" BETWEEN (?P<low>N) (?:PT )?(?:[\w-]+ ){0,3}?AND (?P<high>N) "
    r"| (?:FROM|OF|IN|w) (?P<low2>N) (?:PT )?(?:[\w-]+ ){0,3}?(?:TO|AT|UNTIL) (?P<high2>N) "
    r"| (?P<low3>N) (?:-|TO) (?P<high3>N) "
)
_SAID = frozenset({"RANGED", "BETWEEN"})


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The ranges that a sentence states."""
    if sentence.present & {"PROV", "POOL", "BAND"}:
        return
    if not (sentence.present & {"CRS", "INV", "PPL", "RANGED"} or context.ranged):
        return
    for match in sentence.search(_RANGE):
        if _is_range(sentence, match, context):
            yield from _judge(sentence, match, context)


def _ends(match: Match) -> tuple[Token | None, Token | None]:
    low = match["low"] or match["low2"] or match["low3"]
    return low, match["high"] or match["high2"] or match["high3"]


def _is_range(sentence: Sentence, match: Match, context: Context) -> bool:
    low, high = _ends(match)
    if low is None or high is None or not 0 < low.number < high.number:
        return False
    if low.pos in sentence.moot or low.pos in sentence.judged:
        return False
    return bool(sentence.present & _SAID) or not sentence.present & {"UP", "DOWN"}


def _judge(sentence: Sentence, match: Match, context: Context) -> Iterator[Claim]:
    low, high = _ends(match)
    if low is None or high is None:
        return
    times = times_of(sentence, low, context)
    named = _families(sentence, low)
    spans = list(_spans(sentence, times, high.number, named, context))
    right: bool | None = (low.number, high.number) in spans
    if named:
        context.ranged = named[0]
    if not right and not _is_plain(sentence, times, spans):
        right = None
    fitting = [span for span in spans if low.number in span or high.number in span] or spans
    yield claim(
        sentence,
        [low, high],
        Kind.RANGE,
        right,
        expected=wording.span(*fitting[0], context.language)
        if fitting and right is not None
        else "",
        source="/draws/",
    )


def _is_plain(sentence: Sentence, times: Times, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether it is clear of which draws and which time a range is said."""
    if not spans or not (times.said or times.near):
        return False
    if "DATE" in sentence.present and not times.said:
        return False
    return not sentence.present & {"OTHER", "DR", "LAST", "THEN", "MODAL"}


def _families(sentence: Sentence, low: Token) -> list[str]:
    """The family that a range is said of: the last one before it, or else the first after it."""
    tokens = [t for t in sentence.tokens if t.sign == "FAM"]
    before = [t.name for t in tokens if t.pos < low.pos]
    return before[-1:] or [t.name for t in tokens][:1]


def _spans(
    sentence: Sentence, times: Times, high: int, named: Sequence[str], context: Context
) -> Iterator[tuple[int, int]]:
    """(lowest, highest) of what may be meant, the likeliest first."""
    told_of = [context.ranged, *context.told.families, *context.told.spoken]
    names: list[str] = [*(named or dict.fromkeys(filter(None, told_of)))]
    families: list[Families] = [frozenset({name}) for name in names]
    if not named:
        families.append(None)
    if not families:
        main = context.main
        families = [frozenset({main.family}), None] if main and main.family else [None]
    invitations = high > 1200 or ("INV" in sentence.present and "CRS" not in sentence.present)
    measures = ["invitations"] if high > 1200 else ["crs", "invitations"]
    told = [days for mention in context.told for days in mention.days]
    for measure in measures[::-1] if invitations else measures:
        for draws in lists_of([*times.days, *told], families, context):
            for some in (draws, [draw for draw in draws if draw is not context.main]):
                values = _values(some, measure)
                if values:
                    yield min(values), max(values)


def _values(draws: Sequence[RoundRecord], measure: str) -> list[int]:
    return [getattr(draw, measure) for draw in draws]
