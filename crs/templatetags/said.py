"""What the rules say, in the language of the page: {{ line.rule|in_words }}."""

import datetime as dt
import re

from django import template
from django.utils.translation import get_language, gettext

from crs.eligibility import Eligibility
from crs.eligibility.grid import Grid
from crs.official import PAGES
from crs.pages.words import label
from crs.sentences import SENTENCES
from crs.wording import Said
from draws.families import FAMILIES
from publish.formats import day, figure

register = template.Library()
THOUSAND = 1000
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
register.filter(label)


@register.filter
def in_words(said: Said) -> str:
    values = {name: _shown(value) for name, value in said.values.items()}
    return Said(said.code, values).in_words(gettext)


def _shown(value: object) -> object:
    """A figure of the rules as the page writes it: days, thousands and decimals."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        return day(dt.date.fromisoformat(value))
    if isinstance(value, int) and value >= THOUSAND:
        return figure(value)
    if isinstance(value, float):
        text = f"{value:g}"
        return text.replace(".", ",") if (get_language() or "").startswith("fr") else text
    return value


@register.filter
def sentence(code: str) -> str:
    """A sentence without figures, by its code."""
    return gettext(SENTENCES[code])


@register.filter
def as_day(ruleset: str) -> dt.date:
    """The first day of a rule set, which is its name."""
    return dt.date.fromisoformat(ruleset)


@register.filter
def unlocalized(number: int) -> str:
    """As it stands in an address."""
    return str(number)


@register.simple_tag
def official(key: str) -> str:
    """The address of an official page."""
    return PAGES[key]


@register.filter
def family_name(key: str) -> str:
    return str(FAMILIES[key].name)


@register.filter
def grid_rows(grid: Grid) -> list[tuple[str, int, int]]:
    """(factor, points, most) of the grid, in its order."""
    return [(key, points, grid.most[key]) for key, points in grid.parts.items()]


@register.filter
def is_open(answer: Eligibility) -> bool:
    """Whether a program depends on an answer that was not given."""
    return any(each.verdict == "missing" for each in answer.programs)


@register.filter
def roughly(people: int) -> int:
    """An estimate with three figures: 94,200 for 94,198, which nobody knows."""
    unit = 10 ** max(len(str(people)) - 3, 0)
    return int(round(people / unit) * unit)
