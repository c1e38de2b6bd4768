"""How many draws there were, by family, year and cut-off: what lists say of all their rows."""

from typing import Any

from django.db import models
from django.db.models import Max, Min, Sum


class TallyQuerySet(models.QuerySet["Tally"]):
    """The filters of DrawQuerySet, by the same names."""

    def of_family(self, slug: str) -> "TallyQuerySet":
        return self.filter(family=slug)

    def in_year(self, year: int) -> "TallyQuerySet":
        return self.filter(year=year)

    def reached_by(self, score: int) -> "TallyQuerySet":
        """Draws whose cut-off is at or below this score."""
        return self.filter(crs__lte=score)

    def years(self) -> list[dict[str, Any]]:
        """Per year, newest first: year, draws, invitations, lowest and highest cut-off."""
        rows = (
            self.filter(draws__gt=0)
            .order_by("-year")
            .values("year")
            .annotate(
                of_year=Sum("draws"), invited=Sum("invited"), lowest=Min("crs"), highest=Max("crs")
            )
        )
        return [row | {"draws": row.pop("of_year")} for row in map(dict, rows)]

    def by_family(self) -> dict[str, int]:
        """How many draws each family has had. One query."""
        rows = self.order_by().values_list("family").annotate(total=Sum("draws"))
        return dict(rows)

    def all_years(self) -> list[int]:
        """The years that have draws, newest first."""
        years = self.filter(draws__gt=0).values_list("year", flat=True)
        return list(years.distinct().order_by("-year"))


class Tally(models.Model):
    """The draws of a family in a year with one cut-off. The database itself keeps it, by triggers
    on the table of draws (migration 0002), so that no way of writing a draw can leave it behind.

    There are as many rows as there are different cut-offs, not as many as there are draws.
    """

    family = models.SlugField()
    year = models.PositiveSmallIntegerField()
    crs = models.PositiveSmallIntegerField()
    draws = models.PositiveIntegerField()
    invited = models.PositiveBigIntegerField()

    objects = TallyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["family", "year", "crs"], name="tally_once")]

    def __str__(self) -> str:
        return f"{self.family} {self.year} {self.crs}"
