"""Draws as lists that every form can render: the columns of a file, the items of a feed."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from draws.families import Family
from draws.filters import RoundFilter
from draws.models import Draw, PoolCount
from draws.records import BANDS, TOTAL_FIELD
from publish.formats import figure, long_day, long_moment
from publish.ids import tag_uri
from publish.listing import Column, Entry, Listing

# The bands of a count, as the columns of both lists name them.
BAND_FIELDS = (*(band.field for band in BANDS), TOTAL_FIELD)


def _pool_column(field: str) -> Column:
    return Column(
        f"pool_{field.removeprefix('b')}",
        lambda draw: getattr(draw.pool, field) if draw.pool else None,
        "integer",
    )


def _count_column(field: str) -> Column:
    return Column(field.removeprefix("b"), lambda count: getattr(count, field), "integer")


COLUMNS = (
    Column("number", lambda draw: draw.number),
    Column("date", lambda draw: draw.date, "date"),
    Column("family", lambda draw: draw.family),
    Column("name", lambda draw: draw.printed_name),
    Column("invitations", lambda draw: draw.invitations, "integer"),
    Column("crs", lambda draw: draw.crs, "integer"),
    Column("tie_break_at", lambda draw: draw.tie_break_at, "datetime"),
    Column("held_at", lambda draw: draw.held_at, "datetime"),
    Column("pool_as_of", lambda draw: draw.pool_as_of, "date"),
    Column("programs", lambda draw: draw.programs),
    *(_pool_column(field) for field in BAND_FIELDS),
    Column("id", lambda draw: tag_uri(draw.subject)),
)

POOL_COLUMNS = (
    Column("as_of", lambda count: count.as_of, "date"),
    *(_count_column(field) for field in BAND_FIELDS),
    Column("draws", lambda count: "; ".join(draw.number for draw in count.draws.all())),
    Column("id", lambda count: tag_uri(_pool_key(count))),
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
        published=draw.held_at or _noon(draw.date),
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


def rounds_listing(wanted: RoundFilter, rows: Iterable[Draw] = ()) -> Listing:
    """The rounds that a filter asks for. `rows` only where they are to be sent out."""
    title = _("Express Entry draws")
    if wanted.parts:
        title = _("Express Entry draws: %(filter)s") % {"filter": ", ".join(wanted.parts)}
    return draws_listing(
        rows,
        title=title,
        description=_("Rounds of invitations: who was invited, how many, and at what score."),
        path=reverse("draws:list"),
        query=wanted.query,
    )


def family_listing(kind: Family, rows: Iterable[Draw] = ()) -> Listing:
    """The draws of one family."""
    return draws_listing(
        rows,
        title=_("Express Entry draws: %(filter)s") % {"filter": kind.name},
        description=str(kind.who),
        path=reverse("draws:family", args=[kind.slug]),
        embed={"piece": "chart", "family": kind.slug},
        query={},
    )


def draws_listing(
    rows: Iterable[Draw],
    *,
    title: str,
    description: str,
    path: str,
    query: dict[str, Any],
    embed: dict[str, str] | None = None,
) -> Listing:
    """Any set of draws as a listing in the active language. `embed`: what to preset on the page
    for webmasters; the newest of these draws if nothing is said."""
    return Listing(
        title=title,
        description=description,
        path=path,
        query={name: str(value) for name, value in query.items()},
        rows=rows,
        columns=COLUMNS,
        entry=entry,
        language=get_language() or "en",
        embed=urlencode(embed or {"piece": "draws", **query}),
    )


def pool_listing(rows: Iterable[PoolCount] = ()) -> Listing:
    """Every count of the pool, in the active language. `rows` come `with_draws`."""
    return Listing(
        title=_("The Express Entry pool by score"),
        description=_("Every published count of candidates, by its own date."),
        path=reverse("draws:pool"),
        query={},
        rows=rows,
        columns=POOL_COLUMNS,
        entry=_pool_entry,
        language=get_language() or "en",
    )


def _pool_key(count: PoolCount) -> str:
    # Two counts may carry one date, while a correction has reached only one of two draws.
    return f"pool/{count.fingerprint[:16]}"


def _pool_entry(count: PoolCount) -> Entry:
    printed_with = list(count.draws.all())
    as_of = count.as_of or printed_with[0].date
    return Entry(
        key=_pool_key(count),
        title=_("%(total)s candidates in the pool, as on %(date)s")
        % {"total": _figure(count.total), "date": long_day(as_of)},
        path=reverse("draws:pool"),
        summary=_("Printed with draws: %(numbers)s. Above 500 points: %(above)s.")
        % {
            "numbers": ", ".join(draw.number for draw in printed_with),
            "above": _figure(_above_500(count)),
        },
        published=_noon(as_of),
    )


def _above_500(count: PoolCount) -> int | None:
    if count.b501_600 is None or count.b601_1200 is None:
        return None
    return count.b501_600 + count.b601_1200


def _figure(n: int | None) -> str:
    return _("not recorded") if n is None else figure(n)


def _noon(day: date) -> datetime:
    """The moment of what has no more than a day."""
    return datetime.combine(day, time(12), UTC)
