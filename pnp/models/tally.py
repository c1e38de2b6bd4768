"""What each province counted in each year, by program and unit: what its page says of all days."""

from django.db import models


class TallyQuerySet(models.QuerySet["Tally"]):
    def of_province(self, code: str) -> "TallyQuerySet":
        return self.filter(province=code, rows__gt=0)


class Tally(models.Model):
    """The standing rows of the standing events of a province in a year, of one program and unit;
    with neither, the events themselves, of which `rows` is the number. The database keeps it, by
    triggers on both tables (migration 0002), so that no way of writing can leave it behind.

    `high` is the sum of those that have one, `open` how many have none.
    """

    province = models.CharField(max_length=2)
    year = models.PositiveSmallIntegerField()
    program = models.SlugField(blank=True)
    unit = models.SlugField(blank=True)
    # Signed: a trigger writes a difference, which is added to what there is.
    rows = models.IntegerField()
    low = models.BigIntegerField()
    high = models.BigIntegerField()
    open = models.IntegerField()

    objects = TallyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["province", "year", "program", "unit"], name="pnp_tally_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.province} {self.year} {self.program} {self.unit}".strip()
