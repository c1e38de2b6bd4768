"""No pattern takes long over any text: what a visitor or a source sends may be made for that."""

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterable, Iterator, Mapping
from types import FrameType, ModuleType
from typing import Any

import pytest

PACKAGES = ("articles", "config", "crs", "draws", "ingest", "pnp", "publish")
LONG = 1000
# Each repeated, with an end that lets a match fail at the last moment.
PIECES = (
    *("a", "A", " ", "1", "-", "é", "\n", "(", "<", "<a ", "&", '"', "'", ".", ",", "1,", "1 "),
    *("a ", "a-", "a.", "a@", "/a", "&#1;", "in the ", "draw ", "2026 ", "1 January ", "%", "\t "),
    *("CRS of 1 ", "between 1 and ", "de la ", "du 1 ", "  \n", "1.1", "x='", "{a}", "a1", "0" * 9),
)
ENDS = ("", "!")
# Seconds of work, a ten-thousandth for each character: a straight pass takes a thousandth of that.
TOO_LONG = 0.1


class Slow(Exception):
    """The pattern was still at it."""


def modules() -> Iterator[ModuleType]:
    importlib.import_module("config.urls")  # addresses name converters of other apps
    for package in PACKAGES:
        root = importlib.import_module(package)
        for found in pkgutil.walk_packages(root.__path__, f"{package}."):
            parts = found.name.split(".")
            if not {"tests", "migrations", "management", "bench", "drills", "wsgi"} & {*parts}:
                yield importlib.import_module(found.name)


def patterns_in(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 4 and isinstance(value, Mapping):
        for each in value.values():
            yield from patterns_in(each, depth + 1)
    elif depth < 4 and isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from patterns_in(each, depth + 1)


def collected() -> dict[re.Pattern[str], str]:
    """Each pattern that a module of ours holds, and one name of it."""
    return {
        pattern: f"{module.__name__}.{name}"
        for module in modules()
        for name, value in vars(module).items()
        for pattern in patterns_in(value)
    }


def took_too_long(pattern: re.Pattern[str], texts: Iterable[str]) -> str:
    """The beginning of the text that it was too slow over; "" if there is none."""
    for text in texts:
        signal.setitimer(signal.ITIMER_VIRTUAL, TOO_LONG)
        try:
            pattern.search(text)
        except Slow:
            return text[:40]
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


@pytest.fixture(autouse=True)
def alarm() -> Iterator[None]:
    def ring(number: int, frame: FrameType | None) -> None:
        raise Slow

    before = signal.signal(signal.SIGVTALRM, ring)
    yield
    signal.signal(signal.SIGVTALRM, before)


def hostile() -> list[str]:
    return [piece * (LONG // len(piece)) + end for piece in PIECES for end in ENDS]


def test_it_stops_a_pattern_that_tries_everything() -> None:
    assert took_too_long(re.compile(r"(a+)+$"), ["a" * 60 + "!"])


def test_no_pattern_of_ours_takes_long_over_any_text() -> None:
    texts, found = hostile(), collected()
    assert len(found) > 50
    slow = {name: why for pattern, name in found.items() if (why := took_too_long(pattern, texts))}
    assert slow == {}
