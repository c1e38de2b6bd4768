"""The tally of a province's years is what its events and rows add up to."""

import datetime as dt

import pytest
from django.db.models import Count, Q, Sum
from django.utils import timezone

from ingest import pipeline
from pnp import registry
from pnp.models import Event, Row, Tally
from pnp.tests.tables import bring_in, line
from pnp.years import years_of

pytestmark = pytest.mark.django_db


def kept():
    rows = Tally.objects.filter(rows__gt=0).order_by("province", "year", "program", "unit")
    return list(
        rows.values_list("province", "year", "program", "unit", "rows", "low", "high", "open")
    )


def counted():
    """The same, added up now."""
    found = []
    for province, year in {(each.province, each.date.year) for each in Event.objects.all()}:
        events = Event.objects.of_province(province).in_year(year)
        found.append((province, year, "", "", events.count(), 0, 0, 0))
        rows = Row.objects.filter(event__in=events).order_by().values_list("program", "unit")
        sums = rows.annotate(
            n=Count("pk"),
            least=Sum("low"),
            most=Sum("high", default=0),
            unbound=Count("pk", filter=Q(high=None)),
        )
        found += [(province, year, *each) for each in sums]
    return sorted(found)


def test_it_counts_the_whole_record():
    pipeline.bring_in("pnp-bundle", b"")
    assert kept() == counted()
    assert len(kept()) > 50


def test_it_follows_events_and_rows_however_they_are_written():
    bring_in(
        line("2025-12-30", "ab-opportunity", "298"),
        line("2026-01-02", "ab-ee-law", "<10"),
        line("2026-01-03", "ab-ee-law", "12"),
    )
    now = timezone.now()
    changes = [
        lambda: Row.every.filter(event__date="2026-01-02").update(low=4, high=None),
        lambda: Row.every.filter(event__date="2026-01-03").update(withdrawn_at=now),
        lambda: Event.every.filter(date="2026-01-03").update(withdrawn_at=now),
        lambda: Row.every.filter(event__date="2026-01-03").update(withdrawn_at=None),
        lambda: Event.every.filter(date="2026-01-03").update(withdrawn_at=None),
        lambda: Event.every.filter(date="2025-12-30").update(date=dt.date(2026, 1, 1)),
        lambda: Event.every.filter(date="2026-01-01").update(province="on"),
        lambda: Row.every.filter(event__date="2026-01-03").delete(),
        lambda: Event.every.filter(date="2026-01-02").delete(),
    ]
    for change in changes:
        change()
        assert kept() == counted()


def test_it_says_of_years_what_the_events_say():
    pipeline.bring_in("pnp-bundle", b"")
    for province in registry.provinces():
        events = Event.objects.of_province(province.code)
        kind = province.program.kind
        years = years_of(province.code, kind)
        days = sorted({each.date.year for each in events}, reverse=True)
        assert [year.year for year in years] == days
        for year in years:
            of_year = events.in_year(year.year)
            assert year.days == of_year.count()
            whole = of_year.total(kind)
            assert sum(total.low for _unit, total in year.totals) == whole.low
            assert sum(total.rows for _unit, total in year.totals) == whole.rows
