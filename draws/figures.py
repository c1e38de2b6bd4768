"""The figures of draws and of the pool by address: draw/396/crs, pool/2026-02-15/501-600.

The grammar is closed: what is not in the two tables below leads nowhere.

- draw/<number>/<what>, with up to three steps `previous/` or `next/` before <what>: the draws
  before and after in the same family;
- pool/<as-on date>/<what>: `total`, or a band as the official page prints it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.utils.translation import override

from draws.known import Known
from draws.models import Draw, PoolCount
from draws.records import BANDS, NUMBER, TOTAL_FIELD
from publish import formats
from publish.figures import Figure

STEPS = {"previous": -1, "next": 1}


@dataclass(frozen=True, slots=True)
class DrawAddress:
    """Which draw, how many places from it in its family, and what of it."""

    number: str
    step: int
    what: str

    @property
    def needs_family(self) -> bool:
        return self.step != 0 or self.what in CHANGES


@dataclass(frozen=True, slots=True)
class PoolAddress:
    """Which count, and which attribute of it."""

    day: date
    field: str


@dataclass(slots=True)
class Needs:
    """What addresses ask for, to be read in one go."""

    numbers: set[str] = field(default_factory=set)
    relatives: set[str] = field(default_factory=set)
    dates: set[date] = field(default_factory=set)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _tie_break(draw: Draw) -> Figure | None:
    at = draw.tie_break_at
    return Figure(formats.long_moment(at), _moment(at)) if at else None


def _time(draw: Draw) -> Figure | None:
    return Figure(formats.clock(draw.held_at), _moment(draw.held_at)) if draw.held_at else None


FACTS: dict[str, Callable[[Draw], Figure | None]] = {
    "crs": lambda draw: Figure(str(draw.crs)),
    "invitations": lambda draw: Figure(formats.figure(draw.invitations)),
    "date": lambda draw: Figure(formats.long_day(draw.date), draw.date.isoformat()),
    "time": _time,
    "tie-break": _tie_break,
    "name": lambda draw: Figure(draw.printed_name),
    "family": lambda draw: Figure(str(draw.kind.name)),
}
# Against the draw before in the same family.
CHANGES: dict[str, Callable[[Draw, Draw], Figure]] = {
    "change": lambda draw, previous: Figure(formats.change(draw.crs - previous.crs)),
    "invitations-change": lambda draw, previous: Figure(
        formats.change(draw.invitations - previous.invitations)
    ),
}
POOL_FIELDS = {f"{band.low}-{band.high}": band.field for band in BANDS} | {"total": TOTAL_FIELD}

_DRAW = re.compile(
    rf"draw/({NUMBER.pattern.replace('(', '(?:')})"
    rf"/((?:(?:{'|'.join(STEPS)})/){{0,3}})({'|'.join((*FACTS, *CHANGES))})"
)
_POOL = re.compile(rf"pool/([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})/({'|'.join(POOL_FIELDS)})")


def parse(address: str) -> DrawAddress | PoolAddress | None:
    """What an address asks for; None for one that the grammar does not know."""
    if match := _DRAW.fullmatch(address):
        number, steps, what = match.groups()
        return DrawAddress(number, sum(STEPS[step] for step in steps.split("/")[:-1]), what)
    if match := _POOL.fullmatch(address):
        try:
            return PoolAddress(date.fromisoformat(match[1]), POOL_FIELDS[match[2]])
        except ValueError:  # the form of a date, and no day of any month
            return None
    return None


def needs(addresses: Iterable[str]) -> Needs:
    """What has to be read to resolve these."""
    wanted = Needs()
    for asked in map(parse, addresses):
        if isinstance(asked, PoolAddress):
            wanted.dates.add(asked.day)
        elif isinstance(asked, DrawAddress):
            wanted.numbers.add(asked.number)
            if asked.needs_family:
                wanted.relatives.add(asked.number)
    return wanted


def resolve_all(
    addresses: Iterable[str], language: str, known: Known | None = None
) -> Mapping[str, Figure]:
    """The figures of these addresses in one language; without those that lead nowhere.

    At most two queries, none with a `Known` that has read what `needs` named.
    """
    addresses = set(addresses)
    if known is None:
        wanted = needs(addresses)
        known = Known(numbers=wanted.numbers, relatives=wanted.relatives, dates=wanted.dates)
    with override(language):
        found = {address: _resolve(address, known) for address in addresses}
    return {address: figure for address, figure in found.items() if figure is not None}


def _resolve(address: str, known: Known) -> Figure | None:
    asked = parse(address)
    if isinstance(asked, DrawAddress):
        return _of_draw(asked, known)
    if isinstance(asked, PoolAddress):
        return _of_pool(known.count_on(asked.day), asked.field)
    return None


def _of_draw(asked: DrawAddress, known: Known) -> Figure | None:
    draw = known.draw(asked.number)
    if draw is not None and asked.step:
        draw = known.neighbour(draw, asked.step)
    if draw is None:
        return None
    if asked.what in FACTS:
        return FACTS[asked.what](draw)
    previous = known.neighbour(draw, -1)
    return CHANGES[asked.what](draw, previous) if previous else None


def _of_pool(count: PoolCount | None, name: str) -> Figure | None:
    number: int | None = getattr(count, name) if count else None
    return None if number is None else Figure(formats.figure(number))
