"""Which published value a figure in a text shows, and which one a revision has changed.

A root is (what, value): ("draw/335", "tie_break_at"), ("pool/2026-02-15", "b501_600"), and for
a province's day or month, whose sums are of all its rows, ("pnp/on/2026-02-02", "").
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from draws import figures
from draws.known import Known
from ingest.models import Revision

Root = tuple[str, str]

# What a figure of a draw shows, and the values that it is made of.
FIELDS = {
    "crs": "crs",
    "invitations": "invitations",
    "date": "date",
    "time": "held_at",
    "tie-break": "tie_break_at",
    "name": "name",
    "family": "family",
}
CHANGES = {"change": "crs", "invitations-change": "invitations"}


def of_revision(revision: Revision, as_on: Mapping[str, dt.date | None]) -> Root:
    """`as_on` is the date of the count that each draw is printed with, by its subject."""
    if not revision.subject.startswith("draw/"):
        return ("/".join(revision.subject.split("/")[:3]), "")
    band = revision.field.removeprefix("pool.")
    if band != revision.field:
        return (f"pool/{as_on.get(revision.subject)}", band)
    return (revision.subject, revision.field)


def of_draw(number: str) -> set[Root]:
    """Everything that an article on a draw shows of it."""
    return {(f"draw/{number}", field) for field in FIELDS.values()}


def of_addresses(addresses: Iterable[str], known: Known) -> set[Root]:
    """`known` has read the draws near to those that the addresses name."""
    return {root for address in addresses for root in _of_address(address, known)}


def _of_address(address: str, known: Known) -> Iterator[Root]:
    asked = figures.parse(address)
    if isinstance(asked, figures.PoolAddress):
        yield (f"pool/{asked.day}", asked.field)
    elif isinstance(asked, figures.DrawAddress):
        yield from _of_figure(asked, known)
    elif address.startswith("pnp/"):
        yield ("/".join(address.split("/")[:3]), "")


def _of_figure(asked: figures.DrawAddress, known: Known) -> Iterator[Root]:
    if asked.what not in CHANGES:
        number = _number(asked, asked.step, known)
        if number and asked.what in FIELDS:
            yield (f"draw/{number}", FIELDS[asked.what])
        return
    for step in (asked.step, asked.step - 1):
        if number := _number(asked, step, known):
            yield (f"draw/{number}", CHANGES[asked.what])


def _number(asked: figures.DrawAddress, step: int, known: Known) -> str:
    if not step:
        return asked.number
    draw = known.draw(asked.number)
    other = known.neighbour(draw, step) if draw else None
    return other.number if other else ""
