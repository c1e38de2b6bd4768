"""Which draws a sentence may speak of, by all that it and the article say of times and families."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from articles.claims.anchors import NEAR, WEEK, Anchor, bases, between
from articles.claims.context import Context
from articles.claims.sentence import Sentence
from draws.records import RoundRecord

# So many of the newest draws of a family may be spoken of by the name of the family.
NEWEST = 3
EXTREME = frozenset({"LOW", "HIGH", "BIG", "SMALL", "EVER", "GRAND", "PETIT"})


# What leads to other draws.
OPEN = EXTREME | frozenset(
    "THAN FROM COMPARED SINCE AFTER BEFORE PREV LAST OTHER ORD AGO UNTIL FOLLOWING BETWEEN UP DOWN"
    " LATEST RANGED AND".split()
)
OPENING = frozenset(
    "when then that those their earlier later again while whereas time"
    " quand alors puis leur leurs celle celui celles ceux tandis lorsque dont cas ensuite"
    " époque".split()
)


def meant(sentence: Sentence, context: Context, anchors: Sequence[Anchor]) -> list[RoundRecord]:
    """The draws that a sentence tells of itself: those that it names by time or number, those of
    the family that it names, or else what was spoken of last."""
    families = {token.name for token in sentence.tokens if token.sign == "FAM"}
    found = [draw for anchor in anchors for draw in anchor.draws]
    if not families and not found and context.ranged:
        families = {context.ranged}
    own = [draw for draw in found if draw.family in families]
    rough = all(not anchor.exact for anchor in anchors)
    exact = [draw for anchor in anchors if anchor.exact for draw in anchor.draws]
    spoken = [d for d in (context.current, context.main, context.heading) if d is not None]
    if own or (found and not families):
        return _known([*(own or found), *exact, *(spoken if rough else ())], context)
    for family in families:
        same = [draw for draw in spoken if draw.family == family]
        for base in () if same else bases(context):
            same += between_of(family, base - WEEK, base + WEEK, context)
            same += _newest(family, base, context)[:1]
        own += same
    return _known([*own, *found] or spoken, context)


def between_of(family: str, first: dt.date, last: dt.date, context: Context) -> list[RoundRecord]:
    return [draw for draw in between(first, last, context) if draw.family == family]


def is_open(sentence: Sentence) -> bool:
    """Whether a sentence may go on to other draws than the one that it is about."""
    return bool(sentence.present & OPEN) or any(t.name in OPENING for t in sentence.tokens)


def in_play(sentence: Sentence, context: Context, anchors: Iterable[Anchor]) -> list[RoundRecord]:
    """The draws that a sentence may speak of, the likeliest first: those that it names, that the
    article spoke of or names elsewhere, and the ones before them."""
    subjects = list(context.subjects())
    found = [draw for anchor in anchors for draw in anchor.draws]
    found += subjects
    for draw in [*subjects, *found[:6]]:
        before = (context.record.previous(draw, same_family=same) for same in (True, False))
        found += [each for each in before if each is not None]
    families = {token.name for token in sentence.tokens if token.sign == "FAM"}
    for family in families:
        for base in bases(context):
            found += _newest(family, base, context)
    if sentence.present & EXTREME:
        found += _extremes(sentence, families, context)
    return _known([*found, *context.named, *context.mentioned], context)


def around(context: Context) -> list[RoundRecord]:
    """The draws of the weeks before the days that an article tells of."""
    last = context.as_of.date()
    near = [between(base - NEAR, min(base + WEEK, last), context) for base in bases(context)]
    return _known((draw for draws in near for draw in draws), context)


def _known(draws: Iterable[RoundRecord], context: Context) -> list[RoundRecord]:
    last = context.as_of.date()
    return list({draw.number: draw for draw in draws if draw.date <= last}.values())


def _newest(family: str, until: dt.date, context: Context) -> Sequence[RoundRecord]:
    known = [draw for draw in context.record.by_family.get(family, ()) if draw.date <= until]
    return known[-1 : -NEWEST - 1 : -1]


def _extremes(
    sentence: Sentence, families: Iterable[str], context: Context
) -> Iterator[RoundRecord]:
    """The records of all time and of this and the last year, of all draws and of the families."""
    told = {scope.day.year for scope in context.told_years}
    told |= {token.day.year for token in sentence.tokens if token.sign == "YEAR"}
    for family in [None, *families]:
        draws = [d for d in context.known if family is None or d.family == family]
        years = sorted({context.as_of.year, context.as_of.year - 1} | told)
        for year in (0, *years):
            chosen = [draw for draw in draws if year in (0, draw.date.year)]
            for measure in ("crs", "invitations"):
                ordered = sorted(chosen, key=lambda draw: getattr(draw, measure))
                yield from (*ordered[:2], *ordered[-2:])


def is_sum(value: int, near: Sequence[RoundRecord], context: Context) -> bool:
    """Whether several draws make a number of invitations: neighbours, those of a week, a month or
    a year up to one of the draws, of all families or of one."""
    if value in _runs(near) or value in _runs(around(context)):
        return True
    lasts = {draw.date for draw in near} | set(bases(context))
    firsts = {first for last in lasts for first in _begins(last)}
    return any(value in _growing(first, context) for first in firsts)


def _begins(last: dt.date) -> tuple[dt.date, ...]:
    """The first day of the week, the month and the year of a day."""
    return (
        last - dt.timedelta(days=last.weekday()),
        last.replace(day=1),
        last.replace(month=1, day=1),
    )


def _growing(first: dt.date, context: Context) -> set[int]:
    """The sums since a day up to each later draw, within a year: of all draws, of each family."""
    sums: dict[str | None, int] = {}
    found: set[int] = set()
    for draw in between(first, first + dt.timedelta(days=366), context):
        for family in (None, draw.family):
            sums[family] = sums.get(family, 0) + draw.invitations
            found.add(sums[family])
    return found


def _runs(draws: Sequence[RoundRecord]) -> set[int]:
    """What neighbouring draws invited together."""
    ordered = sorted(draws, key=lambda draw: draw.date)
    return {
        sum(draw.invitations for draw in ordered[first : first + size])
        for first in range(len(ordered))
        for size in range(2, 13)
    }
