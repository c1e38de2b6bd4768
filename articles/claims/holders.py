"""Which draws a superlative may be said of, and which it compares them with."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.claims.context import Context
from articles.claims.extremes import SCORE, Called
from articles.claims.mention import Days
from articles.claims.readings import CATEGORIES, Families, default_days, draws_in, known_by
from articles.claims.sentence import Sentence
from articles.claims.subjects import named_in
from articles.claims.times import mentions
from articles.claims.timewords import BEGIN, year_of
from articles.claims.tokens import Token
from draws.records import RoundRecord

_EVERY = re.compile(
    r"\b(?:of any|of all|any (?:draw|round|category|type)|overall|toutes (?:les )?rondes|tous types"
    r"|toutes catégories|all (?:draws|rounds|categories)|express entry (?:draw|round) (?:ever"
    r"|on record))"
)
_CATEGORY = re.compile(r"\b(?:category(?:-based)? (?:draw|round)|(?:ronde|tirage)s? par catégorie)")
_OF_SO_MANY = re.compile(
    r"\b(?:of the (?:last |past )?|des |de ces |of those |of these |aux |sur les )(?P<n>two|three"
    r"|four|five|six|seven"
    r"|eight|nine|ten|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2})\b"
)
_SINCE = re.compile(r"\b(?:since|depuis)\b")
_IN_SPAN = re.compile(r"\b(?:in|en)\b")
_ANNUAL = re.compile(r"\b(?:annuel\w*|of the year|de l'année|yearly|year's|annual)\b")
OPEN = frozenset({"MODAL", "IF", "NEXT"})
_SCORE_WORDS = re.compile(
    r"\b(?:crs|scg|scores?|notes?|cut-?offs?|seuils?|thresholds?|barre|bar|points?|pointages?)\b"
)
_SIZE_WORDS = re.compile(r"\b(?:invitations?|itas?|ipd|people|personnes|total|nombre|number)\b")
# Then, not now: what came later is left out.
_THEN = re.compile(
    r"\b(?:at th(?:at|e) (?:point|time)|then|until then|à ce moment|alors"
    r"|jusque-là|jusqu'alors)\b"
)
# Where so many draws are compared, and no time.
NOWHEN = (dt.date.max, dt.date.max)
PAUSE = dt.timedelta(days=150)
COUNTS = {
    word: number
    for words in (
        "two three four five six seven eight nine ten",
        "deux trois quatre cinq six sept huit neuf dix",
    )
    for number, word in enumerate(words.split(), 2)
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A draw that may be meant, and the draws it may be compared with."""

    draw: RoundRecord
    rivals: tuple[RoundRecord, ...]
    measure: str

    def holds(self, rank: int, *, least: bool) -> bool:
        """Whether the draw has that rank, where values are equal any of theirs."""
        sign = 1 if least else -1
        mine = sign * int(getattr(self.draw, self.measure))
        values = [sign * int(getattr(d, self.measure)) for d in self.rivals if d is not self.draw]
        best = len({value for value in values if value < mine}) + 1
        return best <= rank <= sum(value <= mine for value in values) + 1


def measures_of(sentence: Sentence, each: Called) -> list[str]:
    """What is meant: the cut-off, the invitations, either."""
    score, size = (_distance(sentence, each, words) for words in (_SCORE_WORDS, _SIZE_WORDS))
    if each.kind == SCORE:
        return ["crs"] if score <= size else ["invitations"]
    return ["invitations"]


def _distance(sentence: Sentence, each: Called, words: re.Pattern[str]) -> int:
    """How far the nearest of some words is."""
    begin, end = max(each.start - 60, sentence.start), min(each.end + 60, sentence.end)
    found = words.finditer(sentence.low, begin, end)
    return min((max(m.start() - each.end, each.start - m.end()) for m in found), default=99)


def times_for(sentence: Sentence, each: Called, context: Context) -> tuple[list[Days], bool]:
    """The times to compare over, and whether the sentence itself says which."""
    today = context.as_of.date()
    year = context.horizon.date.year if context.horizon else today.year
    this_year = (dt.date(year, 1, 1), today)
    found = [m for m in mentions(sentence, context) if not m.vague]
    if each.so and not found:
        return [(BEGIN, today)], True
    if found:
        after = [m for m in found if m.start >= each.start] or found
        own = [days for m in after[:1] for days in m.days]
        if all((last - first).days < 32 for first, last in own):
            # In February, the lowest: of the year that is told of, as well.
            own += [d for m in context.told for d in m.days if (d[1] - d[0]).days > 300][:2]
            own += [year_of(first) for first, _last in own[:1]]
        return list(dict.fromkeys(own)), True
    if _ANNUAL.search(sentence.low, sentence.start, sentence.end):
        return [this_year], True
    told = [days for m in (*context.told.paragraph, *context.told.heading) for days in m.days]
    ever = [(BEGIN, today)]
    if _OF_SO_MANY.search(sentence.low, sentence.start, sentence.end):
        return [NOWHEN], True
    return list(dict.fromkeys([*told, *default_days(context), *ever])), False


def holders_of(
    sentence: Sentence, each: Called, token: Token, context: Context
) -> list[list[RoundRecord]]:
    """Tiers of draws that may be meant, the likeliest first; a later one makes it doubtful only."""
    clause = [sentence.tokens[at] for at in sentence.clause_of(token.pos)]
    families = {t.name for t in sentence.tokens if t.sign == "FAM"}
    own = _alike(_of_tokens(clause, sentence, context), families)
    if not own:  # the lowest score, 515, came in the very last one
        own = _alike(_of_tokens(_clause_after(sentence, clause), sentence, context), families)
    whole = [*named_in(sentence, context), *_of_tokens(sentence.tokens, sentence, context)]
    named = _alike(list(dict.fromkeys(whole)), families)
    if own:
        return [own, _alike(named_in(sentence, context), families)]
    days = [d for m in mentions(sentence, context) if not m.ever for d in m.days]
    told = [d for m in context.told.paragraph[:1] for d in m.days]
    of_family = [
        d
        for first, last in days or told
        for d in draws_in(context.known, (first, last), frozenset(families))
    ]
    latest = [d for name in families for d in _last_of(name, context)]
    spoken = _alike([*context.subjects()], families)
    before = _alike(_of_tokens(_clause_before(sentence, clause), sentence, context), families)
    first_tier = _alike([*named_in(sentence, context), *before], families)
    if not first_tier:
        first_tier = list(dict.fromkeys([*spoken, *latest]))
    if not first_tier:
        first_tier = of_family or named
    return [tier for tier in (first_tier, _alike(named_in(sentence, context), families)) if tier]


def _clause_after(sentence: Sentence, clause: Sequence[Token]) -> list[Token]:
    """What follows a comma, where it is nothing but a figure."""
    last = clause[-1].pos + 1
    if last >= len(sentence.tokens):
        return []
    after = [sentence.tokens[at] for at in sentence.clause_of(last)]
    return after if len(after) <= 5 else []


def _clause_before(sentence: Sentence, clause: Sequence[Token]) -> list[Token]:
    first = clause[0].pos
    return [sentence.tokens[at] for at in sentence.clause_of(first - 1)] if first else []


def _alike(draws: Sequence[RoundRecord], families: set[str]) -> list[RoundRecord]:
    """Those of a family that the sentence names, if there is one."""
    same = [draw for draw in draws if draw.family in families]
    return same or list(draws)


def _last_of(family: str, context: Context) -> Sequence[RoundRecord]:
    known = [d for d in context.known if d.family == family]
    until = [d for d in known if context.main is None or d.date <= context.main.date]
    return list(dict.fromkeys([*until[-1:], *known[-1:]]))


def _of_tokens(tokens: Sequence[Token], sentence: Sentence, context: Context) -> list[RoundRecord]:
    """The draws of numbers, days and figures: the 523 of August 18."""
    record = context.record
    drawn = [record.by_number.get(t.name) for t in tokens if t.sign == "DR"]
    found = [draw for draw in drawn if draw is not None]
    dates = [t for t in tokens if t.sign == "DATE"]
    numbers = {t.number for t in tokens if t.sign in ("N", "NW") and t.number >= 60}
    few = {t.number for t in tokens if t.sign in ("N", "NW")}
    families = {t.name for t in tokens if t.sign == "FAM"}
    with_figure = [
        d
        for d in context.known
        if d.crs in numbers
        or d.invitations in numbers
        or (d.invitations in few and d.family in families)
    ]
    for token in dates:
        day = context.whole(token.day)
        exact = [d for d in record.by_date.get(day, ()) if d in context.known] if day else []
        fitting = [d for d in with_figure if token.day.fits(d.date)]
        found += [d for d in exact if d in with_figure] or fitting or exact
    if found:
        return [d for d in found if d in with_figure] or found
    months = [t.day for t in tokens if t.sign in ("MON", "YEAR")]
    if months:
        fitting = [d for d in with_figure if any(m.fits(d.date) for m in months)]
        with_figure = fitting or with_figure
        if fitting:
            return fitting
    today = context.as_of.date()
    return [d for d in with_figure if (today - d.date).days < 400]


def readings_of(
    sentence: Sentence,
    each: Called,
    draw: RoundRecord,
    measure: str,
    times: Sequence[Days],
    context: Context,
) -> Iterator[Reading]:
    for families in _wide(families_for(sentence, each, draw, context), draw, times, context):
        if families is not None and draw.family not in families:
            continue
        then = _THEN.search(sentence.low, sentence.start, sentence.end) is not None
        for known in [context.record.until(draw)] if then else known_by(context):
            for days in times:
                chosen = tuple(draws_in(known, days, families))
                if draw in chosen:
                    yield Reading(draw, chosen, measure)
            many = _OF_SO_MANY.search(sentence.low, sentence.start, sentence.end)
            if many:
                size = COUNTS.get(many["n"]) or int(many["n"])
                some = [d for d in known if families is None or d.family in families][-size:]
                if draw in some:
                    yield Reading(draw, tuple(some), measure)


def _wide(
    families: list[Families], draw: RoundRecord, times: Sequence[Days], context: Context
) -> list[Families]:
    """All draws as well, where the only draw of its family would be compared with none."""
    if None in families:
        return families
    sizes = [len(draws_in(context.known, days, some)) for days in times for some in families]
    return families if any(size > 1 for size in sizes) else [*families, None]


def families_for(
    sentence: Sentence, each: Called, draw: RoundRecord, context: Context
) -> list[Families]:
    named = [t for t in sentence.tokens if t.sign == "FAM"]
    own: Families = frozenset({draw.family}) if draw.family else None
    if _EVERY.search(sentence.low, sentence.start, sentence.end):
        return [None]
    if _CATEGORY.search(sentence.low, sentence.start, sentence.end):
        return [CATEGORIES, own]
    if named:
        near = min(named, key=lambda t: min(abs(t.start - each.end), abs(each.start - t.end)))
        beside = min(abs(near.start - each.end), abs(each.start - near.end)) < 40
        timed = any(not m.vague for m in mentions(sentence, context))
        told_of = any(t.sign in ("N", "NW") and t.number >= 60 for t in sentence.tokens)
        alone = beside and timed and not (told_of and each.rank == 1)
        return [frozenset({near.name}), *([] if alone else [own, None])]
    return [own, None]
