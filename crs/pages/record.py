"""The record held against a person, in as many queries and rows whatever its length.

The rules are those of crs.invited alone. The database only puts the draws that they cannot tell
apart together, and one draw of each group is asked for all of them. The few draws of the days on
which the profile began or ended are asked one by one.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Case, Count, Expression, F, Max, Min, Q, Value, When

from crs.invited import Outcome, Person, Submitted, Sufficient, outcome, sufficient
from crs.invited.person import FOR_EVERYBODY
from crs.invited.sufficient import a_year_before
from crs.pages.verdicts import sign_of
from draws.models import Draw, Tally
from draws.models.draw import DrawQuerySet

PAGE = 60
# Draws that turned on the tie-break are named up to this many.
NAMED = 12


@dataclass(frozen=True, slots=True)
class _Group:
    """Draws with one outcome, but for their numbers, days and cut-offs."""

    example: Outcome
    draws: int
    first_day: dt.date
    alike: Q


class Record:
    """Every draw for one person. Lists are newest first."""

    def __init__(self, person: Person) -> None:
        self.person = person
        submitted = person.submitted
        # A round is held between the beginning of its day and the end of the next.
        begin, begun = _day(submitted.earliest), _day(submitted.latest)
        end, ended = (_day(moment) for moment in submitted.ends)
        self._inside = Q(date__gt=begun, date__lte=_shifted(end, -2))
        self._at_the_ends = Q(date__range=(_shifted(begin, -1), begun)) | Q(
            date__range=(_shifted(end, -1), ended)
        )

    def __len__(self) -> int:
        return sum(Tally.objects.by_family().values())

    @cached_property
    def signs(self) -> Counter[str]:
        """How many draws of the profile’s life had each sign of crs.pages.verdicts."""
        found = Counter(sign_of(each) for each in self._edges)
        for group in self._groups:
            found[sign_of(group.example)] += group.draws
        return found

    @cached_property
    def first_invited(self) -> Outcome | None:
        """The earliest draw that would have invited; of one day, the newest."""
        invited = [each for each in self._edges if each.result == "invited"]
        days = [each.first_day for each in self._groups if each.example.result == "invited"]
        if days:
            of_day = self._outcomes(Draw.objects.filter(self._inside, date=min(days)))
            invited += [each for each in of_day if each.result == "invited"]
        return min(invited, key=lambda each: each.date, default=None)

    @property
    def days_waited(self) -> int | None:
        first = self.first_invited
        start = _day(self.person.submitted.earliest)
        # A round of the night after its day may come after a profile of that night.
        return max((first.date - start).days, 0) if first else None

    def tied(self, *results: str, most: int | None = None) -> list[Outcome]:
        """The newest draws with these results that turned on the tie-break."""
        edges = [each.number for each in self._edges if _tied(each, results)]
        groups = [each.alike for each in self._groups if _tied(each.example, results)]
        if not edges and not groups:
            return []
        wanted = Q(number__in=edges)
        for group in groups:
            wanted |= self._inside & group
        return list(self._outcomes(self._compared().filter(wanted)[:most]))

    def possible(self, start: int, end: int) -> list[Outcome]:
        """Draws of the profile’s life that it may have qualified for."""
        return self._page(self._lived().filter(family__in=self._families), start, end)

    def others(self, start: int, end: int) -> list[Outcome]:
        """Draws of the profile’s life that were for others."""
        return self._page(self._lived().exclude(family__in=self._families), start, end)

    def every(self, start: int, end: int) -> list[Outcome]:
        return self._page(Draw.objects.all(), start, end)

    def before(self, serial: int | None, count: int) -> list[tuple[int, Outcome]]:
        """The newest draws below a place in the order of all, each with its own place."""
        rows = Draw.objects.newest_first()
        rows = rows.filter(serial__lt=serial) if serial is not None else rows
        found = list(rows.only(*_READ, "serial")[:count])
        return [(row.serial, outcome(self.person, row)) for row in found]

    @cached_property
    def _families(self) -> frozenset[str]:
        return self.person.eligible | self.person.unsure | frozenset(FOR_EVERYBODY)

    @cached_property
    def _edges(self) -> list[Outcome]:
        found = self._outcomes(Draw.objects.filter(self._at_the_ends).newest_first())
        return [each for each in found if each.result != "not-in-pool"]

    @cached_property
    def _groups(self) -> list[_Group]:
        keys = ("family", "score", "level", "moment")
        found = list(
            self._compared()
            .filter(self._inside)
            .order_by()
            .values(*keys)
            .annotate(draws=Count("pk"), last=Max("serial"), first_day=Min("date"))
        )
        rows = Draw.objects.filter(serial__in=[line["last"] for line in found])
        examples = {row.serial: outcome(self.person, row) for row in rows.only(*_READ, "serial")}
        return [
            _Group(
                examples[line["last"]],
                line["draws"],
                line["first_day"],
                Q(**{key: line[key] for key in keys}),
            )
            for line in found
        ]

    def _compared(self) -> DrawQuerySet:
        """Adds the score of the day, its place beside the cut-off (-1, 0, 1), and at the cut-off
        the profile’s place beside the tie-break: all that an outcome depends on."""
        submitted = self.person.submitted
        rows: DrawQuerySet = Draw.objects.newest_first().annotate(score=_score_of(self.person))
        found: DrawQuerySet = rows.annotate(
            level=Case(
                When(score__lt=F("crs"), then=Value(-1)),
                When(score__gt=F("crs"), then=Value(1)),
                default=Value(0),
            )
        ).annotate(
            moment=Case(
                When(~Q(level=0), then=Value("")),
                When(tie_break_at=None, then=Value("none")),
                When(tie_break_at__gte=submitted.latest, then=Value("older")),
                When(tie_break_at__lt=submitted.earliest, then=Value("younger")),
                default=Value("day"),
            )
        )
        return found

    def _lived(self) -> DrawQuerySet:
        edges = [each.number for each in self._edges]
        return Draw.objects.filter(self._inside | Q(number__in=edges))

    def _page(self, rows: DrawQuerySet, start: int, end: int) -> list[Outcome]:
        # The places come from an index alone: a late page skips no whole rows.
        places = rows.newest_first().values("serial")[start:end]
        return list(self._outcomes(Draw.objects.filter(serial__in=places).newest_first()))

    def _outcomes(self, rows: DrawQuerySet) -> Iterator[Outcome]:
        return (outcome(self.person, row) for row in rows.only(*_READ))


_READ = ("number", "date", "family", "crs", "tie_break_at", "held_at")


def sufficient_of(until: dt.date, submitted: Submitted) -> tuple[Sufficient, ...]:
    """As crs.invited.sufficient of every draw. On each side of the tie-break the newest draw of a
    family with its lowest and with its highest cut-off decide; the others are only counted."""
    of_year = Draw.objects.filter(date__gt=a_year_before(until), date__lte=until).order_by()
    rows = of_year.annotate(
        older=Case(When(tie_break_at__gte=submitted.latest, then=Value(1)), default=Value(0))
    )
    sides = list(
        rows.values("family", "older").annotate(
            draws=Count("pk"), lowest=Min("crs"), highest=Max("crs"), last=Max("serial")
        )
    )
    counted: Counter[str] = Counter()
    edges = set()
    for side in sides:
        counted[side["family"]] += side["draws"]
        edges |= {(side["family"], side["older"], side[which]) for which in ("lowest", "highest")}
    at_edges = rows.filter(crs__in={crs for _family, _older, crs in edges})
    wanted = {side["last"] for side in sides} | {
        last
        for family, older, crs, last in at_edges.values_list("family", "older", "crs").annotate(
            last=Max("serial")
        )
        if (family, older, crs) in edges
    }
    deciding = Draw.objects.filter(serial__in=wanted).newest_first().for_scores()
    found = sufficient(deciding, until, submitted)
    return tuple(replace(each, rounds=counted[each.family]) for each in found)


def _tied(each: Outcome, results: tuple[str, ...]) -> bool:
    return each.by_tie_break and (not results or each.result in results)


def _score_of(person: Person) -> Expression:
    """The score of the day of a draw: see Person.score_on."""
    dated = sorted(person.scores, key=lambda each: each.since or dt.date.min)
    if len(dated) == 1:
        return Value(dated[0].crs)
    newest_first = [
        When(date__gte=each.since or dt.date.min, then=Value(each.crs)) for each in dated[::-1]
    ]
    return Case(*newest_first, default=Value(dated[0].crs))


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(dt.UTC).date()


def _shifted(day: dt.date, days: int) -> dt.date:
    """So many days later, within the days that there are."""
    last = dt.date.max.toordinal()
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), last))
