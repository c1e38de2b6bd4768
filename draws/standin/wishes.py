"""What a request may ask of the next round: a JSON object, each key of it optional.

    family       slug; the round is derived from the last one of this family
    number       text, "448" or "448a"
    date         "2026-10-05"
    label        English name; one that nobody knows is held by Cutline, as it should be
    label_fr     French name; without one, a new label is missing in the French file
    programs     text
    invitations  whole number
    crs          whole number
    tie_break    ISO moment, or any text to be printed as it stands, "" for none
    held         the same, the time of the round
    pool         null (not published), or an object of bands (b601_1200 … total, or dd1 … dd18)
                 and as_of; a null band is printed blank. Sums are not mended

Figures are printed as given, however odd.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

from draws.families import FAMILIES, family_of_label
from draws.records import POOL_FIELDS, PoolRecord, RoundRecord, serial_of

_BANDS = frozenset(field.name for field in fields(PoolRecord))


class BadWish(ValueError):
    """A request that the stand-in cannot follow; str() is one clear line."""


def family_wished(wishes: Mapping[str, Any]) -> str | None:
    """The family that the request names, by itself or by a label; None: any. Raises BadWish."""
    if "family" not in wishes:
        return family_of_label(str(wishes.get("label", "")))
    family = wishes["family"]
    if not isinstance(family, str) or family not in FAMILIES:
        raise BadWish(f"family: {family!r} is none of {', '.join(FAMILIES)}")
    return family


def with_wishes(round_: RoundRecord, wishes: Mapping[str, Any]) -> RoundRecord:
    """The round as the request wants it. Raises BadWish."""
    unknown = sorted(wishes.keys() - _READERS.keys() - {"family"})
    if unknown:
        raise BadWish(f"{', '.join(unknown)}: unknown; there is family, {', '.join(_READERS)}")
    for wish, read in _READERS.items():  # in this order: a label forgets the French one
        if wish in wishes:
            round_ = replace(round_, **read(wish, wishes[wish], round_))
    return round_


def day_wished(wish: str, value: Any) -> date:
    """`2026-10-05`. Raises BadWish."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadWish(f"{wish}: {value!r} is not a date like 2026-10-05") from None


_Changes = dict[str, Any]
_Reader = Callable[[str, Any, RoundRecord], _Changes]


def _number(wish: str, value: Any, _round: RoundRecord) -> _Changes:
    try:
        serial_of(value)
    except (TypeError, ValueError):
        raise BadWish(f"{wish}: {value!r} is not a draw number like 448") from None
    return {"number": value}


def _date(wish: str, value: Any, _round: RoundRecord) -> _Changes:
    return {"date": day_wished(wish, value)}


def _label(wish: str, value: Any, _round: RoundRecord) -> _Changes:
    name = _text(wish, value)
    return {"name": name, "name_fr": "", "family": family_of_label(name)}


def _text_in(field: str) -> _Reader:
    return lambda wish, value, _round: {field: _text(wish, value)}


def _figure_in(field: str) -> _Reader:
    return lambda wish, value, _round: {field: _whole(wish, value)}


def _moment_in(moment: str, printed: str) -> _Reader:
    def read(wish: str, value: Any, _round: RoundRecord) -> _Changes:
        text = _text(wish, value)
        at = _iso_moment(text)
        return {moment: at, printed: "" if at else text}

    return read


def _pool(wish: str, value: Any, round_: RoundRecord) -> _Changes:
    if value is None:
        return {"pool": None}
    if not isinstance(value, dict):
        raise BadWish(f"{wish}: {value!r} is neither null nor an object of bands")
    bands = {POOL_FIELDS.get(str(key), str(key)): each for key, each in value.items()}
    as_of = bands.pop("as_of", None)
    unknown = sorted(bands.keys() - _BANDS)
    if unknown:
        raise BadWish(f"{wish}: {', '.join(unknown)} is no band")
    figures = {band: None if each is None else _whole(band, each) for band, each in bands.items()}
    changes: _Changes = {"pool": replace(round_.pool or PoolRecord(), **figures)}
    if as_of is not None:
        changes["pool_as_of"] = day_wished("as_of", as_of)
    return changes


def _text(wish: str, value: Any) -> str:
    if not isinstance(value, str):
        raise BadWish(f"{wish}: {value!r} is not a text")
    return value


def _whole(wish: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadWish(f"{wish}: {value!r} is not a whole number")
    return value


def _iso_moment(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


_READERS: dict[str, _Reader] = {
    "number": _number,
    "date": _date,
    "label": _label,
    "label_fr": _text_in("name_fr"),
    "programs": _text_in("programs"),
    "invitations": _figure_in("invitations"),
    "crs": _figure_in("crs"),
    "tie_break": _moment_in("tie_break_at", "tie_break_text"),
    "held": _moment_in("held_at", "held_at_text"),
    "pool": _pool,
}
