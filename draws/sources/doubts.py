"""What a reader of one printed value raises when the value is not as any seen before."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")

SHOWN = 200  # characters of a raw value that a message repeats


def shown(value: object) -> str:
    """The value as a message may show it: quoted, on one line, without control characters."""
    text = repr(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


class Doubt(Exception):
    """One value that cannot be published without an editor.

    `code` is the stable slug of `draws.records.Problem`; str() says what is wrong, with the raw
    value. `reading` is what the value most likely means, None if that would be a guess.
    """

    def __init__(self, code: str, why: str, reading: Any = None) -> None:
        super().__init__(why)
        self.code = code
        self.reading = reading


@dataclass
class Doubts:
    """The doubts about one row, in the order in which they were found."""

    found: list[Doubt] = field(default_factory=list)

    def settle(self, name: str, read: Callable[..., T], *args: Any) -> T | None:
        """What `read` makes of the field `name`; in doubt its best reading, or None."""
        try:
            return read(*args)
        except Doubt as doubt:
            self.add(doubt.code, f"{name} {doubt}")
            reading: T | None = doubt.reading
            return reading

    def add(self, code: str, why: str) -> None:
        self.found.append(Doubt(code, why))
