"""The single facts of a round from their printed texts. Each raises Doubt, or is settled in one.

A blank time, tie-break or as-on date is an absent figure. Blank number, date, size, score or
name is a doubt: there is no round without them.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeVar

from draws.records import serial_of
from draws.sources import moments
from draws.sources.doubts import Doubt, Doubts, shown

T = TypeVar("T")

HIGHEST_CRS = 1200
MOST_INVITATIONS = 200_000  # 27,332 in round 176 is the most there ever were

FigureReader = Callable[[str, int, int], int]


def number(text: str, doubts: Doubts) -> str | None:
    return doubts.settle("drawNumber", _needed, _number, text)


def label(text: str, family_of: Callable[[str], str | None], doubts: Doubts) -> str | None:
    """The family that a label names; None and a doubt for a label never seen."""

    def known(text: str) -> str:
        family = family_of(text)
        if family is None:
            raise Doubt("unknown-label", f"says {shown(text)}, a label of no known family")
        return family

    return doubts.settle("drawName", _needed, known, text)


def size(text: str, doubts: Doubts, read: FigureReader) -> int | None:
    return doubts.settle("drawSize", _needed, lambda text: read(text, 1, MOST_INVITATIONS), text)


def crs(text: str, doubts: Doubts, read: FigureReader) -> int | None:
    score = doubts.settle("drawCRS", _needed, lambda text: read(text, 1, HIGHEST_CRS), text)
    # No editor can accept a score that the ranking system cannot give.
    return None if score and score > HIGHEST_CRS else score


def iso_day(text: str, doubts: Doubts) -> date | None:
    return doubts.settle("drawDate", _needed, moments.read_iso_day, text)


def round_day(texts: Mapping[str, str], doubts: Doubts) -> date | None:
    """The day of the round, printed twice: the two must agree."""
    day = iso_day(texts["drawDate"], doubts)
    full = doubts.settle("drawDateFull", _needed, moments.read_day, texts["drawDateFull"])
    if day and full and day != full:
        why = f"drawDate says {shown(texts['drawDate'])}, drawDateFull says"
        doubts.add("date-conflict", f"{why} {shown(texts['drawDateFull'])}")
    return day or full


def held_at(text: str, doubts: Doubts) -> datetime | None:
    return doubts.settle("drawDateTime", moments.read_moment, text) if text else None


def tie_break_at(
    text: str, day: date | None, held: datetime | None, doubts: Doubts
) -> datetime | None:
    if not text:
        return None
    if day is None:
        return doubts.settle("drawCutOff", moments.read_moment, text)
    # 357 prints a time ten days before its date: the date is the better witness.
    round_at = held if held and held.date() >= day else moments.end_of(day)
    return doubts.settle("drawCutOff", moments.read_tie_break, text, round_at)


def as_of(text: str, doubts: Doubts) -> date | None:
    return doubts.settle("drawDistributionAsOn", moments.read_day, text) if text else None


def _needed(read: Callable[[str], T], text: str) -> T:
    if not text:
        raise Doubt("blank", "is blank")
    return read(text)


def _number(text: str) -> str:
    try:
        serial_of(text)
    except ValueError:
        raise Doubt("bad-number", f"says {shown(text)}, which is not a draw number") from None
    return text
