"""How long the steps of an option usually take, in months: our own estimates, from data."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from crs.rules import EDUCATION

DATA = Path(__file__).parents[1] / "data" / "efforts.toml"


@cache
def efforts() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text("utf-8"))


def months(step: str, times: int = 1) -> int:
    found = efforts()["months"][step]
    assert isinstance(found, int)  # noqa: S101 - our own data
    return found * times


def months_to(level: str, current: str) -> int:
    """From one level of education to a higher one, by way of those that it stands on."""
    step = efforts()["education"][level]
    before = step.get("after")
    missing = before is not None and EDUCATION.index(current) < EDUCATION.index(before)
    return int(step["months"]) + (months_to(before, current) if missing else 0)
