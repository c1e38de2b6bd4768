"""Small feeds for tests, in the form of the official file."""

import json
from typing import Any

ADDRESS = "<a href='/express-entry-rounds/invitations.html?q={0}'>{0}</a>"

# A pool count whose parts add up: 500 + 4,500 + 5 × 1,000 + 5 × 2,000 + 3 × 3,000.
POOL = {
    "dd1": "500",
    "dd2": "4,500",
    "dd3": "5,000",
    **{f"dd{n}": "1,000" for n in range(4, 9)},
    "dd9": "10,000",
    **{f"dd{n}": "2,000" for n in range(10, 15)},
    **{f"dd{n}": "3,000" for n in range(15, 18)},
    "dd18": "29,000",
}
NO_POOL = {f"dd{n}": "0" for n in range(1, 19)}


def row(number: str, **values: str) -> dict[str, str]:
    """A plain CEC round of 2026-02-17 as the feed prints it, with these values instead."""
    plain = {
        "drawNumber": number,
        "drawNumberURL": ADDRESS.format(number),
        "drawDate": "2026-02-17",
        "drawDateFull": "February 17, 2026",
        "drawName": "Canadian Experience Class",
        "drawSize": "6,000",
        "drawCRS": "508",
        "mitext": ADDRESS.format(number),
        "DrawText1": ADDRESS.format(number),
        "drawText2": "Canadian Experience Class",
        "drawDateTime": "February 17, 2026 at 11:33:44 UTC",
        "drawCutOff": "March 16, 2025 at 09:35:59 UTC",
        "drawDistributionAsOn": "February 15, 2026",
        **POOL,
    }
    return plain | values


def feed(*rows: dict[str, Any]) -> bytes:
    """A body with these rows, newest first."""
    return json.dumps({"classes": "wb-tables", "rounds": list(rows)}, indent=1).encode()


def rounds(first: int, last: int, **values: str) -> list[dict[str, str]]:
    """Plain rows of these numbers, newest first."""
    return [row(str(number), **values) for number in range(last, first - 1, -1)]
