"""A family's last cut-offs in a table cell: marks, and the newest as the line."""

from collections.abc import Sequence
from dataclasses import dataclass

LAST = 16
# Marks stay this far inside the cell, in its hundredths.
SIDE, EDGE = 4.0, 10.9


@dataclass(frozen=True, slots=True)
class Spark:
    """Path data in a 100 by 100 box: `marks` of the earlier values, `now` on `line`."""

    marks: str
    now: str
    line: str


def spark(values: Sequence[int]) -> Spark:
    """Geometry for up to LAST values, oldest first, of which the newest is the line."""
    values = values[-LAST:]
    low, high = min(values), max(values)
    steps = max(len(values) - 1, 1)
    points = [
        (SIDE + (100 - 2 * SIDE) * index / steps, _height(value, low, high))
        for index, value in enumerate(values)
    ]
    if len(points) == 1:
        points = [(50.0, 50.0)]
    *before, (x, y) = points
    return Spark(
        marks="".join(f"M{x:.1f} {y:.1f}h0" for x, y in before),
        now=f"M{x:.1f} {y:.1f}h0",
        line=f"{y:.1f}",
    )


def _height(value: int, low: int, high: int) -> float:
    if low == high:
        return 50.0
    return EDGE + (100 - 2 * EDGE) * (high - value) / (high - low)
