"""A figure beside a day or a month: 516 on July 21, les 169 points de février.

Where no draw of that time has the figure, one of the two is wrong, whatever other draws have.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from articles.claims import wording
from articles.claims.anchors import Anchor
from articles.claims.checkers.deciding import KINDS
from articles.claims.claim import Claim
from articles.claims.context import Context
from articles.claims.figuring import SEVERAL, Figure, figures_of, is_aside, is_own
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.surroundings import Surroundings, surroundings_of
from draws.records import RoundRecord

# What may stand between a figure and its time.
LINKS = frozenset({"ON", "OF", "IN", "(", "PT", "THE", "PPL", "INV"})
# What makes a figure one of several draws, of the pool, of a stretch of time.
OTHERWISE = frozenset(
    {"TOTAL", "POOL", "BAND", "COUNTED", "SINCE", "UNTIL", "BETWEEN", "PROV", "MODAL", "RANGED"}
)
# A wrong day lies this near to the right one.
FAR = dt.timedelta(days=130)
CLOSE = 5


def check(
    sentence: Sentence, roles: dict[int, Role], context: Context, found: Sequence[Claim]
) -> list[Claim]:
    """The claims of a sentence, with those that a time beside them decides."""
    times = sentence.present & {"DATE", "MON"}
    if not times or sentence.present & OTHERWISE or sentence.is_question or context.home:
        return list(found)
    if any(token.name in SEVERAL for token in sentence.tokens):
        return list(found)
    figures = [f for f in figures_of(sentence, roles, context) if not _is_aside(sentence, f)]
    wrong = {each.start for each in found if each.is_contradicted}
    if not figures or wrong:
        return list(found)
    near = surroundings_of(sentence, context)
    kept = list(found)
    for figure in figures:
        anchor = _time_after(figure, near)
        if anchor is None or _is_of(anchor, figure, near, context):
            continue
        new = _claim(anchor, figure, sentence, context, near)
        if new is not None:
            kept = [each for each in kept if each.end <= new.start or new.end <= each.start]
            kept.append(new)
    return sorted(kept, key=lambda each: each.start)


def _is_aside(sentence: Sentence, figure: Figure) -> bool:
    return is_aside(sentence, figure) if figure.what == "invitations" else is_own(sentence, figure)


def _time_after(figure: Figure, near: Surroundings) -> Anchor | None:
    """The time that follows a figure at once."""
    pos = figure.token.pos
    for anchor in near.anchors:
        place = anchor.token.pos
        if anchor.token.sign not in ("DATE", "MON") or not pos < place <= pos + CLOSE:
            continue
        between = near.sentence.signs[pos + 1 : place]
        if set(between) <= LINKS and set(between) & {"ON", "OF", "IN", "("}:
            return anchor
    return None


def _is_of(anchor: Anchor, figure: Figure, near: Surroundings, context: Context) -> bool:
    """Whether a draw of that time has it; of that day in any year, where the year is not said."""
    day = anchor.token.day
    draws = list(anchor.draws)
    if not day.year and day.day:
        draws += context.record.by_day_of_year.get((day.month, day.day), ())
    elif not day.year:
        draws += [draw for draw in context.known if draw.date.month == day.month]
    return near.agrees(figure, draws) or near.is_total(figure)


def _claim(
    anchor: Anchor, figure: Figure, sentence: Sentence, context: Context, near: Surroundings
) -> Claim | None:
    """The day is wrong where a draw not far from it has the figure, or else the figure."""
    token = anchor.token
    day = context.whole(token.day) if token.sign == "DATE" else None
    if token.sign == "DATE" and (day is None or day > context.as_of.date()):
        return None
    others = [d for d in _spoken(near) if near.agrees(figure, [d])]
    meant = [d for d in others if day is not None and abs(d.date - day) <= FAR]
    if meant:
        best = min(meant, key=lambda draw: abs(draw.date - (day or draw.date)))
        return claim(
            sentence,
            token,
            KINDS["date"],
            False,
            expected=wording.fact(best, "date", context.language),
            source=f"/draws/{best.number}/",
        )
    if not anchor.draws:
        return None
    draw = next(iter(_of_family(anchor.draws, context)))
    what = "invitations" if figure.what == "invitations" else "crs"
    return claim(
        sentence,
        figure.token,
        KINDS[what],
        False,
        expected=wording.fact(draw, what, context.language),
        source=f"/draws/{draw.number}/",
        figure=f"draw/{draw.number}/{what}",
    )


def _spoken(near: Surroundings) -> Iterator[RoundRecord]:
    yield from near.in_play
    yield from near.around


def _of_family(draws: Sequence[RoundRecord], context: Context) -> list[RoundRecord]:
    families = {d.family for d in (context.current, context.main) if d is not None}
    return [d for d in draws if d.family in families] or list(draws)
