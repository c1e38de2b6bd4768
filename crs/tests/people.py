"""Inputs for tests. Every test says what matters to it; the rest is a plain person."""

import datetime as dt
from typing import Any

ON = dt.date(2026, 6, 1)


def person(**more: Any) -> dict[str, Any]:
    """29, single, a bachelor’s degree, English at level 9 in all four abilities, no work."""
    plain = {
        "marital": "single",
        "age": 29,
        "education": "bachelor_or_3yr",
        "first_language": {"clb": 9},
    }
    return {**plain, **more}


def couple(partner: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """The same person with a partner who comes along."""
    together = {
        "marital": "married",
        "partner_accompanying": True,
        "partner_citizen_or_pr": False,
        "partner": partner or {},
    }
    return person(**together, **more)


def levels(reading: int, writing: int, listening: int, speaking: int) -> dict[str, Any]:
    return {"clb": {"R": reading, "W": writing, "L": listening, "S": speaking}}
