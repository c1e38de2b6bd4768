"""Figures of one family in a row: 391, then 271, then 229; with 435, 435 and 430."""

import re
from collections.abc import Iterator, Sequence

from articles.claims import wording
from articles.claims.checkers.deciding import KINDS
from articles.claims.claim import Claim
from articles.claims.context import Context
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.tokens import Token
from draws.records import RoundRecord

_ROW = re.compile(r"(?<= )N (?:(?:, (?:THEN |AND |w )?|AND |THEN )N ){2,}")
# A row of at least so many; of so many, one may be wrong.
LEAST = 3
OTHERWISE = frozenset({"PROV", "BAND", "POOL", "MODAL", "IF"})


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The rows of figures that neighbouring draws of one family have."""
    if "N" not in sentence.present or sentence.present & OTHERWISE or context.home:
        return
    for match in sentence.search(_ROW):
        row = [t for t in sentence.tokens[match.first : match.last + 1] if t.sign == "N"]
        if any(t.pos in sentence.moot | sentence.judged or t.number < 50 for t in row):
            continue
        measure = _measure(row)
        if measure:
            yield from _judged(row, measure, sentence, context)


def _measure(row: Sequence[Token]) -> str:
    """What a row is of; "" where it cannot be said."""
    if any(token.number > 1200 for token in row):
        return "invitations"
    return "either"


def _judged(
    row: Sequence[Token], measure: str, sentence: Sentence, context: Context
) -> Iterator[Claim]:
    for what in ("crs", "invitations") if measure == "either" else (measure,):
        best: tuple[list[int], list[RoundRecord]] | None = None
        for draws in _windows(len(row), sentence, context):
            off = [n for n, draw in enumerate(draws) if getattr(draw, what) != row[n].number]
            if best is None or len(off) < len(best[0]):
                best = (off, draws)
        if best is None or len(best[0]) > 1 or len(row) - len(best[0]) < LEAST - 1:
            continue
        for place, token in enumerate(row):
            draw = best[1][place]
            yield claim(
                sentence,
                token,
                KINDS[what],
                place not in best[0],
                expected=wording.fact(draw, what, context.language),
                source=f"/draws/{draw.number}/",
                figure=f"draw/{draw.number}/{what}",
            )
        return
    for token in row:  # nothing that one draw could be asked for
        sentence.judged.add(token.pos)


def _windows(size: int, sentence: Sentence, context: Context) -> Iterator[list[RoundRecord]]:
    """So many neighbouring draws of a family that may be meant, in either order."""
    families = [t.name for t in sentence.tokens if t.sign == "FAM"]
    subjects = [draw.family for draw in context.subjects() if draw.family]
    for family in dict.fromkeys([*families, *context.told.families, *subjects]):
        last = context.as_of.date()
        known = [d for d in context.record.by_family.get(family, ()) if d.date <= last]
        for first in range(len(known) - size + 1):
            window = known[first : first + size]
            yield window
            yield window[::-1]
