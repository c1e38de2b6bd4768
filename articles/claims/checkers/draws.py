"""What a sentence says of a draw: its number, day, family, invitations, cut-off, tie-break."""

from collections.abc import Iterator

from articles.claims.checkers.bare import bare, is_day_of_draw
from articles.claims.checkers.deciding import KINDS, VALUES, claim_of, is_misread
from articles.claims.claim import Claim
from articles.claims.context import Context
from articles.claims.figuring import FEDERAL
from articles.claims.groups import Group, groups_of
from articles.claims.matching import Fit, best_fit, is_right
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.tokens import Token

# Between a draw and a family that is not its own: a day after a PNP draw.
APART = frozenset(
    {"AFTER", "BEFORE", "THAN", "COMPARED", "NOT", "NO", "OTHER", "ANY", "SINCE", "UNTIL", "NEVER"}
)


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The draws of a sentence."""
    if context.home and not FEDERAL.search(sentence.low, sentence.start, sentence.end):
        return
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
        yield from bare(group, sentence, context)


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
        if context.main is not None and group.features["number"].name == context.main.number:
            return False
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
    if group.has_key or group.compared or not group.has_value:
        return False
    return "family" in fit.right and bool(fit.right & {"invitations", "crs"})


def _is_date_off(group: Group, fit: Fit, sentence: Sentence, context: Context) -> bool:
    """Whether only the day stands against it, and is told as the day of the draw."""
    if fit.wrong != {"date"} or group.compared:
        return False
    token = group.features["date"]
    return context.whole(token.day) in context.record.by_date or is_day_of_draw(
        token, group, group.home.get("date", sentence), context
    )


def _of_fit(group: Group, fit: Fit, sentence: Sentence, context: Context) -> Iterator[Claim]:
    for feature, token in group.features.items():
        if feature in KINDS:
            home = group.home.get(feature, sentence)
            right = _verdict(feature, token, group, fit, home, context)
            yield claim_of(feature, token, right, fit.draw, home, context)


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
    if is_misread(feature, token, fit.draw, sentence, context):
        return None
    return bool(token.address and "number" not in group.features)


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
