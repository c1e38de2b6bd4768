"""Counts and scores as words: the form of our own tables, and the forms that provinces print.

429   <5   10-15   n/a   XXX            counts
57    57+  505-528  634; 706; 696  n/a   scores; empty: none published
"""

import re

from pnp.records import BY_OTHER_MEANS, NO_SCORE, Count, Counted, Score, Scored, at_least, exactly
from pnp.records import below as _below

# Four digits at most, with the separators that pages use: 1,094 and 1 094 (a no-break space).
_FIGURE = r"(\d{1,3}(?:[,\s]\d{3})+|\d{1,6})"
_EXACT = re.compile(_FIGURE)
_BELOW = re.compile(rf"(?:<|less than|fewer than|under)\s*{_FIGURE}", re.IGNORECASE)
_RANGE = re.compile(rf"(?:from\s+|between\s+)?{_FIGURE}\s*(?:-|to|and)\s*{_FIGURE}", re.IGNORECASE)
_BLANKS = {"xxx", "tbd", "xx", "to be determined"}
_UNPUBLISHED = {"", "n/a", "-", "not available", "not published", "not applicable"}
_SCORE = r"(\d{1,4})"
_LEAST = re.compile(rf"{_SCORE}(?:\s*\+|\s+(?:points\s+)?(?:and|or)\s+(?:above|higher))?", re.I)
_SCORES = re.compile(rf"{_SCORE}\s*(?:-|to)\s*{_SCORE}", re.IGNORECASE)
_SEVERAL = re.compile(rf"{_SCORE}(?:\s*;\s*{_SCORE})+")
MOST = 100_000  # no province invites as many in a day


def count_of(text: str) -> Count | None:
    """The count that a cell gives, None if it is none of the known forms."""
    printed = _plain(text)
    if printed.casefold() in _UNPUBLISHED:
        return Count(Counted.NOT_PUBLISHED, text=text)
    if printed.casefold() in _BLANKS:
        return Count(Counted.PLACEHOLDER, text=text)
    if match := _EXACT.fullmatch(printed):
        return exactly(_number(match[1]), text) if _number(match[1]) < MOST else None
    if match := _BELOW.fullmatch(printed):
        return _below(_number(match[1]), text) if _number(match[1]) < MOST else None
    if match := _RANGE.fullmatch(printed):
        low, high = _number(match[1]), _number(match[2])
        return Count(Counted.RANGE, low, high, text) if low < high < MOST else None
    return None


def score_of(text: str) -> Score | None:
    """The score that a cell gives, None if it is none of the known forms.

    `n/a` is a score that does not apply; a blank or a dash, one that was not published.
    """
    printed = _plain(text)
    if printed.casefold() in ("", "-", "none published", "not published"):
        return Score(Scored.NONE_PUBLISHED, text=text)
    if printed.casefold() in ("n/a", "not applicable"):
        return Score(Scored.NOT_APPLICABLE, text=text)
    if match := _LEAST.fullmatch(printed):
        return at_least(int(match[1]), text)
    if match := _SCORES.fullmatch(printed):
        low, high = int(match[1]), int(match[2])
        return Score(Scored.RANGE, low, high, text) if low <= high else None
    if _SEVERAL.fullmatch(printed):
        found = [int(each) for each in re.findall(r"\d+", printed)]
        return Score(Scored.SEVERAL, min(found), max(found), text)
    return None


def written_count(count: Count) -> str:
    """The count in the form of our tables: `count_of` reads the same count from it."""
    if count.kind is Counted.EXACT:
        return str(count.low)
    if count.kind is Counted.BELOW:
        return f"<{(count.high or 0) + 1}"
    if count.kind is Counted.RANGE:
        return f"{count.low}-{count.high}"
    return "XXX" if count.kind is Counted.PLACEHOLDER else "n/a"


def written_score(score: Score) -> str:
    """The score in the form of our tables: `score_of` reads the same score from it."""
    if score.kind is Scored.RANGE:
        return f"{score.low}-{score.high}"
    if score.kind is Scored.SEVERAL:
        return "; ".join(re.findall(r"\d+", score.text)) or f"{score.low}; {score.high}"
    if score.kind is Scored.MINIMUM:
        return str(score.low)
    return "n/a" if score == BY_OTHER_MEANS else ""


def _plain(text: str) -> str:
    """One line with plain spaces and hyphens."""
    for dash in "–—‑−":
        text = text.replace(dash, "-")
    return " ".join(text.split())


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


__all__ = ["MOST", "NO_SCORE", "count_of", "score_of", "written_count", "written_score"]
