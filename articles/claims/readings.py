"""What a number may be said of: draws of some families in some days, known by some moment."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from articles.claims.context import Context
from articles.claims.labels import family_of_cell
from articles.claims.mention import Days, Mention
from articles.claims.sentence import Sentence
from articles.claims.subjects import horizons
from articles.claims.times import mentions
from articles.claims.timewords import last_of
from articles.claims.tokens import Token
from draws.records import RoundRecord

# None: draws of every family.
Families = frozenset[str] | None
CATEGORIES = frozenset(
    "french health stem trades education transport agriculture physicians senior-managers"
    " researchers military".split()
)
_BY_CATEGORY = re.compile(
    r"\b(?:category(?:-based)? (?:draws?|rounds?)|(?:rondes?|tirages?) par catégories?)\b"
)
# Beyond so many families, a sum of some of them is no reading that anybody has.
MOST_ADDED = 4
COMPARING = frozenset({"THAN", "COMPARED", "SAME"})
# Between a number and the time that is its own: two in July.
LINKING = frozenset({"IN", "OF", "THE", "w", "DRAW", "FOR", "DURING", "INV", "THIS", "ON", "PPL"})


@dataclass(frozen=True, slots=True)
class Times:
    """The times of a number. `own`: it stands beside it; `said`: the sentence names some at all."""

    mentions: tuple[Mention, ...]
    own: bool
    said: bool
    near: bool

    @property
    def days(self) -> list[Days]:
        return list(dict.fromkeys(days for mention in self.mentions for days in mention.days))


def times_of(sentence: Sentence, token: Token, context: Context) -> Times:
    """The times that a number may be said of, the nearest first; else those told before."""
    found = mentions(sentence, context)
    usable = [mention for mention in found if not mention.vague]
    if not usable:
        told = [*context.told.paragraph, *context.told.heading]
        near = bool(told)
        return Times(tuple(told or context.told.before), own=False, said=bool(found), near=near)
    own = [m for m in usable if not _is_compared(sentence, m, token)]
    if not own:
        told = [*context.told.paragraph, *context.told.heading, *context.told.before]
        return Times((*told, *usable), own=False, said=False, near=bool(told))
    usable = own
    beside = _beside(sentence, token, usable)
    if beside is not None:
        return Times((beside,), own=True, said=True, near=True)
    usable.sort(key=lambda m: min(abs(m.start - token.end), abs(token.start - m.end)))
    return Times(tuple(usable), own=False, said=True, near=True)


def _is_compared(sentence: Sentence, mention: Mention, token: Token) -> bool:
    """Seven rounds, fewer than in March: that month is only what it is compared with."""
    between = [t for t in sentence.tokens if token.end <= t.start and t.end <= mention.start]
    before = between[-4:]
    return any(t.sign in COMPARING or t.name in ("qu", "que", "contre") for t in before)


def _beside(sentence: Sentence, token: Token, found: Sequence[Mention]) -> Mention | None:
    """Two in July and two in August: each has its own."""
    if len(found) < 2:
        return None
    for mention in found:
        if mention.start < token.end:
            continue
        between = [t.sign for t in sentence.tokens if token.end <= t.start < mention.start]
        if len(between) <= 4 and set(between) <= LINKING | {"FAM"}:
            return mention
        break
    return None


def default_days(context: Context) -> list[Days]:
    """The times that go without saying: this year so far, last year, all years, the month."""
    today = context.as_of.date()
    base = context.horizon.date if context.horizon else today
    year = base.year
    return [
        (dt.date(year, 1, 1), today),
        (dt.date(year - 1, 1, 1), dt.date(year - 1, 12, 31)),
        (dt.date(2015, 1, 1), today),
        (base.replace(day=1), last_of(base.year, base.month)),
    ]


def draws_in(
    known: Sequence[RoundRecord], days: Days, families: Families = None
) -> list[RoundRecord]:
    """The draws of some days, both ends within."""
    first = bisect_left(known, days[0], key=lambda draw: draw.date)
    last = bisect_right(known, days[1], key=lambda draw: draw.date)
    return [d for d in known[first:last] if families is None or d.family in families]


def known_by(context: Context) -> list[Sequence[RoundRecord]]:
    """The draws known at each moment that "so far" may mean, the likeliest first."""
    return list(horizons(context, None if context.main else context.current))


def families_of(sentence: Sentence, token: Token, context: Context) -> list[Families]:
    """The families that a number may be said of, the likeliest first."""
    clause = sentence.clause_of(token.pos)
    named = [t for t in sentence.tokens if t.sign == "FAM"]
    own = [t for t in named if t.pos in clause]
    beside = [
        t
        for t in named
        if token.pos < t.pos <= token.pos + 4
        and not {"AND", ",", ";", "BUT"} & set(sentence.signs[token.pos : t.pos])
    ]
    if beside:
        return [*_sets([t.name for t in _joined(sentence, beside[0])])]
    if own:
        own.sort(key=lambda t: abs(t.pos - token.pos))
        everywhere = [t.name for t in own] + [t.name for t in named]
        return [*_sets(everywhere), *([] if len(own) == 1 else [None])]
    if named:
        named.sort(key=lambda t: abs(t.pos - token.pos))
        return [*_sets([t.name for t in named]), None]
    label = label_of(sentence)
    if label:
        return [frozenset({label})]
    if _BY_CATEGORY.search(sentence.low, sentence.start, sentence.end):
        return [CATEGORIES, *carried_families(context)]
    return carried_families(context)


def label_of(sentence: Sentence) -> str:
    """The family before a colon: "French: three draws", "" without one."""
    text = sentence.low[sentence.start : sentence.end]
    colon = text.find(":")
    if not 0 < colon < 40:
        return ""
    return family_of_cell(sentence, sentence.start, sentence.start + colon)


def carried_families(context: Context) -> list[Families]:
    told = context.told
    names = [*told.families, *told.heading_families]
    if context.main is not None and context.main.family:
        names.append(context.main.family)
    return [*_sets(names[:MOST_ADDED]), None]


def _joined(sentence: Sentence, first: Token) -> list[Token]:
    """CEC and French draws: the families that stand together."""
    found = [first]
    for token in sentence.tokens[first.pos + 1 :]:
        if token.sign == "FAM":
            found.append(token)
        elif token.sign not in ("AND", ",", "OF", "THE", "FOR", "w", "FAMILYWORD"):
            break
    return found


def _sets(names: Iterable[str]) -> Iterator[Families]:
    """Each family, then the sums of several."""
    each = list(dict.fromkeys(names))
    for name in each:
        yield frozenset({name})
    for size in range(min(len(each), MOST_ADDED), 1, -1):
        for some in combinations(each[:MOST_ADDED], size):
            yield frozenset(some)


def lists_of(
    days: Iterable[Days], families: Iterable[Families], context: Context
) -> list[list[RoundRecord]]:
    """Every list of draws that may be meant, the likeliest first, each once."""
    found: dict[tuple[str, ...], list[RoundRecord]] = {}
    known = known_by(context)
    for some in families:
        for stretch in days:
            for each in known:
                chosen = draws_in(each, stretch, some)
                found.setdefault(tuple(draw.number for draw in chosen), chosen)
    return list(found.values())
