"""The public figures of a source, and whether what changed in them is what its body says.

Knows nothing of how the site reads a body: a figure that is new must stand in it as text.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.db.models import F

from draws.models import Draw
from draws.records import POOL_FIELDS
from ingest.changes import MASS_LEAST, MASS_SHARE
from ingest.models import Event, Revision
from pnp import registry
from pnp.models import Row
from publish.models import Edition

FIGURES = ("date", "invitations", "crs")
WORDS = ("family", "name", "name_fr", "tie_break_at", "held_at", "pool_as_of")
BANDS = tuple(f"pool__{field}" for field in POOL_FIELDS.values())
OF_DRAW = (*FIGURES, *WORDS, *BANDS)
OF_ROW = ("stream", "target", "low", "high", "score_low", "score_high", "withdrawn")
KEYS_OF_FIGURES = {"invitations": "drawSize", "crs": "drawCRS"}
PUBLIC = ("draw.published", "figure.corrected", "figure.withdrawn", "pnp.published")

Record = dict[Any, tuple[Any, ...]]


class Change(NamedTuple):
    """One value of a draw (by number) or a row (by its id), before and now; None: was not there."""

    of: Any
    field: str
    was: Any
    now: Any


def of(key: str) -> Record:
    """What readers see of a source."""
    if key.startswith("ircc"):
        rows = Draw.objects.values_list("number", *OF_DRAW)
        return {number: tuple(values) for number, *values in rows}
    province, _feed = registry.feed(key)
    found = Row.objects.filter(event__province=province.code).annotate(
        withdrawn=F("event__withdrawn_at")
    )
    return {pk: tuple(values) for pk, *values in found.values_list("pk", *OF_ROW)}


def marks() -> tuple[int, int, int]:
    """How much was ever told to be so: revisions, public events, editions."""
    events = Event.objects.filter(kind__in=PUBLIC)
    return Revision.objects.count(), events.count(), Edition.objects.count()


def changes(before: Record, after: Record) -> list[Change]:
    return list(_changes(before, after))


def _changes(before: Record, after: Record) -> Iterator[Change]:
    for name in before.keys() | after.keys():
        was, now = before.get(name), after.get(name)
        fields = OF_DRAW if isinstance(name, str) else OF_ROW
        for place, field in enumerate(fields):
            old = was[place] if was else None
            new = now[place] if now else None
            if old != new:
                yield Change(name, field, old, new)
        if was is None or now is None:
            yield Change(name, "row", was and "there", now and "there")


def judge(
    key: str, found: Sequence[Change], rows: int, texts: list[str], told: tuple[int, int, int]
) -> list[str]:
    """What is wrong with these changes, a sentence each."""
    faults = [f"{c.of} is gone" for c in found if c.field == "row" and c.now is None]
    faults += [f"{c.of} lost {c.field} {c.was}" for c in found if _is_lost(c)]
    corrected = [c for c in found if c.was not in (None, "", "there") and c.now not in (None, "")]
    revisions, _events, editions = marks()
    if corrected and revisions - told[0] < 1:
        faults.append(f"no revision tells of {corrected[0]}")
    if found and editions == told[2]:
        faults.append("a change without an edition")
    stated = _Stated(texts)
    if key == "ircc":
        faults += [f"not in the body: {c}" for c in found if not stated.of_draw(c)]
        faults += _mass(corrected, rows)
    elif key.startswith("pnp"):
        faults += [f"not on the page: {c}" for c in found if not stated.on_page(c)]
    else:
        others = [c for c in found if c.field != "name_fr"]
        faults += [f"the French file changed {c}" for c in others]
    return faults


def _is_lost(change: Change) -> bool:
    is_figure = change.field in FIGURES or change.field in ("low", "score_low")
    return is_figure and change.was is not None and change.now is None


def _mass(corrected: Sequence[Change], rows: int) -> list[str]:
    """No single body changes a figure of many rounds."""
    most = max(MASS_LEAST, int(MASS_SHARE * rows) + 1)
    counts = {name: sum(c.field == name for c in corrected) for name in FIGURES}
    return [f"{count} rounds got another {name}" for name, count in counts.items() if count >= most]


class _Stated:
    """What a body says, read as simply as can be."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._rows = [row for text in texts for row in _rows(text)]

    def of_draw(self, change: Change) -> bool:
        """Whether a row with this number prints the value."""
        rows = [row for row in self._rows if str(row.get("drawNumber")).strip() == change.of]
        if change.field in KEYS_OF_FIGURES:
            return change.now in {_number(row.get(KEYS_OF_FIGURES[change.field])) for row in rows}
        if change.field == "date":
            return any(str(change.now) == str(row.get("drawDate")).strip() for row in rows)
        if change.field in BANDS:
            printed = {_number(row.get(key)) for row in rows for key in POOL_FIELDS}
            return change.now is None or change.now in printed
        return bool(rows)

    def on_page(self, change: Change) -> bool:
        """Whether the number stands anywhere on the page."""
        if not isinstance(change.now, int) or isinstance(change.now, bool) or change.now == 0:
            return True
        return any(re.search(_printed(change.now), text) for text in self._texts)


def _rows(text: str) -> list[dict[str, Any]]:
    try:
        rounds = json.loads(text)["rounds"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return []
    return [row for row in rounds if isinstance(row, dict)] if isinstance(rounds, list) else []


def _number(printed: Any) -> int | None:
    text = re.sub(r"[,\s\u200b]", "", str(printed))
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 20 else None


def _printed(number: int) -> str:
    digits = str(number)
    head = len(digits) % 3 or 3
    groups = [digits[:head], *(digits[i : i + 3] for i in range(head, len(digits), 3))]
    return r"(?<!\d)" + r"[,.\s\u00a0\u202f]?".join(groups) + r"(?!\d)"
