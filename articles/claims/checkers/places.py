"""Places in a count: the third CEC draw this year, the second of its kind, la 17e en 2026."""

import re
from collections.abc import Iterator, Sequence

from articles.claims import wording
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.mention import Days
from articles.claims.readings import carried_families, default_days, draws_in, times_of
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.subjects import subjects
from articles.claims.times import mentions
from articles.claims.tokens import Token
from draws.records import RoundRecord

SYSTEM = frozenset({"express", "entry", "entrée"})
# What follows an ordinal that counts no draws: the second half, the third consecutive, first time.
OTHER_THINGS = re.compile(
    r"[ -](?:half|quarter|week|month|semestre|trimestre|moitié|semaine|mois|straight|consecutive"
    r"|consécutive"
    r"|successive|in a row|d'affilée|de suite|place|rank|year|année|[a-z-]+ lowest"
    r"|[a-z-]+ highest|lowest|highest"
    r"|largest|biggest|smallest|plus|days?|jours?|candidat|person|invit|note|score|cut-?off|seuil"
    r"|tranche|band)"
)
OF_KIND = re.compile(
    r"(?: of (?:its|this|that) (?:kind|type|sort)| (?:for|in|of) (?:the|this|that) (?:category"
    r"|class|program|group|stream)"
    r"| de (?:son|ce) (?:genre|type)| (?:dans|pour|de) (?:cette|la) catégorie| en son genre)"
)


# A year that was spoken of, in which a day without its year may lie.
_THAT_YEAR = re.compile(r"\b(?:that year|cette année-là)\b")


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The places that a sentence states."""
    if "ORD" not in sentence.present or sentence.present & {"PROV", "POOL", "BAND"}:
        return
    inside = [(m.start, m.end) for m in mentions(sentence, context)]
    for token in sentence.tokens:
        if token.sign != "ORD" or token.pos in sentence.moot or token.pos in sentence.judged:
            continue
        if any(start <= token.start < end for start, end in inside):
            continue
        if _counts_draws(sentence, token, context):
            yield from _place(sentence, token, context)


def _counts_draws(sentence: Sentence, token: Token, context: Context) -> bool:
    """Whether an ordinal counts draws: not a superlative's rank, not the first of two things."""
    if OTHER_THINGS.match(sentence.low, token.end, sentence.end):
        return False
    following = sentence.signs[token.pos + 1 : token.pos + 7]
    if _is_time(sentence, token):
        return {"FAM", "DRAW"} <= sentence.present and "N" not in sentence.present
    if _stands_alone(sentence, token):
        return "DRAW" in sentence.present or context.main is not None
    for sign in following:
        if sign == "DRAW":
            return True
        if sign not in ("FAM", "w", "FAMILYWORD", "EVER", "ANY", "THIS", "AND", "LATEST"):
            return False
    return False


def _stands_alone(sentence: Sentence, token: Token) -> bool:
    """The third of 2026, the second for the category, la troisième en septembre."""
    following = sentence.tokens[token.pos + 1 : token.pos + 5]
    if not following or following[0].sign not in ("OF", "IN", "FOR", "THIS", "SINCE", "SOFAR"):
        return False
    if OF_KIND.match(sentence.low, token.end, sentence.end):
        return True
    signs = [t.sign for t in following]
    return bool({"YEAR", "MON", "FAM"} & set(signs[:3])) or "CALENDAR" in signs[:3]


def _place(sentence: Sentence, token: Token, context: Context) -> Iterator[Claim]:
    times = times_of(sentence, token, context)
    vague = [m for m in mentions(sentence, context) if m.vague or m.open]
    if vague and not times.own and token.number == 1:
        return  # the first since: a matter of recency
    draws = _subjects(sentence, context)
    families = _families(sentence, token, context)
    days = times.days if times.said else []
    stretches = [*days, *([] if times.said else default_days(context))]
    if not times.said and times.near:
        stretches += times.days
    places = [
        place
        for draw in draws
        for family in families
        for place in _possible(draw, family, stretches, context, said=times.said)
    ]
    right: bool | None = token.number in places
    if not right and (not places or not (times.said or _is_of_all(sentence, token))):
        right = None
    if right is False and _THAT_YEAR.search(sentence.low, sentence.start, sentence.end):
        right = None
    family = families[0] if families else None
    yield claim(
        sentence,
        token,
        Kind.FIRST if token.number == 1 else Kind.COUNT,
        right,
        expected=wording.ordinal(places[0], context.language)
        if places and right is not None
        else "",
        source=f"/draws/{family}/" if family else "/draws/",
    )


def _subjects(sentence: Sentence, context: Context) -> list[RoundRecord]:
    """What the place is said of; in a paragraph that named draws, these as well."""
    found = subjects(sentence, context)
    nearby = [
        draw for day in reversed(context.days[-3:]) for draw in context.record.by_date.get(day, ())
    ]
    named = any(t.sign in ("DR", "DATE") for t in sentence.tokens)
    found = list(dict.fromkeys([*found, *([] if named or context.current else nearby)]))
    families = {t.name for t in sentence.tokens if t.sign == "FAM"} or {
        name for each in carried_families(context) if each for name in each
    }
    if not any(draw.family in families for draw in found):
        found += [draw for draw in reversed(context.known) if draw.family in families][:1]
    return found or list(context.known[-4:])


def _is_time(sentence: Sentence, token: Token) -> bool:
    """For the second time, pour la deuxième fois."""
    after = sentence.tokens[token.pos + 1 : token.pos + 2]
    return bool(after) and after[0].name in ("time", "fois")


def _is_of_all(sentence: Sentence, token: Token) -> bool:
    """The second draw for senior managers. With nothing after it, it can only count all of them."""
    if OF_KIND.match(sentence.low, token.end, sentence.end):
        return True
    after = sentence.tokens[token.pos + 1 : token.pos + 9]
    ends = [place for place, other in enumerate(after) if other.sign in (",", ";")]
    phrase = [t for t in (after[: ends[0]] if ends else after) if t.name not in SYSTEM]
    if _is_time(sentence, token):
        return True
    if token.number > 1 and not {"N", "CRS"} & {other.sign for other in phrase}:
        return "FAM" in {other.sign for other in phrase}
    signs = {other.sign for other in phrase} - {"THE", "FAMILYWORD", "EVER"}
    return {"FAM"} < signs | {"DRAW"} and signs <= {"FAM", "DRAW", "FOR", "OF"}


def _families(sentence: Sentence, token: Token, context: Context) -> list[str | None]:
    """The family that stands with an ordinal; any, where one stands elsewhere."""
    for other in sentence.tokens[token.pos : token.pos + 9]:
        if other.sign == "FAM":
            return [other.name]
        if other.sign in (";", ",") or (other.sign == "ORD" and other is not token):
            break
    named = [t.name for t in sentence.tokens if t.sign == "FAM"]
    carried = [name for each in carried_families(context) if each for name in each]
    of_kind = OF_KIND.match(sentence.low, token.end, sentence.end)
    return list(dict.fromkeys([*named, *carried, *([] if of_kind else [None])]))


def _possible(
    draw: RoundRecord,
    family: str | None,
    stretches: Sequence[Days],
    context: Context,
    *,
    said: bool,
) -> Iterator[int]:
    """The places that a draw may be said to have."""
    if family is not None and draw.family != family:
        return
    until = context.record.until(draw)
    some = frozenset({family}) if family else None
    for first, last in stretches:
        if first <= draw.date <= last:
            yield len(draws_in(until, (first, last), some))
    if not said:
        yield len(draws_in(until, (draw.date.replace(month=1, day=1), draw.date), some))
        yield len(draws_in(until, (draw.date.replace(day=1), draw.date), some))
        yield len(draws_in(until, (draw.date, draw.date), some))
