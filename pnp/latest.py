"""The newest thing that each province published, for the home page, the list and the map."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, F, Max, OuterRef, Window
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pnp import registry
from pnp.days import counted_in_words
from pnp.listings import counted
from pnp.models import Event, PeriodTotal, Row
from pnp.programs import Province
from pnp.tiles import Board, Tile, board
from pnp.totals import Total
from publish.formats import day, figure, month, series

HEADLINE = ("pnp", "quebec")


@dataclass(frozen=True, slots=True)
class Latest:
    """One province: its newest event, or its newest month, or neither."""

    province: Province
    event: Event | None = None
    month: PeriodTotal | None = None

    @property
    def is_pnp(self) -> bool:
        return self.province.program.kind != "quebec"

    @property
    def path(self) -> str:
        """The event where there is one, else the province."""
        if self.event:
            return self.event.get_absolute_url()
        return reverse("pnp:province", args=[self.province.slug])

    @property
    def when(self) -> str:
        """24 Sep 2026, or July 2026."""
        if self.event:
            return day(self.event.date)
        return month(self.month.month) if self.month else ""

    @property
    def total(self) -> Total | None:
        if self.event:
            return self.event.total
        return self.month.total if self.month else None

    @property
    def short(self) -> str:
        """The total where there is little room: 1,063, 298+, <10."""
        total = self.total
        if total is None or not total.is_known:
            return ""
        if total.exact is not None:
            return total.text
        if total.low == 0 and total.high is not None:
            return f"<{figure(total.high + 1)}"
        return f"{figure(total.low)}+"

    @property
    def said(self) -> str:
        """ "1,063 invited, 30 Apr 2026"; why there is nothing where there is nothing."""
        if self.event:
            return f"{counted_in_words(self.event)}, {self.when}"
        if self.month:
            return f"{counted(self.month.of_unit, self.month.total)}, {self.when}"
        return self.absent

    @property
    def absent(self) -> str:
        """Why there is nothing to show, in a word or two: a tile has no room for more."""
        kinds = {
            "intakes": pgettext("in a tile", "intakes"),
            "months": pgettext("in a tile", "months"),
        }
        return kinds.get(self.province.program.publishes, _("not recorded"))

    @property
    def score(self) -> tuple[str, str]:
        """The lowest score and what to say with it. Scores of two streams are never compared."""
        if self.event is None:
            return "", _("month total") if self.month else ""
        return _score(self.event)


def _score(event: Event) -> tuple[str, str]:
    rows = [row for row in event.standing_rows if row.kind == event.kind]
    scored = [row for row in rows if row.score_low is not None]
    if not scored:
        return "", rows[0].score_label if rows else ""
    if len(scored) == 1:
        rest = len(rows) - 1
        return scored[0].score_label, _("one of %(rows)s rows") % {"rows": rest + 1} if rest else ""
    if len(scored) == 2:
        first, second = sorted(scored, key=lambda row: row.score_low or 0)
        return first.score_label, _("and %(score)s") % {"score": second.score_label}
    return "", _("%(scores)s scores") % {"scores": len(scored)}


@dataclass(frozen=True, slots=True)
class Overview:
    """What is newest in the whole country. `rows`: provinces that publish draws or months of their
    nominee program; `windows`: those that take applications in windows; `outside`: not PNP.
    """

    all: Sequence[Latest]

    @property
    def rows(self) -> list[Latest]:
        return [one for one in self.all if one.is_pnp and one.total is not None]

    @property
    def outside(self) -> list[Latest]:
        return [one for one in self.all if not one.is_pnp and one.total is not None]

    @property
    def windows(self) -> list[Latest]:
        return [one for one in self.all if one.province.program.publishes == "intakes"]

    @property
    def window_names(self) -> str:
        """ "Saskatchewan, Yukon and Northwest Territories"."""
        return series([one.province.label for one in self.windows])

    @property
    def tiles(self) -> tuple[list[tuple[Tile, Latest]], Board]:
        """The map: each tile with what it shows, and the board that gives their size."""
        by_code = {one.province.code: one for one in self.all}
        drawn = board(by_code)
        return [(tile, by_code[tile.code]) for tile in drawn.tiles], drawn


def overview() -> Overview:
    """Every province of the registry: with draws first, newest first, then months, then none.

    Three queries.
    """
    events = {event.province: event for event in _newest_events()}
    months = {row.province: row for row in _newest_months()}
    found = [
        Latest(each, events.get(each.code), months.get(each.code)) for each in registry.provinces()
    ]
    return Overview(sorted(found, key=_place))


def _place(one: Latest) -> tuple[int, int]:
    days = one.event.date if one.event else one.month.month if one.month else dt.date.min
    return (0 if one.event else 1 if one.month else 2, -days.toordinal())


def _newest_events() -> Sequence[Event]:
    slugs = [slug for kind in HEADLINE for slug in registry.programs_of_kind(kind)]
    rows = Row.objects.filter(event=OuterRef("pk"), program__in=slugs)
    newest = Event.objects.filter(Exists(rows)).newest_per_province()
    return list(newest.with_totals().with_rows())


def _newest_months() -> Iterator[PeriodTotal]:
    newest = Window(Max("month"), partition_by=F("program"))
    return PeriodTotal.objects.alias(newest=newest).filter(month=F("newest")).iterator()
