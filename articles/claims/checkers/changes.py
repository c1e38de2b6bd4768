"""Changes: down one point, three points lower than draw 395, 500 more invitations."""

import re
from collections.abc import Iterator

from articles.claims import wording
from articles.claims.approximate import agrees
from articles.claims.checkers.differences import (
    change,
    changes_in_play,
    is_of_score,
    is_said_of_readers,
)
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.subjects import named_in, references_in, with_figures
from articles.claims.tokens import Token
from draws.records import RoundRecord

UP, DOWN = frozenset({"UP", "MORE", "PLUS", "HIGH"}), frozenset({"DOWN", "FEWER", "MOINS", "LOW"})
NEAR = 8
# More than any draw invited.
LARGEST = 30_000
_FROM_TO = re.compile(
    r" (?:FROM|OF) (?P<old>N) (?:PT )?(?:[\w-]+ ){0,7}?(?:TO|AT) (?P<new>N) "
    r"| (?:TO|AT) (?P<new2>N) (?:[\w,-]+ ){0,2}?(?:FROM|AFTER) (?P<old2>N) "
)
_FROM = re.compile(r" (?:FROM|COMPARED|THAN) (?:(?:w|THE|WITH|TO|OF) ){0,2}(?P<old>N) ")
_THAN = re.compile(
    r" (?P<word>UP|DOWN|FEWER|MORE|SAME) (?:[\w-]+ ){0,4}?(?:THAN|AS|COMPARED"
    r"|FROM) (?:[\w-]+ ){0,4}?"
    r"(?:PREV|LAST|DR|w DR) "
)


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The changes that a sentence states."""
    if sentence.present & {"PROV", "POOL", "BAND"}:
        return
    for pos, role in roles.items():
        if role.what in ("points", "more") and pos not in sentence.moot:
            yield from _by_so_much(sentence, sentence.tokens[pos], role.what, context)
    if sentence.present & (UP | DOWN):
        yield from _from_to(sentence, roles, context)
        yield from _from(sentence, roles, context)
    if not any(role.what in ("points", "more") for role in roles.values()):
        yield from _direction(sentence, context)


def _by_so_much(sentence: Sentence, token: Token, what: str, context: Context) -> Iterator[Claim]:
    word = _direction_of(sentence, token)
    if word is None or (what == "points" and _is_bonus(sentence, token)):
        return
    signed = token.number if word.sign in UP else -token.number
    measure = "crs" if what == "points" or is_of_score(sentence, token) else "invitations"
    pairs = _pairs(sentence, context)
    wide = list(_wide_pairs(sentence, context))
    figures = {t.number for t in sentence.tokens if t.sign == "N" and t is not token}
    told = [(n, o) for n, o in wide if {getattr(n, measure), getattr(o, measure)} & figures]
    changes = [change(new, old, measure) for new, old in (told or pairs)]
    right: bool | None = any(_agrees(sentence, token, signed, c, context) for c in changes)
    if not right and _tells_of_former(sentence):
        right = any(_agrees(sentence, token, -signed, c, context) for c in changes)
    if not right and any(
        _agrees(sentence, token, signed, change(*pair, measure), context)
        for pair in (*pairs, *([] if told or sentence.present & {"PREV", "LAST"} else wide))
    ):
        right = True
    of_many = _is_of_many(sentence) or ("YEAR" in sentence.present and not told)
    if not right and (not pairs or of_many or _is_score(token, what, context)):
        right = None
    if right is False and (
        is_said_of_readers(sentence, word)
        or any(
            _agrees(sentence, token, signed, change, context)
            for change in changes_in_play(sentence, measure, context)
        )
    ):
        right = None
    if measure == "invitations" and any(t.number > LARGEST for t in sentence.tokens):
        return  # of the pool
    words = [token] if right or not changes or changes[0] * signed > 0 else _in_order(token, word)
    new = pairs[0][0] if pairs else None
    yield claim(
        sentence,
        words,
        Kind.CHANGE,
        right,
        expected=wording.change(changes[0], context.language) if changes and not right else "",
        source=f"/draws/{new.number}/" if new else "",
    )


def _is_score(token: Token, what: str, context: Context) -> bool:
    """More than 500 points: a score that a draw has, or that somebody may have."""
    return what == "points" and token.number >= 100


def _wide_pairs(sentence: Sentence, context: Context) -> Iterator[tuple[RoundRecord, RoundRecord]]:
    """(new, old) draws of one family among all that the article names, and the newest ones."""
    record = context.record
    named = {t.name for t in sentence.tokens if t.sign == "FAM"} | set(context.told.families)
    found = [*context.named, *context.subjects()]
    found += [d for day in context.told_days for d in record.by_date.get(day, ())]
    for family in named:
        found += [d for d in context.known if d.family == family][-3:]
    spoken = [d for d in dict.fromkeys(found) if d in context.known]
    for new in spoken:
        before = record.previous(new)
        olds = [d for d in spoken if d.family == new.family and d.date < new.date]
        if before is not None and before not in olds:
            olds.append(before)
        for old in olds:
            yield new, old


def _tells_of_former(sentence: Sentence) -> bool:
    """The previous round had a cut-off of 505, or 28 points higher: than ours."""
    return bool({"PREV", "LAST"} & set(sentence.signs[:5]))


def _is_bonus(sentence: Sentence, token: Token) -> bool:
    """600 extra points: what something adds to a score, no change of a cut-off."""
    after = sentence.signs[token.pos + 1 : token.pos + 3]
    return (
        after[:1] == ["MORE"]
        or after == ["PT", "MORE"]
        or "WITH" in sentence.signs[max(token.pos - 3, 0) : token.pos]
    )


def _agrees(sentence: Sentence, token: Token, signed: int, real: int, context: Context) -> bool:
    if signed * real < 0 or (real == 0) != (signed == 0):
        return False
    return agrees(sentence.low, token.start, abs(signed), abs(real), context.language) is True


def _in_order(token: Token, word: Token) -> list[Token]:
    return [token, word] if token.pos < word.pos else [word, token]


def _direction_of(sentence: Sentence, token: Token) -> Token | None:
    """The nearest word that says up or down; not the one of "508 or higher"."""
    around = [
        other
        for other in sentence.tokens[max(token.pos - NEAR, 0) : token.pos + NEAR]
        if other.sign in UP | DOWN
        and not (other.pos and other.name == "moins" and sentence.signs[other.pos - 1] == "IN")
        and not _is_or(sentence, other)
        and (other.sign in ("UP", "DOWN") or sentence.present & {"THAN", "COMPARED"})
    ]
    return min(around, key=lambda other: abs(other.pos - token.pos), default=None)


def _is_or(sentence: Sentence, token: Token) -> bool:
    return token.pos > 0 and sentence.tokens[token.pos - 1].name in ("or", "ou")


def _is_of_many(sentence: Sentence) -> bool:
    """Whether it sums up several draws: down twelve points since August."""
    return bool(sentence.present & {"SINCE", "BETWEEN"})


def _pairs(sentence: Sentence, context: Context) -> list[tuple[RoundRecord, RoundRecord]]:
    """(new, old) draws that a change may lie between, the likeliest first."""
    named = references_in(sentence, context)
    own = [draw for draw in named_in(sentence, context) if draw not in named[-1:]]
    if not own:
        own = with_figures(sentence, context)
    news = list(dict.fromkeys([*own, *context.subjects()]))
    families = {token.name for token in sentence.tokens if token.sign == "FAM"}
    found: list[tuple[RoundRecord, RoundRecord]] = []
    for new in news:
        olds = [old for old in named if old.date <= new.date and old is not new]
        found += [(new, old) for old in olds]
        if olds and not sentence.present & {"PREV", "LAST", "MON"}:
            continue
        for same in (True, False):
            old = context.record.previous(new, same_family=same)
            if old is not None and (same or not families):
                found.append((new, old))
    return found


def _from(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """Down from 509: the cut-off before, where no draw is named with it."""
    if sentence.present & {"DR", "DATE", "MON", "YEAR", "SINCE", "RANGED"}:
        return
    for match in sentence.search(_FROM):
        token = match["old"]
        if token is None or token.pos in sentence.moot | sentence.judged or token.number > 1200:
            continue
        olds = [old for _new, old in _pairs(sentence, context)]
        if roles.get(token.pos, Role("")).what != "crs" or not olds:
            continue
        yield claim(
            sentence,
            token,
            Kind.CHANGE,
            any(old.crs == token.number for old in olds),
            expected=str(olds[0].crs),
            source=f"/draws/{olds[0].number}/",
            figure=f"draw/{olds[0].number}/crs",
        )


def _from_to(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    for match in sentence.search(_FROM_TO):
        old, new = match["old"] or match["old2"], match["new"] or match["new2"]
        if old is None or new is None or old.pos in sentence.judged:
            continue
        measure = "crs" if max(old.number, new.number) <= 1200 else "invitations"
        if "RANGED" in sentence.present or new.pos in sentence.moot:
            continue
        if measure == "invitations" and _is_of_several(sentence):
            continue
        pairs = _pairs(sentence, context)
        right: bool | None = any(
            (getattr(o, measure), getattr(n, measure)) == (old.number, new.number) for n, o in pairs
        )
        if not right and not _is_from_draw(pairs, old.number, new.number, measure):
            right = None
        for token, place in ((old, 1), (new, 0)):
            real = pairs[0][place] if pairs else None
            value = getattr(real, measure) if real else 0
            agreed = right if right is not False or real is None else value == token.number
            yield claim(
                sentence,
                token,
                Kind.CHANGE,
                agreed,
                expected=wording.number(value, context.language)
                if real and right is not None
                else "",
                source=f"/draws/{real.number}/" if real else "",
                figure=f"draw/{real.number}/{measure}" if real and right is False else "",
            )


def _is_of_several(sentence: Sentence) -> bool:
    """From 5,000 to 8,000 invitations in each of four draws: a range, no change."""
    words = {token.name for token in sentence.tokens}
    return bool(words & {"draws", "rounds", "each", "rondes", "tirages", "chacune", "chaque"})


def _is_from_draw(
    pairs: list[tuple[RoundRecord, RoundRecord]], old: int, new: int, measure: str
) -> bool:
    """Whether one end agrees, so that the other must be wrong."""
    if not pairs:
        return False
    after, before = (int(getattr(draw, measure)) for draw in pairs[0])
    return (before == old) != (after == new)


def _direction(sentence: Sentence, context: Context) -> Iterator[Claim]:
    """Lower than in the previous draw, without a number."""
    for match in sentence.search(_THAN):
        word = match["word"]
        if word is None or word.pos in sentence.moot or not sentence.present & {"CRS", "INV"}:
            continue
        invitations = word.sign in ("MORE", "FEWER") or (
            "INV" in sentence.present and "CRS" not in sentence.present
        )
        measure = "invitations" if invitations else "crs"
        pairs = _pairs(sentence, context)
        signs = [_sign(change(new, old, measure)) for new, old in pairs]
        wanted = 0 if word.sign == "SAME" else 1 if word.sign in UP else -1
        right = wanted in signs if signs else None
        expected = wording.change(change(*pairs[0], measure), context.language) if pairs else ""
        yield claim(
            sentence,
            word,
            Kind.CHANGE,
            right,
            expected=expected,
            source=f"/draws/{pairs[0][0].number}/" if pairs else "",
        )


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)
