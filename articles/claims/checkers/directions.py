"""Directions beside the figures that they are said of: down to 521 after 523, 391, then 271.

Where the figures of the text itself go the other way, the word is wrong, whatever the record has.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.claims import wording
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.sentence import Match, Sentence
from articles.claims.statement import claim
from articles.claims.tokens import Token

WAYS = {"UP": 1, "DOWN": -1}
# Down to 521, after 523; de 708, le seuil est remonté à 744; from 511 to 507.
_TWO = re.compile(
    r" (?P<way>UP|DOWN) (?:[\w,-]+ ){0,4}?(?:TO|AT) (?P<new>N) (?:PT )?(?:, )?"
    r"(?:FROM|AFTER|COMPARED) (?:w )?(?P<old>N) "
    r"| (?:FROM|OF) (?P<old2>N) (?:PT )?, (?:[\w-]+ ){0,5}?(?P<way2>UP|DOWN) (?:TO|AT) (?P<new2>N) "
    r"| (?P<way3>UP|DOWN) (?:[\w-]+ ){0,3}?(?:FROM|OF) (?P<old3>N) (?:PT )?(?:TO|AT) (?P<new3>N) "
)
# 391, then 271, then 229; 523, 521, 519 et 518.
_SERIES = re.compile(r"(?<= )N (?:(?:, (?:THEN |AND |w )?|AND |THEN )N ){2,}")
# What makes a direction one of something else than the figures in a row.
OTHERWISE = frozenset({"MODAL", "IF", "NOT", "NO", "PROV", "POOL", "BAND"})


def check(sentence: Sentence, context: Context, found: Sequence[Claim]) -> Iterator[Claim]:
    """The directions that the figures beside them speak against."""
    if not sentence.present & WAYS.keys() or sentence.is_question:
        return
    wrong = {each.start for each in found if each.is_contradicted}
    for match in sentence.search(_TWO):
        yield from _of_two(sentence, match, wrong, context)
    if not sentence.present & OTHERWISE:
        for match in sentence.search(_SERIES):
            yield from _of_series(sentence, match, wrong, context)


def _of_two(sentence: Sentence, match: Match, wrong: set[int], context: Context) -> Iterator[Claim]:
    way = match["way"] or match["way2"] or match["way3"]
    new = match["new"] or match["new2"] or match["new3"]
    old = match["old"] or match["old2"] or match["old3"]
    if way is None or new is None or old is None or way.pos in sentence.moot:
        return
    if wrong & {way.start, new.start, old.start} or not _are_alike(new, old):
        return
    if (new.number - old.number) * WAYS[way.sign] < 0:
        yield _claim(sentence, way, new.number - old.number, context)


def _are_alike(new: Token, old: Token) -> bool:
    """Whether both are scores or both invitations."""
    return (100 <= new.number <= 1200) == (100 <= old.number <= 1200) and min(
        new.number, old.number
    ) >= 100


def _of_series(
    sentence: Sentence, match: Match, wrong: set[int], context: Context
) -> Iterator[Claim]:
    """A row of figures that all go one way, after a word for the other."""
    numbers = [t for t in sentence.tokens[match.first : match.last + 1] if t.sign == "N"]
    ways = [t for t in sentence.tokens[: match.first] if t.sign in WAYS and t.pos + 8 > match.first]
    steps = [after.number - before.number for before, after in pairwise(numbers)]
    if len(ways) != 1 or wrong & {t.start for t in (*ways, *numbers)}:
        return
    if all(step * WAYS[ways[0].sign] < 0 for step in steps):
        yield _claim(sentence, ways[0], numbers[-1].number - numbers[0].number, context)


def _claim(sentence: Sentence, way: Token, real: int, context: Context) -> Claim:
    return claim(sentence, way, Kind.CHANGE, False, expected=wording.change(real, context.language))
