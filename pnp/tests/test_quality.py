import pytest
from django.utils.translation import override

from ingest import pipeline
from pnp.models import Event
from pnp.quality import notes_for, notes_of_province
from pnp.tests.tables import bring_in, line, table

pytestmark = pytest.mark.django_db


def with_total(printed: int) -> Event:
    lines = [line("2026-09-18", "ab-opportunity", "61"), line("2026-09-18", "ab-ee-law", "<10")]
    head, first, *rest = table(*lines).decode().split("\n")
    text = "\n".join([f"{head},day_total", f"{first},{printed}", f"{rest[0]},"])
    pipeline.bring_in("pnp-table", text.encode())
    event: Event = Event.objects.get()
    return event


@pytest.mark.parametrize("printed", [61, 65, 70])
def test_a_total_that_the_rows_can_add_up_to_is_no_contradiction(printed):
    assert notes_for(with_total(printed)) == ()


@pytest.mark.parametrize("printed", [60, 71])
def test_a_total_that_is_not_the_sum_of_its_rows_is_said(printed):
    [note] = notes_for(with_total(printed))
    assert note.code == "total-not-sum"
    assert f"gives {printed} in all, but its rows add up to 61" in str(note.text)


def test_what_two_pages_contradict_is_said_in_both_languages():
    bring_in(line("2026-04-15", "on-in-demand", "1024", "36", scale="OINP-EOI"))
    [note] = notes_for(Event.objects.get())
    assert (note.code, "1,334" in str(note.text)) == ("pages-disagree", True)
    assert note.source_url.startswith("https://www.ontario.ca/")
    with override("fr"):
        assert "1\u00a0334" in str(note.text)


def test_sums_that_are_often_told_as_events_are_explained():
    bring_in(line("2026-02-06", "ab-ee-law", "<10"))
    [note] = notes_for(Event.objects.get())
    assert (note.code, "1,169" in str(note.text)) == ("not-an-event", True)
    told = [note for _day, note in notes_of_province("nb") if note.code == "not-an-event"]
    assert "326" in str(told[0].text)


def test_rows_from_reports_are_named():
    text = table(line("2025-01-02", "ab-opportunity", "61")).decode().split("\n")
    body = f"{text[0]},evidence\n{text[1]},secondary\n"
    pipeline.bring_in("pnp-table", body.encode())
    [note] = notes_for(Event.objects.get())
    assert (note.code, str(note.text)[:9]) == ("secondary", "1 of 1 ro")
