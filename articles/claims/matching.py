"""Which draw a bundle speaks of: the one that agrees with most of what is said."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from articles.claims.approximate import agrees, score_agrees
from articles.claims.context import Context
from articles.claims.groups import Group
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token
from draws.records import RoundRecord

WEIGHTS = {
    "number": 4.0,
    "date": 3.0,
    "tie-break": 4.0,
    "invitations": 2.0,
    "crs": 2.0,
    "family": 1.5,
    "relative": 3.0,
}
# What the draw that the article is about is ahead of others by.
OURS = 1.0
# How far from ours a draw lies that is told of by its family alone.
NEAR = dt.timedelta(days=31)
VALUES = ("invitations", "crs")
# Before there was a category for trades, its name stood for the program.
ALIKE = frozenset({("trades", "fst")})


@dataclass(slots=True)
class Fit:
    """How a bundle agrees with one draw."""

    draw: RoundRecord
    score: float = 0
    right: set[str] = field(default_factory=set)
    wrong: set[str] = field(default_factory=set)


def best_fit(group: Group, sentence: Sentence, context: Context) -> Fit | None:
    """The draw that a bundle must mean; None where several would do, or none."""
    fits = [_fit(group, draw, sentence, context) for draw in _candidates(group, context)]
    fits.sort(key=lambda fit: (-fit.score, fit.draw is not context.main, -len(fit.right)))
    if not fits or fits[0].score < 2:
        return None
    best = fits[0]
    tied = len(fits) > 1 and fits[1].score == best.score and len(fits[1].right) == len(best.right)
    if tied and best.draw is not context.main:
        return None if best.wrong else best
    return best


def _candidates(group: Group, context: Context) -> list[RoundRecord]:
    found: dict[str, RoundRecord] = {}
    for feature, token in group.features.items():
        for draw in _of_feature(feature, token, group, context):
            found.setdefault(draw.number, draw)
    if all(key in group.features for key in VALUES):
        pair = tuple(group.features[key].number for key in VALUES)
        for draw in context.record.by_figures.get((pair[0], pair[1]), ()):
            found.setdefault(draw.number, draw)
    for draw in _newest_of_family(group, context):
        found.setdefault(draw.number, draw)
    if context.main is not None and group.features.keys() - {"family"}:
        found.setdefault(context.main.number, context.main)
    return list(found.values())


def _newest_of_family(group: Group, context: Context) -> list[RoundRecord]:
    """The newest draws of a family, where a bundle names it without a number or a day."""
    family = group.features.get("family")
    if family is None or group.has_key or not group.has_value:
        return []
    near = context.main or context.current
    limit = near.date + NEAR if near else context.as_of.date()
    known = [draw for draw in context.record.by_family.get(family.name, ()) if draw.date <= limit]
    return [draw for draw in known[-2:] if limit - draw.date <= 2 * NEAR]


def _of_feature(
    feature: str, token: Token, group: Group, context: Context
) -> Iterator[RoundRecord]:
    record = context.record
    if feature == "number":
        yield from filter(None, [record.by_number.get(token.name)])
    elif feature == "date":
        yield from _on_day(token, context)
    elif feature == "tie-break" and token.day.date:
        yield from record.by_tie_break.get(token.day.date, ())
    elif feature == "relative":
        yield from relatives(group, context)


def _on_day(token: Token, context: Context) -> Iterable[RoundRecord]:
    day = context.whole(token.day)
    return context.record.by_date.get(day, ()) if day else ()


def relatives(group: Group, context: Context) -> list[RoundRecord]:
    """What "the previous CEC draw" may mean: of the family, of ours, of any."""
    base = context.main or (context.known[-1] if context.known else None)
    if base is None:
        return []
    record, found = context.record, []
    if group.features["relative"].sign == "LAST":  # the latest, as well as the one before
        found.append(base)
    family = group.features.get("family")
    if family is not None and family.name != base.family:
        earlier = [d for d in record.until(base) if d.family == family.name]
        return earlier[-1:]
    for same in (True, False):
        draw = record.previous(base, same_family=same)
        if draw is not None:
            found.append(draw)
    return found


def _fit(group: Group, draw: RoundRecord, sentence: Sentence, context: Context) -> Fit:
    fit = Fit(draw)
    for feature, token in group.features.items():
        right = is_right(feature, token, draw, group, sentence, context)
        if right:
            fit.right.add(feature)
            fit.score += WEIGHTS[feature]
        elif right is False:
            fit.wrong.add(feature)
    if context.main is draw:
        fit.score += OURS
    elif draw is context.current:
        fit.score += OURS / 2
    return fit


def is_right(
    feature: str,
    token: Token,
    draw: RoundRecord,
    group: Group,
    sentence: Sentence,
    context: Context,
) -> bool | None:
    """Whether one feature agrees with a draw; None where that cannot be said."""
    if token.address:
        return token.address == f"draw/{draw.number}/{feature}" or _plain_right(
            feature, token, draw, group, sentence, context
        )
    return _plain_right(feature, token, draw, group, sentence, context)


def _plain_right(
    feature: str,
    token: Token,
    draw: RoundRecord,
    group: Group,
    sentence: Sentence,
    context: Context,
) -> bool | None:
    if feature == "number":
        return token.name == draw.number
    if feature == "family":
        return token.name == draw.family or (token.name, draw.family) in ALIKE
    if feature == "relative":
        return draw in relatives(group, context)
    if feature == "date":
        return _same_day(token, draw.date, context)
    if feature == "tie-break":
        return same_moment(token, draw.tie_break_at)
    if feature == "crs":
        return score_agrees(sentence.low, token.start, token.number, draw.crs, context.language)
    return agrees(sentence.low, token.start, token.number, draw.invitations, context.language)


def _same_day(token: Token, real: dt.date, context: Context) -> bool:
    if token.day.year:
        return token.day.fits(real)
    return token.day.fits(real) and context.whole(token.day) == real


def same_moment(token: Token, real: dt.datetime | None) -> bool | None:
    """Whether what is written of a tie-break agrees: a day, or a day and a time."""
    if real is None:
        return None
    if not token.day.fits(real.date()):
        return False
    time = token.day.time
    if time is None:
        return True
    written = time if token.day.seconds else time[:2]
    return written == (real.hour, real.minute, real.second)[: len(written)]
