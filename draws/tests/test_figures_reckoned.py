"""Figures that are reckoned from several draws, or from a draw and its pool."""

import pytest

from draws.figures import resolve_all
from draws.models import Draw
from draws.tests.feeds import NO_POOL, feed, row
from ingest import pipeline

pytestmark = pytest.mark.django_db


def dated(number: str, day: str, full: str, **values: str):
    return row(number, drawDate=day, drawDateFull=full, drawDistributionAsOn=full, **values)


def hold(**of_396: str) -> None:
    """396 and the two CEC draws before it, the first of them in the year before."""
    pipeline.bring_in(
        "ircc",
        feed(
            row("396", **of_396),
            dated("392", "2026-01-21", "January 21, 2026", drawCRS="509", drawSize="7,000"),
            dated("380", "2025-11-04", "November 4, 2025", drawCRS="533", drawSize="1,000"),
        ),
    )


def words(what: str, language: str = "en", number: str = "396") -> str:
    address = f"draw/{number}/{what}"
    found = resolve_all([address], language)
    return found[address].text.replace("\u00a0", " ") if found else ""


@pytest.mark.parametrize(
    ("what", "english", "french"),
    [
        ("number", "396", "396"),
        ("previous/number", "392", "392"),
        ("points", "one point", "1 point"),
        ("previous/points", "24 points", "24 points"),
        ("invitations-difference", "1,000", "1 000"),
        ("days-since", "27 days", "27 jours"),
        ("weeks-since", "three weeks", "3 semaines"),
        ("ordinal", "third", "troisième"),
        ("ordinal-in-year", "second", "deuxième"),
        ("draws-in-year", "2", "2"),
        ("invited-in-year", "13,000", "13 000"),
        ("full-date", "Tuesday 17 February 2026", "mardi 17 février 2026"),
        ("month", "February 2026", "février 2026"),
        ("year", "2026", "2026"),
        ("tie-break-age", "more than 11 months", "plus de 11 mois"),
        ("as-on", "15 February 2026", "15 février 2026"),
        ("pool-age", "two days", "2 jours"),
        ("pool-total", "29,000", "29 000"),
        ("cut-off-band", "501 to 600", "501 à 600"),
        ("cut-off-band-count", "4,500", "4 500"),
        ("above-band-count", "500", "500"),
    ],
)
def test_it_reckons_from_the_record(what, english, french):
    hold()
    assert (words(what), words(what, "fr")) == (english, french)


def test_it_says_what_a_nominee_has_without_the_nomination():
    hold(drawCRS="789")
    assert words("crs-without-nomination") == "189"
    assert words("crs-without-nomination", number="392") == ""


def test_it_adds_narrow_bands_above_a_cut_off_among_them():
    hold(drawCRS="485")
    assert words("cut-off-band") == "481 to 490"
    assert words("above-band-count") == "6,000"  # 491 to 500, 501 to 600, 601 and above


def test_it_has_no_band_above_the_highest():
    hold(drawCRS="789")
    assert words("cut-off-band-count") == "500"
    assert words("above-band-count") == ""


@pytest.mark.parametrize(
    ("submitted", "age"),
    [
        ("February 16, 2026 at 10:00:00 UTC", "one day"),
        ("January 3, 2026 at 10:00:00 UTC", "45 days"),
        ("November 17, 2025 at 10:00:00 UTC", "three months"),
        ("November 18, 2025 at 10:00:00 UTC", "more than two months"),
        ("February 17, 2026 at 10:00:00 UTC", ""),
    ],
)
def test_it_tells_the_age_of_a_tie_break(submitted, age):
    hold(drawCutOff=submitted)
    assert words("tie-break-age") == age


def test_it_tells_a_pause_of_years_in_years():
    hold()
    Draw.objects.filter(number="392").update(date="2021-09-14")
    assert words("weeks-since") == "more than four years"


@pytest.mark.parametrize("what", ["points", "weeks-since", "invitations-difference"])
def test_it_compares_the_first_of_a_family_with_nothing(what):
    hold()
    assert words(what, number="380") == ""


@pytest.mark.parametrize("what", ["pool-total", "cut-off-band", "above-band-count"])
def test_it_says_nothing_of_a_pool_that_is_not_printed(what):
    hold(**NO_POOL)
    assert words(what) == ""
