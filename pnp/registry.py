"""Which provinces there are, in the order in which readers find them.

A new province is one file in `pnp.sources`, one stored page, one test, and one line here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from django.utils.translation import gettext_lazy

from pnp.programs import CRS, Feed, Program, Province, Scale, Stream

ADAPTERS: dict[str, str] = {
    "ab": "pnp.sources.ab",
    "bc": "pnp.sources.bc",
    "mb": "pnp.sources.mb",
    "nb": "pnp.sources.nb",
    "nl": "pnp.sources.nl",
    "ns": "pnp.sources.ns",
    "nt": "pnp.sources.nt",
    "on": "pnp.sources.on",
    "pe": "pnp.sources.pe",
    "qc": "pnp.sources.qc",
    "sk": "pnp.sources.sk",
    "yt": "pnp.sources.yt",
}
# A page is looked at this often on weekdays; provinces publish days apart, some of them days late.
EVERY_MINUTES = 30


def provinces() -> tuple[Province, ...]:
    return tuple(province(code) for code in ADAPTERS)


def province(code: str) -> Province:
    """Raises KeyError for a code that is not registered."""
    found: Province = import_module(ADAPTERS[code]).PROVINCE
    return found


def province_of_slug(slug: str) -> Province | None:
    return next((each for each in provinces() if each.slug == slug), None)


def programs() -> Mapping[str, Program]:
    return _known(tuple(ADAPTERS.items())).programs


def programs_of_kind(kind: str) -> list[str]:
    return [slug for slug, program in programs().items() if program.kind == kind]


def streams() -> Mapping[str, Stream]:
    return _known(tuple(ADAPTERS.items())).streams


def ee_streams() -> list[str]:
    """Streams whose nominees are in the Express Entry pool, some or all of them."""
    return [slug for slug, stream in streams().items() if stream.ee in ("enhanced", "both")]


def scales() -> Mapping[str, Scale]:
    return _known(tuple(ADAPTERS.items())).scales


@dataclass(frozen=True)
class _Known:
    programs: dict[str, Program]
    streams: dict[str, Stream]
    scales: dict[str, Scale]


@cache
def _known(registered: tuple[tuple[str, str], ...]) -> _Known:
    """Kept by what is registered, so that a list of a thousand rows looks each up once."""
    known = [province(code) for code, _module in registered]
    return _Known(
        {program.slug: program for each in known for program in each.programs},
        {stream.slug: stream for each in known for stream in each.streams},
        {CRS.slug: CRS} | {scale.slug: scale for each in known for scale in each.scales},
    )


def feeds() -> Iterator[tuple[Province, Feed]]:
    for each in provinces():
        for feed in each.feeds:
            yield each, feed


def feed(key: str) -> tuple[Province, Feed]:
    """Raises KeyError for a key that no province has."""
    for each, found in feeds():
        if found.key == key:
            return each, found
    raise KeyError(key)


def ingest_sources(address: Callable[[str, str], str]) -> dict[str, dict[str, Any]]:
    """The entries of INGEST_SOURCES; `address(name, default)` may give another address."""
    return {
        each.key: {
            "name": gettext_lazy(each.name),
            "url": address(each.key.upper().replace("-", "_") + "_URL", each.url),
            "store": "pnp.store.store_page",
            "every_minutes": EVERY_MINUTES,
        }
        for _province, each in feeds()
    }
