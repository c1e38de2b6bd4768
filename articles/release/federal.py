"""The federal tables: families, draws, counts of the pool."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from articles.release.fields import ID, Field, Table
from draws import quality
from draws.families import FAMILIES
from draws.listings import COLUMNS
from draws.models import Draw, PoolCount
from draws.records import BANDS, TOTAL_FIELD

PEOPLE = _("people")
POINTS = _("CRS points")

# What the columns of every file of draws mean: (meaning, unit).
MEANINGS: dict[str, tuple[Any, Any]] = {
    "number": (_("Number of the draw as IRCC gives it: 396, 91a."), ""),
    "date": (_("Day of the draw."), ""),
    "family": (_("Type of draw, as in the table of families."), ""),
    "name": (_("Name of the round exactly as IRCC prints it."), ""),
    "invitations": (_("Invitations to apply that were issued."), PEOPLE),
    "crs": (_("Cut-off: CRS score of the lowest-ranked candidate invited."), POINTS),
    "tie_break_at": (
        _("Tie-break, UTC: at exactly the cut-off, profiles submitted later were not invited."),
        "",
    ),
    "held_at": (_("Moment of the draw as IRCC prints it, UTC."), ""),
    "pool_as_of": (_("Day of the count of the pool that IRCC prints with the draw."), ""),
    "programs": (_("Programs that the round was open to."), ""),
    "id": ID,
}
_BAND = _(
    "Candidates in the pool with a CRS score from %(low)s to %(high)s, on the day of the count."
)
_TOTAL = _("Candidates in the pool in total, on the day of the count.")


def _in_words(low: int, high: int) -> str:
    return str(_BAND) % {"low": low, "high": high}


_of_band = lazy(_in_words, str)


def _bands() -> Iterator[tuple[str, Any]]:
    for band in BANDS:
        yield band.field, _of_band(band.low, band.high)
    yield TOTAL_FIELD, _TOTAL


def _draw_fields() -> Iterator[Field]:
    counts = {f"pool_{field.removeprefix('b')}": (text, PEOPLE) for field, text in _bands()}
    meanings = MEANINGS | counts
    for column in COLUMNS:
        meaning, unit = meanings.get(column.name, ("", ""))
        required = column.name in ("number", "date", "family", "name", "invitations", "crs")
        yield Field(column.name, column.type, meaning, column.value, unit, required)
    yield Field(
        "quality",
        "string",
        _("Codes of what IRCC prints that cannot be right, apart by semicolons."),
        lambda draw: ";".join(note.code for note in quality.notes_for(draw)),
    )
    yield Field(
        "quality_note",
        "string",
        _("The same in words. The figures themselves stay as printed."),
        lambda draw: " ".join(str(note.text) for note in quality.notes_for(draw)),
    )


def _pool_fields() -> Iterator[Field]:
    for field, meaning in _bands():
        name = field if field == TOTAL_FIELD else f"from_{field.removeprefix('b')}"
        yield Field(name, "integer", meaning, attrgetter(field), PEOPLE)


def _draws() -> Iterable[Draw]:
    return Draw.objects.select_related("pool").order_by("serial").iterator(2000)


def _pools() -> Iterable[PoolCount]:
    counts = PoolCount.objects.printed().with_draws()
    return sorted(counts, key=lambda pool: (str(pool.as_of), pool.draws.all()[0].serial))


FAMILY_TABLE = Table(
    name="families",
    title=_("Families of draws"),
    description=_("The types of draw that are compared with each other."),
    key=("family",),
    fields=(
        Field("family", "string", _("Short name, as in addresses."), lambda f: f.slug, "", True),
        Field("name", "string", _("Name in English."), lambda f: str(f.name), "", True),
        Field(
            "official", "string", _("Official name, without a version."), lambda f: str(f.official)
        ),
        Field("who", "string", _("Who can be invited."), lambda f: str(f.who)),
    ),
    rows=lambda: sorted(FAMILIES.values(), key=lambda family: family.slug),
)
DRAW_TABLE = Table(
    name="draws",
    title=_("Express Entry draws"),
    description=_("Every round of invitations since 31 January 2015, as IRCC prints it."),
    key=("number",),
    fields=tuple(_draw_fields()),
    rows=_draws,
)
POOL_TABLE = Table(
    name="pool",
    title=_("Counts of the Express Entry pool"),
    description=_("Each count once, however many draws it is printed with."),
    key=("as_of", "draws"),
    fields=(
        Field("as_of", "date", _("Day of the count."), lambda pool: pool.as_of),
        Field(
            "draws",
            "string",
            _("Numbers of the draws that it is printed with, apart by semicolons."),
            lambda pool: ";".join(draw.number for draw in pool.draws.all()),
            "",
            True,
        ),
        *_pool_fields(),
    ),
    rows=_pools,
)
