"""Differences between two draws of which a sentence may speak, and what a difference is of."""

import datetime as dt
from collections.abc import Iterator
from itertools import product

from articles.claims.context import Context
from articles.claims.sentence import Sentence
from articles.claims.surroundings import surroundings_of
from articles.claims.tokens import Token
from draws.records import RoundRecord

# No cut-off changed by more than this without telling so in other words.
MOST_POINTS = 300
YEAR = dt.timedelta(days=366)


def is_of_score(sentence: Sentence, token: Token) -> bool:
    """391 points, eight fewer than two weeks ago: what was told last is a score."""
    for other in reversed(sentence.tokens[: token.pos]):
        if other.sign in ("PT", "CRS"):
            return token.number <= MOST_POINTS
        if other.sign in ("INV", "PPL", "DRAW"):
            return False
        if other.sign == "N":
            return other.number <= 1200 and token.number <= MOST_POINTS
    return False


def is_said_of_readers(sentence: Sentence, word: Token) -> bool:
    """On a gagné neuf points: what candidates gain where a score falls."""
    before = sentence.tokens[max(word.pos - 3, 0) : word.pos]
    return any(other.name in ("on", "nous", "we") for other in before)


def changes_in_play(sentence: Sentence, measure: str, context: Context) -> Iterator[int]:
    """The changes between any two draws of one family that the sentence may speak of."""
    for new, old in _pairs_in_play(sentence, measure, context):
        if new.family == old.family and old.date < new.date:
            yield change(new, old, measure)


def _pairs_in_play(
    sentence: Sentence, measure: str, context: Context
) -> Iterator[tuple[RoundRecord, RoundRecord]]:
    near = surroundings_of(sentence, context)
    if measure == "crs":
        yield from product(near.around, _with_score_before(sentence, context))
    if _in_so_long(sentence):
        for new in near.meant:
            known = context.record.by_family.get(new.family or "", ())
            yield from ((new, old) for old in known if old.date > new.date - YEAR)
    if not sentence.present & {"PREV", "LAST"} and (near.anchors or near.is_open):
        yield from product(near.meant, dict.fromkeys([*near.meant, *near.in_play]))


def _with_score_before(sentence: Sentence, context: Context) -> list[RoundRecord]:
    """The draws of a score that is compared with: up 72 from the previous year's 433."""
    scores = {
        t.number
        for t in sentence.tokens
        if t.sign == "N" and {"FROM", "THAN"} & set(sentence.signs[max(t.pos - 6, 0) : t.pos])
    }
    return [draw for draw in context.known if draw.crs in scores] if scores else []


def _in_so_long(sentence: Sentence) -> bool:
    """In the space of six weeks, en six semaines: since some draw of that time."""
    return any(
        t.sign == "CALENDAR" and "IN" in sentence.signs[max(t.pos - 5, 0) : t.pos]
        for t in sentence.tokens
    )


def change(new: RoundRecord, old: RoundRecord, measure: str) -> int:
    real: int = getattr(new, measure) - getattr(old, measure)
    return real
