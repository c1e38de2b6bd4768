"""How many figures a text has, and how many of them are bound to the record."""

import re

from articles.claims import Texts
from publish.formats import ENGLISH, FRENCH

_MONTHS = "|".join((*ENGLISH.months, *FRENCH.months, *ENGLISH.short_months))
_BLANK = "[ \u00a0\u202f]"
# Stored text has one form only: see articles.prose.
_BOUND = re.compile(r"<data [^>]*>[^<]*</data>")
_TAG = re.compile(r"<[^>]*>")
# A day or a time is one figure, and so is a number with its thousands and decimals.
_FIGURE = re.compile(
    rf"\d{{1,2}}(?:er)?{_BLANK}(?:{_MONTHS})\.?(?:{_BLANK}\d{{4}})?"
    rf"|(?:{_MONTHS})\.?{_BLANK}\d{{1,2}}(?:,{_BLANK}\d{{4}})?"
    r"|\d{1,2}:\d{2}(?::\d{2})?"
    rf"|\d{{1,2}}{_BLANK}h(?:{_BLANK}\d{{1,2}}(?:{_BLANK}min(?:{_BLANK}\d{{1,2}}{_BLANK}s)?)?)?"
    rf"|\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+|\d+(?:[.,]\d+)?",
    re.IGNORECASE,
)


def count(texts: Texts) -> tuple[int, int]:
    """(figures, bound figures) in everything that readers read as text."""
    prose = [texts.body_html, *(answer for _question, answer in texts.questions)]
    lines = [texts.headline, texts.standfirst, *texts.captions]
    lines += [question for question, _answer in texts.questions]
    typed, bound = 0, 0
    for html in prose:
        words, here = _BOUND.subn(" ", html)
        bound += here
        typed += len(_FIGURE.findall(_TAG.sub(" ", words)))
    return bound + typed + sum(len(_FIGURE.findall(line)) for line in lines), bound
