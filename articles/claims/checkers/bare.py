"""Figures without a draw of their own: those of the draw that was last spoken of."""

import re
from collections.abc import Iterable, Iterator

from articles.claims.checkers.deciding import SEVERAL, VALUES, claim_of, is_sum
from articles.claims.claim import Claim
from articles.claims.context import Context
from articles.claims.groups import Group
from articles.claims.matching import is_right
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token
from draws.records import RoundRecord

# A sentence of so few words is the name alone: "Provincial Nominee Program."
ALONE = 1
# Of a year or a month: no draw.
OF_TIME = frozenset({"year", "years", "month", "months", "an", "ans", "année", "années", "mois"})
# What says whom a draw was for.
TARGETED = re.compile(
    r"\b(?:draw|round|ronde|tirage)\b[^.;,]{0,40}\b(?:target\w*|was for|limited to"
    r"|restricted to|open to|focus\w*"
    r"|reserved for|open only to|aimed at|intended for|meant for|visait|visant|ciblait"
    r"|ciblant|s'adressait|s'adressant|destinée?|réservée?|concernait)\b[^.;]{0,50}$"
    r"|\b(?:catégorie|category|program|programme|type|group|groupe|stream"
    r"|volet)\b[^.;,:]{0,24} ?: ?(?:the |la |le |les )?$"
)


def bare(group: Group, sentence: Sentence, context: Context) -> Iterator[Claim]:
    """Figures without a draw: those of the draw that was last spoken of."""
    subjects = list(_subjects(group, context))
    for feature, token in group.features.items():
        home = group.home.get(feature, sentence)
        if feature == "number" and token.name == context.mistaken:
            yield claim_of(feature, token, False, context.main, home, context)
        if feature == "family" and (
            _is_target(token, group, home, context) or _is_mistitled(token, group, home, context)
        ):
            yield claim_of(feature, token, False, context.main, home, context)
        if feature not in VALUES and feature != "date":
            continue
        agreeing = _agreeing(feature, token, group, subjects, home, context)
        if agreeing is not None:
            yield claim_of(feature, token, True, agreeing, home, context)
        elif feature in VALUES:
            sure = subjects and _is_plain(feature, token, group, home, context)
            unsure = [is_right(feature, token, d, group, home, context) for d in subjects]
            right = False if sure and None not in unsure else None
            subject = subjects[0] if subjects else None
            yield claim_of(feature, token, right, subject, home, context)
        elif is_day_of_draw(token, group, home, context):
            ours = context.current or context.main
            yield claim_of(feature, token, False, ours, home, context)


def _is_target(token: Token, group: Group, sentence: Sentence, context: Context) -> bool:
    """Whether another family than its own is given as that of our draw."""
    main = context.main
    if main is None or token.name == main.family or token.pos in sentence.moot:
        return False
    if context.current not in (None, main) or sentence.present & {"PROV", "PREV", "LAST", "THAN"}:
        return False
    if len({t.name for t in sentence.tokens if t.sign == "FAM"}) > 1 or group.compared:
        return False
    if len(sentence.tokens) <= ALONE and sentence.block.kind == "p":
        return True
    return TARGETED.search(sentence.low, sentence.start, token.start) is not None


def _is_mistitled(token: Token, group: Group, sentence: Sentence, context: Context) -> bool:
    """Whether a headline gives the figures of our draw to another family."""
    main = context.main
    if main is None or sentence.part.where != "headline" or token.name == main.family:
        return False
    if len({t.name for t in sentence.tokens if t.sign == "FAM"}) > 1:
        return False
    said = [value for value in ("invitations", "crs") if value in group.features]
    return bool(said) and all(group.features[v].number == getattr(main, v) for v in said)


def _subjects(group: Group, context: Context) -> Iterable[RoundRecord]:
    family = group.features.get("family")
    found = list(context.subjects())
    if family is None:
        return found
    of_family = [draw for draw in found if draw.family == family.name]
    return of_family or [d for d in context.named if d.family == family.name][-1:]


def _agreeing(
    feature: str,
    token: Token,
    group: Group,
    subjects: Iterable[RoundRecord],
    sentence: Sentence,
    context: Context,
) -> RoundRecord | None:
    for draw in subjects:
        if is_right(feature, token, draw, group, sentence, context):
            return draw
    return None


def _is_plain(
    feature: str, token: Token, group: Group, sentence: Sentence, context: Context
) -> bool:
    """Whether a figure can only be one of the draw that the text is about."""
    if (
        token.pos in sentence.moot
        or token.address
        or group.compared
        or "relative" in group.features
    ):
        return False
    if _is_general(sentence, feature) or is_sum(feature, token, sentence, context):
        return False
    family = group.features.get("family")
    if family is not None and not any(d.family == family.name for d in context.subjects()):
        return False
    if feature == "tie-break":
        return token.day.time is not None or "TIE" in sentence.present
    role = group.roles.get(feature)
    if role is None:
        return bool(group.home)
    if feature == "crs":
        return role.strong
    return (role.strong or role.what == "people") and _is_told(sentence, token)


def _is_told(sentence: Sentence, token: Token) -> bool:
    """Whether invitations are told as a deed or beside a label, not just mentioned."""
    clause = {sentence.tokens[at].sign for at in sentence.clause_of(token.pos)}
    return bool(clause & {"ISS", ":", "TOTAL"}) or sentence.block.kind in ("h2", "h3")


def _is_general(sentence: Sentence, feature: str) -> bool:
    """Whether a sentence speaks of many draws, or of a period."""
    if {t.name for t in sentence.tokens if t.sign == "DRAW"} & SEVERAL:
        return True
    if sentence.present & {"PROV", "SINCE", "BETWEEN", "BAND", "UNTIL"}:
        return True
    if {t.name for t in sentence.tokens if t.sign == "CALENDAR"} & OF_TIME:
        return True
    many = {"MON", "YEAR"} if feature == "crs" else {"MON", "YEAR", "POOL"}
    return bool(sentence.present & many) and "DATE" not in sentence.present


def is_day_of_draw(token: Token, group: Group, sentence: Sentence, context: Context) -> bool:
    """Whether a day on which no draw was held is given as that of ours."""
    day = context.whole(token.day)
    if day is None or day in context.record.by_date or token.pos in sentence.moot or token.address:
        return False
    ours = context.current or context.main
    if ours is None or sentence.present & {"PROV", "POOL", "MODAL", "TIE", "AFTER", "BEFORE"}:
        return False
    same_day = (day.month, day.day) == (ours.date.month, ours.date.day)
    if abs((day - ours.date).days) > 45 and not same_day:
        return False
    if _is_beside_draw(token, sentence):
        return True
    said = sentence.present
    if group.home or ((said & {"HELD", "ISS"} or group.has_value) and "DRAW" in said):
        return True
    return "ISS" in said and group.has_value


def _is_beside_draw(token: Token, sentence: Sentence) -> bool:
    """The 17 February draw, la ronde du 17 février."""
    after = sentence.signs[token.pos + 1 : token.pos + 5]
    before = sentence.signs[max(token.pos - 2, 0) : token.pos]
    return before == ["DRAW", "OF"] or (
        "DRAW" in after and set(after[: after.index("DRAW")]) <= {"w", "FAM"}
    )
