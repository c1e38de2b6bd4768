"""Which draws a statement may be about, and which families it may compare with."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from articles.claims.context import Context
from articles.claims.scope import Scope
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token
from draws.records import RoundRecord

# A family this near to a word is that of the word.
CLOSE = 5
REFERRING = frozenset(
    {"THAN", "FROM", "COMPARED", "SINCE", "AFTER", "BEFORE", "UNTIL", "FOLLOWING"}
)


def named_in(sentence: Sentence, context: Context, skip: Scope | None = None) -> list[RoundRecord]:
    """The draws that a sentence names by number or by day, not as what it compares with."""
    skipped = {id(token) for token in skip.tokens} if skip else set()
    found: list[RoundRecord] = []
    for token in sentence.tokens:
        if token.sign not in ("DR", "DATE") or id(token) in skipped:
            continue
        if set(sentence.signs[max(token.pos - 6, 0) : token.pos]) & REFERRING:
            continue
        found += [draw for draw in _of_token(token, context) if draw not in found]
    return found


def references_in(sentence: Sentence, context: Context) -> list[RoundRecord]:
    """The draws that a sentence compares with: than draw 395, from the 7 January draw."""
    found: list[RoundRecord] = []
    for token in sentence.tokens:
        if token.sign in ("DR", "DATE"):
            before = sentence.signs[max(token.pos - 8, 0) : token.pos]
            if set(before) & (REFERRING | {"ON", "OF", "IN"}):
                found += _of_token(token, context)
    return found


def _of_token(token: Token, context: Context) -> list[RoundRecord]:
    if token.sign == "DR":
        draw = context.record.by_number.get(token.name)
        return [draw] if draw else []
    day = context.whole(token.day)
    return list(context.record.by_date.get(day, ())) if day else []


def subjects(sentence: Sentence, context: Context, skip: Scope | None = None) -> list[RoundRecord]:
    """What a statement is about: a draw that it names, or the one that was spoken of."""
    named = named_in(sentence, context, skip)
    families = {token.name for token in sentence.tokens if token.sign == "FAM"}
    if named and len(families) == 1:
        named = [draw for draw in named if draw.family in families] or named
    return named or with_figures(sentence, context) or list(context.subjects())


def with_figures(sentence: Sentence, context: Context) -> list[RoundRecord]:
    """The known draw that has two figures of a sentence: 955 invitations, CRS 730."""
    ends = [token.pos for token in sentence.tokens if token.sign in REFERRING]
    own = sentence.tokens[: ends[0]] if ends else sentence.tokens
    figures = [token.number for token in own if token.sign == "N"][:4]
    if len(figures) < 2:
        return []
    pairs = permutations(figures, 2)
    found = [draw for pair in pairs for draw in context.record.by_figures.get(pair, ())]
    known = [draw for draw in found if draw.date <= context.as_of.date()]
    return known if len(known) == 1 else []


def families_of(
    sentence: Sentence, subject: RoundRecord | None, near: int = -1
) -> list[str | None]:
    """The families that a statement may be about, the likeliest first; None: every draw."""
    tokens = [token for token in sentence.tokens if token.sign == "FAM"]
    if tokens and near >= 0:
        nearest = min(tokens, key=lambda token: abs(token.pos - near))
        return [nearest.name] if abs(nearest.pos - near) <= CLOSE else [nearest.name, None]
    if tokens:
        return [tokens[0].name]
    return [subject.family, None] if subject is not None else [None]


def of_family(draws: Sequence[RoundRecord], family: str | None) -> list[RoundRecord]:
    return [draw for draw in draws if family is None or draw.family == family]


def horizons(context: Context, subject: RoundRecord | None) -> Iterator[Sequence[RoundRecord]]:
    """What may be known by then: up to the draw spoken of, up to ours, up to the moment."""
    seen: set[int] = set()
    for last in (subject, context.main):
        if last is not None:
            until = context.record.until(last)
            if len(until) not in seen:
                seen.add(len(until))
                yield until
    if len(context.known) not in seen:
        yield context.known
