"""The functions of publish.formats in templates, and `<time>` around a date or a moment."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from publish import formats

register = template.Library()

for function in (
    formats.figure,
    formats.change,
    formats.share,
    formats.day,
    formats.long_day,
    formats.short_day,
    formats.month,
    formats.moment,
    formats.long_moment,
    formats.minute,
    formats.ottawa,
    formats.ordinal,
    formats.series,
):
    register.filter(function.__name__, function)

# The forms that `when` can give a date or a moment.
FORMS: dict[str, Callable[..., str]] = {
    form.__name__: form
    for form in (
        formats.day,
        formats.long_day,
        formats.short_day,
        formats.moment,
        formats.long_moment,
        formats.bare_moment,
        formats.minute,
        formats.newsroom,
        formats.newsroom_day,
    )
}
FRENCH_FIRST = re.compile(r"\b1er\b")


def _raised(text: str) -> SafeString:
    """1er with its raised letters. `text` is ours: digits, month names and time words."""
    french = (get_language() or "").startswith("fr")
    return mark_safe(FRENCH_FIRST.sub("1<sup>er</sup>", text) if french else text)  # noqa: S308


def _iso(value: date) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return value.isoformat()


@register.simple_tag
def when(value: date, form: str = "day") -> SafeString:
    """`<time datetime="2026-02-17">17 Feb 2026</time>`; `form` names a function of formats."""
    return format_html('<time datetime="{}">{}</time>', _iso(value), _raised(FORMS[form](value)))


@register.filter
def magnitude(n: int) -> int:
    """A difference without its sign: "2 points lower" for −2."""
    return abs(n)
