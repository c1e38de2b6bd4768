"""Which numbers of a sentence are figures of a draw, in whichever words it is told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.claims.approximate import agrees, score_agrees
from articles.claims.context import Context
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token
from draws.records import RoundRecord

LOWEST, HIGHEST = 60, 1200
# A bare number of three digits in these bounds may be a score.
BARE = range(300, 900)
SEVERAL = frozenset({"draws", "rounds", "rondes", "tirages", "selections", "sélections"})
# Somebody's own score is none of a draw.
PERSONAL = frozenset(
    "you your yours i i'm my me mine he she her hers his him someone somebody anyone anybody"
    " everyone nobody profile profiles myself yourself themselves"
    " vous votre vos je j mon ma mes moi tu ton ta tes quelqu quiconque profil profils".split()
)
ANY = frozenset("a an any each another that un une chaque cet cette autre".split())
ANYBODY = frozenset("candidate applicant person candidat personne worker hopeful".split())
# Whose score it is: your 505, my score of 505.
OWN = frozenset("your my his her votre mon sa vos mes".split())
# What stands after a score that nothing follows.
ENDS = frozenset(
    ", ; : ) ( - | IN ON FOR AND AT FROM TO AFTER BEFORE THAN BY AS DATE WITH AGO".split()
)
VERBS = frozenset(
    "was is were"
    " stood stands sat sits landed came reached hit remained stayed set required"
    " needed"
    " était est fut établit établi établie atteint atteignait"
    " située situait fixé fixée restée".split()
)


# Who holds draws of Express Entry, in an article on a province.
FEDERAL = re.compile(r"\b(?:ircc|ottawa|federal|fédérale?|cec|canadian experience)\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """`what`: crs, invitations, or either. `strong`: it can be nothing else."""

    token: Token
    what: str
    strong: bool


def figures_of(sentence: Sentence, roles: Mapping[int, Role], context: Context) -> Iterator[Figure]:
    """The figures of draws, those that are stated and not supposed."""
    if sentence.present & {"PROV", "BAND"} or sentence.block.cells:
        return
    if context.home and not FEDERAL.search(sentence.low, sentence.start, sentence.end):
        return
    for token in sentence.tokens:
        if (
            token.sign not in ("N", "NW")
            or _is_vague(sentence, token)
            or token.pos in sentence.moot
            or token.address
        ):
            continue
        role = roles.get(token.pos)
        figure = _of_role(sentence, token, role) if role else _bare(sentence, token, context)
        if figure is not None and (figure.strong or token.number >= LOWEST):
            yield figure


def _is_vague(sentence: Sentence, token: Token) -> bool:
    """A few hundred, six: no figure that anybody would compare."""
    if token.sign != "NW":
        return False
    words = sentence.low[token.start : token.end]
    return token.number < 100 or not {" ", "-"} & set(words)


def _of_role(sentence: Sentence, token: Token, role: Role) -> Figure | None:
    if role.what == "crs":
        return Figure(token, "crs" if role.strong else "either", role.strong)
    if role.what == "points" and _is_score(sentence, token):
        return Figure(token, "crs", True)
    if role.what in ("invitations", "people"):
        strong = role.strong or _is_issued(sentence, token)
        return Figure(token, "invitations", strong)
    return None


def _is_score(sentence: Sentence, token: Token) -> bool:
    """336 points were enough, candidates needed 454 points: no change, no bonus."""
    before = sentence.signs[max(token.pos - 2, 0) : token.pos]
    beyond = sentence.tokens[max(token.pos - 2, 0)].name.startswith("dépass")
    if before[1:] == ["OF"] and (beyond or before[0] in ("UP", "DOWN")):
        return False  # dépasse de 60 points
    at_least = sentence.tokens[max(token.pos - 1, 0)].name == "moins" and before[0] == "IN"
    after = sentence.signs[token.pos + 1 : token.pos + 5]
    around = {*([] if at_least else before), *after[: after.index(",") if "," in after else None]}
    return (
        (token.number in BARE or (_is_led(sentence, token) and LOWEST <= token.number <= HIGHEST))
        and token.number != 600
        and not around & {"UP", "DOWN", "MORE", "FEWER", "BY", "PLUS", "MOINS"}
    )


def _is_led(sentence: Sentence, token: Token) -> bool:
    """Whether a word for score stands before a number of points, or a day after it."""
    led = {"CRS", "MIN"} & set(sentence.signs[max(token.pos - 4, 0) : token.pos])
    after = sentence.signs[token.pos + 2 : token.pos + 4]
    return bool(led) or after in (["OF", "DATE"], ["ON", "DATE"])


def _is_issued(sentence: Sentence, token: Token) -> bool:
    clause = {sentence.tokens[at].sign for at in sentence.clause_of(token.pos)}
    return "ISS" in clause and "POOL" not in sentence.present


def _bare(sentence: Sentence, token: Token, context: Context) -> Figure | None:
    """By the end of August it stood at 516; on September 28 it was 504."""
    after = sentence.signs[token.pos + 1 : token.pos + 3]
    before = sentence.tokens[max(token.pos - 3, 0) : token.pos]
    if after == ["AT", "N"] or (after == ["(", "N"] and token.number > HIGHEST):
        return Figure(token, "invitations", True)
    ended = not after or after[0] in ENDS or sentence.tokens[token.pos + 1].name in VERBS
    if token.number > HIGHEST:
        if context.about_pool or "COUNTED" in sentence.present:
            return None
        return Figure(token, "invitations", False) if ended and token.number < 30_000 else None
    if not ended or token.number not in BARE or token.sign != "N":
        return None
    if any(other.sign in ("$", "#", "/", "%") for other in before[-1:]):
        return None
    told = any(other.name in VERBS or other.sign == "AT" for other in before)
    return Figure(token, "crs" if told else "either", False)


def is_aside(sentence: Sentence, figure: Figure) -> bool:
    """Whether it is of many draws, of the pool, or somebody's own."""
    clause = [sentence.tokens[at] for at in sentence.clause_of(figure.token.pos)]
    signs = {token.sign for token in clause}
    if sentence.signs[max(figure.token.pos - 2, 0) : figure.token.pos] == ["TOTAL", "OF"]:
        signs -= {"TOTAL"}  # a total of 6,000 in one draw
    if figure.what == "invitations":
        many = any(token.name in SEVERAL for token in sentence.tokens)
        return many or bool(signs & {"TOTAL", "POOL", "SINCE"}) or _is_range(clause)
    if signs & {"BETWEEN", "RANGED"} or ("POOL" in signs and not figure.strong):
        return True
    if figure.token.number % 50 == 0 and not figure.strong:
        return True
    return any(token.name in PERSONAL for token in clause) or is_own(sentence, figure)


def _is_range(clause: Sequence[Token]) -> bool:
    """Between 500 and 1,000; not "4 000 d'entre eux"."""
    return any(
        token.sign == "BETWEEN" and before.sign != "OF" for before, token in pairwise(clause)
    )


def is_own(sentence: Sentence, figure: Figure) -> bool:
    """Whether it is somebody's own score: a candidate with 510 points."""
    if any(token.name in OWN for token in sentence.tokens[:2]):
        return True  # my timeline: invited on 17 August with 771
    before = sentence.tokens[max(figure.token.pos - 4, 0) : figure.token.pos]
    held = any(
        first.name in ANY and second.name in ANYBODY and third.sign in ("WITH", "w")
        for first, second, third in zip(before, before[1:], before[2:], strict=False)
    )
    signs = sentence.signs[max(figure.token.pos - 6, 0) : figure.token.pos]
    many = "PPL" in signs and "WITH" in signs and not sentence.present & {"ISS", "DRAW"}
    held = held or many
    return figure.what != "invitations" and (held or any(token.name in OWN for token in before))


def says(figure: Figure, draw: RoundRecord, sentence: Sentence, context: Context) -> bool | None:
    """Whether a figure is that of a draw; None where it is too roughly meant to say."""
    token, low, language = figure.token, sentence.low, context.language
    right: bool | None = False
    if figure.what in ("crs", "either"):
        right = score_agrees(low, token.start, token.number, draw.crs, language)
    if right is False and figure.what in ("invitations", "either"):
        right = agrees(low, token.start, token.number, draw.invitations, language)
    return right
