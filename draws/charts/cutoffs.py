"""Cut-offs over time: every round, the last two years, one family with its cut line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from statistics import median
from typing import Protocol, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from draws.families import FAMILIES, Family
from publish import formats
from publish.plot.frame import EndLabel, Frame, Note, Plot, Point, Series, apart, spread

# A silence of more than a year ends a series: the rounds before it say little about those after.
LONGEST_SILENCE = 365
# The close-up leaves out families farther than this from the median: they would flatten the rest.
FARTHEST = 150
# Labels at the right stand at least 16 px apart; plots are 480 px high (400 on phones) or 320 px.
GAP, SHORT_GAP = 0.042, 0.055
# A family with this many marks is also named inside the plot.
MANY = 100


class Round(Protocol):
    """What a chart needs of a round; a Draw is one."""

    @property
    def number(self) -> str: ...
    @property
    def serial(self) -> int: ...
    @property
    def date(self) -> date: ...
    @property
    def family(self) -> str: ...
    @property
    def crs(self) -> int: ...


R = TypeVar("R", bound=Round)
Groups = dict[str, list[Point]]


def every_round(rounds: Iterable[Round], *, joined: bool = False) -> Plot | None:
    """All the rounds given, whatever their family. None without any."""
    points = _points(rounds)
    return _several(points, lines=8.5, joined=joined, noted=True) if points else None


def close_up(rounds: Iterable[Round]) -> tuple[Plot | None, tuple[Family, ...]]:
    """The two years before the newest round, joined, and the families that are left out.

    Provincial nominees never stand on a narrow scale with others: their score includes 600.
    """
    points = _points(rounds)
    if not points:
        return None, ()
    since = points[-1].day - timedelta(days=731)
    recent = [point for point in points if point.day >= since]
    out = _far_from_the_rest(_by_family(recent))
    kept = [point for point in recent if point.family not in out]
    plot = _several(kept, lines=5, joined=True, noted=False) if len(kept) > 1 else None
    return plot, tuple(family for slug, family in FAMILIES.items() if slug in out)


def one_family(rounds: Iterable[Round], cut: Round, *, ended: bool = False) -> Plot:
    """The rounds of one family, joined, with the cut line at `cut`, which is one of them.

    `ended`: the last of them is not the newest of the family.
    """
    points = _points(rounds)
    frame = Frame.around(points, lines=5)
    labels = [frame.end_label(cut.crs, _("cut-off"), is_cut=True)]
    notes = [frame.note(_point(cut), cut.number, dy=18)]
    if points[-1].name == cut.number:
        notes = []
    else:
        labels.append(frame.end_label(points[-1].value, _("last") if ended else _("newest")))
    return _plot(
        frame,
        points,
        [frame.series(points, css=_css(cut.family), mark=_mark(cut.family), joined=True)],
        notes=apart([*notes, *_extremes(frame, points, cut.crs)]),
        labels=spread(labels, SHORT_GAP),
        cut=cut.crs,
        short=True,
    )


def series_of(rounds: Iterable[R], draw: Round) -> list[R]:
    """The series of one family's rounds that `draw` belongs to, oldest first.

    A year without a round ends a series.
    """
    series: list[R] = []
    for row in sorted(rounds, key=lambda row: (row.date, row.serial)):
        if series and (row.date - series[-1].date).days > LONGEST_SILENCE:
            if any(member.number == draw.number for member in series):
                break
            series = []
        series.append(row)
    return series


def _point(row: Round) -> Point:
    return Point(row.date, row.crs, row.number, row.family)


def _points(rounds: Iterable[Round]) -> list[Point]:
    return [_point(row) for row in sorted(rounds, key=lambda row: (row.date, row.serial))]


def _by_family(points: Iterable[Point]) -> Groups:
    groups: Groups = defaultdict(list)
    for point in points:
        groups[point.family].append(point)
    return groups


def _css(slug: str) -> str:
    return FAMILIES[slug].css if slug in FAMILIES else ""


def _mark(slug: str) -> str:
    return FAMILIES[slug].mark if slug in FAMILIES else "dot"


def _margin_name(slug: str) -> str:
    """The short name, shorter still where the right margin has no room for it."""
    shorter = {
        "senior-managers": _("Managers"),
        "all-program": pgettext("margin of a chart", "All-program"),
    }
    return shorter.get(slug) or str(FAMILIES[slug].short)


def _plot(
    frame: Frame,
    points: Sequence[Point],
    series: Iterable[Series],
    *,
    notes: tuple[Note, ...],
    labels: tuple[EndLabel, ...],
    key: tuple[Family, ...] = (),
    cut: int | None = None,
    short: bool = False,
) -> Plot:
    return Plot(
        width=frame.time.days,
        height=frame.values.height,
        low=frame.values.low,
        high=frame.values.high,
        grid=tuple(frame.grid(cut=cut)),
        ticks=frame.time.ticks(),
        series=tuple(series),
        notes=notes,
        labels=labels,
        first=points[0],
        newest=points[-1],
        lowest=min(points, key=lambda point: (point.value, -point.day.toordinal())),
        highest=max(points, key=lambda point: (point.value, point.day)),
        count=len(points),
        cut=frame.values.at(cut) if cut is not None else "",
        key=key,
        short=short,
    )


def _far_from_the_rest(groups: Groups) -> set[str]:
    """Provincial nominees, and families more than FARTHEST points from the median."""
    others = [point.value for slug, group in groups.items() if slug != "pnp" for point in group]
    middle = median(others) if others else 0
    return {
        slug
        for slug, group in groups.items()
        if slug == "pnp" or any(abs(point.value - middle) > FARTHEST for point in group)
    }


def _several(points: Sequence[Point], *, lines: float, joined: bool, noted: bool) -> Plot:
    """Rounds of several families; `noted` with words inside the plot and a key above."""
    frame = Frame.around(points, lines=lines)
    groups = _by_family(points)
    series = [
        frame.series(group, css=_css(slug), mark=_mark(slug), joined=joined)
        for slug, group in groups.items()
    ]
    labels = _newest_of_each(frame, groups, points[-1].day, crowded=joined)
    return _plot(
        frame,
        points,
        series,
        notes=apart(_notes(frame, groups, points)) if noted else (),
        labels=spread(labels, GAP),
        key=tuple(family for slug, family in FAMILIES.items() if slug in groups) if noted else (),
    )


def _extremes(frame: Frame, points: Sequence[Point], cut: int) -> Iterator[Note]:
    """The highest and the lowest value, unless the cut line says it already."""
    highest = max(points, key=lambda point: (point.value, point.day))
    lowest = min(points, key=lambda point: (point.value, -point.day.toordinal()))
    if highest.value != cut:
        yield frame.note(highest, str(highest.value), dy=-10)
    if lowest.value not in (cut, highest.value):
        yield frame.note(lowest, str(lowest.value), dy=18)


def _notes(frame: Frame, groups: Groups, points: Sequence[Point]) -> Iterator[Note]:
    """The lowest cut-off, what lifts provincial nominees, and the name of a crowd of marks."""
    lowest = min(points, key=lambda point: (point.value, -point.day.toordinal()))
    if len(points) > 1 and lowest.family in FAMILIES:
        short = FAMILIES[lowest.family].short
        text = f"{lowest.value}: {short}, {formats.day(lowest.day)}"
        yield frame.side_note(lowest, text, phone=True)
    nominees = groups.get("pnp")
    if nominees and len(groups) > 1:
        highest = max(nominees, key=lambda point: (point.value, point.day))
        text = _("Provincial nominees: the score includes 600 for the nomination")
        yield frame.side_note(highest, text, phone=False)
    crowd = groups.get("all-program", [])
    if len(crowd) > MANY and len(groups) > 1:
        middle = len(crowd) // 3
        top = max(crowd[middle - 8 : middle + 8], key=lambda point: point.value)
        yield frame.note(top, str(FAMILIES["all-program"].short), dy=-20)


def _newest_of_each(frame: Frame, groups: Groups, newest: date, *, crowded: bool) -> list[EndLabel]:
    """Labels for the newest cut-off of families drawn in the year before `newest`.

    Families drawn most often come first; unless `crowded`, one that would touch is left out.
    """
    since = newest - timedelta(days=365)
    lively = [slug for slug, group in groups.items() if group[-1].day > since]
    lively.sort(key=lambda slug: -sum(point.day > since for point in groups[slug]))
    labels: list[EndLabel] = []
    for slug in lively:
        label = frame.end_label(
            groups[slug][-1].value, _margin_name(slug), css=_css(slug), mark=_mark(slug)
        )
        if crowded or all(abs(label.share - other.share) >= GAP for other in labels):
            labels.append(label)
    return labels
