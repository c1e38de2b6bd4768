"""Draws and pool counts for a page that says beforehand what it will ask for: two queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from django.db.models import Max, Q, Subquery

from draws.models import Draw, PoolCount
from draws.models.draw import Standing

# So many draws of a family are read to each side of one, and of a whole family its newest: a page
# that shows a draw among its relatives costs the same however many there are.
AROUND = 60
# Draws whose surroundings one query asks for.
AT_ONCE = 50


class Known:
    """The draws and counts that were asked for, read on first use.

    `numbers` are draws needed for themselves, `relatives` draws needed with those AROUND them in
    their family, `families` slugs whose newest AROUND are needed, `dates` as-on dates of counts.
    With `pools`, the counts printed with `numbers` as well.
    """

    def __init__(
        self,
        *,
        numbers: Iterable[str] = (),
        relatives: Iterable[str] = (),
        families: Iterable[str] = (),
        dates: Iterable[date] = (),
        pools: Iterable[str] = (),
    ) -> None:
        self._numbers = {*numbers, *pools}
        self._relatives, self._families = set(relatives), set(families)
        self._dates, self._pools = set(dates), set(pools)
        self._standings: dict[int, Standing] = {}

    def draw(self, number: str) -> Draw | None:
        """A draw by its number."""
        return self._by_number.get(number)

    def neighbour(self, draw: Draw, step: int) -> Draw | None:
        """The draw `step` places later in its family, earlier where negative; None if none.

        Only near to draws of `relatives`.
        """
        family = self._by_family[draw.family]
        place = self._places[draw.pk] + step
        return family[place] if 0 <= place < len(family) else None

    def around(self, draw: Draw) -> list[Draw]:
        """One of `relatives` among its family: at most AROUND before it and after it, oldest
        first."""
        place = self._places[draw.pk]
        return self._by_family[draw.family][max(place - AROUND, 0) : place + AROUND + 1]

    def family(self, slug: str) -> list[Draw]:
        """The newest AROUND draws of one of `families`, oldest first."""
        return self._by_family[slug][-AROUND:]

    def standing(self, draw: Draw) -> Standing:
        """Where a draw stands in the whole of its family. One query for each draw."""
        if draw.pk not in self._standings:
            self._standings[draw.pk] = Draw.objects.of_family(draw.family).standing(draw)
        return self._standings[draw.pk]

    def count_on(self, day: date) -> PoolCount | None:
        """The count of a day; of two different ones, that of the newest draw."""
        return self._counts[0].get(day)

    def count_with(self, draw: Draw) -> PoolCount | None:
        """The count printed with a draw, one of `pools`. It is `draw.pool` from then on."""
        return self._counts[1].get(draw.pool_id) if draw.pool_id else None

    @cached_property
    def _by_number(self) -> dict[str, Draw]:
        return {draw.number: draw for draw in self._draws}

    @cached_property
    def _by_family(self) -> dict[str, list[Draw]]:
        families: dict[str, list[Draw]] = defaultdict(list)
        for draw in self._draws:
            families[draw.family].append(draw)
        return families

    @cached_property
    def _places(self) -> dict[int, int]:
        return {
            draw.pk: place for rows in self._by_family.values() for place, draw in enumerate(rows)
        }

    @cached_property
    def _draws(self) -> list[Draw]:
        if not (self._numbers or self._relatives or self._families):
            return []
        wanted = Q(number__in=self._numbers)
        for slug in self._families:
            newest = Draw.objects.of_family(slug).newest_first()
            wanted |= Q(pk__in=newest.values("pk")[:AROUND])
        relatives = sorted(self._relatives)
        found = set(Draw.objects.filter(_near(relatives[:AT_ONCE], wanted)))
        for start in range(AT_ONCE, len(relatives), AT_ONCE):
            near = _near(relatives[start : start + AT_ONCE], Q(pk__in=[]))
            found.update(Draw.objects.filter(near))
        return sorted(found, key=lambda draw: draw.serial)

    @cached_property
    def _counts(self) -> tuple[dict[date, PoolCount], dict[int, PoolCount]]:
        pks = {draw.pool_id for draw in self._draws if draw.number in self._pools}
        if not (self._dates or pks - {None}):
            return {}, {}
        rows = (
            PoolCount.objects.filter(Q(as_of__in=self._dates, draws__isnull=False) | Q(pk__in=pks))
            .annotate(newest=Max("draws__serial"))
            .order_by("newest")
        )
        found: dict[int, PoolCount] = {row.pk: row for row in rows}
        for draw in self._draws:
            if draw.pool_id in found:
                draw.pool = found[draw.pool_id]
        return {row.as_of: row for row in found.values() if row.as_of}, found


def _near(numbers: Iterable[str], also: Q) -> Q:
    """The draws with these numbers and those AROUND each in its family, and some others."""
    for number in numbers:
        one = Draw.objects.filter(number=number)
        family = Draw.objects.filter(family=Subquery(one.values("family")))
        serial = Subquery(one.values("serial"))
        before = family.filter(serial__lte=serial).newest_first().values("pk")[: AROUND + 1]
        after = family.filter(serial__gt=serial).oldest_first().values("pk")[:AROUND]
        also |= Q(pk__in=before) | Q(pk__in=after)
    return also
