from datetime import date

import pytest
from django.db.models import Sum

from draws.models import Draw, Tally
from draws.tests import rows

pytestmark = pytest.mark.django_db


def counted():
    found = Tally.objects.filter(draws__gt=0).order_by("family", "year", "crs")
    return list(found.values_list("family", "year", "crs", "draws", "invited"))


def test_it_counts_draws_however_they_are_written():
    rows.draw("1", date=date(2025, 12, 30), family="cec", crs=520, invitations=100)
    rows.draw("2", date=date(2025, 12, 31), family="cec", crs=520, invitations=50)
    rows.draw("3", date=date(2026, 1, 2), family="pnp", crs=720, invitations=7)
    assert counted() == [("cec", 2025, 520, 2, 150), ("pnp", 2026, 720, 1, 7)]
    Draw.objects.filter(number="2").update(crs=519, date=date(2026, 1, 1))
    assert counted() == [
        ("cec", 2025, 520, 1, 100), ("cec", 2026, 519, 1, 50), ("pnp", 2026, 720, 1, 7),
    ]  # fmt: skip
    Draw.objects.filter(number="3").delete()
    assert counted() == [("cec", 2025, 520, 1, 100), ("cec", 2026, 519, 1, 50)]


def test_it_says_of_years_what_the_draws_say():
    rows.many(40)
    whole = Tally.objects.years()
    assert sum(year["draws"] for year in whole) == Draw.objects.count()
    invited = Draw.objects.aggregate(sum=Sum("invitations"))["sum"]
    assert sum(year["invited"] for year in whole) == invited
    assert Tally.objects.all_years() == [year["year"] for year in whole]
    newest = Draw.objects.newest_first()[0].date.year
    of_year = Draw.objects.in_year(newest)
    assert whole[0]["lowest"] == of_year.lowest_first()[0].crs
    assert whole[0]["highest"] == of_year.highest_first()[0].crs


def test_it_takes_the_filters_of_draws():
    rows.draw("1", date=date(2025, 12, 30), family="cec", crs=520)
    rows.draw("2", date=date(2026, 1, 2), family="cec", crs=505)
    rows.draw("3", date=date(2026, 1, 2), family="pnp", crs=720)
    assert Tally.objects.of_family("cec").in_year(2026).reached_by(510).years()[0]["draws"] == 1
    assert Tally.objects.reached_by(504).years() == []
    assert Tally.objects.by_family() == {"cec": 2, "pnp": 1}
