"""A thirteenth program takes an adapter, a stored page, a test and one line of the registry."""

import pytest

from ingest import pipeline
from pnp import registry
from pnp.models import Event
from pnp.tests.stored import page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nunavut(monkeypatch, settings):
    monkeypatch.setitem(registry.ADAPTERS, "nu", "pnp.tests.nunavut")
    sources = registry.ingest_sources(lambda _name, address: address)
    settings.INGEST_SOURCES = settings.INGEST_SOURCES | sources


def test_it_is_read_stored_and_counted_like_the_others():
    attempt = pipeline.bring_in("pnp-nu", page("nu"))
    assert (attempt.outcome, attempt.created) == ("stored", 2)
    event = Event.objects.of_kind("pnp").with_totals().get(province="nu")
    assert (event.total.exact, event.place.label) == (12, "Nunavut")
    assert [row.stream_label for row in event.standing_rows] == ["Trades", "Health care"]
    assert [row.of_scale.code for row in event.standing_rows] == ["NUNP-EOI", "NUNP-EOI"]


def test_it_is_in_the_list_of_provinces_and_of_sources():
    assert registry.provinces()[-1].slug == "nunavut"
    assert "pnp-nu" in pipeline.fetched_sources()
    assert pipeline.rhythm_of("pnp-nu") is not None
