"""Years and months among the words of a query, in either language."""

from functools import cache

from articles.search.query import fold, stem
from publish.formats import ENGLISH, FRENCH

YEARS = range(2015, 2100)


def year_in(words: tuple[str, ...]) -> int | None:
    """The first year that draws can have been held in."""
    return next((int(w) for w in words if len(w) == 4 and w.isdigit() and int(w) in YEARS), None)


def month_in(words: tuple[str, ...]) -> int | None:
    """The number of the first month that is named."""
    return next((_months()[word] for word in words if word in _months()), None)


@cache
def _months() -> dict[str, int]:
    """Stemmed name of a month in either language -> its number."""
    return {
        stem(fold(name)): number
        for forms in (ENGLISH, FRENCH)
        for names in (forms.months, forms.short_months)
        for number, name in enumerate(names, 1)
    }
