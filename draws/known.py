"""Draws and pool counts for a page that says beforehand what it will ask for: two queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from django.db.models import Max, Q

from draws.models import Draw, PoolCount


class Known:
    """The draws and counts that were asked for, read on first use.

    `numbers` are draws needed for themselves, `relatives` draws whose whole family is needed,
    `families` slugs, `dates` as-on dates of counts. With `pools`, the counts printed with
    `numbers` as well.
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

    def draw(self, number: str) -> Draw | None:
        """A draw by its number."""
        return self._by_number.get(number)

    def neighbour(self, draw: Draw, step: int) -> Draw | None:
        """The draw `step` places later in its family, earlier where negative; None if none.

        Only for families that were read whole: those of `relatives` and `families`.
        """
        family = self._by_family[draw.family]
        place = self._places[draw.pk] + step
        return family[place] if 0 <= place < len(family) else None

    def family(self, slug: str) -> list[Draw]:
        """Every draw of a family that was asked for, oldest first."""
        return self._by_family[slug]

    def family_up_to(self, draw: Draw) -> list[Draw]:
        """The draws of its family up to and with this one, oldest first; see `neighbour`."""
        return self._by_family[draw.family][: self._places[draw.pk] + 1]

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
        families = Draw.objects.filter(number__in=self._relatives).values("family")
        wanted = Q(number__in=self._numbers) | Q(family__in=self._families)
        return list(Draw.objects.filter(wanted | Q(family__in=families)).oldest_first())

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
