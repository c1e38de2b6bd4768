"""The pool count that is printed with a round, and single figures."""

import re
from collections.abc import Mapping

from draws.records import POOL_FIELDS, SUMS, TOTAL_FIELD, PoolRecord
from draws.sources.doubts import Doubt, shown

# “6,000”, and also “8017” (226 in a copy of 2024).
_ENGLISH = re.compile(r"0|[1-9][0-9]{0,2}(?:,[0-9]{3})*|[1-9][0-9]*")
# “6 000”, with a plain or a no-break space.
_FRENCH = re.compile(r"0|[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})*|[1-9][0-9]*")

MAX_DIGITS = 9
MAX_CANDIDATES = 5_000_000  # the pool holds about 235,000

_KEYS = {field: key for key, field in POOL_FIELDS.items()}


def read_figure(text: str, low: int, high: int) -> int:
    """A whole number as the English feed prints it, between `low` and `high`. Raises Doubt."""
    return _figure(text, low, high, _ENGLISH)


def read_french_figure(text: str, low: int, high: int) -> int:
    """A whole number as the French feed prints it, or the English one. Raises Doubt."""
    return _figure(text, low, high, _ENGLISH if "," in text else _FRENCH)


def _figure(text: str, low: int, high: int, form: re.Pattern[str]) -> int:
    digits = re.sub(r"[, \u00a0\u202f]", "", text)
    if not form.fullmatch(text) or len(digits) > MAX_DIGITS:
        raise Doubt("bad-figure", f"says {shown(text)}, which is not a whole number")
    value = int(digits)
    if not low <= value <= high:
        raise Doubt(
            "implausible", f"says {shown(text)}, which is not within {low} to {high}", value
        )
    return value


def read_pool(printed: Mapping[str, str]) -> PoolRecord | None:
    """The count from the texts of dd1 to dd18; None where all are 0 or blank: not published.

    A count is published as printed, also where its sums are wrong (247). But figures that are 0
    or blank must fit the sums that they belong to, or else they are figures left out: a doubt,
    and the reading that an editor may accept is the round without its count. Raises Doubt.
    """
    figures = {field: _candidates(key, printed[key]) for key, field in POOL_FIELDS.items()}
    if not any(figures.values()):
        return None
    for whole, parts in SUMS:
        _refuse_gap(figures, whole, parts)
    return PoolRecord(**figures)


def _candidates(key: str, text: str) -> int | None:
    if not text:
        return None
    try:
        return read_figure(text, 0, MAX_CANDIDATES)
    except Doubt as doubt:
        raise Doubt(doubt.code, f"{key} {doubt}") from None  # no reading: no guessed count


def _refuse_gap(figures: Mapping[str, int | None], whole: str, parts: tuple[str, ...]) -> None:
    values = [figures[part] for part in parts]
    if all(values) and figures[whole]:
        return  # nothing is left out, so a wrong sum is the official figure
    if whole != TOTAL_FIELD and all(value is None for value in values):
        return  # the ten-point bands are not printed at all
    total = sum(value or 0 for value in values)
    if total != (figures[whole] or 0):
        keys = ", ".join(_KEYS[part] for part in parts)
        why = f"{_KEYS[whole]} says {figures[whole] or 0} but {keys} add to {total}"
        raise Doubt("pool-conflict", f"{why}, so figures are left out")
