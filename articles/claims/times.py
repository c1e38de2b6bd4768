"""The times that a sentence names, as days: in 2026, from 14 to 29 September, the third quarter.

Each mention has every stretch of days that it may mean, the likeliest first.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from articles.claims.context import Context
from articles.claims.lexicon import LEXICONS
from articles.claims.mention import Days, Mention
from articles.claims.sentence import Sentence

# The system began with 2015.
BEGIN = dt.date(2015, 1, 1)
PARTS = {
    **dict.fromkeys(("half", "semestre", "moitié"), 6),
    **dict.fromkeys(("quarter", "trimestre"), 3),
}
_YEAR = re.compile(r"\b20[12]\d\b")
UNITS = {
    **dict.fromkeys(("day", "days", "jour", "jours"), 1.0),
    **dict.fromkeys(("week", "weeks", "semaine", "semaines"), 7.0),
    **dict.fromkeys(("month", "months", "mois"), 30.44),
    **dict.fromkeys(("year", "years", "an", "ans", "années"), 365.25),
}
# The first and the last month of a season; a winter ends in the next year.
SEASONS = {
    **dict.fromkeys(("spring", "printemps"), ((3, 5), (4, 6))),
    **dict.fromkeys(("summer", "été"), ((6, 8), (7, 9), (7, 8), (6, 9))),
    **dict.fromkeys(("fall", "autumn", "automne"), ((9, 11), (10, 12))),
}


def mentions(sentence: Sentence, context: Context) -> list[Mention]:
    """The times of a sentence in its order; the longer name wins where two overlap."""
    held = context.told.held
    if held is None or held[0] is not sentence:
        maybe = _maybe(context.language).search(sentence.low, sentence.start, sentence.end)
        found = list(_kept(_found(sentence, context))) if maybe else []
        held = context.told.held = (sentence, found)
    return list(held[1])


@cache
def _maybe(language: str) -> re.Pattern[str]:
    """What no sentence that names a time goes without: asked first, as many name none."""
    months = "|".join(map(re.escape, LEXICONS[language].months))
    return re.compile(rf"(?:19|20)\d\d|\b(?:{months})\b|{_WORDS[language]}")


_WORDS = {
    "en": r"year|month|week|days|quarter|half|\bq[1-4]\b|so far|since|ever\b|record|histor|to date"
    r"|all[- ]time|spring|summer|fall|autumn",
    "fr": r"anné|\bans?\b|mois|semaine|jours|trimestre|semestre|moitié|\bt[1-4]\b|depuis"
    r"|jamais|histor|à ce jour|de tous les temps|jusqu|été|automne|printemps|période",
}


def _kept(found: Iterable[Mention]) -> Iterator[Mention]:
    end = -1
    for mention in sorted(found, key=lambda each: (each.start, -each.end)):
        if mention.start >= end:
            end = mention.end
            yield mention


def _found(sentence: Sentence, context: Context) -> Iterator[Mention]:
    days = [(token.start, token.end) for token in sentence.tokens if token.sign == "DATE"]
    for pattern, read in _patterns(context.language):
        for match in pattern.finditer(sentence.low, sentence.start, sentence.end):
            if any(start <= match.start() and match.end() <= end for start, end in days):
                continue  # the year of a date
            mention = read(match, context)
            if mention is not None:
                yield mention


Reader = Callable[[re.Match[str], Context], Mention | None]


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    forms = _FRENCH if language == "fr" else _ENGLISH
    words = LEXICONS[language]
    month = rf"(?:{'|'.join(sorted(map(re.escape, words.months), key=len, reverse=True))})\b\.?"
    number = rf"(?:\d{{1,2}}|{'|'.join(sorted(words.numbers, key=len, reverse=True))})"
    ordinals = "|".join(sorted(words.ordinals, key=len, reverse=True))
    ordinal = rf"(?:{ordinals}|\d(?:{words.ordinal_endings}))"
    parts = {"M": month, "Y": r"(?:19|20)\d\d(?![\d%]|[,.]\d)", "D": r"\d{1,2}(?:st|nd|rd|th|er)?"}
    parts |= {"N": number, "O": ordinal}
    return tuple(
        (
            re.compile(re.sub(r"<(\w+)=([MYDNO])>", lambda m: rf"(?P<{m[1]}>{parts[m[2]]})", form)),
            read,
        )
        for form, read in forms
    )


# ---- what is written, read ----


def _month(match: re.Match[str], group: str, context: Context) -> int:
    word = (match[group] or "").rstrip(".")
    months = LEXICONS[context.language].months
    return months.get(word) or months.get(word + ".") or 0


def _number(word: str, context: Context) -> int:
    if word.isdigit():
        return int(word)
    words = LEXICONS[context.language]
    if word in words.numbers:
        return words.numbers[word]
    return words.ordinals.get(word) or int(re.sub(r"\D", "", word) or 0)


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def last_of(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def year_of(day: dt.date) -> Days:
    return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)


def _base(context: Context) -> dt.date:
    return context.horizon.date if context.horizon else context.as_of.date()


def _today(context: Context) -> dt.date:
    return min(context.as_of.date(), dt.date.max)


def _years(month: int, written: str | None, context: Context) -> list[int]:
    """The years that a month may lie in, the likeliest first."""
    if written:
        return [int(written)]
    today = _today(context)
    likely = today.year if month <= today.month else today.year - 1
    told = context.told.years
    bases = [_base(context).year, likely, *told]
    found = [year for year in bases if dt.date(year, month, 1) <= today]
    return list(dict.fromkeys([likely, *found]))


def _last(context: Context) -> list[Mention]:
    return [mention for mention in context.told if not mention.vague][:2]


def _safe(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _made(
    match: re.Match[str], days: Iterable[Days], *, ever: bool = False, is_open: bool = False
) -> Mention | None:
    kept = tuple(dict.fromkeys((a, b) for a, b in days if a <= b))
    if not kept:
        return None
    return Mention(match.start(), match.end(), kept, open=is_open, ever=ever)


def _has(match: re.Match[str], name: str) -> str | None:
    return match[name] if name in match.re.groupindex else None


def _day_range(match: re.Match[str], context: Context) -> Mention | None:
    """From September 14 to 29; du 14 au 29 septembre 2026."""
    later = _month(match, "m2", context) if match["m2"] else 0
    first = _month(match, "m1", context) if match["m1"] else later
    later = later or first
    found = []
    for year in _years(later, match["y2"], context):
        begin = int(match["y1"]) if match["y1"] else year - (first > later)
        start, end = _safe(begin, first, _day(match["d1"])), _safe(year, later, _day(match["d2"]))
        if start and end:
            found.append((start, end))
    return _made(match, found)


def _month_range(match: re.Match[str], context: Context) -> Mention | None:
    """From January to June 2026."""
    first, later = _month(match, "m1", context), _month(match, "m2", context)
    found = []
    for year in _years(later, match["y2"], context):
        begin = int(match["y1"]) if match["y1"] else year - (first > later)
        found.append((dt.date(begin, first, 1), last_of(year, later)))
    return _made(match, found)


def _year_range(match: re.Match[str], context: Context) -> Mention | None:
    first, last = int(match["y1"]), int(match["y2"])
    return _made(match, [(dt.date(first, 1, 1), dt.date(last, 12, 31))])


def _part(match: re.Match[str], context: Context) -> Mention | None:
    """The third quarter, la seconde moitié de septembre, the first nine months of 2026."""
    which = _number(match["o"], context) if _has(match, "o") else int(match["q"])
    name = _has(match, "part") or ("quarter" if _has(match, "q") else "")
    size = PARTS.get(name, 3)
    if _has(match, "month"):
        return _half_of_month(match, which, context)
    if name in ("half", "semestre", "moitié") and which > 2:
        return None
    if which * size > 12:
        return None
    years = _years_of_part(match, which * size, context)
    return _made(
        match,
        [(dt.date(y, (which - 1) * size + 1, 1), last_of(y, which * size)) for y in years],
    )


def _years_of_part(match: re.Match[str], month: int, context: Context) -> list[int]:
    written = _has(match, "y")
    if written:
        return [int(written)]
    today = _today(context)
    years = [_base(context).year, *context.told.years]
    if "last" in match[0] or "dernier" in match[0] or "passé" in match[0]:
        years = [today.year - 1]
    return list(dict.fromkeys(years))


def _half_of_month(match: re.Match[str], which: int, context: Context) -> Mention | None:
    month = _month(match, "month", context)
    found = []
    for year in _years(month, _has(match, "y"), context):
        middle = dt.date(year, month, 15)
        first = (dt.date(year, month, 1), middle)
        found.append(first if which == 1 else (dt.date(year, month, 16), last_of(year, month)))
    return _made(match, found) if which < 3 else None


def _first_months(match: re.Match[str], context: Context) -> Mention | None:
    """The first nine months of 2026."""
    size = _number(match["n"], context)
    if not 0 < size <= 12:
        return None
    years = _years_of_part(match, size, context)
    return _made(match, [(dt.date(year, 1, 1), last_of(year, size)) for year in years])


def _last_months(match: re.Match[str], context: Context) -> Mention | None:
    """The last three months of 2025."""
    size = _number(match["n"], context)
    if not 0 < size < 12:
        return None
    years = _years_of_part(match, 12, context)
    return _made(match, [(dt.date(y, 13 - size, 1), dt.date(y, 12, 31)) for y in years])


def _until(match: re.Match[str], context: Context) -> Mention | None:
    """By the end of June, jusqu'au 19 août: from the begin of the year."""
    month = _month(match, "month", context)
    found = []
    years = _years(month, _has(match, "y"), context)
    for year in [*years, *([] if _has(match, "y") else [years[0] - 1])]:
        day = _has(match, "d")
        end = _safe(year, month, _day(day)) if day else last_of(year, month)
        if end:
            found.append((dt.date(year, 1, 1), end))
    return _made(match, found)


def _since(match: re.Match[str], context: Context) -> Mention | None:
    """Since August 2024, depuis le 14 septembre."""
    today, found = _today(context), []
    month = _month(match, "month", context) if _has(match, "month") else 1
    day = _day(match["d"]) if _has(match, "d") else 1
    for year in _years(month, _has(match, "y"), context):
        start = _safe(year, month, day)
        if start and start <= today:
            found.append((start, today))
            if not _has(match, "d"):
                end = last_of(year, month) if _has(match, "month") else dt.date(year, 12, 31)
                found.append((min(end, today) + dt.timedelta(1), today))
                found.append((start, end))
    return _made(match, found, is_open=True)


def _since_year_began(match: re.Match[str], context: Context) -> Mention | None:
    return _made(match, [(dt.date(_base(context).year, 1, 1), _today(context))], is_open=True)


def _one_month(match: re.Match[str], context: Context) -> Mention | None:
    month = _month(match, "month", context)
    word = match["month"].rstrip(".")
    is_word = word in ("may", "march", "mar", "dec", "sep", "oct") and not match["y"]
    if is_word and not (word in ("may", "march") and match["lead"]):
        return None
    years = _years(month, match["y"], context)
    return _made(match, [(dt.date(year, month, 1), last_of(year, month)) for year in years])


def _one_year(match: re.Match[str], context: Context) -> Mention | None:
    year = int(match["y"])
    if not 2015 <= year <= _today(context).year:
        return None
    return _made(match, [(dt.date(year, 1, 1), dt.date(year, 12, 31))])


def _this_year(match: re.Match[str], context: Context) -> Mention | None:
    years = dict.fromkeys((_base(context).year, *_told_years(match, context)))
    today = _today(context)
    found = [(dt.date(y, 1, 1), min(dt.date(y, 12, 31), today)) for y in years]
    if match[0] in ("so far", "jusqu'ici", "jusqu'à maintenant"):
        found.append((BEGIN, today))
    return _made(match, found)


def _told_years(match: re.Match[str], context: Context) -> Iterator[int]:
    """That year: the one that was spoken of."""
    if "this" in match[0] or "cette année" in match[0]:
        return
    yield from context.told.years[:1]


def _last_year(match: re.Match[str], context: Context) -> Mention | None:
    named = [
        int(year) for year in _YEAR.findall(match.string, max(match.start() - 90, 0), match.start())
    ]
    bases = (_base(context).year, _today(context).year, *named[-1:], *context.told.years[:2])
    years = dict.fromkeys(year - 1 for year in bases)
    return _made(match, [(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in years])


def _same_period(match: re.Match[str], context: Context) -> Mention | None:
    """The same period of last year: up to the same day."""
    base = _base(context)
    written = _has(match, "y")
    year = int(written) if written else base.year - 1
    ends = [base, _today(context)]
    ends += [m.days[0][1] for m in _last(context) if m.days[0][1].year == base.year]
    found = [
        (dt.date(year, 1, 1), end) for e in ends if (end := _safe(year, e.month, min(e.day, 28)))
    ]
    found += [(dt.date(year, 1, 1), end) for e in ends if (end := _safe(year, e.month, e.day))]
    found += [
        (first, last)
        for m in _last(context)
        if (first := _safe(year, m.days[0][0].month, m.days[0][0].day))
        and (last := _safe(year, m.days[0][1].month, m.days[0][1].day))
    ]
    return _made(match, found)


def _this_month(match: re.Match[str], context: Context) -> Mention | None:
    base, today = _base(context), _today(context)
    days = [(day.replace(day=1), last_of(day.year, day.month)) for day in (base, today)]
    if not ("this" in match[0] or match[0].startswith("ce")):
        told = [m.days[0] for m in _last(context) if is_month(m.days[0])]
        days = [*told, *days]
    return _made(match, days)


def is_month(days: Days) -> bool:
    first, last = days
    return first.day == 1 and (first.year, first.month) == (last.year, last.month)


def _last_month(match: re.Match[str], context: Context) -> Mention | None:
    found = []
    for day in (_today(context), _base(context)):
        end = day.replace(day=1) - dt.timedelta(days=1)
        found.append((end.replace(day=1), end))
    return _made(match, found)


def _week(day: dt.date) -> Days:
    monday = day - dt.timedelta(days=day.weekday())
    return monday, monday + dt.timedelta(days=6)


def _this_week(match: re.Match[str], context: Context) -> Mention | None:
    days = [_base(context), _today(context), *reversed(context.days)]
    return _made(match, [_week(day) for day in days])


def _last_week(match: re.Match[str], context: Context) -> Mention | None:
    back = dt.timedelta(days=7)
    days = [_today(context) - back, _base(context) - back, _base(context)]
    return _made(match, [_week(day) for day in days])


def _week_of(match: re.Match[str], context: Context) -> Mention | None:
    """The week of September 14, la semaine du 14 septembre."""
    month = _month(match, "month", context)
    found = []
    for year in _years(month, _has(match, "y"), context):
        day = _safe(year, month, _day(match["d"]))
        if day:
            found += [_week(day), (day, day + dt.timedelta(days=6))]
    return _made(match, found)


def _week_of_month(match: re.Match[str], context: Context) -> Mention | None:
    """The first week of September."""
    month = _month(match, "month", context)
    last = match["o"] in ("last", "final", "dernière")
    which = 0 if last else _number(match["o"], context)
    found: list[Days] = []
    for year in _years(month, _has(match, "y"), context):
        if last:
            end = last_of(year, month)
            found += [_week(end), (end - dt.timedelta(days=6), end)]
            found.append(_week(end - dt.timedelta(days=7)))
            continue
        first = dt.date(year, month, 1)
        monday = _week(first)[0] + dt.timedelta(days=7 * (which - 1))
        for start in (monday, monday + dt.timedelta(days=7), first + dt.timedelta(7 * which - 7)):
            found.append((start, start + dt.timedelta(days=6)))
    return _made(match, found)


def _span(match: re.Match[str], context: Context) -> Mention | None:
    """Over the past two weeks, en trois jours: back from the draw, or from today."""
    size = _number(match["n"], context) * UNITS[match["unit"]]
    if not 1 <= size <= 4000:
        return None
    ends = [_base(context), _today(context), *reversed(context.days[-2:])]
    exact = [round(size), round(size) - 1, round(size) + 1]
    lengths = dict.fromkeys([*exact, *(round(size * share) for share in (0.87, 0.93, 1.07, 1.13))])
    found = [(end - dt.timedelta(days=n), end) for end in ends for n in lengths]
    if match["unit"] in ("week", "weeks", "semaine", "semaines"):
        weeks = dt.timedelta(days=7 * (_number(match["n"], context) - 1))
        found += [(_week(end)[0] - weeks, _week(end)[1]) for end in ends]
    return _made(match, found)


def _season(match: re.Match[str], context: Context) -> Mention | None:
    written = _has(match, "y")
    year = int(written) if written else _base(context).year
    months = SEASONS[match["season"]]
    return _made(match, [(dt.date(year, a, 1), last_of(year, b)) for a, b in months])


def _ever(match: re.Match[str], context: Context) -> Mention | None:
    return _made(match, [(BEGIN, _today(context))], ever=True)


def _vague(match: re.Match[str], context: Context) -> Mention | None:
    return Mention(match.start(), match.end(), (), vague=True)


_ENGLISH: tuple[tuple[str, Reader], ...] = (
    (
        r"\b(?:(?:from|between) )?<m1=M> <d1=D>(?:,? <y1=Y>)?(?: ?- ?| to | and | through | until )"
        r"(?:<m2=M> )?<d2=D>\b(?!,\d{3}| ?(?:points|people|candidates|invitations))(?:,? <y2=Y>)?",
        _day_range,
    ),
    (
        r"\b(?:from|between) (?:the )?<d1=D>(?: <m1=M>)?(?: <y1=Y>)?(?: ?- ?| to | and | through "
        r"| until )"
        r"(?:the )?<d2=D> (?:of )?<m2=M>(?:,? <y2=Y>)?",
        _day_range,
    ),
    (
        r"\b(?:(?:from|between) )?<m1=M>(?: <y1=Y>)?(?: ?- ?| to | and | through "
        r"| until )<m2=M>\b(?! \d{1,2}\b)"
        r"(?:,? (?:of )?<y2=Y>)?",
        _month_range,
    ),
    (r"\b(?:from|between) <y1=Y> (?:to|and|through) <y2=Y>", _year_range),
    (
        r"\b(?P<o>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<part>half|quarter)"
        r"(?:,? (?:of |in )?(?:(?:the|this|last) (?:calendar )?year|<month=M>(?:,? <y=Y>)?))?",
        _part,
    ),
    (
        r"\b(?P<o>first|second|third|fourth|1st|2nd|3rd|4th) (?P<part>half|quarter),? (?:of "
        r"|in )?<y=Y>",
        _part,
    ),
    (r"\bq(?P<q>[1-4])\b(?:,? (?:of )?<y=Y>)?", _part),
    (
        r"\bfirst <n=N> months(?:,? (?:of |in )?(?:(?:the|this|last) (?:calendar )?year|<y=Y>))?",
        _first_months,
    ),
    (r"\b(?:last|final) <n=N> months of (?:(?:the|this|last) year|<y=Y>)", _last_months),
    (
        r"\b(?:by|until|through|up to|to|as of|as at|before)(?: the)?(?: end of"
        r"| close of)? <month=M>"
        r"(?: <d=D>\b(?!,\d{3}))?(?:,? <y=Y>)?",
        _until,
    ),
    (
        r"\bsince (?:(?:the )?(?:start|beginning|end) of |early |mid-"
        r"|late )?<month=M>(?: <d=D>\b(?!,\d{3}))?"
        r"(?:,? (?:of )?<y=Y>)?",
        _since,
    ),
    (r"\bsince (?:the (?:start|beginning|end) of )?(?:early |late )?<y=Y>", _since),
    (
        r"\bsince (?:the )?(?:start|beginning|begin|turn) of (?:the|this) (?:calendar )?year"
        r"|\bsince new year",
        _since_year_began,
    ),
    (
        r"\b(?:this|the|that|current|same) (?:calendar )?year(?! ago| before| earlier)(?: so far"
        r"| to date)?"
        r"|\bso far this year|\byear[- ]to[- ]date|\bthe year's|\bso far\b|\bto date this year",
        _this_year,
    ),
    (
        r"\blast year\b|\bthe (?:previous|prior) year\b|\bthe year before\b|\ba year earlier\b",
        _last_year,
    ),
    (
        r"\b(?:the )?same (?:period|point|time|stretch|months|span)(?: (?:in|of))? (?:last year"
        r"|a year (?:ago|earlier)"
        r"|<y=Y>)|\bby this (?:time|point) last year|\bat this (?:time|point) (?:last year"
        r"|in <y2=Y>)",
        _same_period,
    ),
    (r"\b(?:this|the|that) month\b(?! ago| before| earlier)", _this_month),
    (r"\blast month\b|\bthe (?:previous|prior) month\b", _last_month),
    (
        r"\b(?:this|the|that) week\b(?! of| ago| before| earlier)|\ball week\b"
        r"|\b(?:over|for|in|of) the week\b",
        _this_week,
    ),
    (r"\blast week\b|\bthe (?:previous|prior|past) week\b", _last_week),
    (r"\bweek (?:of|beginning|starting|from) <month=M> <d=D>\b(?:,? <y=Y>)?", _week_of),
    (
        r"\b(?P<o>first|second|third|fourth|last|final) week of <month=M>(?:,? <y=Y>)?",
        _week_of_month,
    ),
    (
        r"\b(?:over|in|during|within|across|for)(?: about| just| only| roughly)?(?: the| these"
        r"| those)?"
        r"(?: last| past| previous| latest)? <n=N> (?P<unit>days|weeks|months|years)\b",
        _span,
    ),
    (
        r"\b(?:the |these |those )?(?:last|past|previous) <n=N> (?P<unit>days|weeks|months"
        r"|years)\b",
        _span,
    ),
    (
        r"\b(?:this|in the|over the|last|the) (?P<season>spring|summer|fall"
        r"|autumn)\b(?:(?: of)? <y=Y>)?"
        r"|\bsince (?P<season2>xxx)",
        _season,
    ),
    (r"\b(?P<season>spring|summer|fall|autumn)(?: of)? <y=Y>", _season),
    (
        r"\b(?:ever|in (?:the |[\w' -]{1,24} )?history|on record|all[- ]time|to date"
        r"|in the record books"
        r"|since (?:the )?(?:[\w' -]{1,30} )?(?:launch\w*|creation|inception|began|introduc\w*"
        r"|created|started|2015"
        r"|debut\w*))\b",
        _ever,
    ),
    (r"\bsince (?=[a-z])|\bbetween that\b|\bin between\b|\bsince,", _vague),
    (
        r"(?P<lead>\b(?:in|of|for|during|since|late|early|mid-|last"
        r"|this) )?\b<month=M>(?! \d{1,2}\b(?!,\d{3}))(?:,? (?:of )?<y=Y>)?",
        _one_month,
    ),
    (r"(?<![\d.,_#$-])(?<!\d )<y=Y>(?!-\d)", _one_year),
)
_FRENCH: tuple[tuple[str, Reader], ...] = (
    (
        r"\b(?:du |entre le |de )<d1=D>(?: <m1=M>)?(?: <y1=Y>)?(?: au | et le | jusqu'au |-)"
        r"<d2=D> <m2=M>(?: <y2=Y>)?",
        _day_range,
    ),
    (
        r"\b(?:d[e']\s?|entre |du mois de )?<m1=M>(?: <y1=Y>)?(?: à | et | jusqu'en | jusqu'à "
        r"|-)<m2=M>\b(?: (?:de )?<y2=Y>)?",
        _month_range,
    ),
    (r"\b(?:de|entre) <y1=Y> (?:à|et) <y2=Y>", _year_range),
    (
        r"\b(?P<o>premier|première|deuxième|second|seconde|troisième|quatrième|1er|2e|3e"
        r"|4e) (?P<part>semestre|trimestre|moitié)"
        r"(?: (?:de |d')?(?:l'année(?: dernière)?|l'an dernier|cette année|<y=Y>|<month=M>))?",
        _part,
    ),
    (r"\bt(?P<q>[1-4])\b(?: (?:de )?<y=Y>)?", _part),
    (
        r"\b<n=N> premiers mois(?: (?:de |d')?(?:l'année|cette année|<y=Y>))?",
        _first_months,
    ),
    (r"\b<n=N> derniers mois de (?:l'année|<y=Y>)", _last_months),
    (
        r"\b(?:à la fin (?:de |d'|du mois de |du mois d')|jusqu'(?:à la fin (?:de |d')|à |en "
        r"|au )|avant la fin (?:de |d')|fin |d'ici la fin (?:de |d'))"
        r"(?:<d=D> )?<month=M>(?: <y=Y>)?",
        _until,
    ),
    (
        r"\b(?:en date du |au )<d=D> <month=M>(?: <y=Y>)?",
        _until,
    ),
    (
        r"\bdepuis (?:le (?:début|mois) (?:de |d'|du mois de )|la fin (?:de |d')"
        r"|le )?(?:<d=D> )?<month=M>(?: <y=Y>)?",
        _since,
    ),
    (r"\bdepuis (?:le début (?:de |d')|la fin (?:de |d'))?(?:l'année )?<y=Y>", _since),
    (
        r"\bdepuis le (?:début|commencement) de (?:l'année|cette année)|\bdepuis janvier",
        _since_year_began,
    ),
    (
        r"\b(?:cette|de l'|de cette|dans l'|pour l'|l')\s?année(?:-là)?\b(?! dernière| précédente"
        r"| passée| 20\d\d)(?: en cours)?"
        r"|\bjusqu'ici\b|\bjusqu'à maintenant\b|\bà ce jour cette année",
        _this_year,
    ),
    (
        r"\bl'an (?:dernier|passé)|\bl'année (?:dernière|précédente|passée|d'avant)"
        r"|\bun an plus tôt",
        _last_year,
    ),
    (
        r"\b(?:la )?(?:même|pareille) (?:période|date|moment|époque)(?: (?:de"
        r"|en))? (?:l'an (?:dernier|passé)|l'année (?:dernière|précédente)|<y=Y>)"
        r"|\bau même (?:point|moment) (?:l'an dernier|en <y2=Y>)",
        _same_period,
    ),
    (r"\bce mois(?:-ci|-là)?\b|\bdu mois\b(?! d)|\bdans le mois\b", _this_month),
    (r"\ble mois (?:dernier|précédent|passé)", _last_month),
    (r"\bcette semaine(?:-là)?\b|\bde la semaine\b|\bdans la semaine\b", _this_week),
    (r"\bla semaine (?:dernière|précédente|passée)", _last_week),
    (r"\bsemaine du <d=D>(?: au \d{1,2})? <month=M>(?: <y=Y>)?", _week_of),
    (
        r"\b(?P<o>première|deuxième|seconde|troisième|quatrième|dernière) semaine (?:de |d'"
        r"|du mois de )<month=M>(?: <y=Y>)?",
        _week_of_month,
    ),
    (
        r"\b(?:en|sur|durant|pendant|dans|au cours)(?: de| des| les| ces)?(?: environ| seulement"
        r"| à peine)?"
        r"(?: derniers| dernières)? ?<n=N>(?: derniers| dernières)? (?P<unit>jours|semaines|mois"
        r"|ans)\b",
        _span,
    ),
    (
        r"\b(?:les |des |ces )<n=N> (?:derniers|dernières) (?P<unit>jours|semaines|mois|années)\b",
        _span,
    ),
    (
        r"\b(?:cet |l'|à l'|de l'|ce |le |au )(?P<season>été|automne|printemps)(?: (?:de )?<y=Y>"
        r"| dernier)?",
        _season,
    ),
    (
        r"\b(?:jamais|de (?:l'|son |leur |cette )histoire|à ce jour|de tous les temps|historique"
        r"|depuis (?:le lancement"
        r"|la création|la mise en place"
        r"|l'instauration|le début du (?:système|programme)|les débuts|l'arrivée|son lancement"
        r"|sa création|2015))\b",
        _ever,
    ),
    (r"\bdepuis (?=[a-z])|\bentre cette\b|\bentre-temps\b|\bdepuis,", _vague),
    (
        r"(?P<lead>\b(?:en|de|d'|du mois de|fin|début"
        r"|mi-) ?)?(?<!\d )(?<!1er )\b<month=M>(?: (?:de )?<y=Y>)?",
        _one_month,
    ),
    (r"(?<![\d.,_#$-])(?<!\d )<y=Y>(?!-\d)", _one_year),
)
