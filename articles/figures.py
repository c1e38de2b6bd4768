"""Figures by address: which part of the site answers for the first word of an address.

A new domain is a field of `Reading` and a line of `RESOLVERS`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from articles.rules import figures as rules
from draws import figures as draws
from draws.known import Known
from pnp import figures as provinces
from publish.figures import Figure


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read for a page already, so that its figures need no query of their own."""

    draws: Known | None = None


Resolver = Callable[[Iterable[str], str, Reading], Mapping[str, Figure]]


def _of_draws(addresses: Iterable[str], language: str, reading: Reading) -> Mapping[str, Figure]:
    return draws.resolve_all(addresses, language, reading.draws)


def _of_provinces(addresses: Iterable[str], language: str, _: Reading) -> Mapping[str, Figure]:
    return provinces.resolve_all(addresses, language)


def _of_rules(addresses: Iterable[str], language: str, _: Reading) -> Mapping[str, Figure]:
    return rules.resolve_all(addresses, language)


RESOLVERS: dict[str, Resolver] = {
    "draw": _of_draws,
    "pool": _of_draws,
    "pnp": _of_provinces,
    "rule": _of_rules,
}


def resolve_all(
    addresses: Iterable[str], language: str, reading: Reading | None = None
) -> dict[str, Figure]:
    """Every figure that can be resolved, by its address; the others are left out.

    The number of queries is constant: those of each resolver that is needed.
    """
    groups: dict[Resolver, set[str]] = defaultdict(set)
    for address in addresses:
        resolver = RESOLVERS.get(address.split("/", 1)[0])
        if resolver is not None:
            groups[resolver].add(address)
    found: dict[str, Figure] = {}
    for resolver, group in groups.items():
        found |= resolver(group, language, reading or Reading())
    return found
