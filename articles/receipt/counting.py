"""How many figures a text has, and how many of them are bound to the record."""

import re
from collections.abc import Iterable

from articles.claims import Texts
from articles.claims.texts import Part, parts_of
from publish.formats import ENGLISH, FRENCH

_MONTHS = "|".join((*ENGLISH.months, *FRENCH.months, *ENGLISH.short_months))
_BLANK = "[ \u00a0\u202f]"
# A day or a time is one figure, and so is a number with its thousands and decimals.
_FIGURE = re.compile(
    rf"\d{{1,2}}(?:er)?{_BLANK}(?:{_MONTHS})\.?(?:{_BLANK}\d{{4}})?"
    rf"|(?:{_MONTHS})\.?{_BLANK}\d{{1,2}}(?:,{_BLANK}\d{{4}})?"
    r"|\d{1,2}:\d{2}(?::\d{2})?"
    rf"|\d{{1,2}}{_BLANK}h(?:{_BLANK}\d{{2}})?"
    rf"|\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+|\d+(?:[.,]\d+)?",
    re.IGNORECASE,
)


def count(texts: Texts) -> tuple[int, int]:
    """(figures, bound figures) in everything that readers read as text."""
    parts = list(parts_of(texts))
    bound = sum(len(part.figures) for part in parts)
    return bound + sum(_typed(part) for part in parts), bound


def _typed(part: Part) -> int:
    return sum(len(_FIGURE.findall(words)) for words in _between(part))


def _between(part: Part) -> Iterable[str]:
    """The words that no bound figure holds."""
    last = 0
    for figure in part.figures:
        yield part.text[last : figure.start]
        last = figure.end
    yield part.text[last:]
