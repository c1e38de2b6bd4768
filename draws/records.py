"""What a round of invitations is, apart from where it came from and where it is kept."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Band:
    """One printed band of CRS scores; both ends belong to it.

    `field` is the attribute of a pool count, `key` the name in the official feed. A band with
    `part_of` is also counted in the wider band of that field, so it is never added to a total.
    """

    field: str
    low: int
    high: int
    key: str
    part_of: str | None = None


# In the order in which the official page prints them. The total is no band: see TOTAL_FIELD.
BANDS: tuple[Band, ...] = (
    Band("b601_1200", 601, 1200, "dd1"),
    Band("b501_600", 501, 600, "dd2"),
    Band("b451_500", 451, 500, "dd3"),
    Band("b491_500", 491, 500, "dd4", "b451_500"),
    Band("b481_490", 481, 490, "dd5", "b451_500"),
    Band("b471_480", 471, 480, "dd6", "b451_500"),
    Band("b461_470", 461, 470, "dd7", "b451_500"),
    Band("b451_460", 451, 460, "dd8", "b451_500"),
    Band("b401_450", 401, 450, "dd9"),
    Band("b441_450", 441, 450, "dd10", "b401_450"),
    Band("b431_440", 431, 440, "dd11", "b401_450"),
    Band("b421_430", 421, 430, "dd12", "b401_450"),
    Band("b411_420", 411, 420, "dd13", "b401_450"),
    Band("b401_410", 401, 410, "dd14", "b401_450"),
    Band("b351_400", 351, 400, "dd15"),
    Band("b301_350", 301, 350, "dd16"),
    Band("b0_300", 0, 300, "dd17"),
)
TOTAL_FIELD = "total"
TOTAL_KEY = "dd18"

# Every key of a pool count in the official feed, and the attribute that holds its figure.
POOL_FIELDS: dict[str, str] = {band.key: band.field for band in BANDS} | {TOTAL_KEY: TOTAL_FIELD}


def _sums() -> Iterator[tuple[str, tuple[str, ...]]]:
    for whole in BANDS:
        parts = tuple(band.field for band in BANDS if band.part_of == whole.field)
        if parts:
            yield whole.field, parts
    yield TOTAL_FIELD, tuple(band.field for band in BANDS if band.part_of is None)


# The three printed sums and the printed figures that each should add up.
SUMS: tuple[tuple[str, tuple[str, ...]], ...] = tuple(_sums())


@dataclass(frozen=True, slots=True)
class PoolRecord:
    """Candidates in the pool by score band, as printed. None: not known to us (never zero)."""

    b601_1200: int | None = None
    b501_600: int | None = None
    b451_500: int | None = None
    b491_500: int | None = None
    b481_490: int | None = None
    b471_480: int | None = None
    b461_470: int | None = None
    b451_460: int | None = None
    b401_450: int | None = None
    b441_450: int | None = None
    b431_440: int | None = None
    b421_430: int | None = None
    b411_420: int | None = None
    b401_410: int | None = None
    b351_400: int | None = None
    b301_350: int | None = None
    b0_300: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """One round of invitations as the source prints it. Moments are aware, in UTC.

    `family` is a slug of `draws.families`, None while the label in `name` is unknown.
    `tie_break_text` and `held_at_text` are the printed text, white space collapsed.
    `pool` None: the source prints no count with this round.
    """

    number: str
    date: dt.date
    name: str
    family: str | None
    programs: str
    invitations: int
    crs: int
    tie_break_at: dt.datetime | None
    tie_break_text: str
    held_at: dt.datetime | None
    held_at_text: str
    pool_as_of: dt.date | None
    pool: PoolRecord | None
    name_fr: str = ""


class RoundLike(Protocol):
    """A RoundRecord, a Draw: whatever has what every rule looks at. Rules that look at more
    extend it."""

    @property
    def number(self) -> str: ...
    @property
    def date(self) -> dt.date: ...
    @property
    def tie_break_at(self) -> dt.datetime | None: ...
    @property
    def held_at(self) -> dt.datetime | None: ...


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a source that nobody has seen before, held for an editor.

    `key` is the draw number as printed, "" for the whole body. `code` is a stable slug.
    `raw` is the exact text that is doubted. `record` is the row as it would be published if an
    editor accepts it, None if the row cannot be read.
    """

    key: str
    code: str
    message: str
    raw: str
    record: RoundRecord | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one body of a source says: the rows that are plain, and the doubts."""

    records: tuple[RoundRecord, ...]
    problems: tuple[Problem, ...]


class Unreadable(Exception):
    """The body as a whole is refused; str() is one clear line."""


NUMBER = re.compile(r"([1-9][0-9]{0,4})([a-i]?)")


def serial_of(number: str) -> int:
    """The place of a draw number in time: "396" -> 3960, "91a" -> 911, "91b" -> 912.

    Raises ValueError for anything that is not a draw number.
    """
    match = NUMBER.fullmatch(number)
    if match is None:
        raise ValueError(f"not a draw number: {number!r:.80}")
    digits, letter = match.groups()
    return int(digits) * 10 + (ord(letter) - ord("a") + 1 if letter else 0)
