"""Provincial rows and events as lists that every form can render.

A file has one line a row of the official tables; a feed has one item a day's event.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pnp.filters import RowFilter
from pnp.models import Event, Row
from pnp.notation import written_count, written_score
from pnp.programs import Province, Unit
from pnp.totals import Total
from publish.formats import long_day
from publish.forms import is_table
from publish.ids import tag_uri
from publish.listing import Column, Entry, Listing


def _scale_code(row: Row) -> str:
    scale = row.of_scale
    return scale.code if scale else ""


def _alignment(row: Row) -> str:
    stream = row.known_stream
    return stream.ee if stream else "unknown"


COLUMNS = (
    Column("province", lambda row: row.event.province.upper()),
    Column("date", lambda row: row.event.date, "date"),
    Column("program", lambda row: row.of_program.code),
    Column("stream", lambda row: row.stream_name),
    Column("target", lambda row: row.target),
    Column("unit", lambda row: row.of_unit.slug),
    Column("invitations", lambda row: row.count.exact, "integer"),
    Column("invitations_text", lambda row: written_count(row.count)),
    Column("score", lambda row: row.score_low, "integer"),
    Column("score_scale", _scale_code),
    Column("score_text", lambda row: written_score(row.score)),
    Column("kind", lambda row: row.kind),
    Column("ee_aligned", _alignment),
    Column("date_from", lambda row: row.date_from or row.event.date, "date"),
    Column("draw_number", lambda row: row.number),
    Column("evidence", lambda row: row.evidence),
    Column("source_url", lambda row: row.source_url),
    Column("id", lambda row: tag_uri(row.subject)),
    Column("event_id", lambda row: tag_uri(row.event.subject)),
)

# What a feed says of a day beside its words. The sum is of the programs of one kind; it is empty
# where it is not exact, and `most` where a row has no upper bound.
DAY_COLUMNS = (
    Column("province", lambda event: event.province.upper()),
    Column("date", lambda event: event.date, "date"),
    Column("kind", lambda event: event.kind),
    Column("invitations", lambda event: event.total.exact, "integer"),
    Column("least", lambda event: event.total.low, "integer"),
    Column("most", lambda event: event.total.high, "integer"),
    Column("rows", lambda event: len(event.standing_rows), "integer"),
)


def rows_of(events: Iterable[Event]) -> Iterable[Row]:
    """Every row of these events, in their order: what a file lists. Ask `with_rows` first."""
    return (row for event in events for row in event.standing_rows)


def entry(event: Event) -> Entry:
    """A day's event as an item of a feed: the title alone says who, when and how many."""
    title = _("%(province)s, %(date)s: %(counts)s") % {
        "province": event.place.label,
        "date": long_day(event.date),
        "counts": _joined(event.totals_by_unit),
    }
    return Entry(
        key=event.subject,
        title=title,
        path=event.get_absolute_url(),
        summary=_summary(event),
        published=datetime.combine(event.date, time(12), UTC),
    )


def counted(unit: Unit, total: Total) -> str:
    """ "429 invited", "at least 298 issued letters of advice"."""
    if not total.is_known:
        return total.text
    return _("%(figure)s %(verb)s") % {"figure": total.text, "verb": _(unit.verb)}


def _joined(totals: Iterable[tuple[Unit, Total]]) -> str:
    return ", ".join(counted(unit, total) for unit, total in totals)


def _summary(event: Event) -> str:
    rows = [
        _("%(stream)s: %(count)s") % {"stream": _named(row), "count": row.count_label}
        for row in event.standing_rows
    ]
    return "; ".join(rows) + "."


def _named(row: Row) -> str:
    return ", ".join(filter(None, [row.stream_label, row.target_label]))


def days_listing(wanted: RowFilter, form: str) -> Listing:
    """The rows that a filter asks for, as a form has them."""
    title = _("Provincial draws")
    if wanted.parts:
        title = _("Provincial draws: %(filter)s") % {"filter": ", ".join(wanted.parts)}
    listing = _listing(title, reverse("pnp:list"), wanted.query)
    return _filled(replace(listing, query=wanted.query), wanted, form)


def province_listing(shown: Province, form: str) -> Listing:
    """All rows of one province, as a form has them."""
    wanted = RowFilter(province=shown)
    title = _("Provincial draws: %(filter)s") % {"filter": shown.label}
    path = reverse("pnp:province", args=[shown.slug])
    return _filled(_listing(title, path, wanted.query), wanted, form)


def day_listing(shown: Event, form: str) -> Listing:
    """One day of a province: its rows as a file, the day as the one item of a feed. `shown` comes
    `with_rows`."""
    title = _("%(province)s, draws of %(date)s") % {
        "province": shown.place.label,
        "date": long_day(shown.date),
    }
    listing = _listing(title, shown.get_absolute_url(), {"province": shown.place.slug})
    if is_table(form):
        return replace(listing, rows=shown.standing_rows)
    return replace(listing, rows=[shown], columns=DAY_COLUMNS)


def _filled(listing: Listing, wanted: RowFilter, form: str) -> Listing:
    if is_table(form):
        return replace(listing, rows=wanted.rows(Row.objects.newest_first().with_event()))
    events = wanted.events(Event.objects.newest_first().with_rows())
    return replace(listing, rows=events, columns=DAY_COLUMNS)


def _listing(title: str, path: str, embed: dict[str, str]) -> Listing:
    """A list without rows yet; `embed` is the filter by which webmasters are offered it."""
    return Listing(
        title=title,
        description=_("Who was invited by the provinces, how many, and at what score."),
        path=path,
        query={},
        rows=(),
        columns=COLUMNS,
        entry=entry,
        language=get_language() or "en",
        embed=urlencode({"piece": "pnp", **embed}),
    )


def newest_events(count: int = 5, wanted: RowFilter | None = None) -> list[tuple[Event, str]]:
    """The widget's rows, in one query: the newest events and their totals as text. Those of
    nominee programs, unless a province or another kind of program is `wanted`."""
    chosen = wanted or RowFilter()
    events = chosen.events(Event.objects.all())
    if not (chosen.province or chosen.kind):
        events = events.of_kind("pnp")
    return [(event, event.total.text) for event in events.newest(count)]
