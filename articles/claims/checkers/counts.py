"""Counts: the third CEC draw this year, 12 draws in March, 30,457 invitations so far in 2026."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from articles.claims import wording
from articles.claims.approximate import agrees
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.roles import Role
from articles.claims.scope import Scope
from articles.claims.scopes import scope_of, scopes_of
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.subjects import families_of, horizons, of_family, subjects
from articles.claims.tokens import Token
from draws.records import RoundRecord

SYSTEM = frozenset({"express", "entry", "entrée"})
SEVERAL = frozenset({"draws", "rounds", "rondes", "tirages"})


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The counts that a sentence states."""
    if sentence.present & {"PROV", "POOL", "BAND"}:
        return
    if "ORD" in sentence.present and "DRAW" in sentence.present:
        yield from _places(sentence, context)
    for pos, role in roles.items():
        token = sentence.tokens[pos]
        if pos in sentence.moot or token.address:
            continue
        if role.what == "draws":
            yield from _draws(sentence, token, context)
        elif role.what in ("invitations", "people", "total"):
            yield from _total(sentence, token, role, context)


def _places(sentence: Sentence, context: Context) -> Iterator[Claim]:
    for token in sentence.tokens:
        if (
            token.sign == "ORD"
            and token.pos not in sentence.moot
            and _counts_draws(sentence, token)
        ):
            yield from _place(sentence, token, context)


def _counts_draws(sentence: Sentence, token: Token) -> bool:
    """Whether an ordinal counts draws: not a superlative's rank, not the first of two things."""
    following = sentence.signs[token.pos + 1 : token.pos + 7]
    if following[:1] in (["OF"], ["IN"], ["THIS"]) and "DRAW" in sentence.signs[: token.pos]:
        return bool({"YEAR", "MON"} & set(following[:3])) or "CALENDAR" in following[:3]
    if following[:1] == ["FOR"] and "DRAW" in sentence.signs[: token.pos]:
        return "FAM" in following[1:4]
    if _is_time(sentence, token):
        return "FAM" in sentence.present and "DRAW" in sentence.present
    for sign in following:
        if sign == "DRAW":
            return True
        if sign not in ("FAM", "w", "FAMILYWORD", "EVER", "ANY", "THIS", "AND", "LATEST"):
            return False
    return False


def _place(sentence: Sentence, token: Token, context: Context) -> Iterator[Claim]:
    scope = scope_of(sentence, context, near=token.pos)
    if scope is not None and scope.what in ("since", "span"):
        return
    found = subjects(sentence, context, scope)
    family_near = _families(sentence, token, found)
    places = [
        place
        for draw in found
        for family in family_near
        for place in _possible(draw, family, scope, token, context)
    ]
    right: bool | None = token.number in places or _fits_another(
        found, family_near, scope, token, context
    )
    if not right and (not places or (scope is None and not _is_of_all(sentence, token))):
        right = None
    draw = found[0] if found else None
    yield claim(
        sentence,
        token,
        Kind.FIRST if token.number == 1 else Kind.COUNT,
        right,
        expected=wording.ordinal(places[0], context.language)
        if places and right is not None
        else "",
        source=_list(family_near[0], scope) if draw else "",
    )


def _fits_another(
    found: Sequence[RoundRecord],
    families: Sequence[str | None],
    scope: Scope | None,
    token: Token,
    context: Context,
) -> bool:
    """Whether it is right of another draw that was spoken of: "it was the third"."""
    others = [draw for draw in context.named if draw not in found]
    return any(
        token.number in _possible(draw, family, scope, token, context)
        for draw in others
        for family in families
    )


def _is_time(sentence: Sentence, token: Token) -> bool:
    """For the second time, pour la deuxième fois."""
    after = sentence.tokens[token.pos + 1 : token.pos + 2]
    return bool(after) and after[0].name in ("time", "fois")


def _is_of_all(sentence: Sentence, token: Token) -> bool:
    """The second draw for senior managers. With nothing after it, it can only count all of them."""
    after = sentence.tokens[token.pos + 1 : token.pos + 9]
    ends = [place for place, other in enumerate(after) if other.sign in (",", ";")]
    phrase = [t for t in (after[: ends[0]] if ends else after) if t.name not in SYSTEM]
    if _is_time(sentence, token):
        return True
    signs = {other.sign for other in phrase} - {"THE", "FAMILYWORD", "EVER"}
    return {"FAM"} < signs | {"DRAW"} and signs <= {"FAM", "DRAW", "FOR", "OF"}


def _families(sentence: Sentence, token: Token, found: Sequence[RoundRecord]) -> list[str | None]:
    """The family that stands with an ordinal; any, where one stands elsewhere."""
    for other in sentence.tokens[token.pos : token.pos + 9]:
        if other.sign == "FAM":
            return [other.name]
        if other.sign in (";", ",") or (other.sign == "ORD" and other is not token):
            break
    return [*families_of(sentence, found[0] if found else None), None]


def _possible(
    draw: RoundRecord, family: str | None, scope: Scope | None, token: Token, context: Context
) -> Iterator[int]:
    """The places that a draw may be said to have."""
    if family is not None and draw.family != family:
        return
    until = of_family(context.record.until(draw), family)
    if scope is None:
        yield len([each for each in until if each.date.year == draw.date.year])
        yield len(until)
        yield len([each for each in until if each.date == draw.date])
        month = (draw.date.year, draw.date.month)
        yield len([each for each in until if (each.date.year, each.date.month) == month])
        return
    chosen = scope.chosen(until, draw)
    if draw in chosen:
        yield len(chosen)


def _list(family: str | None, scope: Scope | None) -> str:
    """The list on this site in which one can count."""
    path = f"/draws/{family}/" if family else "/draws/"
    year = scope.years[0] if scope and scope.years and scope.what == "period" else 0
    return f"{path}?year={year}" if year else path


def _draws(sentence: Sentence, token: Token, context: Context) -> Iterator[Claim]:
    """12 draws in March."""
    found = _times(sentence, token, context)
    if not found or found[0].what == "span" or _is_qualified(sentence, token):
        return
    families = _families_after(sentence, token, context)
    yield from _judged(sentence, token, Kind.COUNT, len, found, families, context)


def _times(sentence: Sentence, token: Token, context: Context) -> list[Scope]:
    """The times that a number may be counted over; of the year that the paragraph is about."""
    found = scopes_of(sentence, context, near=token.pos)
    found = [scope for scope in found if scope.what in ("period", "since", "ever", "week")] or found
    last = context.last_scope
    words = {other.name for other in sentence.tokens if other.sign == "DRAW"}
    counted = "TOTAL" in sentence.present or words & SEVERAL
    if not found and last is not None and not last.day.month and counted:
        found = [last]
    if found or (_is_summed(sentence) and not _is_chosen(sentence, token)):
        given = {(scope.what, scope.day) for scope in found}
        found += [s for s in context.told_years if (s.what, s.day) not in given]
    return found


def _is_chosen(sentence: Sentence, token: Token) -> bool:
    """The four rounds before this one: certain draws, not all of a time."""
    chosen = {"BEFORE", "AFTER", "FOLLOWING", "LAST", "PREV", "LATEST", "NEXT", "EACH"}
    return "THE" in sentence.signs[max(token.pos - 1, 0) : token.pos] or bool(
        sentence.present & chosen
    )


def _is_summed(sentence: Sentence) -> bool:
    """10,898 invitations across 24 draws: so much can only be said of a time."""
    words = {token.name for token in sentence.tokens if token.sign == "DRAW"}
    return "INV" in sentence.present and bool(words & SEVERAL)


def within(
    scope: Scope, draws: Sequence[RoundRecord], newest: RoundRecord | None = None
) -> list[RoundRecord]:
    """The draws of a time; `newest` is the draw whose week "this week" is."""
    if scope.what == "since":
        return [draw for draw in draws if _is_since(scope, draw)]
    return scope.chosen(draws, newest)


def _is_since(scope: Scope, draw: RoundRecord) -> bool:
    year = scope.years[0] if scope.years else scope.day.year
    first = (year, scope.day.month, scope.day.day)
    return (draw.date.year, draw.date.month, draw.date.day) >= first


def _families_after(sentence: Sentence, token: Token, context: Context) -> list[str | None]:
    """The family between a number and its draws; any draw where none stands there."""
    after = [t for t in sentence.tokens[token.pos : token.pos + 8] if t.sign == "FAM"]
    others = [t for t in sentence.tokens if t.sign == "FAM" and t not in after]
    others.sort(key=lambda other: abs(other.pos - token.pos))
    beside = "DRAW" in sentence.signs[token.pos + 1 : token.pos + 2]
    ordered = [*others, *after] if beside else [*after, *others]
    found: list[str | None] = [*dict.fromkeys(t.name for t in ordered)]
    if found:
        return found if len(found) == 1 else [*found, None]
    return [None, context.main.family] if context.main else [None]


def _is_qualified(sentence: Sentence, token: Token) -> bool:
    """Draws of a size, of several kinds, with a score: not all of them."""
    after = sentence.tokens[token.pos + 1 : token.pos + 14]
    stops = [n for n, other in enumerate(after) if other.sign in ("AND", ",", ";")]
    after = after[: stops[0]] if stops else after
    signs = [other.sign for other in after]
    if (
        "ORD" in sentence.signs[max(token.pos - 4, 0) : token.pos]
        or "LAST" in sentence.signs[max(token.pos - 3, 0) : token.pos + 3]
    ):
        return True
    if signs.count("FAM") > 1 or set(signs) & {
        "WITH",
        "CRS",
        "LOW",
        "DOWN",
        "UP",
        "OTHER",
        "BETWEEN",
    }:
        return True
    return "N" in signs or "DR" in sentence.present


def _total(sentence: Sentence, token: Token, role: Role, context: Context) -> Iterator[Claim]:
    """30,457 invitations so far in 2026."""
    clause = {sentence.tokens[at].sign for at in sentence.clause_of(token.pos)}
    if clause & {"DR", "DATE", "PREV"} or "DATE" in sentence.present or token.number < 500:
        return
    found = [s for s in _times(sentence, token, context) if s.what in ("period", "since")]
    if not found or _is_ours(sentence, token, context) or _is_of_one(sentence):
        return
    if not role.strong and "ISS" not in sentence.present:
        return
    if sentence.signs[sentence.clause_of(token.pos).start] == "WITH":
        return  # with 3,000 invitations: one draw’s, whatever the rest sums up
    families = _families_near(sentence, token, context)
    yield from _judged(sentence, token, Kind.TOTAL, _sum, found, families, context)


def _families_near(sentence: Sentence, token: Token, context: Context) -> list[str | None]:
    """The families of the clause first, then those of the sentence, then every draw."""
    near = [sentence.tokens[at] for at in sentence.clause_of(token.pos)]
    own = list(dict.fromkeys(t.name for t in near if t.sign == "FAM"))
    if len(own) == 1:
        return [*own]
    everywhere = [t.name for t in sentence.tokens if t.sign == "FAM"]
    found: list[str | None] = [*dict.fromkeys([*own, *everywhere])]
    if not found and context.main is not None:
        return [None, context.main.family]
    return [*found, None]


def _sum(draws: Sequence[RoundRecord]) -> int:
    return sum(draw.invitations for draw in draws)


def _is_of_one(sentence: Sentence) -> bool:
    """Whether it tells of one draw of the period: the third of 2026, which invited 6,000."""
    words = {token.name for token in sentence.tokens if token.sign == "DRAW"}
    return bool(words & {"draw", "round", "ronde", "tirage"})


def _is_ours(sentence: Sentence, token: Token, context: Context) -> bool:
    return any(draw.invitations == token.number for draw in context.subjects())


def _is_open(scope: Scope, context: Context) -> bool:
    """Whether a period still runs at the article's moment, so that a count depends on the day."""
    today = context.as_of.date()
    if scope.what == "week":
        return True
    return scope.what == "since" or (today.year in scope.years and scope.holds(today))


def _judged(
    sentence: Sentence,
    token: Token,
    kind: Kind,
    measure: Callable[[Sequence[RoundRecord]], int],
    found: Sequence[Scope],
    families: Sequence[str | None],
    context: Context,
) -> Iterator[Claim]:
    """A number is right if it agrees with any time and family that it may be said of."""
    if token.pos in sentence.judged:
        return
    low, start, language = sentence.low, token.start, context.language
    if kind is Kind.COUNT and low[:start].endswith("over "):
        start = 0  # over fifteen draws: in the course of them, not more
    lists = [
        within(scope, of_family(known, family), context.horizon)
        for scope in found
        for family in families
        for known in horizons(context, context.current)
    ]
    verdicts = [agrees(low, start, token.number, measure(each), language) for each in lists]
    right: bool | None = True if True in verdicts else None if None in verdicts else False
    if right is False and context.main is None and any(_is_open(s, context) for s in found):
        nearest = [within(s, of_family(context.known, families[0])) for s in found]
        right = None if _was_once(token, measure, nearest) else False
    yield claim(
        sentence,
        token,
        kind,
        right,
        expected=wording.number(measure(lists[0]), language) if right is not None else "",
        source=_list(families[0], found[0]),
    )


def _was_once(
    token: Token,
    measure: Callable[[Sequence[RoundRecord]], int],
    lists: Iterable[Sequence[RoundRecord]],
) -> bool:
    """Whether it was right on an earlier day of a period that still runs."""
    return any(
        measure(each[:size]) == token.number for each in lists for size in range(1, len(each))
    )
