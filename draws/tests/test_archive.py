from datetime import date

import pytest
from django.http import Http404

from draws.archive import FEW, Archive
from draws.models import Draw, Tally
from draws.tests import rows
from publish.turns import PAGE, Turn

pytestmark = pytest.mark.django_db


def whole(params=None):
    return Archive.of(Draw.objects.all(), Tally.objects.all(), params or {}, {})


@pytest.mark.parametrize("page", ["0", "-1", "x", "3", "99999999", "１"])
def test_it_has_no_page_beyond_the_list(page):
    with pytest.raises(Http404):
        Turn.of({"page": page}, total=PAGE + 1, query={})


def test_it_links_newer_and_older_pages_with_the_filter():
    turn = Turn.of({"page": "2"}, total=2 * PAGE + 1, query={"family": "cec"})
    assert turn.newer == "?family=cec"
    assert turn.older == "?family=cec&page=3"
    assert turn.here == "?family=cec&page=2"
    last = Turn.of({"page": "3"}, total=2 * PAGE + 1, query={"family": "cec"})
    assert last.older == ""


def test_it_shows_five_hundred_rounds_at_a_time():
    rows.many(PAGE + 3)
    first = whole()
    second = whole({"page": "2"})
    assert len(first.rounds) == PAGE
    assert [draw.number for draw in second.rounds] == ["3", "2", "1"]
    assert first.count == second.count == PAGE + 3


def test_it_counts_whole_years_and_says_what_is_on_another_page():
    rows.many(PAGE + 3)
    oldest = whole().years[-1]
    assert oldest.missing == 3
    assert oldest.count == len(oldest.rounds) + 3


def test_it_groups_by_year_with_the_figures_of_each():
    rows.draw("1", date=date(2025, 12, 30), crs=520, invitations=100)
    rows.draw("2", date=date(2026, 1, 2), crs=511, invitations=50)
    rows.draw("3", date=date(2026, 1, 9), crs=509, invitations=70)
    years = whole().years
    assert [(year.year, year.count, year.invited) for year in years] == [
        (2026, 2, 120),
        (2025, 1, 100),
    ]
    assert (years[0].lowest, years[0].highest) == (509, 511)


def test_it_opens_the_newest_year_of_a_long_list():
    rows.many(FEW + 400)
    assert [year.is_open for year in whole().years] == [True, False]


def test_it_opens_all_years_of_a_short_list():
    rows.draw("1", date=date(2025, 12, 30))
    rows.draw("2", date=date(2026, 1, 2))
    assert all(year.is_open for year in whole().years)
