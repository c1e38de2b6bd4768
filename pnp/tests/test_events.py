"""Reading events: totals, filters, and the number of queries."""

import pytest
from django.utils.translation import override

from ingest import pipeline
from pnp.models import Event, Row
from pnp.tests.tables import bring_in, line
from pnp.totals import Total, total_of

pytestmark = pytest.mark.django_db


def test_a_total_is_computed_with_its_bounds():
    bring_in(
        line("2026-02-02", "ab-opportunity", "298"),
        line("2026-02-02", "ab-ee-law", "<10"),
    )
    event = Event.objects.get()
    assert (event.total.low, event.total.high, event.total.exact) == (298, 307, None)
    assert (event.total.text, event.total.bounds) == ("at least 298", "298 to 307")
    with override("fr"):
        assert event.total.bounds == "298 à 307"


@pytest.mark.parametrize(
    ("counts", "text", "bounds"),
    [
        ([], "not published", "not published"),
        ([(429, 429)], "429", "429"),
        ([(0, 9)], "fewer than 10", "0 to 9"),
        ([(0, 4), (17, 17)], "at least 17", "17 to 21"),
        ([(0, None)], "not published", "not published"),
        ([(0, None), (17, 17)], "at least 17", "at least 17"),
        ([(0, 0)], "0", "0"),
    ],
)
def test_a_total_says_what_is_known(counts, text, bounds):
    total = total_of(Total(low, high, 1) for low, high in counts)
    assert (total.text, total.bounds) == (text, bounds)


def test_the_total_in_the_query_is_the_total_of_the_rows():
    pipeline.bring_in("pnp-bundle", b"")
    counted = {event.subject: event for event in Event.objects.with_totals()}
    added = Event.objects.with_rows()
    assert len(counted) == 434
    for event in added:
        for kind in ("pnp", "aip", "quebec"):
            assert event.total_of(kind) == counted[event.subject].total_of(kind)
        assert (event.kind, event.total) == (
            counted[event.subject].kind,
            counted[event.subject].total,
        )


def test_only_pnp_rows_count_as_pnp():
    bring_in(
        line("2026-09-18", "nl-pnp", "61"),
        line("2026-09-18", "nl-aip", "1", program="AIP"),
        line("2026-09-19", "nl-aip", "9", program="AIP"),
        line("2026-09-20", "qc-1", "86"),
    )
    of_kind = Event.objects.of_kind("pnp").with_totals()
    assert [(str(event), event.total.exact) for event in of_kind] == [("NL 2026-09-18", 61)]
    assert Event.objects.total().exact == 61
    assert Event.objects.get(date="2026-09-18").total_of("aip").exact == 1
    assert Event.objects.get(date="2026-09-20").kind == "quebec"


def test_it_finds_events_by_province_year_stream_and_alignment():
    bring_in(
        line("2026-02-02", "on-phd", "5"),
        line("2025-02-02", "on-trades", "6", unit="noi"),
        line("2026-02-03", "ab-ee-tech", "7"),
        line("2026-02-03", "ab-opportunity", "8"),
    )
    events = Event.objects.newest_first()
    assert [str(e) for e in events] == ["AB 2026-02-03", "ON 2026-02-02", "ON 2025-02-02"]
    assert [str(e) for e in events.of_province("on").in_year(2026)] == ["ON 2026-02-02"]
    assert [str(e) for e in events.of_stream("ab-opportunity")] == ["AB 2026-02-03"]
    assert [str(e) for e in events.ee_aligned()] == ["AB 2026-02-03", "ON 2025-02-02"]
    assert [str(e) for e in events.of_unit("noi")] == ["ON 2025-02-02"]
    assert [str(e) for e in events.newest_per_province()] == ["AB 2026-02-03", "ON 2026-02-02"]
    assert len(events.newest_per_province(each=2)) == 3
    assert Event.objects.years() == [2026, 2025]


def test_withdrawn_rows_are_in_no_sum_and_no_list():
    bring_in(line("2026-02-02", "on-phd", "5"), line("2026-02-02", "on-masters", "6"))
    row = Row.objects.get(stream="on-phd")
    row.withdrawn_at = row.first_seen_at
    row.save()
    for event in (Event.objects.get(), Event.objects.with_totals().get()):
        assert event.total.exact == 6
    assert [row.stream for row in Event.objects.with_rows().get().standing_rows] == ["on-masters"]
    assert not Event.objects.of_stream("on-phd").exists()


def test_units_keep_their_own_verbs():
    bring_in(line("2024-02-08", "on-phd", "5"), line("2024-02-08", "on-trades", "2118", unit="noi"))
    totals = Event.objects.get().totals_by_unit
    assert [(unit.verb, total.exact) for unit, total in totals] == [
        ("invited", 5),
        ("notified", 2118),
    ]


def many(days: int) -> list[str]:
    return [
        line(f"{2000 + day // 28}-01-{day % 28 + 1:02}", stream, "5", "40", scale="AAIP-WEOI")
        for day in range(days)
        for stream in ("ab-opportunity", "ab-tourism")
    ]


@pytest.mark.parametrize("days", [4, 400])
def test_it_asks_as_often_for_a_hundred_times_the_rows(days, django_assert_num_queries):
    bring_in(*many(days))
    with django_assert_num_queries(1):
        assert len({e.total.exact for e in Event.objects.with_totals().newest_first()}) == 1
    with django_assert_num_queries(2):
        events = list(Event.objects.with_rows().newest_first())
        assert sum(len(event.standing_rows) for event in events) == 2 * days
        assert {
            (row.event.subject[:6], row.stream_label != "")
            for e in events
            for row in e.standing_rows
        } == {("pnp/ab", True)}
    with django_assert_num_queries(1):
        assert len(Event.objects.with_totals().newest_per_province()) == 1
    with django_assert_num_queries(1):
        assert Event.objects.total().exact == 10 * days
