"""Addresses of figures in words: draw/397/crs is the cut-off of draw 397."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from articles.models import active_language
from articles.rules import rule
from draws import figures as draw_figures
from pnp import registry
from publish.formats import day, month

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

# In the order in which they are offered.
OF_DRAW: dict[str, "LazyText"] = {
    "crs": pgettext_lazy("of a draw", "cut-off"),
    "invitations": pgettext_lazy("of a draw", "invitations"),
    "tie-break": pgettext_lazy("of a draw", "tie-break"),
    "change": pgettext_lazy("of a draw", "change of the cut-off"),
    "points": pgettext_lazy("of a draw", "change in points, without a sign"),
    "invitations-change": pgettext_lazy("of a draw", "change of the invitations"),
    "invitations-difference": pgettext_lazy(
        "of a draw", "change of the invitations, without a sign"
    ),
    "date": pgettext_lazy("of a draw", "date"),
    "full-date": pgettext_lazy("of a draw", "date with the weekday"),
    "time": pgettext_lazy("of a draw", "time"),
    "month": pgettext_lazy("of a draw", "month"),
    "year": pgettext_lazy("of a draw", "year"),
    "number": pgettext_lazy("of a draw", "number"),
    "name": pgettext_lazy("of a draw", "name as printed"),
    "family": pgettext_lazy("of a draw", "type of draw"),
    "tie-break-age": pgettext_lazy("of a draw", "age of the tie-break"),
    "days-since": pgettext_lazy("of a draw", "days since the draw before"),
    "weeks-since": pgettext_lazy("of a draw", "weeks since the draw before"),
    "ordinal": pgettext_lazy("of a draw", "place among draws of its type"),
    "ordinal-in-year": pgettext_lazy("of a draw", "place among draws of its type this year"),
    "draws-in-year": pgettext_lazy("of a draw", "draws of its type this year"),
    "invited-in-year": pgettext_lazy("of a draw", "invited in draws of its type this year"),
    "crs-without-nomination": pgettext_lazy("of a draw", "cut-off without the nomination"),
    "as-on": pgettext_lazy("of a draw", "date of the pool"),
    "pool-age": pgettext_lazy("of a draw", "age of the pool"),
    "pool-total": pgettext_lazy("of a draw", "candidates in the pool"),
    "cut-off-band": pgettext_lazy("of a draw", "band of the cut-off"),
    "cut-off-band-count": pgettext_lazy("of a draw", "candidates in the band of the cut-off"),
    "above-band-count": pgettext_lazy("of a draw", "candidates above the band of the cut-off"),
}
OF_PROVINCE: dict[str, "LazyText"] = {
    "total": pgettext_lazy("of a provincial draw", "total"),
    "rows": pgettext_lazy("of a provincial draw", "number of selections"),
    "pnp": pgettext_lazy("of a provincial draw", "total of the provincial nominee program"),
    "aip": pgettext_lazy("of a provincial draw", "total of the Atlantic program"),
    "quebec": pgettext_lazy("of a provincial draw", "total of Quebec’s programs"),
}


@dataclass(frozen=True, slots=True)
class Name:
    """A figure in the active language: what it is of, and what of that."""

    subject: str
    what: str

    def __str__(self) -> str:
        return _("%(subject)s, %(what)s") % {"subject": self.subject, "what": self.what}

    def with_value(self, value: str) -> str:
        """Draw 397, cut-off: 411."""
        return _("%(name)s: %(value)s") % {"name": str(self), "value": value}


def name_of(address: str) -> Name:
    """The name of any address; the address itself where its grammar is not known."""
    domain, _slash, rest = address.partition("/")
    subject, _slash, what = rest.partition("/")
    if domain in ("draw", "pool") and draw_figures.parse(address):
        return _of_draw(subject, what) if domain == "draw" else _of_pool(subject, what)
    if domain == "rule" and what:
        return Name(rule_name(subject), what.replace("-", " "))
    place, _slash, part = what.partition("/")
    if domain == "pnp" and subject in registry.ADAPTERS and place and part:
        return Name(province_day(subject, place), _part(part))
    return Name(address, "")


def draw(number: str) -> str:
    return _("Draw %(number)s") % {"number": number}


def pool(on: dt.date) -> str:
    return _("Pool of %(day)s") % {"day": day(on)}


def rule_name(key: str) -> str:
    known = rule(key)
    return known.name[active_language()] if known else key


def province_day(code: str, when: str) -> str:
    """Ontario, 2 Feb 2026; Ontario, May 2024 for a month."""
    of_month = len(when) < len("2026-02-02")
    try:
        date = dt.date.fromisoformat(f"{when}-01" if of_month else when)
    except ValueError:
        return f"{registry.province(code).label}, {when}"
    return f"{registry.province(code).label}, {month(date) if of_month else day(date)}"


def _of_draw(number: str, path: str) -> Name:
    *steps, what = path.split("/")
    words = str(OF_DRAW.get(what, what))
    moved = sum(draw_figures.STEPS[step] for step in steps)
    if moved:
        words = _of_neighbour(words, moved)
    return Name(draw(number), words)


def _of_neighbour(what: str, steps: int) -> str:
    if steps in (-1, 1):
        words = _("%(what)s, draw before") if steps < 0 else _("%(what)s, draw after")
    else:
        words = _("%(what)s, %(n)d draws before") if steps < 0 else _("%(what)s, %(n)d draws after")
    return words % {"what": what, "n": abs(steps)}


def _of_pool(on: str, what: str) -> Name:
    subject = pool(dt.date.fromisoformat(on))
    if what == "total":
        return Name(subject, _("all candidates"))
    low, _dash, high = what.partition("-")
    return Name(subject, _("candidates with %(low)s to %(high)s") % {"low": low, "high": high})


def _part(what: str) -> str:
    stream = registry.streams().get(what)
    return str(stream.label) if stream else str(OF_PROVINCE.get(what, what))
