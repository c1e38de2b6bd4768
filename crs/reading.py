"""Reading what a person typed: every fault is collected, and none ends the reading.

The paths in faults are those of the JSON: `partner.language.scores.R`.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crs.wording import Said


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that cannot be read, where it stands and why."""

    path: str
    why: Said

    def __str__(self) -> str:
        return f"{self.path}: {self.why}" if self.path else str(self.why)


class InputProblem(Exception):
    """What was typed cannot be read; `faults` holds everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class Reader:
    """One JSON object. Nothing and null mean the same: not answered."""

    def __init__(self, data: object, faults: list[Fault], path: str = "") -> None:
        self._path = path
        self._faults = faults
        self._asked: set[str] = set()
        self._data: Mapping[object, object] = data if isinstance(data, Mapping) else {}
        if not isinstance(data, Mapping):
            self._refuse("", "not-an-object")

    def has(self, key: str) -> bool:
        return self.raw(key) is not None

    def raw(self, key: str) -> object:
        self._asked.add(key)
        return self._data.get(key)

    def fault(self, key: str, code: str, **values: object) -> None:
        self._refuse(key, code, **values)

    def flag(self, key: str) -> bool:
        return self.answer(key) or False

    def answer(self, key: str) -> bool | None:
        """True, False, or None where the question was not answered."""
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return value
        self._refuse(key, "not-yes-or-no")
        return None

    def whole(
        self, key: str, most: int, *, required: bool = False, exact: bool = False
    ) -> int | None:
        """A number from 0 to `most`, without its fraction: only what is completed counts.

        `exact` refuses a fraction: there is no level 7.5.
        """
        value = self.raw(key)
        if value is None:
            if required:
                self._refuse(key, "required")
            return None
        number = as_number(value)
        if number is None or not 0 <= number < most + 1 or (exact and number % 1):
            self._refuse(key, "not-in-range", low=0, high=most)
            return None
        return math.floor(number)

    def choice(self, key: str, options: Iterable[str]) -> str | None:
        value = self.raw(key)
        if value is None or (isinstance(value, str) and value in options):
            return value
        self._refuse(key, "not-an-option", options=", ".join(options))
        return None

    def day(self, key: str) -> dt.date | None:
        value = self.raw(key)
        try:
            return None if value is None else dt.date.fromisoformat(_text(value))
        except ValueError:
            self._refuse(key, "not-a-day")
            return None

    def part(self, key: str) -> "Reader | None":
        value = self.raw(key)
        return None if value is None else Reader(value, self._faults, self._at(key))

    def parts(self, key: str, most: int) -> list["Reader"] | None:
        value = self.raw(key)
        if value is None:
            return None
        if not isinstance(value, list) or len(value) > most:
            self._refuse(key, "not-a-list", most=most)
            return None
        return [
            Reader(each, self._faults, f"{self._at(key)}[{place}]")
            for place, each in enumerate(value)
        ]

    def close(self) -> None:
        """Refuse whatever was not asked for: a misspelt name would silently count as nothing."""
        for key in self._data:
            if key not in self._asked:
                self._refuse(f"{key!s:.40}", "unknown-name", names=", ".join(sorted(self._asked)))

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path and key else self._path or key

    def _refuse(self, key: str, code: str, **values: object) -> None:
        self._faults.append(Fault(self._at(key), Said(code, values)))


def as_number(value: object) -> int | float | None:
    """A finite number, or None. True and False are no numbers here."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if isinstance(value, int) or math.isfinite(value) else None


def _text(value: object) -> str:
    # A bare "2026" or "20260102" is a day to fromisoformat, and no day that a person means.
    if isinstance(value, str) and len(value) == len("2026-01-02"):
        return value
    raise ValueError("not a day")
