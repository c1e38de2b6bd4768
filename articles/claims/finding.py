"""Finding the figures and names of a text: the first pattern to claim a word keeps it."""

import re
from collections.abc import Iterator, Mapping

from articles.claims.finders import Finders, finders
from articles.claims.tokens import Day, Span, Token
from draws.records import BANDS

BAND_ENDS = {(band.low, band.high) for band in BANDS}


def find(text: str, original: str, language: str) -> list[Token]:
    """Everything in a text, in its order. `text` is `plain(original)`."""
    seek = finders(language)
    taken = bytearray(len(text))
    found: list[Token] = []
    for tokens in (
        _dates(seek, text),
        _draws(seek, text),
        _bands(seek, text),
        _names(seek.provinces, "PROV", seek, text),  # BC PNP is a province
        _names(seek.families, "FAM", seek, text),
        _months(seek, text, original),
        _times(seek, text),
        _years(seek, text),
        _ordinals(seek, text),
        _numbers(seek, text),
        _spelled(seek, text),
    ):
        for token in tokens:
            if b"\x01" not in taken[token.start : token.end]:
                taken[token.start : token.end] = b"\x01" * (token.end - token.start)
                found.append(token)
    found.sort(key=lambda token: token.start)
    found = list(_with_time_before(found, text))
    return list(_with_words(seek, text, found))


# Between a time and the day after it: 16:55:23 UTC on May 28, 2026.
_BETWEEN = re.compile(r",? ?(?:on|of|du|le|the)? ?")


def _with_time_before(found: list[Token], text: str) -> Iterator[Token]:
    """The tokens; a time that stands before its day is one with it."""
    held: Token | None = None
    for token in found:
        if held is not None:
            between = _BETWEEN.fullmatch(text, held.end, token.start)
            if token.sign == "DATE" and token.day.time is None and between:
                day = token.day._replace(time=held.day.time, seconds=held.day.seconds)
                yield Token("DATE", held.start, token.end, day)
                held = None
                continue
            yield held
        held = token if token.sign == "TIME" else None
        if held is None:
            yield token
    if held is not None:
        yield held


def _with_words(seek: Finders, text: str, found: list[Token]) -> Iterator[Token]:
    """The tokens, and the words between them."""
    at = 0
    for token in found:
        yield from _words(seek, text, at, token.start)
        yield token
        at = token.end
    yield from _words(seek, text, at, len(text))


def _dates(seek: Finders, text: str) -> Iterator[Token]:
    for match in seek.dates.finditer(text):
        day = _day_of(seek, match)
        if day is not None:
            yield Token("DATE", match.start(), match.end(), day)


def _day_of(seek: Finders, match: re.Match[str]) -> Day | None:
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
    elif match["y3"]:
        year, month, day = int(match["y3"]), int(match["m3"]), int(match["d3"])
    else:
        month = seek.lexicon.months[match["month"] or match["month2"]]
        day = int(match["day"] or match["day2"])
        year = int(match["year"] or match["year2"] or 0)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    time = _clock(match)
    if match["ih"]:
        time = (int(match["ih"]), int(match["im"]), int(match["is"] or 0))
    return Day(year, month, day, time, bool(match["second"] or match["is"]))


def _clock(match: re.Match[str]) -> tuple[int, int, int] | None:
    """The time in UTC; None without one, or in another zone."""
    if not match["hour"] or (match["zone"] or "utc") not in ("utc", "gmt", "tuc", "z"):
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return hour, int(match["minute"] or 0), int(match["second"] or 0)


def _months(seek: Finders, text: str, original: str) -> Iterator[Token]:
    for match in seek.months.finditer(text):
        # may, march, mars: words as well as months.
        if match["year"] or match["month"] not in ("may", "march", "mar", "dec", "sep", "oct"):
            named = True
        else:
            named = original[match.start()].isupper() and match["month"] in ("may", "march")
        if named:
            yield Token(
                "MON",
                match.start(),
                match.end(),
                Day(int(match["year"] or 0), seek.lexicon.months[match["month"]], 0),
            )


def _years(seek: Finders, text: str) -> Iterator[Token]:
    for match in seek.year.finditer(text):
        yield Token("YEAR", match.start(), match.end(), Day(int(match[0]), 0, 0))


def _times(seek: Finders, text: str) -> Iterator[Token]:
    for match in seek.time.finditer(text):
        time = _clock(match)
        day = Day(0, 0, 0, time, bool(match["second"]))
        yield Token("TIME", match.start(), match.end(), day)


def _draws(seek: Finders, text: str) -> Iterator[Token]:
    for match in seek.draws.finditer(text):
        group = next(name for name in ("first", "bare", "called") if match[name])
        yield Token("DR", match.start(group), match.end(group), match[group])
        if match["word"] and match["word"].endswith("s"):
            at = match.end()
            while more := seek.listed.match(text, at):
                yield Token("DR", more.start(1), more.end(1), more[1])
                at = more.end()


def _bands(seek: Finders, text: str) -> Iterator[Token]:
    for match in seek.band.finditer(text):
        ends = (int(match["low"]), int(match["high"].replace(",", "").replace("_", "")))
        if ends in BAND_ENDS:
            yield Token("BAND", match.start(), match.end(), Span(*ends))


def _names(pattern: re.Pattern[str], sign: str, seek: Finders, text: str) -> Iterator[Token]:
    for match in pattern.finditer(text):
        yield Token(sign, match.start(), match.end(), seek.slugs[match.lastgroup or ""])


def _ordinals(seek: Finders, text: str) -> Iterator[Token]:
    for match in seek.ordinal.finditer(text):
        value = seek.lexicon.ordinals[match["word"]] if match["word"] else int(match["digits"])
        yield Token("ORD", match.start(), match.end(), value)


def _numbers(seek: Finders, text: str) -> Iterator[Token]:
    for match in seek.number.finditer(text):
        if match["grouped"]:
            digits = re.sub(r"\D", "", match["grouped"])
        elif match["short"]:
            digits = str(round(float(match["short"]) * 1000))
        elif match["rest"] or len(match["plain"]) > 9:
            yield Token("DECIMAL", match.start(), match.end(), 0)
            continue
        else:
            digits = match["plain"]
        yield Token("N", match.start(), match.end(), int(digits))


def _spelled(seek: Finders, text: str) -> Iterator[Token]:
    for match in seek.spelled.finditer(text):
        value = _value(re.split(r"[ -]", match[0]), seek.lexicon.numbers)
        yield Token("NW", match.start(), match.end(), value)


def _value(words: list[str], numbers: Mapping[str, int]) -> int:
    """two thousand five hundred, quatre-vingt-dix."""
    total, part = 0, 0
    for word in words:
        value = numbers.get(word, 0)
        if value == 1000:
            total, part = total + max(part, 1) * 1000, 0
        elif value == 100:
            part = max(part, 1) * 100
        elif value == 20 and part % 100 == 4 and word.startswith("vingt"):
            part += 76
        else:
            part += value
    return total + part


def _words(seek: Finders, text: str, start: int, end: int) -> Iterator[Token]:
    signs = seek.lexicon.symbols
    for match in seek.word.finditer(text, start, end):
        word = match[0]
        sign = signs.get(word)
        if sign is None:
            sign = (
                "NOT"
                if word.endswith("n't")
                else word
                if len(word) == 1 and not word.isalpha()
                else "w"
            )
        yield Token(sign, match.start(), match.end(), word)
