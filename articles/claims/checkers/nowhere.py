"""Figures of draws that no draw has of which a sentence may speak.

What no other checker could decide, because the sentence names its draw by a weekday, by a month,
by "two weeks earlier", or not at all. A figure that any draw of the neighbourhood has is left
alone; one that none has is contradicted.
"""

from collections.abc import Sequence
from dataclasses import replace

from articles.claims import wording
from articles.claims.checkers.deciding import KINDS
from articles.claims.claim import Claim, Kind, Verdict
from articles.claims.context import Context
from articles.claims.figuring import Figure, figures_of, is_own
from articles.claims.matching import same_moment
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.surroundings import Surroundings, surroundings_of

OURS = frozenset({Kind.INVITATIONS, Kind.CUT_OFF})
DAYS = frozenset({Kind.DATE, Kind.TIE_BREAK})


def check(
    sentence: Sentence, roles: dict[int, Role], context: Context, found: Sequence[Claim]
) -> list[Claim]:
    """The claims of a sentence, with those decided that nobody could decide."""
    figures = list(figures_of(sentence, roles, context))
    days = [each for each in found if each.kind in DAYS and each.is_contradicted]
    if not figures and not days:
        return list(found)
    judged = {each.start: each for each in found}
    surroundings = surroundings_of(sentence, context)
    kept = {id(each): each for each in found}
    for each in days:
        if _is_day_of_another(each, figures, surroundings):
            kept[id(each)] = _opened(each)
    new: list[Claim] = []
    for figure in figures:
        before = judged.get(figure.token.start)
        if before is not None and before.is_contradicted and before.kind in OURS:
            if is_own(sentence, figure) or surroundings.explain(figure):
                kept[id(before)] = _opened(before)
        elif _is_free(before) and surroundings.speak_against(figure):
            kept.pop(id(before), None)
            new.append(_contradicted(figure, sentence, context, surroundings))
    return sorted([*kept.values(), *new], key=lambda each: each.start)


def _is_free(before: Claim | None) -> bool:
    """Whether nobody has judged it yet."""
    if before is None:
        return True
    return before.verdict is Verdict.UNDECIDABLE and before.kind in OURS | {Kind.CHANGE, Kind.TOTAL}


def _is_day_of_another(wrong: Claim, figures: Sequence[Figure], surroundings: Surroundings) -> bool:
    """Whether a draw was held on a day, and has a figure of the sentence; or has the tie-break."""
    if wrong.kind is Kind.TIE_BREAK:
        token = next(t for t in surroundings.sentence.tokens if t.start == wrong.start)
        return any(same_moment(token, draw.tie_break_at) for draw in surroundings.all)
    held = [d for a in surroundings.anchors if a.token.start == wrong.start for d in a.draws]
    return any(surroundings.agrees(figure, held) for figure in figures)


def _opened(before: Claim) -> Claim:
    return replace(before, verdict=Verdict.UNDECIDABLE, expected="", figure="")


def _contradicted(
    figure: Figure, sentence: Sentence, context: Context, surroundings: Surroundings
) -> Claim:
    draw = surroundings.likeliest(figure)
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
