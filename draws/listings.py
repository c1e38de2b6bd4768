"""Draws as lists that every form can render: the columns of a file, the items of a feed."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from draws.models import Draw
from draws.records import BANDS, TOTAL_FIELD
from publish.formats import figure, long_day, long_moment
from publish.listing import Column, Entry, Listing


def _pool_column(field: str) -> Column:
    return Column(
        f"pool_{field.removeprefix('b')}",
        lambda draw: getattr(draw.pool, field) if draw.pool else None,
    )


COLUMNS = (
    Column("number", lambda draw: draw.number),
    Column("date", lambda draw: draw.date),
    Column("family", lambda draw: draw.family),
    Column("name", lambda draw: draw.printed_name),
    Column("invitations", lambda draw: draw.invitations),
    Column("crs", lambda draw: draw.crs),
    Column("tie_break_at", lambda draw: draw.tie_break_at),
    Column("held_at", lambda draw: draw.held_at),
    Column("pool_as_of", lambda draw: draw.pool_as_of),
    Column("programs", lambda draw: draw.programs),
    *(_pool_column(band.field) for band in BANDS),
    _pool_column(TOTAL_FIELD),
)


def entry(draw: Draw) -> Entry:
    """A draw as an item of a feed: the title alone answers who, how many and how far."""
    title = _("Draw %(number)s: %(invitations)s invited, %(family)s, cut-off %(crs)s") % {
        "number": draw.number,
        "invitations": figure(draw.invitations),
        "family": draw.kind.name,
        "crs": draw.crs,
    }
    return Entry(
        key=draw.subject,
        title=title,
        path=draw.get_absolute_url(),
        summary=_summary(draw),
        published=draw.held_at or datetime.combine(draw.date, time(12), UTC),
    )


def _summary(draw: Draw) -> str:
    sentence = _(
        "On %(date)s, %(invitations)s candidates were invited to apply. The lowest CRS score "
        "invited was %(crs)s."
    ) % {
        "date": long_day(draw.date),
        "invitations": figure(draw.invitations),
        "crs": draw.crs,
    }
    return f"{sentence} {_tie_break(draw)}"


def _tie_break(draw: Draw) -> str:
    if draw.tie_break_at is None:
        return _("No tie-break was published.")
    return _(
        "At exactly %(crs)s, only profiles submitted at or before %(moment)s were invited."
    ) % {
        "crs": draw.crs,
        "moment": long_moment(draw.tie_break_at),
    }


def draws_listing(
    rows: Iterable[Draw], *, title: str, description: str, path: str, query: dict[str, Any]
) -> Listing:
    """Any set of draws as a listing in the active language."""
    return Listing(
        title=title,
        description=description,
        path=path,
        query={name: str(value) for name, value in query.items()},
        rows=rows,
        columns=COLUMNS,
        entry=entry,
        language=get_language() or "en",
    )
