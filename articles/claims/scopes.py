"""Over which time a sentence counts or compares: in 2026, since August 2024, ever."""

import re
from collections.abc import Iterable, Iterator

from articles.claims.context import Context
from articles.claims.scope import Scope
from articles.claims.sentence import Sentence
from articles.claims.tokens import Day, Token

# Words that make "since" reach back to a beginning rather than to a draw.
BEGINNING = re.compile(
    r"\b(?:began|begin|begun|start\w*|launch\w*|resum\w*|introduc\w*|creat\w*|beginning|return\w*"
    r"|inception|début\w*|lancement|reprise|repris\w*|création|commenc\w*|arrivée|instauration)\b"
)
THIS_YEAR = re.compile(
    r"\b(?:this (?:calendar )?year|so far this year|year[- ]to[- ]date|cette année"
    r"|depuis le début de l'année"
    r"|since the (?:start|beginning) of the year|(?:of|in) the year(?! ago)|de l'année)\b"
)
THIS_MONTH = re.compile(r"\b(?:this month|(?:of|in) the month|ce mois-ci|ce mois|du mois)\b")
THIS_WEEK = re.compile(r"\b(?:this week|(?:of|in) the week|cette semaine|de la semaine)\b")
LAST_YEAR = re.compile(r"\b(?:last year|l'an dernier|l'année dernière)\b")
EVER = re.compile(
    r"\b(?:ever|in (?:the |[\w' -]{1,24} )?history|on record|all[- ]time"
    r"|of any (?:express entry )?draw|to date|yet"
    r"|jamais (?:tenue|vue?|enregistrée?|organisée|eue?)|de l'histoire|jamais|à ce jour"
    r"|first for|depuis (?:le lancement|la création)|since (?:the )?(?:launch|category))\b"
)
_STRETCH = re.compile(r" (?:BETWEEN|FROM|OF) (?P<first>MON) (?:AND|TO|UNTIL|AT|-) (?P<last>MON) ")
_PART = re.compile(r" (?P<part>ORD) (?P<unit>w) (?:OF |IN )?(?P<year>YEAR) ")
PARTS = {"half": 6, "semestre": 6, "quarter": 3, "trimestre": 3}
SPANS = {
    **dict.fromkeys(("day", "days", "jour", "jours"), 1.0),
    **dict.fromkeys(("week", "weeks", "semaine", "semaines"), 7.0),
    **dict.fromkeys(("month", "months", "mois"), 30.44),
    **dict.fromkeys(("year", "years", "an", "ans", "année", "années"), 365.25),
}


# Where in the text a time is named, and the time.
Found = tuple[int, Scope]


def scope_of(sentence: Sentence, context: Context, near: int = -1) -> Scope | None:
    """The time that a sentence speaks of; None without one.

    `near` is the token it belongs to: the next time after it, or else the last before it.
    """
    return next(iter(scopes_of(sentence, context, near)), None)


def scopes_of(sentence: Sentence, context: Context, near: int = -1) -> list[Scope]:
    """Every time that a sentence speaks of, the likeliest first; see `scope_of`."""
    found = [
        *_since(sentence, context, near),
        *_span(sentence),
        *_periods(sentence, context),
        *_this(sentence, context),
    ]
    at = sentence.tokens[near].start if near >= 0 else sentence.start
    ever = _ever(sentence)
    if ever is not None and (not found or _is_next(ever[0], at, found)):
        found.append(ever)
    found.sort(key=lambda pair: (pair[0] < at, abs(pair[0] - at)))
    return [scope for _at, scope in found]


def _is_next(ever: int, at: int, found: Iterable[Found]) -> bool:
    """Whether "ever" stands between a word and every other time: the biggest ever, April’s …"""
    return at <= ever and all(place < at or place > ever for place, _scope in found)


def _since(sentence: Sentence, context: Context, near: int) -> Iterator[Found]:
    for token in sentence.tokens:
        if token.sign == "SINCE":
            scope = since_what(sentence, token, context, near)
            if scope is not None:
                yield token.start, scope


def since_what(sentence: Sentence, token: Token, context: Context, near: int) -> Scope | None:
    """The time that one "since" names."""
    after = sentence.tokens[token.pos + 1 : token.pos + 13]
    clause = sentence.low[token.start : after[-1].end] if after else ""
    begun = BEGINNING.search(clause) is not None
    for following in after:
        if following.sign in ("DATE", "MON", "YEAR"):
            years = tuple(sorted(_years(following.day, context)))
            leads = begun or token.pos < near
            return Scope("since", following.day, years, tokens=(following,), beginning=leads)
        if following.sign == ";":
            break
    if begun and not THIS_YEAR.search(clause):
        return Scope("ever", beginning=True)
    return None


def _years(day: Day, context: Context) -> set[int]:
    if day.year:
        return {day.year}
    if day.is_day:
        whole = context.whole(day)
        return {whole.year} if whole else set()
    return context.years_of(day)


def _span(sentence: Sentence) -> Iterator[Found]:
    """in five weeks, en cinq semaines, in more than a year."""
    for number, unit in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if unit.sign != "CALENDAR" or number.sign not in ("N", "NW") or unit.name not in SPANS:
            continue
        if "IN" in sentence.signs[max(number.pos - 3, 0) : number.pos]:
            size = SPANS[unit.name]
            scope = Scope("span", days=number.number * size, unit=size, tokens=(number, unit))
            yield number.start, scope


def _periods(sentence: Sentence, context: Context) -> Iterator[Found]:
    """in 2026, of March, from January to June 2026: not those of "since"."""
    stretches = list(_stretches(sentence))
    parts = list(_parts(sentence))
    yield from parts
    within = {pos for first, last in stretches for pos in (first.pos, last.pos)}
    within |= {token.pos for _at, scope in parts for token in scope.tokens}
    for first, last in stretches:
        yield first.start, _stretch(first, last, context)
    for token in sentence.tokens:
        if token.sign not in ("YEAR", "MON") or token.pos in within:
            continue
        if "SINCE" in sentence.signs[max(token.pos - 12, 0) : token.pos]:
            continue
        years = tuple(sorted(_years(token.day, context)))
        yield token.start, Scope("period", token.day, years, tokens=(token,))


def _stretches(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """(first, last) month of what is said to lie between them."""
    for match in sentence.search(_STRETCH):
        first, last = match["first"], match["last"]
        if first is not None and last is not None and last.day.month:
            yield first, last


def _parts(sentence: Sentence) -> Iterator[Found]:
    """In the first half of 2026, au deuxième trimestre de 2026."""
    for match in sentence.search(_PART):
        part, unit, year = match["part"], match["unit"], match["year"]
        if part is None or unit is None or year is None or not year.day.year:
            continue
        months = PARTS.get(unit.name, 0)
        last = Day(year.day.year, part.number * months, 0)
        if 0 < last.month <= 12:
            begin = Day(last.year, last.month - months + 1, 0)
            tokens = (part, year)
            yield part.start, Scope("period", begin, (begin.year,), tokens=tokens, last=last)


def _stretch(first: Token, last: Token, context: Context) -> Scope:
    end = max(_years(last.day, context))
    begin = first.day.year or (end if first.day.month <= last.day.month else end - 1)
    return Scope(
        "period",
        Day(begin, first.day.month, 0),
        (begin,),
        tokens=(first, last),
        last=Day(end, last.day.month, 0),
    )


def _this(sentence: Sentence, context: Context) -> Iterator[Found]:
    base = context.horizon
    if base is None:
        return
    year = base.date.year
    scopes = (
        (THIS_YEAR, Scope("period", Day(year, 0, 0), (year,))),
        (LAST_YEAR, Scope("period", Day(year - 1, 0, 0), (year - 1,))),
        (THIS_MONTH, Scope("period", Day(year, base.date.month, 0), (year,))),
        (THIS_WEEK, Scope("week")),
    )
    for pattern, scope in scopes:
        for match in pattern.finditer(sentence.low, sentence.start, sentence.end):
            yield match.start(), scope


def _ever(sentence: Sentence) -> Found | None:
    match = EVER.search(sentence.low, sentence.start, sentence.end)
    return (match.start(), Scope("ever")) if match else None
