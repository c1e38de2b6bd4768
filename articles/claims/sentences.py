"""Sentences of a block, by their offsets."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…][\"”’»)\]]* +(?=[\"“«(\[]? ?[A-ZÀ-ÖØ-Þ0-9#])|[?!] (?=[A-ZÀ-Þ])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:no|nos|vs|approx|dr|mr|mrs|ms|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|janv"
    r"|févr|avr|juill|déc|min|p|art|etc|a\.m|p\.m|u\.s|e\.g|i\.e|inc|c)|\b[A-Z])\.$",
    re.IGNORECASE,
)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence between two offsets."""
    begin = start
    for match in _END.finditer(text, start, end):
        dot = match.start() + 1
        if text[match.start()] == "." and _is_abbreviation(text, begin, dot):
            continue
        yield begin, match.end()
        begin = match.end()
    if begin < end:
        yield begin, end


def _is_abbreviation(text: str, begin: int, dot: int) -> bool:
    return _ABBREVIATED.search(text[max(begin, dot - 8) : dot]) is not None
