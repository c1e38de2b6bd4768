"""Firsts and recency: first since, no general draw since, ten days after the last."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from articles.claims import wording
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.extremes import called
from articles.claims.roles import Role
from articles.claims.scope import Scope
from articles.claims.scopes import SPANS, scope_of, since_what
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.subjects import families_of, horizons, of_family, references_in, subjects
from articles.claims.tokens import Token
from draws.records import RoundRecord

_GAP = re.compile(
    r" (?P<n>NW|N) (?P<unit>CALENDAR) (?:w )?(?P<way>AFTER|SINCE|FROM) (?:[\w-]+ ){0,4}?"
    r"(?:PREV|LAST|DR|DRAW) "
)
_LAST = re.compile(
    r" (?:LAST|LATEST) (?:(?:FAM|w|FAMILYWORD|FOR|THE|OF) ){0,5}DRAW "
    r"(?:(?:FAM|w|HAS|HELD|FOR|THE|OF|IN|BEFORE|AFTER|ON|,) ){0,9}?(?P<when>MON|DATE|YEAR) "
)
_NONE = re.compile(
    r"\bno (?:new |other |further )?(?:[\w-]+ ){0,6}?(?:draws?|rounds?)\b|\b(?:not|n't"
    r"|never) (?:been |held |had |run |seen "
    r"|conducted |issued |organised )*(?:a |an |any |another )?(?:[\w-]+ ){0,5}?(?:draws?"
    r"|rounds?)\b"
    r"|\bpaused\b|\blast (?:[\w-]+ ){0,5}?(?:draws?|rounds?)\b"
    r"|\baucune? (?:autre |nouvelle )?(?:ronde|tirage)|\bpas (?:tenu|eu|organisé|fait)\b"
    r"|\bn'a (?:plus|pas)\b"
)

_BEFORE_THAT = re.compile(r"\b(?:before that|avant cela|avant ça|auparavant)\b")
_BACK = re.compile(
    r"\b(?:(?:goes|went|dates?) back to|nothing since|none since|nobody had seen [^.;,]{0,60}since|"
    r"remont\w+ (?:au|à|en)|(?:revenir|remonter) (?:au|à|en)|(?:toujours )?rien depuis"
    r"|aucune depuis"
    r"|n'avait pas (?:servi|été utilisée) depuis|no [a-z-]+ (?:round|draw) since"
    r"|n'a(?:vait)? (?:été|eu lieu|tenu)[^.;,]{0,30}depuis)\b"
)
# A month without a round, a first since June: not the last round.
_A_FIRST = re.compile(r"\b(?:a first since|une première depuis)\b")
# Words before a bound, and whether what is meant lies below it.
BOUNDS = {"below": True, "under": True, "sous": True, "above": False, "over": False}


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """What a sentence says of the time between draws."""
    if sentence.present & {"PROV", "POOL", "BAND"} or sentence.is_question:
        return
    yield from _firsts(sentence, context)
    first_without = _A_FIRST.search(sentence.low, sentence.start, sentence.end)
    if (
        "DRAW" in sentence.present
        and not first_without
        and not sentence.present & {"MODAL", "IF", "NEXT"}
    ):
        yield from _none_since(sentence, context)
        yield from _last(sentence, context)
    if not sentence.present & {"MODAL", "IF", "NEXT"} and not first_without:
        yield from _goes_back(sentence, context)
    yield from _gaps(sentence, context)


def _firsts(sentence: Sentence, context: Context) -> Iterator[Claim]:
    """The first French draw since March, in five weeks."""
    for token in sentence.tokens:
        if token.sign != "ORD" or token.number != 1 or token.pos in sentence.moot:
            continue
        if not {"DRAW", "FAM", "w"} & set(sentence.signs[token.pos + 1 : token.pos + 3]) or not (
            {"DRAW", "FAM"} & set(sentence.signs[token.pos + 1 : token.pos + 8])
        ):
            continue
        scope = scope_of(sentence, context, near=token.pos)
        if scope is None or scope.what not in ("since", "span") or _is_superlative(sentence, token):
            continue
        if "SINCE" in sentence.signs[max(token.pos - 3, 0) : token.pos]:
            continue  # since the very first draw
        found = subjects(sentence, context, scope)
        families = families_of(sentence, found[0] if found else None, token.pos)
        pairs = [
            (draw, before)
            for draw in found
            for family in families
            if family is None or draw.family == family
            for before in _alike(sentence, of_family(context.record.until(draw)[:-1], family))
        ]
        right = any(_is_gap(scope, draw, before) for draw, before in pairs) if pairs else None
        yield _claim(sentence, [token, *scope.tokens], Kind.FIRST, right, pairs, scope, context)


def _alike(sentence: Sentence, earlier: Sequence[RoundRecord]) -> Sequence[RoundRecord]:
    """The newest of these: of those below 700, where it is said of "below 700"."""
    for way, number in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if number.sign != "N" or not 100 <= number.number <= 1200 or way.name not in BOUNDS:
            continue
        below = BOUNDS[way.name]
        return [each for each in earlier if (each.crs < number.number) is below][-1:]
    return earlier[-1:]


def _is_superlative(sentence: Sentence, token: Token) -> bool:
    after = sentence.signs[token.pos + 1 : token.pos + 7]
    return (
        "DRAW" not in after
        and "FAM" not in after
        and bool({"w"} & set(after[:1]))
        and ("INV" in after or "CRS" in after)
    )


def _is_gap(scope: Scope, draw: RoundRecord, before: RoundRecord) -> bool:
    if scope.what == "since":
        return scope.holds(before.date) or (scope.beginning and scope.day.day == 0)
    days = (draw.date - before.date).days
    return _about(days, scope.days, scope.unit)


def _about(days: int, written: float, unit: float) -> bool:
    """Whether so many days are what is written, in days exactly, in weeks or months roughly."""
    if unit == 1:
        return abs(days - written) <= 0
    return written - 0.5 * unit <= days < written + unit


def _none_since(sentence: Sentence, context: Context) -> Iterator[Claim]:
    """No general draw since April 2024."""
    if (
        not _NONE.search(sentence.low, sentence.start, sentence.end)
        or "SINCE" not in sentence.present
    ):
        return
    for token in sentence.tokens:
        families = _families_before(sentence, token) or context.told.families[:1]
        scope = since_what(sentence, token, context, -1) if token.sign == "SINCE" else None
        if scope is None or scope.what != "since" or len(families) != 1:
            continue
        lasts = [of_family(known, families[0])[-1:] for known in horizons(context, None)]
        known = [draw for last in lasts for draw in last]
        if known:
            right = any(scope.holds(draw.date) for draw in known)
            pairs = [(known[0], known[0])]
            yield _claim(sentence, list(scope.tokens), Kind.RECENCY, right, pairs, scope, context)


def _families_before(sentence: Sentence, since: Token) -> list[str]:
    """The families between a "since" and the one before it; of the sentence, where none stands."""
    starts = [t.pos for t in sentence.tokens[: since.pos] if t.sign == "SINCE"]
    own = sentence.tokens[starts[-1] if starts else 0 : since.pos]
    named = [t.name for t in own if t.sign == "FAM"]
    return list(dict.fromkeys(named or [t.name for t in sentence.tokens if t.sign == "FAM"]))


def _last(sentence: Sentence, context: Context) -> Iterator[Claim]:
    """The last STEM draw was held in April 2024."""
    for match in sentence.search(_LAST):
        when = match["when"]
        families = [t.name for t in sentence.tokens if t.sign == "FAM"]
        if when is None or when.pos in sentence.judged or len(set(families)) != 1:
            continue
        if when.pos in sentence.moot or "CRS" in sentence.signs[match.first : when.pos]:
            continue
        known = _lasts(families[0], context)
        if known:
            right = any(_is_when(when, draw, context) for draw in known)
            scope = Scope("since", when.day)
            pairs = [(known[0], known[0])]
            yield _claim(sentence, [when], Kind.RECENCY, right, pairs, scope, context)


def _goes_back(sentence: Sentence, context: Context) -> Iterator[Claim]:
    """The last one goes back to 5 February; rien depuis le 19 août; il faut revenir à mai."""
    if sentence.present & {"LOW", "HIGH", "BIG", "SMALL"} or called(sentence, context.language):
        return
    for match in _BACK.finditer(sentence.low, sentence.start, sentence.end):
        after = [t for t in sentence.tokens if t.start >= match.end()]
        when = next((t for t in after if t.sign in ("DATE", "MON")), None)
        if when is None or when.start - match.end() > 16 or when.pos in sentence.judged:
            continue
        families = _families_before(sentence, when) or context.told.families[:1]
        if len(families) != 1 or sentence.present & {"CRS", "N"} & set(sentence.signs[: when.pos]):
            continue
        further = 4 if _BEFORE_THAT.search(sentence.low, sentence.start, match.start()) else 1
        known = _lasts(families[0], context, further)
        if known:
            right = any(_is_when(when, draw, context) for draw in known)
            scope = Scope("since", when.day)
            pairs = [(known[0], known[0])]
            yield _claim(sentence, [when], Kind.RECENCY, right, pairs, scope, context)


def _lasts(family: str, context: Context, size: int = 1) -> list[RoundRecord]:
    """What the last draw of a family may be: at the moment, or before the one told of."""
    found: list[RoundRecord] = []
    ours = context.main is not None and context.main.family == family
    for known in horizons(context, None):
        found += of_family(known, family)[-max(size, 2 if ours else 1) :][::-1]
    return found


def _is_when(token: Token, draw: RoundRecord, context: Context) -> bool:
    if token.sign == "DATE":
        return context.whole(token.day) == draw.date
    return token.day.fits(draw.date)


def _gaps(sentence: Sentence, context: Context) -> Iterator[Claim]:
    """Two weeks after the previous draw."""
    for match in sentence.search(_GAP):
        number, unit = match["n"], match["unit"]
        if number is None or unit is None or unit.name not in SPANS or number.pos in sentence.moot:
            continue
        gaps = list(_distances(sentence, context))
        if not gaps:
            continue
        size = SPANS[unit.name]
        right = any(_about(gap, number.number * size, size) for gap in gaps)
        yield claim(
            sentence,
            [number, unit],
            Kind.RECENCY,
            right,
            expected=wording.number(max(round(gaps[0] / size), 1), context.language),
            source="/draws/",
        )


def _distances(sentence: Sentence, context: Context) -> Iterator[int]:
    """The days between the draws that a sentence may mean."""
    families = {t.name for t in sentence.tokens if t.sign == "FAM"}
    references = references_in(sentence, context)
    for draw in subjects(sentence, context):
        for other in references:
            if other.date < draw.date:
                yield (draw.date - other.date).days
        for same in (True, False):
            before = context.record.previous(draw, same_family=same)
            if before is not None and (same or not families):
                yield (draw.date - before.date).days
        for family in families:
            known = of_family(context.record.until(draw)[:-1], family)
            if known:
                yield (draw.date - known[-1].date).days


def _claim(
    sentence: Sentence,
    tokens: Sequence[Token],
    kind: Kind,
    right: bool | None,
    pairs: Sequence[tuple[RoundRecord, RoundRecord]],
    scope: Scope,
    context: Context,
) -> Claim:
    if not pairs:
        return claim(sentence, tokens, kind, None)
    draw, before = pairs[0]
    return claim(
        sentence,
        sorted(tokens, key=lambda token: token.pos),
        kind,
        right,
        expected=_when(scope, draw.date, before.date, context.language),
        source=f"/draws/{before.number}/",
    )


def _when(scope: Scope, date: dt.date, before: dt.date, language: str) -> str:
    if scope.what == "span":
        return wording.number(max(round((date - before).days / (scope.unit or 1)), 1), language)
    if scope.day.is_day:
        return wording.day(before, language)
    return wording.month(before, language)
