"""The times that a sentence names, as days: in 2026, from 14 to 29 September, the third quarter.

Each mention has every stretch of days that it may mean, the likeliest first.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from articles.claims.context import Context
from articles.claims.lexicon import LEXICONS
from articles.claims.mention import Mention
from articles.claims.sentence import Sentence
from articles.claims.timeforms import ENGLISH, FRENCH, Reader


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


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    forms = FRENCH if language == "fr" else ENGLISH
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
