"""A map of Canada in tiles: where each province stands, in percentages of the drawing. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publish.plot.axes import percent

# Column and row, roughly as on a map. A place that is not here gets one below the others.
PLACES = {
    "yt": (0, 0),
    "nt": (1, 0),
    "nu": (2, 0),
    "bc": (0, 1),
    "ab": (1, 1),
    "sk": (2, 1),
    "mb": (3, 1),
    "on": (4, 1),
    "qc": (5, 1),
    "nl": (6, 1),
    "nb": (5, 2),
    "pe": (6, 2),
    "ns": (6, 3),
}
COLUMNS, ROWS = 7, 4
# Paper between two tiles, in shares of the drawing.
GAP = 0.006


@dataclass(frozen=True, slots=True)
class Tile:
    """One province: its code, and where its corner stands."""

    code: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Board:
    """All tiles, and the size that they share."""

    tiles: tuple[Tile, ...]
    width: str
    height: str


def board(codes: Iterable[str]) -> Board:
    """A tile for each code, from the top left to the bottom right."""
    placed = sorted(_placed(codes), key=lambda place: (place[2], place[1]))
    rows = max([ROWS, *(row + 1 for _code, _column, row in placed)])
    tiles = tuple(
        Tile(code, percent(column / COLUMNS), percent(row / rows)) for code, column, row in placed
    )
    return Board(tiles, percent(1 / COLUMNS - GAP), percent(1 / rows - 2 * GAP))


def _placed(codes: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    others = 0
    for code in codes:
        if code in PLACES:
            yield code, *PLACES[code]
        else:
            yield code, others % COLUMNS, ROWS + others // COLUMNS
            others += 1
