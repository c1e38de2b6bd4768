"""Words about episodes: how long, and in which language a text stands there."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from articles.models import active_language

register = template.Library()


@register.filter
def length(seconds: int) -> str:
    """1 min 5 s; 40 s."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return _("%(seconds)s s") % {"seconds": rest}
    return _("%(minutes)s min %(seconds)s s") % {"minutes": minutes, "seconds": rest}


@register.filter
def megabytes(size: int) -> str:
    """under 1 MB, 12 MB."""
    whole = round(size / 1_000_000)
    if whole < 1:
        return _("under 1 MB")
    return _("%(size)s MB") % {"size": whole}


@register.filter
def foreign(row: Any, field: str) -> str:
    """The language of `row.<field>` where it is not that of the page, else "": for `lang`."""
    own = active_language()
    if getattr(row, f"{field}_{own}"):
        return ""
    return "en" if own == "fr" else "fr"
