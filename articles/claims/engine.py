"""Reading an article against the record."""

import datetime as dt
from collections.abc import Iterator

from articles.claims import setting, told
from articles.claims.checkers import (
    beside,
    changes,
    counts,
    directions,
    draws,
    nowhere,
    places,
    pools,
    provinceranks,
    provinces,
    ranges,
    recency,
    repeats,
    rules,
    series,
    superlatives,
    tables,
    together,
    totals,
)
from articles.claims.claim import Claim
from articles.claims.context import Context
from articles.claims.finding import find
from articles.claims.plain import plain
from articles.claims.record import Record
from articles.claims.roles import roles_of
from articles.claims.sentence import Sentence
from articles.claims.sentences import sentences
from articles.claims.texts import Block, Part, Texts, parts_of
from articles.claims.tokens import Token

LONGEST = 200  # tokens
# In this order: what one has judged, the next leaves alone.
CHECKERS = (
    rules.check,
    superlatives.check,
    pools.check,
    ranges.check,
    places.check,
    counts.check,
    totals.check,
    recency.check,
    series.check,
    changes.check,
    draws.check,
)


def read(
    texts: Texts, *, language: str, as_of: dt.datetime, known: Record | None = None
) -> list[Claim]:
    """Every statement that the record can judge, in the order of the text.

    `known` is the record to judge by; the stored one, read anew, where none is given.
    """
    if known is None:
        from articles.claims.stored import stored

        known = stored()
    context = Context(known, language, as_of)
    parts = [_sentences(part, language) for part in parts_of(texts)]
    setting.set_scene(context, texts, parts)
    found = [claim for part in parts for claim in _read_part(part, context)]
    return found + list(repeats.check([part for part in parts if part], language))


def _sentences(part: Part, language: str) -> list[Sentence]:
    low = plain(part.text)
    tokens = find(low, part.text, language)
    setting.bind(tokens, part)
    found: list[Sentence] = []
    at = 0
    for block in part.blocks:
        for start, end in _ends(part, block):
            inside: list[Token] = []
            while at < len(tokens) and tokens[at].start < end:
                inside.append(tokens[at])
                at += 1
            found += _portions(part, block, (start, end), inside, low)
    return found


def _portions(
    part: Part, block: Block, ends: tuple[int, int], tokens: list[Token], low: str
) -> Iterator[Sentence]:
    """A sentence; portions of one longer than anybody writes: work grows with its length."""
    start, end = ends
    for at in range(0, max(len(tokens), 1), LONGEST):
        inside = tokens[at : at + LONGEST]
        rest = at + LONGEST < len(tokens)
        last = tokens[at + LONGEST].start if rest else end
        yield Sentence(part, block, start, last, inside, low)
        start = last


def _ends(part: Part, block: Block) -> Iterator[tuple[int, int]]:
    """A row of a table is one sentence, whatever stands in its cells."""
    if block.cells:
        return iter([(block.start, block.end)])
    return sentences(part.text, block.start, block.end)


def _read_part(found: list[Sentence], context: Context) -> Iterator[Claim]:
    block = None
    context.current = context.heading = None
    yield from tables.check(found, context)
    listed = list(tables.lists([s for s in found if not s.block.cells], context))
    context.current = None
    before: Sentence | None = None
    for sentence in found:
        if sentence.block is not block:
            block, before = sentence.block, None
            setting.begin_block(context, sentence)
            told.begin_block(sentence, context)
        sentence.supposed = before is not None and _is_supposed(sentence, before)
        before = sentence
        own = [each for each in listed if sentence.start <= each.start < sentence.end]
        yield from _read_sentence(sentence, context, own)
        setting.end_sentence(context, sentence)
        told.remember(sentence, context)


def _is_supposed(sentence: Sentence, before: Sentence) -> bool:
    """Whether it tells what would follow: "Suppose … Then the cut-off is 515." """
    if before.supposed:
        return True
    leads = sentence.tokens[0].name if sentence.tokens else ""
    return "IF" in before.present and leads in ("then", "alors")


def _read_sentence(sentence: Sentence, context: Context, listed: list[Claim]) -> Iterator[Claim]:
    """`listed` are the claims that its list has made already."""
    if not sentence.tokens:
        return
    roles = roles_of(sentence)
    for pos in sentence.judged:
        roles.pop(pos, None)
    if provinces.is_provincial(sentence, context):
        yield from listed
        yield from rules.check(sentence, roles, context)
        yield from provinceranks.check(sentence, roles, context)
        yield from provinces.check(sentence, roles, context)
        return
    found = [claim for checker in CHECKERS for claim in checker(sentence, roles, context)]
    found = nowhere.check(sentence, roles, context, [*listed, *found])
    found += together.check(sentence, roles, context, found)
    found = beside.check(sentence, roles, context, found)
    yield from found
    yield from directions.check(sentence, context, found)
