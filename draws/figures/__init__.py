"""The figures of draws and of the pool by address: draw/396/crs, pool/2026-02-15/501-600.

The grammar is closed: what is not in the tables here and in `facts` leads nowhere.

- draw/<number>/<what>, with up to three steps `previous/` or `next/` before <what>: the draws
  before and after in the same family. No steps before what is said of the pool;
- pool/<as-on date>/<what>: `total`, or a band as the official page prints it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import override

from draws.figures.facts import CHANGES, COUNTS, FACTS, STANDINGS
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
        return self.step != 0 or self.what in CHANGES or self.what in STANDINGS


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
    pools: set[str] = field(default_factory=set)


POOL_FIELDS = {f"{band.low}-{band.high}": band.field for band in BANDS} | {"total": TOTAL_FIELD}

_DRAW = re.compile(
    rf"draw/({NUMBER.pattern.replace('(', '(?:')})"
    rf"/((?:(?:{'|'.join(STEPS)})/){{0,3}})({'|'.join((*FACTS, *CHANGES, *STANDINGS))})"
)
_COUNT = re.compile(rf"draw/({NUMBER.pattern.replace('(', '(?:')})/({'|'.join(COUNTS)})")
_POOL = re.compile(rf"pool/([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})/({'|'.join(POOL_FIELDS)})")


def parse(address: str) -> DrawAddress | PoolAddress | None:
    """What an address asks for; None for one that the grammar does not know."""
    if match := _DRAW.fullmatch(address):
        number, steps, what = match.groups()
        return DrawAddress(number, sum(STEPS[step] for step in steps.split("/")[:-1]), what)
    if match := _COUNT.fullmatch(address):
        return DrawAddress(match[1], 0, match[2])
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
            if asked.what in COUNTS:
                wanted.pools.add(asked.number)
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
        known = Known(
            numbers=wanted.numbers,
            relatives=wanted.relatives,
            dates=wanted.dates,
            pools=wanted.pools,
        )
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
    if asked.what in STANDINGS:
        return STANDINGS[asked.what](known.standing(draw))
    return _counted(asked.what, draw, known) or _changed(asked.what, draw, known)


def _counted(what: str, draw: Draw, known: Known) -> Figure | None:
    pool = known.count_with(draw) if what in COUNTS else None
    return COUNTS[what](draw, pool) if pool else None


def _changed(what: str, draw: Draw, known: Known) -> Figure | None:
    previous = known.neighbour(draw, -1) if what in CHANGES else None
    return CHANGES[what](draw, previous) if previous else None


def _of_pool(count: PoolCount | None, name: str) -> Figure | None:
    number: int | None = getattr(count, name) if count else None
    return None if number is None else Figure(formats.figure(number))
