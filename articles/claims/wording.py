"""The present values as an article would write them, in its language."""

import datetime as dt

from django.utils.translation import override

from draws.families import FAMILIES
from draws.records import RoundRecord
from pnp import registry
from publish import formats
from publish.formats import figure


def number(value: int, language: str) -> str:
    with override(language):
        return figure(value)


def day(value: dt.date, language: str) -> str:
    with override(language):
        return formats.long_day(value)


def month(value: dt.date, language: str) -> str:
    with override(language):
        return formats.month(value)


def moment(value: dt.datetime, language: str) -> str:
    with override(language):
        return formats.long_moment(value)


def ordinal(value: int, language: str) -> str:
    with override(language):
        return formats.ordinal(value)


def change(value: int, language: str) -> str:
    with override(language):
        return formats.change(value)


def span(low: int, high: int, language: str) -> str:
    with override(language):
        return formats.span(figure(low), figure(high))


def family(slug: str, language: str) -> str:
    with override(language):
        return str(FAMILIES[slug].name) if slug in FAMILIES else slug


def province(code: str, language: str) -> str:
    with override(language):
        return registry.province(code).label


def fact(draw: RoundRecord, what: str, language: str) -> str:
    """What a draw has: crs, invitations, date, family, number or tie-break; "" where unknown."""
    if what == "crs":
        return str(draw.crs)
    if what == "invitations":
        return number(draw.invitations, language)
    if what == "date":
        return day(draw.date, language)
    if what == "family":
        return family(draw.family or "", language)
    if what == "tie-break":
        return moment(draw.tie_break_at, language) if draw.tie_break_at else ""
    return draw.number
