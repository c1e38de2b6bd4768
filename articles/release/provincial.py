"""The provincial tables: rows of the official tables, and sums of whole months."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.release.fields import ID, Field, Table
from pnp import quality
from pnp.listings import COLUMNS
from pnp.models import Event, PeriodTotal, Row

MEANINGS: dict[str, tuple[Any, Any]] = {
    "province": (_("Province or territory, by its two letters."), ""),
    "date": (_("Day of the draw."), ""),
    "program": (_("Program of the province."), ""),
    "stream": (_("Stream, as the province prints it."), ""),
    "target": (_("Whom the draw was aimed at, as the province prints it."), ""),
    "unit": (
        _("What was counted: invitations, nominations, letters. Never add up different units."),
        "",
    ),
    "invitations": (
        _("The count; empty where the province prints none or only a bound."),
        _("as in the column unit"),
    ),
    "invitations_text": (_("The count as printed: 54, <10."), ""),
    "score": (
        _("Lowest score invited; scores of different scales are never compared."),
        _("points of the scale"),
    ),
    "score_scale": (_("Scale of the score: each province has its own."), ""),
    "score_text": (_("The score as printed."), ""),
    "kind": (_("pnp, aip (Atlantic Immigration Program) or quebec."), ""),
    "ee_aligned": (_("Whether the stream selects from the Express Entry pool."), ""),
    "date_from": (_("First day, where a draw took several."), ""),
    "draw_number": (_("Number of the draw, where the province gives one."), ""),
    "evidence": (_("official, or secondary: not seen on the official page."), ""),
    "source_url": (_("Page where it was seen."), ""),
    "id": ID,
    "event_id": (_("Id of the day in that province: the same in every form, for ever."), ""),
}


def _fields() -> Iterator[Field]:
    for column in COLUMNS:
        meaning, unit = MEANINGS.get(column.name, ("", ""))
        required = column.name in ("province", "date", "program", "unit")
        yield Field(column.name, column.type, meaning, column.value, unit, required)
    yield Field(
        "quality",
        "string",
        _("Codes of remarks on the figures of this day, apart by semicolons."),
        lambda row: ";".join(note.code for note in row.day_notes),
    )
    yield Field(
        "quality_note",
        "string",
        _("The same in words. The figures themselves stay as printed."),
        lambda row: " ".join(str(note.text) for note in row.day_notes),
    )


def _rows() -> Iterable[Row]:
    """Rows by day, province, program, stream, target: with the notes of their day at hand."""
    for event in Event.objects.order_by("date", "province").with_rows().iterator(500):
        notes = quality.notes_for(event)
        for row in sorted(event.standing_rows, key=_place):
            row.day_notes = notes
            yield row


def _place(row: Row) -> tuple[str, str, str, int]:
    return row.program, row.stream, row.target, row.place


ROW_TABLE = Table(
    name="provincial_draws",
    title=_("Provincial draws"),
    description=_("One line for each row of the official tables of provinces and territories."),
    # Some provinces print two equal rows: no column tells them apart.
    key=(),
    fields=tuple(_fields()),
    rows=_rows,
)
MONTH_TABLE = Table(
    name="provincial_months",
    title=_("Provincial sums of months"),
    description=_("Where a province prints a month’s sum instead of draws. Never added to draws."),
    key=("program", "month"),
    fields=(
        Field(
            "province", "string", MEANINGS["province"][0], lambda m: m.province.upper(), "", True
        ),
        Field("program", "string", MEANINGS["program"][0], lambda m: m.program, "", True),
        Field("month", "date", _("First day of the month."), lambda m: m.month, "", True),
        Field("unit", "string", _("What was counted."), lambda m: m.unit, "", True),
        Field(
            "count",
            "integer",
            MEANINGS["invitations"][0],
            lambda m: m.record.count.exact,
            MEANINGS["invitations"][1],
        ),
        Field("count_text", "string", _("The count as printed."), lambda m: m.count_text),
        Field("source_url", "string", MEANINGS["source_url"][0], lambda m: m.source_url),
    ),
    rows=lambda: PeriodTotal.objects.order_by("month", "program"),
)
