import pytest
from django.utils.translation import override

from pnp import listings
from pnp.filters import RowFilter
from pnp.models import Event
from pnp.tests.tables import bring_in, line
from publish.forms import respond

pytestmark = pytest.mark.django_db

HEADER = "province,date,program,stream,target,unit,invitations,invitations_text,score,score_scale"


def table(form: str = "csv") -> list[str]:
    listing = listings.days_listing(RowFilter(), form)
    return respond(listing, form).getvalue().decode().splitlines()


def test_the_file_begins_with_the_agreed_columns():
    bring_in(
        line("2026-02-02", "on-phd", "1429", "57", scale="OINP-EOI", target="General"),
        line("2026-02-03", "bc-veterinary", "<5", "90", scale="SIRS"),
        line("2026-02-04", "bc-innovate", "206", "n/a"),
        line("2026-02-05", "qc-2", "XXX", "631; 611", scale="PSTQ"),
    )
    head, *rows = table()
    assert head.startswith(HEADER)
    assert [",".join(row.split(",")[:10]) for row in rows] == [
        "QC,2026-02-05,PSTQ,Stream 2: Intermediate and manual skills,,ita,,XXX,611,PSTQ",
        "BC,2026-02-04,BC PNP,Innovate: High Economic Impact,,ita,206,206,,",
        "BC,2026-02-03,BC PNP,Care: Veterinary Care,,ita,,<5,90,SIRS",
        "ON,2026-02-02,OINP,PhD Graduate stream,General,ita,1429,1429,57,OINP-EOI",
    ]


def test_the_file_is_the_same_in_french():
    bring_in(line("2026-02-02", "on-phd", "1429", "57", scale="OINP-EOI", target="General"))
    english = table()
    with override("fr"):
        assert table() == english


def test_the_widget_shows_the_newest_pnp_events_and_their_totals(django_assert_num_queries):
    lines = [line(f"2026-02-{day:02}", "on-phd", str(day)) for day in range(1, 8)]
    bring_in(*lines, line("2026-03-01", "qc-1", "9"))
    with django_assert_num_queries(1):
        shown = [(str(event), text) for event, text in listings.newest_events()]
    assert shown == [(f"ON 2026-02-{day:02}", str(day)) for day in (7, 6, 5, 4, 3)]


@pytest.mark.urls("pnp.tests.addresses")
def test_a_feed_item_names_province_day_and_count():
    notified = line("2026-02-02", "on-trades", "<5", unit="noi")
    bring_in(line("2026-02-02", "on-phd", "1800"), notified)
    item = listings.entry(Event.objects.get())
    assert item.title == "Ontario, 2 February 2026: 1,800 invited, fewer than 5 notified"
    assert (item.key, item.path) == ("pnp/on/2026-02-02", "/pnp/ontario/2026-02-02/")
    assert item.summary == (
        "PhD Graduate stream: 1,800; Express Entry: Skilled Trades stream: fewer than 5."
    )
