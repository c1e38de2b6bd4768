"""What a sentence says of a draw: its number, day, family, invitations, cut-off, tie-break."""

import re
from collections.abc import Iterable, Iterator

from articles.claims import wording
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.groups import Group, groups_of
from articles.claims.matching import Fit, best_fit, is_right
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.tokens import Token
from draws.records import RoundRecord

KINDS = {
    "number": Kind.NUMBER,
    "date": Kind.DATE,
    "family": Kind.FAMILY,
    "invitations": Kind.INVITATIONS,
    "crs": Kind.CUT_OFF,
    "tie-break": Kind.TIE_BREAK,
}
VALUES = ("invitations", "crs", "tie-break")
# So many of the newest draws, and so many of these in a row, may be added up.
RECENT, MOST_ADDED = 60, 12
SEVERAL = frozenset({"draws", "rounds", "rondes", "tirages"})
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
# Between a draw and a family that is not its own: a day after a PNP draw.
APART = frozenset(
    {"AFTER", "BEFORE", "THAN", "COMPARED", "NOT", "NO", "OTHER", "ANY", "SINCE", "UNTIL", "NEVER"}
)


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The draws of a sentence."""
    for group in groups_of(sentence, roles):
        for feature, token in list(group.features.items()):
            if token.pos in sentence.judged:
                del group.features[feature]
        yield from judge(group, sentence, context)


def judge(group: Group, sentence: Sentence, context: Context) -> Iterator[Claim]:
    """One bundle. What the sentence then goes on about is the draw that it meant."""
    fit = best_fit(group, sentence, context) if _is_telling(group, context) else None
    if fit is not None and _is_sure(group, fit, sentence, context):
        context.speak_of(fit.draw)
        yield from _of_fit(group, fit, sentence, context)
    elif group.has_key and not _is_mistaken(group, context) and not _is_ours(group, context):
        yield from _open(group, sentence)
    else:
        yield from _bare(group, sentence, context)


def _is_telling(group: Group, context: Context) -> bool:
    token = group.features.get("number")
    if token is not None and token.name == context.mistaken:
        return False
    if "family" in group.features and group.has_value:
        return True
    return group.has_key or all(value in group.features for value in ("invitations", "crs"))


def _is_mistaken(group: Group, context: Context) -> bool:
    token = group.features.get("number")
    return token is not None and token.name == context.mistaken


def _is_ours(group: Group, context: Context) -> bool:
    """Whether nothing but a day stands against taking it for the draw of the article."""
    ours = context.current or context.main
    return ours is not None and not group.features.keys() & {"number", "relative"}


def _is_sure(group: Group, fit: Fit, sentence: Sentence, context: Context) -> bool:
    """Whether so much agrees that the rest must be wrong."""
    right = fit.right
    if right & {"number", "tie-break"} or not fit.wrong:
        return True
    if "number" in fit.wrong:
        if fit.draw is context.main and right & {"date", "tie-break"}:
            return True
        return {"invitations", "crs"} <= right or ("date" in right and len(right) > 1)
    if right & {"date", "relative"}:
        return True
    if _is_of_family(group, fit, context):
        return True
    if {"invitations", "crs"} <= right or (fit.draw is context.main and len(right) > 1):
        return True
    return (
        fit.draw is context.main
        and bool(right & {"invitations", "crs"})
        and _is_date_off(group, fit, sentence, context)
    )


def _is_of_family(group: Group, fit: Fit, context: Context) -> bool:
    """Whether it tells of the newest draw of a family that is not ours: both figures but one."""
    if group.has_key or group.compared or not {"invitations", "crs"} <= group.features.keys():
        return False
    return "family" in fit.right and len(fit.right) > 1


def _is_date_off(group: Group, fit: Fit, sentence: Sentence, context: Context) -> bool:
    """Whether only the day stands against it, and is told as the day of the draw."""
    if fit.wrong != {"date"} or group.compared:
        return False
    token = group.features["date"]
    return context.whole(token.day) in context.record.by_date or _is_day_of_draw(
        token, group, group.home.get("date", sentence), context
    )


def _of_fit(group: Group, fit: Fit, sentence: Sentence, context: Context) -> Iterator[Claim]:
    for feature, token in group.features.items():
        if feature in KINDS:
            home = group.home.get(feature, sentence)
            right = _verdict(feature, token, group, fit, home, context)
            yield _claim(feature, token, right, fit.draw, home, context)


def _verdict(
    feature: str, token: Token, group: Group, fit: Fit, sentence: Sentence, context: Context
) -> bool | None:
    if feature in fit.right:
        return True
    if feature not in fit.wrong or token.pos in sentence.moot:
        return None
    if feature == "family" and not _is_of_draw(token, group, fit, sentence):
        return None
    if "relative" in fit.right and not fit.right & {"date", "number", "family"} and group.compared:
        return None
    if feature == "date" and not fit.right & {"number", "tie-break", "invitations", "crs"}:
        return None
    if _agrees_elsewhere(feature, token, group, sentence, context):
        return None
    if _is_misread(feature, token, fit.draw, sentence, context):
        return None
    return bool(token.address and "number" not in group.features)


def _is_misread(
    feature: str, token: Token, draw: RoundRecord, sentence: Sentence, context: Context
) -> bool:
    """Whether it is the other figure of the draw, or what several draws add up to."""
    other = {"invitations": draw.crs, "crs": draw.invitations}.get(feature)
    return token.number == other or _is_sum(feature, token, sentence, context)


def _is_sum(feature: str, token: Token, sentence: Sentence, context: Context) -> bool:
    """Whether neighbouring draws add up to it: "altogether 6,442 were invited"."""
    words = {t.name for t in sentence.tokens if t.sign == "DRAW"}
    if feature != "invitations" or not ("TOTAL" in sentence.present or words & SEVERAL):
        return False
    near = [draw.invitations for draw in context.known[-RECENT:]]
    return any(
        sum(near[first : first + size]) == token.number
        for first in range(len(near))
        for size in range(2, MOST_ADDED)
    )


def _is_of_draw(token: Token, group: Group, fit: Fit, sentence: Sentence) -> bool:
    """Whether a family is said of the draw itself, not of another or in passing."""
    families = {t.name for t in sentence.tokens if t.sign == "FAM"}
    if len(families) > 1 or not (fit.right - {"family"}):
        return False
    others = [t.pos for f, t in group.features.items() if f in ("number", "date")]
    if group.home or not others:
        return True
    first, last = min(token.pos, *others), max(token.pos, *others)
    around = sentence.tokens[min(first, max(token.pos - 3, 0)) : last]
    return not any(t.sign in APART and t.name != "through" for t in around)


def _agrees_elsewhere(
    feature: str, token: Token, group: Group, sentence: Sentence, context: Context
) -> bool:
    """Whether another draw that the sentence names has this figure."""
    if feature not in VALUES:
        return False
    numbers = [t.name for t in sentence.tokens if t.sign == "DR"]
    named = filter(None, map(context.record.by_number.get, numbers))
    return any(is_right(feature, token, draw, group, sentence, context) for draw in named)


def _open(group: Group, sentence: Sentence) -> Iterator[Claim]:
    for feature, token in group.features.items():
        if feature in VALUES:
            yield claim(group.home.get(feature, sentence), token, KINDS[feature], None)


def _bare(group: Group, sentence: Sentence, context: Context) -> Iterator[Claim]:
    """Figures without a draw: those of the draw that was last spoken of."""
    subjects = list(_subjects(group, context))
    for feature, token in group.features.items():
        home = group.home.get(feature, sentence)
        if feature == "number" and token.name == context.mistaken:
            yield _claim(feature, token, False, context.main, home, context)
        if feature == "family" and (
            _is_target(token, group, home, context) or _is_mistitled(token, group, home, context)
        ):
            yield _claim(feature, token, False, context.main, home, context)
        if feature not in VALUES and feature != "date":
            continue
        agreeing = _agreeing(feature, token, group, subjects, home, context)
        if agreeing is not None:
            yield _claim(feature, token, True, agreeing, home, context)
        elif feature in VALUES:
            sure = subjects and _is_plain(feature, token, group, home, context)
            unsure = [is_right(feature, token, d, group, home, context) for d in subjects]
            right = False if sure and None not in unsure else None
            subject = subjects[0] if subjects else None
            yield _claim(feature, token, right, subject, home, context)
        elif _is_day_of_draw(token, group, home, context):
            ours = context.current or context.main
            yield _claim(feature, token, False, ours, home, context)


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
    if _is_general(sentence, feature) or _is_sum(feature, token, sentence, context):
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


def _is_day_of_draw(token: Token, group: Group, sentence: Sentence, context: Context) -> bool:
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


def _claim(
    feature: str,
    token: Token,
    right: bool | None,
    draw: RoundRecord | None,
    sentence: Sentence,
    context: Context,
) -> Claim:
    if draw is None:
        return claim(sentence, token, KINDS[feature], None)
    return claim(
        sentence,
        token,
        KINDS[feature],
        True if right is None and token.address else right,
        expected=wording.fact(draw, feature, context.language),
        source=f"/draws/{draw.number}/",
        figure="" if feature == "number" else f"draw/{draw.number}/{feature}",
    )
