"""What provinces did: on which day, how many were invited, with which lowest score."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from articles.claims import wording
from articles.claims.approximate import agrees
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.groups import Group
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
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.times import mentions
from articles.claims.tokens import Token
from pnp import registry

# As far from the written day as a wrong day may lie from the right one.
NEAR = dt.timedelta(days=60)
_SCORE_BEFORE = re.compile(
    r"(?:scores?|minimum|notes?|cut-?offs?|threshold|seuils?|barre|plancher|pointages?|minimale?)\b"
    r"[^.;,()\d]{0,40}$"
)
_SCORE_AFTER = re.compile(
    r"^ ?(?:points?\b|pts\b|or (?:more|higher|above|over|better)|and (?:up|above)|ou plus|et plus"
    r"|au minimum)"
)
_SCALE = re.compile(
    r"(?:sur|out of|scale (?:of|runs to|goes to)|runs to|échelle de|maximum(?: of| de)?"
    r"|total of|tops out at|goes up to|up to|plafonne à|culmine à|jusqu'à) (?:a possible )?$"
)
_COUNT_AFTER = re.compile(
    r"^ ?(?:[^\W\d]+[ -]){0,4}?(?:letters?|lettres?|invitations?|invited|candidates?|candidats?"
    r"|candidates"
    r"|people|persons?|personnes?|nominees|workers|travailleurs|travailleuses|applicants?|profiles?"
    r"|profils?|laas?|itas?|ipd|notifications?|nois?|avis|graduates|diplômés|entrepreneurs|students"
    r"|étudiants|applications?|demandes|individuals|francophones?|recruits|infirmi\w+|nurses"
    r"|éducat\w+"
    r"|educators|went|ont été|were (?:invited|sent|issued|chosen|selected|drawn)|gens)\b"
)
_COUNT_BEFORE = re.compile(
    r"(?:invited|invites?|sent|issued|received|accounted for|attracted|selected|drew|picked"
    r"|invité\w*|invite"
    r"|envoyé\w*|émis\w*|reçu\w*|obtenu\w*|compté|transmis\w*|lancé\w*|délivré\w*|sélectionné\w*"
    r"|total(?:s|led)? of"
    r"|total de|dont|invitations? ?:|lettres? ?:|got the most with|invitations \()(?: (?:only"
    r"|just|in all|seulement|another))?"
    r" ?$"
)
_NAMED = re.compile(
    r"(?:stream|volet|category|catégorie|group|groupe|level|niveau|step|noc|teer|cnp|article"
    r"|phase|class"
    r"|section|clb|nclc|version|draw|tirage|ronde|no|numéro|#|age|âge)\.? ?$"
)
_LISTED = re.compile(r"[:(] ?$")
_YEAR = re.compile(r"\b20[12]\d\b|\byear\b|\bannée|since|depuis")
_SCORE_HEAD = re.compile(
    r"\b(?:crs|scg|scores?|notes?|points?|cut-?offs?|seuils?|min\w*|pointages?)\b"
)
_COUNT_HEAD = re.compile(
    r"\b(?:invit\w*|issued|sent|letters?|lettres?|laas?|itas?|nois?|ipd|candidat\w*|people"
    r"|personnes|total|number|nombre|selected|envoy\w*|émis\w*)\b"
)
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
        yield from _keys(sentence, named, dates, held.named[0], context)
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
    near = [e for e in events if any(a <= e.day <= b for a, b in stretches if (b - a).days < 32)]
    if not days and not numbers and context.province_day:
        near += [e for e in events if e.day == context.province_day]
    near += on_days_alone(sentence, events, context)
    near += lately(events, context)
    return Held(named, near)


def _keys(
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
            yield _claim(token, True, event.code, event.day, "", sentence)


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
    what, sure = _what(sentence, token, role)
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
        right = None if held.named and strict else True
    if not right and not (sure and strict | wide and token.pos not in sentence.moot):
        right = None
    if right is False and what == "count" and not (held.named or held.near[-1:])[0].is_exact:
        right = None
    event = (held.named or held.near or events[-1:])[0]
    known = scores_of(event.rows) if what == "score" else totals_of(event.rows)
    expected = wording.number(known[0], language) if known and right is not None else ""
    exact = what == "count" and len(held.named) == 1 and token.number == event.total
    figure = f"pnp/{event.code}/{event.day.isoformat()}/total" if exact or right is False else ""
    yield _claim(
        token, right, event.code, event.day, expected, sentence, figure if what == "count" else ""
    )


def _what(sentence: Sentence, token: Token, role: Role | None) -> tuple[str, bool]:
    """(score, count, money or draws; whether it is plainly so); "" for anything else."""
    before = sentence.low[max(token.start - 60, sentence.start) : token.start]
    after = sentence.low[token.end : min(token.end + 60, sentence.end)]
    following = sentence.tokens[token.pos + 1 : token.pos + 2]
    beside = following[0].sign if following else ""
    leading = sentence.signs[max(token.pos - 1, 0)]
    if leading == "$" or beside == "$":
        return "money", True
    if beside in ("%", "CALENDAR") or _NAMED.search(before) or _SCALE.search(before):
        return "", False
    if role is not None and role.what in ("span", "more"):
        return "", False
    if role is not None and role.what == "draws":
        return "draws", bool(_YEAR.search(sentence.low, sentence.start, sentence.end))
    if _SCORE_AFTER.match(after) or _SCORE_BEFORE.search(before) or _is_at(sentence, token):
        return ("", False) if _is_change(sentence, token) else ("score", True)
    if _COUNT_AFTER.match(after) or _COUNT_BEFORE.search(before):
        return "count", True
    if _LISTED.search(before) and token.sign == "N":
        return "count", True
    return ("count", False) if token.sign == "N" else ("", False)


def _is_at(sentence: Sentence, token: Token) -> bool:
    """100 at 59: after a count, a score."""
    before = sentence.tokens[max(token.pos - 1, 0)]
    clause = [sentence.tokens[at] for at in sentence.clause_of(token.pos)]
    counted = any(t.sign == "N" and t.pos < token.pos for t in clause)
    return before.name in ("at", "à", "@") and token.number <= 1200 and counted


def _is_change(sentence: Sentence, token: Token) -> bool:
    """17 points less than in July: no score."""
    around = sentence.signs[max(token.pos - 4, 0) : token.pos + 4]
    return token.number < 120 and bool(
        {"UP", "DOWN", "MORE", "FEWER", "PLUS", "MOINS", "BY"} & set(around)
    )


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
        strict = {score for event in held.named for score in scores_of(event.rows)}
        return strict, {score for event in held.all for score in scores_of(event.rows)}
    strict = {value for event in held.named for value in totals_of(event.rows)}
    strict |= set(sums_of(events, [d for m in mentions(sentence, context) for d in m.days]))
    wide = {value for event in held.all for value in totals_of(event.rows)}
    wide |= set(sums_of(events, stretches))
    wide |= {event.total for event in events}
    if sentence.present & COMPARING:
        totals = [event.total for event in events[-24:]]
        wide |= {abs(one - two) for one in totals for two in totals}
    return strict, wide


def _stretches_of(sentence: Sentence, context: Context) -> Iterator[Days]:
    """The times that a sum may be told of: named here or before, the year so far."""
    today = context.as_of.date()
    for mention in (*mentions(sentence, context), *context.told):
        yield from mention.days
    yield dt.date(today.year, 1, 1), today
    yield today - dt.timedelta(days=6), today


def of_group(group: Group, sentence: Sentence, context: Context) -> Iterator[Claim]:
    """A row of a table of provinces, a list of facts."""
    tokens = group.features
    named = tokens.get("province") or next((t for t in sentence.tokens if t.sign == "PROV"), None)
    code = named.name if named else context.province or context.home
    date = tokens.get("date")
    day = context.whole(date.day) if date else None
    events = events_of(context.record, code, context.as_of.date()) if code else []
    found = [event for event in events if event.day == day]
    if found and all(token.pos >= 0 for token in tokens.values()):
        yield from _keys(sentence, named, [date] if date else [], found[0], context)
        score = tokens.get("score") or tokens.get("crs")
        count = tokens.get("invitations") or tokens.get("pool")
        yield from _cell(sentence, score, scores_of(found[0].rows), found[0], context, figure=False)
        yield from _cell(sentence, count, totals_of(found[0].rows), found[0], context, figure=True)
    sentence.judged.update(range(len(sentence.tokens)))


def of_row(row: Sentence, code: str, heads: Sequence[str], context: Context) -> Iterator[Claim]:
    """A row with a day of the province that the whole table is of."""
    date = next((t for t in row.tokens if t.sign == "DATE"), None)
    day = context.whole(date.day) if date else None
    event = next(
        (e for e in events_of(context.record, code, context.as_of.date()) if e.day == day), None
    )
    if event is None or date is None:
        return
    yield from _keys(row, None, [date], event, context)
    for place, (start, end) in enumerate(row.block.cells):
        inside = [t for t in row.tokens if start <= t.start < end and t.sign == "N"]
        if len(inside) != 1 or start <= date.start < end:
            continue
        head = heads[place] if place < len(heads) else ""
        is_score = _SCORE_HEAD.search(head) is not None
        values = scores_of(event.rows) if is_score else totals_of(event.rows)
        if str(inside[0].number) in event.numbers:
            continue
        if not is_score and not _COUNT_HEAD.search(head) and inside[0].number not in values:
            continue
        yield from _cell(row, inside[0], values, event, context, figure=not is_score)


def _cell(
    sentence: Sentence,
    token: Token | None,
    values: Sequence[int],
    event: Event,
    context: Context,
    *,
    figure: bool,
) -> Iterator[Claim]:
    if token is None or token.pos in sentence.judged or not values:
        return
    right: bool | None = token.number in values
    if not right and figure and not event.is_exact:
        right = None
    address = f"pnp/{event.code}/{event.day.isoformat()}/total" if figure else ""
    expected = wording.number(values[0], context.language)
    yield _claim(token, right, event.code, event.day, expected, sentence, address)


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
        if t.sign == "N" and t.number > 20 and _what(sentence, t, None) == ("count", True)
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
        (other, each)
        for (other, each), rows in record.events.items()
        if each == day and token.number == totals_of(rows)[0]
    ]
    language = context.language
    if len(nearby) == 1:
        expected = wording.day(nearby[0].day, language)
        yield _claim(date, False, nearby[0].code, nearby[0].day, expected, sentence)
        yield _claim(token, True, nearby[0].code, nearby[0].day, "", sentence)
    elif len(others) == 1 and named is not None:
        expected = wording.province(others[0][0], language)
        yield _claim(named, False, others[0][0], day, expected, sentence)
        yield _claim(token, True, others[0][0], day, "", sentence)


def _claim(
    token: Token,
    right: bool | None,
    code: str,
    day: dt.date,
    expected: str,
    sentence: Sentence,
    figure: str = "",
) -> Claim:
    slug = registry.province(code).slug
    return claim(
        sentence,
        token,
        Kind.PROVINCE,
        right,
        expected=expected,
        source=f"/pnp/{slug}/{day.isoformat()}/",
        figure=figure,
    )
