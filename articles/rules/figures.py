"""The figures of rules by address: rule/nomination/points, rule/job-offer/ended."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.utils.translation import override

from articles.rules.registry import Value, rule
from publish import formats
from publish.figures import Figure

PREFIX = "rule/"


def key_of(address: str) -> str:
    """The key of the rule that an address leads into; "" for another address."""
    return address.split("/")[1] if address.startswith(PREFIX) else ""


def resolve_all(addresses: Iterable[str], language: str) -> Mapping[str, Figure]:
    """The figures of these addresses in one language; without those that lead nowhere.

    No query: the registry is a file.
    """
    with override(language):
        found = {address: _resolve(address) for address in addresses}
    return {address: figure for address, figure in found.items() if figure is not None}


def _resolve(address: str) -> Figure | None:
    parts = address.split("/")
    if len(parts) != 3 or parts[0] != "rule":
        return None
    known = rule(parts[1])
    value = known.figures.get(parts[2]) if known else None
    return None if value is None else figure(value)


def figure(value: Value) -> Figure:
    """A value of a rule as a page shows it, in the active language."""
    if isinstance(value, dt.date):
        return Figure(formats.long_day(value), value.isoformat())
    return Figure(formats.figure(value))
