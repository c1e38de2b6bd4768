"""What the rules say, in the language of the page: {{ line.rule|in_words }}."""

import datetime as dt

from django import template
from django.utils.translation import get_language, gettext

from crs.official import PAGES
from crs.pages.words import label
from crs.wording import SENTENCES, Said

register = template.Library()
register.filter(label)


@register.filter
def in_words(said: Said) -> str:
    return said.in_words(gettext)


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
    """The official page; in French where its address is known to differ by the language alone."""
    return official_page(PAGES[key])


@register.filter
def official_page(address: str) -> str:
    french = (get_language() or "").startswith("fr")
    return FRENCH.get(address, address) if french else address


# The French twins of crs.official.PAGES: only those whose address we have seen.
FRENCH: dict[str, str] = {}
