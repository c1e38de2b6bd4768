"""One draw (a round of invitations), as the source prints it now."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Count, Max, Min, OuterRef, Q, Subquery, Sum
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from draws.families import FAMILIES, Family
from draws.models.pool import PoolCount
from draws.records import RoundRecord


@dataclass(frozen=True, slots=True)
class Standing:
    """`ordinal`: the how manieth draw; `in_year` so many in its year until then, with `invited`
    invitations."""

    ordinal: int
    in_year: int
    invited: int


class DrawQuerySet(models.QuerySet["Draw"]):
    def newest_first(self) -> "DrawQuerySet":
        return self.order_by("-serial")

    def about(self, subject: str) -> "DrawQuerySet":
        """The draw that the subject of an event names, such as draw/396; none for any other."""
        kind, _slash, number = subject.partition("/")
        return self.filter(number=number) if kind == "draw" else self.none()

    def oldest_first(self) -> "DrawQuerySet":
        return self.order_by("serial")

    def of_family(self, slug: str) -> "DrawQuerySet":
        return self.filter(family=slug)

    def in_year(self, year: int) -> "DrawQuerySet":
        return self.filter(date__range=(date(year, 1, 1), date(year, 12, 31)))

    def reached_by(self, score: int) -> "DrawQuerySet":
        """Draws whose cut-off is at or below this score."""
        return self.filter(crs__lte=score)

    def before(self, draw: "Draw") -> "DrawQuerySet":
        return self.filter(serial__lt=draw.serial).order_by("-serial")

    def after(self, draw: "Draw") -> "DrawQuerySet":
        return self.filter(serial__gt=draw.serial).order_by("serial")

    def with_previous(self) -> "DrawQuerySet":
        """Adds previous_number, previous_crs and previous_invitations: the draw before in the
        same family, or None for the first."""
        earlier = Draw.objects.filter(
            family=OuterRef("family"), serial__lt=OuterRef("serial")
        ).order_by("-serial")
        return self.annotate(
            previous_number=Subquery(earlier.values("number")[:1]),
            previous_crs=Subquery(earlier.values("crs")[:1]),
            previous_invitations=Subquery(earlier.values("invitations")[:1]),
        )

    def newest_of_each_family(self, each: int = 1) -> "DrawQuerySet":
        """The newest `each` draws of every family, newest first."""
        newest = Q(pk__in=[])
        for slug in FAMILIES:
            # One look into the index for each family, however many draws there are.
            newest |= Q(pk__in=self.of_family(slug).newest_first().values("pk")[:each])
        return self.filter(newest).newest_first()

    def totals(self) -> dict[str, int]:
        """draws and invited (0 when there is none), lowest and highest cut-off (or None)."""
        found: dict[str, int] = self.aggregate(
            draws=Count("pk"),
            invited=Sum("invitations", default=0),
            lowest=Min("crs"),
            highest=Max("crs"),
        )
        return found

    def place_in_year(self, draw: "Draw") -> dict[str, int]:
        """Up to and with this draw, in its year: draws, draws of its family, invitations."""
        so_far = Q(serial__lte=draw.serial)
        counted: dict[str, int] = self.in_year(draw.date.year).aggregate(
            draws=Count("pk", filter=so_far),
            of_family=Count("pk", filter=so_far & Q(family=draw.family)),
            invited=Sum("invitations", filter=so_far, default=0),
        )
        return counted

    def standing(self, draw: "Draw") -> "Standing":
        """The place of a draw among these, and up to and with it those of its year. One query."""
        of_year = Q(date__range=(date(draw.date.year, 1, 1), date(draw.date.year, 12, 31)))
        return Standing(
            **self.filter(serial__lte=draw.serial).aggregate(
                ordinal=Count("pk"),
                in_year=Count("pk", filter=of_year),
                invited=Sum("invitations", filter=of_year, default=0),
            )
        )

    def lowest_first(self) -> "DrawQuerySet":
        return self.order_by("crs", "-serial")

    def highest_first(self) -> "DrawQuerySet":
        return self.order_by("-crs", "-serial")

    def largest_first(self) -> "DrawQuerySet":
        return self.order_by("-invitations", "-serial")

    def for_scores(self) -> "DrawQuerySet":
        """No more than it takes to hold a score against each draw."""
        return self.only("number", "date", "family", "crs", "tie_break_at", "held_at")

    def counts(self) -> int:
        """How many different counts of the pool are printed with these."""
        counts: int = self.order_by().aggregate(counts=Count("pool", distinct=True))["counts"]
        return counts

    def with_pool(self) -> "DrawQuerySet":
        return self.select_related("pool")

    def with_capture(self) -> "DrawQuerySet":
        """The capture that a draw was first seen in, without its body."""
        return self.select_related("first_capture").defer("first_capture__packed")


class Draw(models.Model):
    """One draw. Only `draws.store` and `draws.notes` write here; admin reads."""

    number = models.CharField(_("number"), max_length=8, unique=True)
    # Numbers are text ("91a"); this is their order: see draws.records.serial_of.
    serial = models.PositiveIntegerField(unique=True)
    date = models.DateField(_("date"), db_index=True)
    family = models.SlugField(_("family"), choices=[(slug, f.name) for slug, f in FAMILIES.items()])
    name = models.CharField(_("name as printed"), max_length=200)
    name_fr = models.CharField(_("French name as printed"), max_length=200, blank=True)
    programs = models.CharField(_("programs as printed"), max_length=300, blank=True)
    invitations = models.PositiveIntegerField(_("invitations"))
    crs = models.PositiveSmallIntegerField(_("cut-off"))
    tie_break_at = models.DateTimeField(_("tie-break"), null=True, blank=True)
    tie_break_text = models.CharField(_("tie-break as printed"), max_length=100, blank=True)
    held_at = models.DateTimeField(_("time of the draw"), null=True, blank=True)
    held_at_text = models.CharField(_("time as printed"), max_length=100, blank=True)
    pool_as_of = models.DateField(_("pool as on"), null=True, blank=True)
    pool = models.ForeignKey(
        PoolCount,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="draws",
        verbose_name=_("pool"),
    )
    note_en = models.TextField(_("editor’s note"), blank=True)
    note_fr = models.TextField(_("editor’s note in French"), blank=True)
    first_capture = models.ForeignKey(
        "ingest.Capture", models.PROTECT, related_name="+", verbose_name=_("first seen in")
    )
    first_seen_at = models.DateTimeField(_("first seen"))

    objects = DrawQuerySet.as_manager()

    class Meta:
        verbose_name = _("draw")
        verbose_name_plural = _("draws")
        ordering = ["-serial"]
        indexes = [
            models.Index(fields=["family", "-serial"], name="draw_of_family"),
            models.Index(fields=["family", "crs", "-serial"], name="draw_by_cut_off"),
            models.Index(fields=["family", "-invitations", "-serial"], name="draw_by_size"),
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.date})"

    def get_absolute_url(self) -> str:
        return reverse("draws:draw", args=[self.number])

    @property
    def subject(self) -> str:
        """How events, revisions and feed ids name this draw. Never changes."""
        return f"draw/{self.number}"

    @property
    def kind(self) -> Family:
        """The family with its names, mark and labels."""
        return FAMILIES[self.family]

    @property
    def printed_name(self) -> str:
        """The name as the source prints it, in the language of the page where we have it."""
        return self.name_fr if get_language() == "fr" and self.name_fr else self.name

    @property
    def record(self) -> RoundRecord:
        """This row as the value that sources are compared with."""
        return RoundRecord(
            number=self.number,
            date=self.date,
            name=self.name,
            family=self.family,
            programs=self.programs,
            invitations=self.invitations,
            crs=self.crs,
            tie_break_at=self.tie_break_at,
            tie_break_text=self.tie_break_text,
            held_at=self.held_at,
            held_at_text=self.held_at_text,
            pool_as_of=self.pool_as_of,
            pool=self.pool.record if self.pool else None,
            name_fr=self.name_fr,
        )
