"""Counts of draws: 12 draws in March, three of them for nurses, 24 in the third quarter."""

import re
from collections.abc import Iterator

from articles.claims import wording
from articles.claims.approximate import agrees
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.readings import Families, Times, families_of, lists_of, times_of
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.tokens import Token

MOST = 500
# What counts certain draws, not all of a time: the last four, five in a row.
CHOSEN = re.compile(
    r"\b(?:in a row|straight|consecutive\w*|running|back[- ]to[- ]back|successi\w*|de suite"
    r"|d'affilée"
    r"|consécutiv\w*|d'autres?|suivant\w*|following|before|avant|previous|précédent\w*"
    r"|more than one|(?<!all )types?|kinds?|sortes?|streams?|volets?)\b"
)
OF_THEM = re.compile(
    r" ?(?:of (?:them|these|those|which|the)|d'entre (?:elles|eux)|were|étaient|sont|are|was|est)\b"
)
_OF_TIME = re.compile(r" (?:draws|rounds|rondes|tirages) (?:of|in|de|d'|en|du) ?")
_EACH = re.compile(r"\b(?:each|chacune?|apiece|every|chaque|respecti\w+)\b")
# What makes draws some of those of a time, after a number and before it.
QUALIFYING = frozenset(
    {"CRS", "LOW", "HIGH", "DOWN", "UP", "OTHER", "WITH", "BETWEEN", "DR", "MORE", "FEWER"}
)
PICKING = frozenset(
    {"ORD", "LAST", "PREV", "LATEST", "NEXT", "BETWEEN", "$", "#", "AFTER", "BEFORE"}
)


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The counts of draws that a sentence states."""
    for token in sentence.tokens:
        if token.sign not in ("N", "NW") or not 0 < token.number < MOST or token.address:
            continue
        if token.pos in sentence.moot or token.pos in sentence.judged:
            continue
        if _counts_draws(sentence, token, roles.get(token.pos), context):
            yield from _judge(sentence, token, context)


def _counts_draws(sentence: Sentence, token: Token, role: Role | None, context: Context) -> bool:
    if role is not None:
        return role.what == "draws" and not _is_qualified(sentence, token)
    counted = "DRAW" in sentence.signs[: token.pos] or context.told.counted == "draws"
    if not counted or sentence.signs[token.pos + 1 : token.pos + 2] in (
        ["%"],
        ["CALENDAR"],
        ["PT"],
    ):
        return False
    if _is_qualified(sentence, token):
        return False
    if OF_THEM.match(sentence.low, token.end, sentence.end) and token.pos < 12:
        return "FAM" in sentence.present or "MON" in sentence.present
    return _is_bare(sentence, token)


def _is_bare(sentence: Sentence, token: Token) -> bool:
    """Two in July; il y en a eu deux; le trimestre en a compté 24."""
    after = sentence.signs[token.pos + 1 : token.pos + 4]
    before = [t.name for t in sentence.tokens[max(token.pos - 4, 0) : token.pos]]
    if token.sign == "N" and token.number > 99:
        return False
    ends = not after or after[0] in (",", ";", "AND", ")")
    if after[:1] in (["IN"], ["FOR"]) and {"MON", "FAM", "YEAR"} & set(after):
        return not {"CRS", "INV"} & set(sentence.signs[max(token.pos - 3, 0) : token.pos])
    french = "en" in before and bool({"a", "eu", "compté", "tenu", "ont", "avait"} & set(before))
    english = bool({"were", "was", "had", "been", "held"} & set(before[-2:]))
    return ends and (french or english)


def _is_qualified(sentence: Sentence, token: Token) -> bool:
    """Draws of a size, of several kinds, with a score: not all of them."""
    begin = max(token.pos - 3, 0)
    before = sentence.signs[begin : token.pos]
    after = sentence.tokens[token.pos + 1 : token.pos + 10]
    stops = [n for n, other in enumerate(after) if other.sign in ("AND", ",", ";", ":", "-")]
    signs = {other.sign for other in (after[: stops[0]] if stops else after)}
    if signs & {
        "CRS",
        "LOW",
        "HIGH",
        "DOWN",
        "UP",
        "OTHER",
        "WITH",
        "BETWEEN",
        "DR",
        "MORE",
        "FEWER",
    }:
        return True
    if set(before) & {
        "ORD",
        "LAST",
        "PREV",
        "LATEST",
        "NEXT",
        "BETWEEN",
        "$",
        "#",
        "AFTER",
        "BEFORE",
    }:
        return True
    if before[-1:] in (["THE"], ["THIS"]) and not _OF_TIME.match(sentence.low, token.end):
        return True
    if sentence.low[token.end : token.end + 1] == "-":
        return True
    text = sentence.low[token.start : min(token.end + 60, sentence.end)]
    return CHOSEN.search(text) is not None or "last" in sentence.low[token.end : token.end + 6]


def _judge(sentence: Sentence, token: Token, context: Context) -> Iterator[Claim]:
    times = times_of(sentence, token, context)
    if not times.mentions:
        return
    families = _families(sentence, token, context)
    lists = lists_of(times.days, families, context)
    sizes = [len(draws) for draws in lists] or [0]
    start = token.start
    if sentence.low[: token.start].endswith("over "):
        start = sentence.start  # over fifteen draws: in the course of them, not more
    verdicts = [agrees(sentence.low, start, token.number, size, context.language) for size in sizes]
    right: bool | None = True if True in verdicts else None if None in verdicts else False
    if right is False and not _is_clear(sentence, times, sizes):
        right = None
    yield claim(
        sentence,
        token,
        Kind.COUNT,
        right,
        expected=wording.number(sizes[0], context.language) if right is not None else "",
        source="/draws/",
    )


def _families(sentence: Sentence, token: Token, context: Context) -> list[Families]:
    """Bare "draws" beside families elsewhere in the sentence: all draws, or theirs."""
    found = families_of(sentence, token, context)
    named = [t for t in sentence.tokens if t.sign == "FAM"]
    if None not in found and not any(0 < t.pos - token.pos <= 8 for t in named):
        found.append(None)
    return found


def _is_clear(sentence: Sentence, times: Times, sizes: list[int]) -> bool:
    if not any(sizes) or sentence.present & {"PROV", "EACH"}:
        return False
    if _EACH.search(sentence.low, sentence.start, sentence.end):
        return False
    return times.said or times.near
