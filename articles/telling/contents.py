"""What a webhook says of an event. The words are those of the files: same names, same values."""

from datetime import date
from typing import Any

from django.conf import settings

from draws.listings import COLUMNS as DRAW_COLUMNS
from draws.models import Draw
from ingest.models import Event
from pnp.listings import COLUMNS as ROW_COLUMNS
from pnp.models import Event as ProvincialEvent
from publish.listing import Column
from publish.renderers.values import plain

Message = dict[str, Any]


def of_draw(event: Event) -> Message | None:
    """A draw with every column of the file; None where it is no longer on the record."""
    draw = draw_of(event.subject)
    return None if draw is None else {**_row(DRAW_COLUMNS, draw), "url": _url(draw)}


def of_provincial_event(event: Event) -> Message | None:
    """A day of a province with the rows of its tables; None where it is no longer there."""
    day = provincial_event_of(event.subject)
    if day is None:
        return None
    rows = [_row(ROW_COLUMNS, row) for row in day.standing_rows]
    return {
        "province": day.province.upper(),
        "date": day.date.isoformat(),
        "rows": rows,
        "url": _url(day),
    }


def of_correction(event: Event) -> Message:
    """Every value that the source changed, as it was and as it is; dates and moments as ISO text,
    an empty text where there is no value."""
    changes = [
        {"field": field, "old": old, "new": new}
        for field, (old, new) in event.payload.get("fields", {}).items()
    ]
    about = draw_of(event.subject) or provincial_event_of(event.subject)
    return {"changes": changes, "url": _url(about) if about else ""}


def draw_of(subject: str) -> Draw | None:
    return Draw.objects.with_pool().about(subject).first()


def provincial_event_of(subject: str) -> ProvincialEvent | None:
    """The day that a subject such as pnp/on/2026-02-02, or that of a row of it, names."""
    parts = subject.split("/")
    if parts[0] != "pnp" or len(parts) < 3:
        return None
    try:
        day = date.fromisoformat(parts[2])
    except ValueError:
        return None
    found: ProvincialEvent | None = ProvincialEvent.objects.filter(
        province=parts[1], date=day
    ).first()
    return found


def _row(columns: tuple[Column, ...], row: Any) -> Message:
    return {column.name: plain(column.value(row)) for column in columns}


def _url(row: Draw | ProvincialEvent) -> str:
    address: str = settings.SITE_URL + row.get_absolute_url()
    return address
