"""Ranges: cut-offs between 507 and 534 in 2025, from 1,000 to 8,000 invitations this year."""

import re
from collections.abc import Iterator, Sequence

from articles.claims import wording
from articles.claims.checkers.counts import within
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.roles import Role
from articles.claims.scope import Scope
from articles.claims.scopes import scope_of
from articles.claims.sentence import Match, Sentence
from articles.claims.statement import claim
from articles.claims.subjects import horizons, of_family
from articles.claims.tokens import Token
from draws.records import RoundRecord

_RANGE = re.compile(
    r" BETWEEN (?P<low>N) (?:PT )?(?:[\w-]+ ){0,3}?AND (?P<high>N) "
    r"| (?:FROM|OF|IN) (?P<low2>N) (?:PT )?(?:[\w-]+ ){0,3}?(?:TO|AT) (?P<high2>N) "
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
        if _is_range(sentence, match):
            yield from _judge(sentence, match, context)


def _ends(match: Match) -> tuple[Token | None, Token | None]:
    low = match["low"] or match["low2"] or match["low3"]
    return low, match["high"] or match["high2"] or match["high3"]


def _is_range(sentence: Sentence, match: Match) -> bool:
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
    scope = scope_of(sentence, context, near=low.pos) or context.last_scope
    families = _families(sentence, low)
    spans = list(_spans(sentence, scope, high.number, families, context))
    right: bool | None = (low.number, high.number) in spans
    if families:
        context.ranged = families[0]
    if not right and not _is_plain(sentence, scope, spans):
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


def _is_plain(sentence: Sentence, scope: Scope | None, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether it is clear of which draws and which time a range is said."""
    if scope is None or scope.what not in ("period", "since") or not spans:
        return False
    if "DATE" in sentence.present and scope.what == "period":
        return False
    return not sentence.present & {"OTHER", "DR", "LAST", "THEN", "MODAL"}


def _families(sentence: Sentence, low: Token) -> list[str]:
    """The family that a range is said of: the last one before it, or else the first after it."""
    tokens = [t for t in sentence.tokens if t.sign == "FAM"]
    before = [t.name for t in tokens if t.pos < low.pos]
    return before[-1:] or [t.name for t in tokens][:1]


def _spans(
    sentence: Sentence,
    scope: Scope | None,
    high: int,
    named: Sequence[str],
    context: Context,
) -> Iterator[tuple[int, int]]:
    """(lowest, highest) of what may be meant, the likeliest first."""
    if scope is None:
        return
    families: list[str | None] = [*(named or filter(None, [context.ranged]))]
    if not families:
        families = [context.main.family, None] if context.main else [None]
    invitations = high > 1200 or ("INV" in sentence.present and "CRS" not in sentence.present)
    measure = "invitations" if invitations else "crs"
    for family in families:
        for known in horizons(context, None):
            for draws in (known, [d for d in known if d is not context.main]):
                values = _values(within(scope, of_family(draws, family)), measure)
                if values:
                    yield min(values), max(values)


def _values(draws: Sequence[RoundRecord], measure: str) -> list[int]:
    return [getattr(draw, measure) for draw in draws]
