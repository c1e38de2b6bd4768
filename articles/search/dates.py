"""Years and months among the words of a query, in either language."""

from functools import cache

from articles.search.folding import fold
from articles.search.query import stem
from publish.formats import ENGLISH, FRENCH

YEARS = range(2015, 2100)


def year_in(words: tuple[str, ...]) -> int | None:
    """The first year that draws can have been held in."""
    return next((int(w) for w in words if len(w) == 4 and w.isdigit() and int(w) in YEARS), None)


def month_in(words: tuple[str, ...]) -> int | None:
    """The number of the first month that is named."""
    return next((months()[word] for word in words if word in months()), None)


def day_in(words: tuple[str, ...]) -> int | None:
    """The first number that can be the day of a month; "1er" as well."""
    numbers = (word.removesuffix("er") for word in words)
    return next((int(n) for n in numbers if len(n) < 3 and n.isdigit() and 0 < int(n) < 32), None)


@cache
def months() -> dict[str, int]:
    """Stemmed name of a month in either language -> its number."""
    return {
        stem(fold(name)): number
        for forms in (ENGLISH, FRENCH)
        for names in (forms.months, forms.short_months)
        for number, name in enumerate(names, 1)
    }
