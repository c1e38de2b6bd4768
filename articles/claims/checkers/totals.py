"""Totals: 30,457 invitations so far in 2026, 6,442 between Monday and Wednesday."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from articles.claims import wording
from articles.claims.approximate import agrees, is_rounded
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.mention import Days
from articles.claims.readings import (
    Families,
    Times,
    default_days,
    draws_in,
    families_of,
    known_by,
    lists_of,
    times_of,
)
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.sums import is_any_sum
from articles.claims.tokens import Token
from draws.records import RoundRecord

MANY = frozenset({"draws", "rounds", "rondes", "tirages"})
ONE = frozenset({"draw", "round", "ronde", "tirage"})
EACH = frozenset({"each", "every", "chaque", "chacune", "chacun"})
# A sum of fewer has been written as the figure of one draw.
LEAST = 300
# So many draws in a row may be added up without a time: three draws, 6,442 invitations.
MOST_IN_A_ROW = 12
SUMMING = re.compile(
    r"\b(?:in all|in total|altogether|combined|together|between them|overall|cumulative\w*|so far"
    r"|to date|year[- ]to[- ]date|au total|en tout|ensemble|à (?:elles|eux) (?:deux|trois|quatre"
    r"|seules?)"
    r"|cumul\w*|jusqu'ici|à ce jour|depuis|since|la somme|the sum|account\w* for|totals?"
    r"|totalling|totaling"
    r"|total\w*)\b"
)
# What counts something else than invitations of Express Entry.
ELSEWHERE = re.compile(
    r"\b(?:levels plan|targets?|admissions?|arrivals?|landings?|spaces|allocations?|allotments?"
    r"|quotas?"
    r"|backlogs?|inventor(?:y|ies)|permanent residents|newcomers|applications? (?:were|in|received)"
    r"|cibles?|seuils d'immigration|arriérés?|résidents permanents|contingents?|plan des niveaux"
    r"|visas?|permits?|permis)\b"
)


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The sums of invitations that a sentence states."""
    for token in sentence.tokens:
        if token.sign not in ("N", "NW") or token.number < LEAST or token.address:
            continue
        if token.pos in sentence.moot or token.pos in sentence.judged:
            continue
        if _is_sum(sentence, token, roles, context):
            yield from _judge(sentence, token, context)


def largest(context: Context, times: Times) -> int:
    """More than any one draw invited in the years that are spoken of, or lately."""
    recent = [draw.invitations for draw in context.known[-130:]]
    spoken = [
        draw.invitations
        for draws in lists_of(times.days, [None], context)
        for draw in draws
        if not any(mention.ever for mention in times.mentions)
    ]
    return max([*recent, *spoken, LEAST])


def _is_sum(sentence: Sentence, token: Token, roles: Mapping[int, Role], context: Context) -> bool:
    """Whether a number adds up draws rather than telling of one."""
    role = roles.get(token.pos)
    if role is None:
        if not _goes_on(sentence, token, context):
            return False
    elif role.what not in ("invitations", "people", "total"):
        return False
    times = times_of(sentence, token, context)
    said = bool(sentence.present & {"INV", "ISS", "TOTAL"}) or context.told.counted != ""
    if _names_a_draw(sentence, token, times):
        return False
    if token.number > largest(context, times):
        return said or "PPL" in sentence.present
    summed = SUMMING.search(sentence.low, sentence.start, sentence.end) is not None
    if not sentence.present & {"INV", "ISS", "PPL"} and role is None and not summed:
        return False
    scored = any(other.what == "crs" for other in roles.values())
    if scored and not summed and not {t.name for t in sentence.tokens} & MANY:
        return False  # in November, only 1,000 with 531
    return _tells_of_several(sentence, token, times, context) and said


def _goes_on(sentence: Sentence, token: Token, context: Context) -> bool:
    """French speakers 50,500 and provincial nominees 9,270: what the paragraph counts."""
    around = (
        sentence.tokens[max(token.pos - 1, 0)].sign,
        sentence.signs[token.pos + 1 : token.pos + 2],
    )
    if around[0] in ("$", "/") or around[1] in (["%"], ["$"], ["CALENDAR"], ["PT"], ["DRAW"]):
        return False
    if token.number <= 1200:
        return False
    counted = sentence.present & {"INV", "ISS", "TOTAL"} or context.told.counted
    return bool(counted) and (token.number > 2000 or "FAM" in sentence.present)


def _names_a_draw(sentence: Sentence, token: Token, times: Times) -> bool:
    """Whether a number or a day that is no part of a time stands with it."""
    covered = [(m.start, m.end) for m in times.mentions] if times.said else []
    return any(
        t.sign in ("DATE", "DR") and not any(a <= t.start < b for a, b in covered)
        for t in sentence.tokens
    )


def _tells_of_several(sentence: Sentence, token: Token, times: Times, context: Context) -> bool:
    clause = [sentence.tokens[at] for at in sentence.clause_of(token.pos)]
    words = {t.name for t in sentence.tokens if t.sign == "DRAW"}
    if words & ONE or any(t.sign in ("PREV", "LATEST", "EACH") for t in clause):
        return False
    if any(
        t.sign == "ANY" and t.name in ("each", "every", "chaque", "chacune")
        for t in sentence.tokens
    ):
        return False
    led_by_with = clause[0].sign == "WITH" or sentence.signs[max(token.pos - 1, 0)] == "WITH"
    if led_by_with and not words & MANY:
        return False
    if times.said or words & MANY:
        return bool(words & MANY) or times.said
    if SUMMING.search(sentence.low, sentence.start, sentence.end):
        return True
    # Nominees received 1,045: of the month that the paragraph is about.
    return times.near and "FAM" in {t.sign for t in clause} and bool(context.told.paragraph)


def _judge(sentence: Sentence, token: Token, context: Context) -> Iterator[Claim]:
    times = times_of(sentence, token, context)
    families = families_of(sentence, token, context)
    days = times.days
    lists = lists_of(days or default_days(context), families, context)
    lists += lists_of([d for m in context.told for d in m.days][:12], families, context)
    if not times.said:
        lists += lists_of(default_days(context), families, context)
    sums = [total(draws) for draws in lists] or [0]
    language = context.language
    verdicts = [agrees(sentence.low, token.start, token.number, each, language) for each in sums]
    right: bool | None = True if True in verdicts else None if None in verdicts else False
    if right is not True and _is_of_some(sentence, token, times, context):
        right = True
    if right is False and not context.main and _was_once(token, times, families, context):
        right = None
    if right is False and not _is_clear(sentence, token, times, days, sums, context):
        right = None
    if right is False and is_any_sum(token.number, sentence, context):
        right = None
    yield claim(
        sentence,
        token,
        Kind.TOTAL,
        right,
        expected=wording.number(sums[0], language) if right is not None else "",
        source="/draws/",
    )


def total(draws: Sequence[RoundRecord]) -> int:
    return sum(draw.invitations for draw in draws)


def _was_once(token: Token, times: Times, families: Sequence[Families], context: Context) -> bool:
    """Whether it was right on an earlier day of a time that still runs."""
    running = [days for days in times.days if days[1] >= context.as_of.date()]
    for days in running:
        for some in families[:3]:
            sums = accumulate(draw.invitations for draw in draws_in(context.known, days, some))
            if token.number in sums:
                return True
    return False


def _is_clear(
    sentence: Sentence,
    token: Token,
    times: Times,
    days: Sequence[Days],
    sums: Sequence[int],
    context: Context,
) -> bool:
    """Whether nothing else can be meant, so that the number must be wrong."""
    if any(is_rounded(token.number, real) for real in sums):
        return False
    if ELSEWHERE.search(sentence.low, sentence.start, sentence.end):
        return False
    if "PROV" in sentence.present or sentence.present & {"OTHER", "EACH"}:
        return False
    counted = (
        bool(sentence.present & {"INV", "ISS", "TOTAL"}) or context.told.counted == "invitations"
    )
    return counted and (times.said or times.near) and bool(days) and any(sums)


def _is_of_some(sentence: Sentence, token: Token, times: Times, context: Context) -> bool:
    """Whether draws in a row, or those that were named, add up to it; or one draw has it."""
    if token.number in (total(context.named), *(d.invitations for d in context.named)):
        return True
    named = {t.name for t in sentence.tokens if t.sign == "FAM"}
    within = [d for days in times.days for d in draws_in(context.known, days)]
    if any(d.invitations == token.number and d.family in named for d in within):
        return True
    ends = {len(known) for known in known_by(context)}
    ends |= {context.record.place[draw.number] + 1 for draw in context.named[-3:]}
    ends |= {len(draws) for draws in _until_each(times, context)}
    for end in ends:
        known = context.record.draws[:end]
        if any(total(known[-size:]) == token.number for size in range(1, MOST_IN_A_ROW + 1)):
            return True
    return False


def _until_each(times: Times, context: Context) -> Iterator[Sequence[RoundRecord]]:
    for _first, last in times.days[:8]:
        yield [draw for draw in context.known if draw.date <= last]
