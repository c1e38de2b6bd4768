"""Which row of a page is which row of the record. Pure.

First by the key (program, stream, target); where a key stands several times, equal figures go
together. What is left of one stream with equal figures was reworded. Nothing else is guessed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

from pnp.records import RowRecord


class Stored(Protocol):
    @property
    def record(self) -> RowRecord: ...


S = TypeVar("S", bound=Stored)
Pair = tuple[S, RowRecord]
Left = tuple[list[S], list[RowRecord]]


def pair_up(
    stored: Iterable[S], came: Iterable[RowRecord], *, reworded: bool = True
) -> tuple[list[Pair[S]], list[S], list[RowRecord]]:
    """Pairs, stored rows without a partner, and rows that are new. All of one event.

    `reworded` False: a row under another target is another row, whatever its figures.
    """
    pairs: list[Pair[S]] = []
    left = (list(stored), list(came))
    ways = (_key_and_figures, _key, _figures) if reworded else (_key_and_figures, _key)
    for alike in ways:
        found, left = _paired(left, alike)
        pairs += found
    return pairs, *left


def _key(record: RowRecord) -> tuple[Any, ...]:
    return (record.program, record.stream, record.target)


def _key_and_figures(record: RowRecord) -> tuple[Any, ...]:
    return (*_key(record), record.count, record.score)


def _figures(record: RowRecord) -> tuple[Any, ...]:
    if not record.count.is_known:  # two rows without a figure have nothing in common
        return (*_key(record), "unknown")
    return (record.program, record.stream, record.count, record.score)


def _paired(
    left: Left[S], alike: Callable[[RowRecord], tuple[Any, ...]]
) -> tuple[list[Pair[S]], Left[S]]:
    waiting: dict[tuple[Any, ...], list[RowRecord]] = defaultdict(list)
    for record in left[1]:
        waiting[alike(record)].append(record)
    pairs: list[Pair[S]] = []
    alone: list[S] = []
    for row in left[0]:
        partners = waiting[alike(row.record)]
        if partners:
            pairs.append((row, partners.pop(0)))
        else:
            alone.append(row)
    return pairs, (alone, _in_order(left[1], waiting))


def _in_order(
    came: Sequence[RowRecord], waiting: dict[tuple[Any, ...], list[RowRecord]]
) -> list[RowRecord]:
    still = {id(record) for records in waiting.values() for record in records}
    return [record for record in came if id(record) in still]
