"""What provinces did: on which day, how many were invited, with which lowest score."""

import datetime as dt
from collections.abc import Iterator, Sequence

from articles.claims import wording
from articles.claims.approximate import agrees
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.mention import Days
from articles.claims.provincial import (
    FEDERAL,
    Event,
    Held,
    events_of,
    lately,
    money_of,
    on_days_alone,
    scores_of,
    sizes_of,
    sums_of,
    totals_of,
)
from articles.claims.provincial_figures import what_is
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.times import mentions
from articles.claims.tokens import Token
from pnp import registry

# As far from the written day as a wrong day may lie from the right one.
NEAR = dt.timedelta(days=60)
# Totals of so long ago may be told of without their day; so many events are subtracted.
MEMORY, DIFFERING = dt.timedelta(days=300), 8
COMPARING = frozenset({"THAN", "MORE", "FEWER", "UP", "DOWN", "DIFFERENCE", "PLUS", "MOINS"})


def is_provincial(sentence: Sentence, context: Context) -> bool:
    """Whether a sentence tells of a province rather than of Express Entry."""
    provinces = {t.name for t in sentence.tokens if t.sign == "PROV"}
    federal = FEDERAL.search(sentence.low, sentence.start, sentence.end) is not None
    if federal and len(provinces) != 1:
        return False
    if not provinces:
        if any(t.sign == "FAM" and t.name != "pnp" for t in sentence.tokens) and not context.home:
            return False
        if context.home and not context.province:
            context.province = context.home
        numbered = "DR" in sentence.present and not context.home
        return bool(context.province) and not numbered
    context.province = context.province if len(provinces) > 1 else next(iter(provinces))
    return True


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """What a sentence says of one province; of several, each clause for itself."""
    for first, last in _stretches(sentence):
        yield from _stretch(sentence, sentence.tokens[first:last], roles, context)


def _stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """From one province to the next, where a sentence names several."""
    starts = [t.pos for t in sentence.tokens if t.sign == "PROV"]
    starts = [
        at
        for n, at in enumerate(starts)
        if not n or sentence.tokens[at].name != sentence.tokens[starts[n - 1]].name
    ]
    if len(starts) < 2:
        yield 0, len(sentence.tokens)
        return
    yield from zip([0, *starts[1:]], [*starts[1:], len(sentence.tokens)], strict=True)


def _stretch(
    sentence: Sentence, tokens: Sequence[Token], roles: dict[int, Role], context: Context
) -> Iterator[Claim]:
    named = next((t for t in tokens if t.sign == "PROV"), None)
    code = named.name if named else context.province
    if not code:
        return
    context.province = code
    events = events_of(context.record, code, context.as_of.date())
    held = _held(sentence, tokens, events, context)
    dates = [t for t in tokens if t.sign == "DATE"] or [
        t for t in sentence.tokens if t.sign == "DATE"
    ]
    if len(held.named) == 1:
        context.province_day = held.named[0].day
        yield from keys(sentence, named, dates, held.named[0], context)
    elif dates and not held.named and "MODAL" not in sentence.present:
        yield from _of_no_event(sentence, tokens, named, dates, events, context)
    if events:
        for token in tokens:
            yield from _figure(sentence, token, roles.get(token.pos), held, events, context)


def _held(
    sentence: Sentence, tokens: Sequence[Token], events: Sequence[Event], context: Context
) -> Held:
    """The events that a sentence names by day or number; else those that the article may mean."""
    days = [context.whole(t.day) for t in tokens if t.sign == "DATE"]
    if not days:
        days = [context.whole(t.day) for t in sentence.tokens if t.sign == "DATE"]
    numbers = {t.name for t in tokens if t.sign == "DR"}
    stretches = [d for m in mentions(sentence, context) if not m.vague for d in m.days]
    named = [e for e in events if e.day in days or numbers & e.numbers]
    told = on_days_alone(sentence, events, context)
    told += [e for e in events if any(a <= e.day <= b for a, b in stretches if (b - a).days < 32)]
    if not told and not days and not numbers and context.province_day:
        told = [e for e in events if e.day == context.province_day]
    return Held(named, told, lately(events, context))


def keys(
    sentence: Sentence,
    named: Token | None,
    dates: Sequence[Token],
    event: Event,
    context: Context,
) -> Iterator[Claim]:
    """The province and the day, where something was held."""
    for token in (named, *dates):
        if token is None or token.pos in sentence.judged:
            continue
        if token.sign == "PROV" or context.whole(token.day) == event.day:
            yield claim_of(token, True, event, "", sentence)


def _figure(
    sentence: Sentence,
    token: Token,
    role: Role | None,
    held: Held,
    events: Sequence[Event],
    context: Context,
) -> Iterator[Claim]:
    if token.sign not in ("N", "NW") or token.pos in sentence.judged or token.number < 2:
        return
    what, sure = what_is(sentence, token, role)
    if not what:
        return
    strict, wide = _values(what, sentence, held, events, context)
    start, language = token.start, context.language
    right: bool | None = any(
        agrees(sentence.low, start, token.number, value, language) for value in strict
    )
    if not right and any(
        agrees(sentence.low, start, token.number, value, language) is not False for value in wide
    ):
        right = None if held.anchored and strict else True
    if not right and not (sure and strict | wide and token.pos not in sentence.moot):
        right = None
    if right is False and any(token.number in scores_of(each.rows) for each in held.all):
        right = None
    event = (held.anchored or held.near or events[-1:])[0]
    if right is False and what == "count" and _may_hide(token.number, held):
        right = None
    known = scores_of(event.rows) if what == "score" else totals_of(event.rows)
    expected = wording.number(known[0], language) if known and right is not None else ""
    exact = what == "count" and len(held.named) == 1 and token.number == event.total
    figure = f"pnp/{event.code}/{event.day.isoformat()}/total" if exact or right is False else ""
    figure = "" if event.monthly else figure
    yield claim_of(token, right, event, expected, sentence, figure if what == "count" else "")


def _may_hide(number: int, held: Held) -> bool:
    """Whether counts that are not exact may make up a number."""
    for event in held.anchored or held.all:
        slack = event.slack
        if slack and any(value <= number <= value + slack for value in totals_of(event.rows)):
            return True
    return False


def _values(
    what: str,
    sentence: Sentence,
    held: Held,
    events: Sequence[Event],
    context: Context,
) -> tuple[set[int], set[int]]:
    """(what the named events hold, whatever else may be told)."""
    if what == "money":
        return money_of(held.named), money_of(events)
    stretches = list(_stretches_of(sentence, context))
    if what == "draws":
        return set(sizes_of(events, stretches)), {len(event.rows) for event in held.all}
    if what == "score":
        strict = {score for event in held.anchored for score in scores_of(event.rows)}
        return strict, {score for event in held.all for score in scores_of(event.rows)}
    strict = {value for event in held.anchored for value in totals_of(event.rows)}
    strict |= set(sums_of(events, [d for m in mentions(sentence, context) for d in m.days]))
    wide = {value for event in held.all for value in totals_of(event.rows)}
    wide |= set(sums_of(events, stretches))
    wide |= {event.total for event in events if event.day >= context.as_of.date() - MEMORY}
    if sentence.present & COMPARING:
        totals = [event.total for event in held.all[:DIFFERING]]
        wide |= {abs(one - two) for one in totals for two in totals}
    return strict, wide


def _stretches_of(sentence: Sentence, context: Context) -> Iterator[Days]:
    """The times that a sum may be told of: named here or before, the year so far."""
    today = context.as_of.date()
    for mention in (*mentions(sentence, context), *context.told):
        yield from mention.days
    yield dt.date(today.year, 1, 1), today
    yield today - dt.timedelta(days=6), today


def _of_no_event(
    sentence: Sentence,
    tokens: Sequence[Token],
    named: Token | None,
    dates: Sequence[Token],
    events: Sequence[Event],
    context: Context,
) -> Iterator[Claim]:
    """A wrong day or a wrong province, where the number says what is meant."""
    counts = [
        t
        for t in tokens
        if t.sign == "N" and t.number > 20 and what_is(sentence, t, None) == ("count", True)
    ]
    if len(dates) != 1 or not counts or dates[0].pos in sentence.moot:
        return
    date, token = dates[0], counts[0]
    day = context.whole(date.day)
    if day is None:
        return
    nearby = [e for e in events if abs(e.day - day) <= NEAR and e.total == token.number]
    record = context.record
    others = [
        Event(other, each, tuple(rows))
        for (other, each), rows in record.events.items()
        if each == day and token.number == totals_of(rows)[0]
    ]
    language = context.language
    if len(nearby) == 1:
        expected = wording.day(nearby[0].day, language)
        yield claim_of(date, False, nearby[0], expected, sentence)
        yield claim_of(token, True, nearby[0], "", sentence)
    elif len(others) == 1 and named is not None:
        expected = wording.province(others[0].code, language)
        yield claim_of(named, False, others[0], expected, sentence)
        yield claim_of(token, True, others[0], "", sentence)


def claim_of(
    token: Token,
    right: bool | None,
    event: Event,
    expected: str,
    sentence: Sentence,
    figure: str = "",
) -> Claim:
    path = f"/pnp/{registry.province(event.code).slug}/"
    return claim(
        sentence,
        token,
        Kind.PROVINCE,
        right,
        expected=expected,
        source=path if event.monthly else f"{path}{event.day.isoformat()}/",
        figure=figure,
    )
