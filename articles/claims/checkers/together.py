"""What is said of one draw in one breath: a time, a family, invitations, a score.

Where no draw has all of it and one has all but one thing, that one thing is wrong. It decides what
nothing names a draw for: "French speakers on Wednesday (5,000)", "374 on January 20".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articles.claims import wording
from articles.claims.anchors import Anchor
from articles.claims.checkers.deciding import KINDS
from articles.claims.claim import Claim, Kind, Verdict
from articles.claims.context import Context
from articles.claims.figuring import Figure, figures_of, is_aside, is_own, says
from articles.claims.matching import ALIKE
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.surroundings import PARTING, TOLD, Surroundings, surroundings_of
from articles.claims.tokens import Token
from draws.records import RoundRecord

# After one of these, a new time or family begins to tell of another draw.
PAUSES = frozenset({",", "AND", "(", ")"})
# Beside a word for telling, a day may be that of the telling.
TELLING = frozenset(
    "announced published posted updated announcement said told annoncé annoncée publié publiée"
    " publiées diffusé diffusée affiché mis".split()
)
# A wrong day is looked for in this many days around the draw.
FAR = 130


@dataclass(slots=True)
class Unit:
    """What stands together: at most one of each of time, number, family, invitations, crs."""

    times: Anchor | None = None
    number: Anchor | None = None
    family: Token | None = None
    figures: dict[str, Figure] = field(default_factory=dict)
    parted: bool = False

    def has(self, kind: str) -> bool:
        if kind in ("times", "number", "family"):
            return getattr(self, kind) is not None
        return kind in self.figures

    @property
    def is_told(self) -> bool:
        """Whether it has a figure, and what the figure is of."""
        return bool(self.figures) and self.size > len(self.figures)

    @property
    def size(self) -> int:
        return sum(map(self.has, ("times", "number", "family"))) + len(self.figures)


def check(
    sentence: Sentence, roles: dict[int, Role], context: Context, found: Sequence[Claim]
) -> Iterator[Claim]:
    """What is wrong in each unit of a sentence, beside what was found already."""
    if sentence.present & {"PROV", "BAND"} or sentence.is_question:
        return
    surroundings = surroundings_of(sentence, context)
    wrong = {each.start for each in found if each.is_contradicted}
    units = list(_units(sentence, roles, surroundings, found, context))
    for unit in units:
        told = unit.figures or (unit.times and unit.family and "DRAW" in sentence.present)
        if told and unit.size >= 2 and not wrong & set(_starts(unit)):
            yield from _judged(unit, units, sentence, context, surroundings)


def _starts(unit: Unit) -> Iterator[int]:
    for anchor in (unit.times, unit.number):
        if anchor is not None:
            yield anchor.token.start
    yield from (figure.token.start for figure in unit.figures.values())
    if unit.family is not None:
        yield unit.family.start


def _units(
    sentence: Sentence,
    roles: dict[int, Role],
    near: Surroundings,
    found: Sequence[Claim],
    context: Context,
) -> Iterator[Unit]:
    anchors = {anchor.token.pos: anchor for anchor in near.anchors}
    closed = {
        each.start
        for each in found
        if each.kind not in KINDS.values()
        and (each.kind, each.verdict) != (Kind.CHANGE, Verdict.UNDECIDABLE)
    }
    figures = {
        figure.token.pos: figure
        for figure in figures_of(sentence, roles, context)
        if figure.token.start not in closed and not _is_aside(sentence, figure)
    }
    unit, paused = Unit(), False
    for token in sentence.tokens:
        kind = _kind(token, anchors, figures, sentence)
        was_paused, paused = paused, (paused and not kind) or token.sign in PAUSES
        key = kind in ("times", "number", "family") and any(pos > token.pos for pos in figures)
        if (
            token.sign in PARTING
            or (kind and unit.has(kind))
            or (key and was_paused and unit.is_told)
        ):
            yield unit
            unit = Unit(parted=token.sign in PARTING)
        if not kind:
            continue
        if kind in ("times", "number"):
            setattr(unit, kind, anchors[token.pos])
        elif kind == "family":
            unit.family = token
        else:
            unit.figures[kind] = figures[token.pos]
    yield unit


def _is_aside(sentence: Sentence, figure: Figure) -> bool:
    return is_aside(sentence, figure) if figure.what == "invitations" else is_own(sentence, figure)


def _kind(
    token: Token, anchors: dict[int, Anchor], figures: dict[int, Figure], sentence: Sentence
) -> str:
    if token.pos in sentence.moot:
        return ""
    if token.pos in figures:
        return _place(figures[token.pos], sentence)
    if token.sign == "FAM":
        return "family"
    if token.pos in anchors:
        return "number" if token.sign == "DR" else "times"
    return ""


def _place(figure: Figure, sentence: Sentence) -> str:
    """Invitations, crs; "" for a number that may be either."""
    if figure.what != "either":
        return figure.what
    led = sentence.signs[max(figure.token.pos - 1, 0)] in ("AT", "WITH", "(", "|", "PT")
    return "crs" if led or sentence.present & TOLD["crs"] else ""


def _judged(
    unit: Unit,
    units: Sequence[Unit],
    sentence: Sentence,
    context: Context,
    near: Surroundings,
) -> Iterator[Claim]:
    pool = list({d.number: d for d in _pool(unit, near, context)}.values())
    fits = [(_failing(unit, draw, sentence, context), draw) for draw in pool]
    if not fits or any(not failing for failing, _draw in fits):
        return
    main = context.current or context.main
    if main is not None and unit.parted:
        before = sentence.present & {"PREV", "LAST"}
        main = context.record.previous(main) if before else None
    alone = unit.figures or not (
        unit.times and unit.times.token.sign in ("MON", "YEAR", "CALENDAR")
    )
    for failing, draw in fits:
        ours = draw is main and alone and len(near.anchors) < 2
        agreed = unit.size - len(failing) + ours
        if len(failing) != 1 or agreed < 2 or len(failing) == unit.size:
            continue
        if _stands(failing[0], unit, draw, pool, sentence, context, near):
            yield _claim(failing[0], unit, draw, sentence, context)
            return


def _pool(unit: Unit, near: Surroundings, context: Context) -> Iterator[RoundRecord]:
    yield from near.all
    if {"invitations", "crs"} <= unit.figures.keys():
        pair = (unit.figures["invitations"].token.number, unit.figures["crs"].token.number)
        last = context.as_of.date()
        yield from (d for d in context.record.by_figures.get(pair, ()) if d.date <= last)


def _failing(unit: Unit, draw: RoundRecord, sentence: Sentence, context: Context) -> list[str]:
    """What of a unit a draw does not have."""
    failing = [
        kind
        for kind, anchor in (("times", unit.times), ("number", unit.number))
        if anchor is not None and draw not in anchor.draws
    ]
    if unit.family is not None and not _is_of(unit.family, draw):
        failing.append("family")
    return failing + [
        kind
        for kind, figure in unit.figures.items()
        if says(figure, draw, sentence, context) is False
    ]


def _is_of(family: Token, draw: RoundRecord) -> bool:
    return family.name == draw.family or (family.name, draw.family) in ALIKE


def _stands(
    failing: str,
    unit: Unit,
    draw: RoundRecord,
    pool: Sequence[RoundRecord],
    sentence: Sentence,
    context: Context,
    near: Surroundings,
) -> bool:
    """Whether the one thing that a draw has not must be wrong."""
    if failing in unit.figures:
        figure = unit.figures[failing]
        if near.is_total(figure):
            return False
        if unit.size > 2 and (figure.what != "either" or sentence.present & TOLD["crs"]):
            return True
        return not near.explain(unit.figures[failing]) and (
            unit.figures[failing].strong or near.exact or unit.size > 2 or len(unit.figures) > 1
        )
    own = [d for d in pool if _has(failing, unit, d)]
    if failing != "family" and unit.family is not None:
        own = [d for d in own if _is_of(unit.family, d)]
    if any(
        says(figure, each, sentence, context) is not False
        for each in own
        for figure in unit.figures.values()
    ):
        return False
    if failing == "times" and unit.times is not None:
        return _is_wrong_time(unit.times, draw, sentence, context)
    return failing == "family" or _is_wrong_number(unit, context)


def _has(what: str, unit: Unit, draw: RoundRecord) -> bool:
    """Whether a draw has the one thing that is doubted."""
    if what == "family":
        return unit.family is not None and _is_of(unit.family, draw)
    anchor = unit.times if what == "times" else unit.number
    return anchor is not None and draw in anchor.draws


def _is_wrong_time(anchor: Anchor, draw: RoundRecord, sentence: Sentence, context: Context) -> bool:
    if any(token.name in TELLING for token in sentence.tokens):
        return False
    if "SINCE" in sentence.signs[: anchor.token.pos]:
        return False
    if anchor.token.sign == "DATE":
        day = context.whole(anchor.token.day)
        if day is None or day > context.as_of.date():
            return False
        same = (day.month, day.day) == (draw.date.month, draw.date.day)
        if same:
            return bool(anchor.token.day.year)
        return abs((day - draw.date).days) <= FAR
    return anchor.token.sign not in ("YEAR", "CALENDAR")


def _is_wrong_number(unit: Unit, context: Context) -> bool:
    number = unit.number.token.name if unit.number is not None else ""
    ours = context.main is not None and context.main.number == number
    return not unit.parted and not ours


def _claim(
    failing: str, unit: Unit, draw: RoundRecord, sentence: Sentence, context: Context
) -> Claim:
    kind = "date" if failing == "times" else failing
    token = _token(failing, unit)
    return claim(
        sentence,
        token,
        KINDS[kind],
        False,
        expected=wording.fact(draw, kind, context.language),
        source=f"/draws/{draw.number}/",
        figure="" if failing in ("number", "times") else f"draw/{draw.number}/{kind}",
    )


def _token(failing: str, unit: Unit) -> Token:
    if failing in unit.figures:
        return unit.figures[failing].token
    anchor = unit.times if failing == "times" else unit.number
    token = unit.family if failing == "family" else anchor.token if anchor else None
    if token is None:
        raise LookupError(failing)
    return token
