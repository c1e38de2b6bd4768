import pytest

from draws.models import Draw, PoolCount
from draws.tests.feeds import NO_POOL, POOL, feed, rounds, row
from ingest import pipeline
from ingest.held import approve
from ingest.models import Attempt, Event, HeldRow, Revision
from publish import editions

pytestmark = pytest.mark.django_db


def bring_in(*rows):
    return pipeline.bring_in("ircc", feed(*rows))


def counts(attempt):
    return tuple(attempt.counts.values())


def test_it_creates_then_leaves_alone():
    assert counts(bring_in(row("396"), row("395"))) == (2, 0, 0, 0)
    edition = editions.current().number
    assert counts(bring_in(row("396"), row("395"))) == (0, 0, 2, 0)
    assert editions.current().number == edition == 1


def test_it_keeps_every_value_of_a_row():
    bring_in(row("91b", drawDate="2018-05-30", drawDateFull="May 30, 2018"))
    draw = Draw.objects.get()
    assert (draw.number, draw.serial, draw.family, draw.crs) == ("91b", 912, "cec", 508)
    assert draw.tie_break_at.isoformat() == "2025-03-16T09:35:59+00:00"
    assert draw.held_at.isoformat() == "2026-02-17T11:33:44+00:00"
    assert (draw.pool.as_of.isoformat(), draw.pool.total) == ("2026-02-15", 29000)


def test_it_writes_a_revision_an_event_and_an_edition_for_a_changed_figure():
    bring_in(row("396"))
    assert counts(bring_in(row("396", drawCRS="509"))) == (0, 1, 0, 0)
    revision = Revision.objects.get()
    assert (revision.subject, revision.field) == ("draw/396", "crs")
    assert (revision.old, revision.new, revision.edition) == ("508", "509", 2)
    assert b'"drawCRS": "509"' in revision.capture.body
    first, second = Attempt.objects.order_by("pk")
    assert (revision.was_seen_at, revision.seen_at) == (first.started_at, second.started_at)
    assert (revision.old_sha256, revision.new_sha256) == (
        first.capture.sha256,
        second.capture.sha256,
    )
    event = Event.objects.get(kind="figure.corrected")
    assert event.payload == {"fields": {"crs": ["508", "509"]}}
    assert editions.current().number == 2


@pytest.mark.parametrize(
    "respelled",
    [
        {"drawDateTime": "February 17,2026 11:33:44 UTC"},
        {"drawCutOff": "March 16. 2025 at  9:35:59"},
        {"drawSize": "6000"},
        {"drawName": " Canadian  Experience Class "},
    ],
)
def test_it_takes_another_spelling_for_nothing(respelled):
    bring_in(row("396"))
    assert counts(bring_in(row("396", **respelled))) == (0, 0, 1, 0)
    assert editions.current().number == 1


def test_it_completes_a_blank_without_calling_it_a_revision():
    bring_in(row("396", drawDateTime="", drawCutOff=""))
    assert counts(bring_in(row("396"))) == (0, 1, 0, 0)
    assert not Revision.objects.exists()
    assert Event.objects.get(kind="figure.completed").payload["fields"] == {
        "tie_break_at": ["", "2025-03-16T09:35:59Z"],
        "held_at": ["", "2026-02-17T11:33:44Z"],
    }
    assert Draw.objects.get().tie_break_text == "March 16, 2025 at 09:35:59 UTC"


def test_it_holds_a_value_that_became_blank_and_keeps_the_last_good_one():
    bring_in(row("396"))
    attempt = bring_in(row("396", drawCutOff="", drawCRS="509"))
    assert counts(attempt) == (0, 1, 0, 1)
    draw = Draw.objects.get()
    assert (draw.tie_break_at is not None, draw.crs) == (True, 509)


def test_it_does_not_remove_what_the_source_lacks():
    bring_in(row("396"), row("395"))
    attempt = bring_in(row("395"))
    assert Draw.objects.count() == 2
    assert "396" in attempt.message


def test_it_keeps_one_count_once_and_moves_a_draw_to_a_corrected_one():
    bring_in(*rounds(395, 398))
    assert PoolCount.objects.count() == 1
    corrected = POOL | {"dd1": "501", "dd18": "29,001"}
    bring_in(row("398", **corrected), *rounds(395, 397))
    assert PoolCount.objects.printed().count() == 2
    assert set(Revision.objects.values_list("field", "old", "new")) == {
        ("pool.b601_1200", "500", "501"),
        ("pool.total", "29000", "29001"),
    }


def test_it_holds_a_pool_that_appears_on_an_old_round_and_takes_the_rest():
    old = {"drawDate": "2025-12-18", "drawDateFull": "December 18, 2025"}
    bring_in(row("396"), row("380", **old, **NO_POOL))
    attempt = bring_in(row("396"), row("380", **old, drawCRS="520"))
    assert counts(attempt) == (0, 1, 1, 1)
    draw = Draw.objects.get(number="380")
    assert (draw.pool, draw.crs) == (None, 520)


def test_it_publishes_a_pool_that_appears_on_a_recent_round():
    recent = {"drawDate": "2025-12-19", "drawDateFull": "December 19, 2025"}
    bring_in(row("396"), row("380", **recent, **NO_POOL))
    assert counts(bring_in(row("396"), row("380", **recent))) == (0, 1, 1, 0)
    assert Draw.objects.get(number="380").pool.total == 29000


def test_it_holds_a_whole_body_that_changes_too_much():
    bring_in(*rounds(301, 400))
    changed = [row(str(n), drawCRS="507") for n in range(400, 394, -1)]
    attempt = bring_in(row("401"), *changed, *rounds(301, 394))
    assert attempt.outcome == Attempt.Outcome.HELD
    assert Draw.objects.count() == 100
    assert not Draw.objects.filter(crs=507).exists()
    assert not Revision.objects.exists()


def test_it_publishes_as_many_corrections_as_are_no_mass_change():
    bring_in(*rounds(301, 400))
    changed = [row(str(n), drawCRS="507") for n in range(400, 395, -1)]
    assert counts(bring_in(*changed, *rounds(301, 395))) == (0, 5, 95, 0)


def test_it_takes_rewritten_names_for_wording_however_many():
    old = {"drawName": "Trade occupations (2023-1)", "drawText2": "Canadian Experience Class"}
    bring_in(*rounds(301, 340, **old))
    attempt = bring_in(*rounds(301, 340, drawName="Trade occupations (Version 1)"))
    assert counts(attempt) == (0, 40, 0, 0)
    assert Revision.objects.filter(field="name").count() == 40


def test_it_tells_news_from_a_backfill():
    bring_in(*rounds(301, 310))
    bring_in(*rounds(301, 311))
    backfill = dict(Event.objects.filter(kind="draw.published").values_list("subject", "payload"))
    assert backfill["draw/310"] == {"backfill": True}
    assert backfill["draw/311"] == {"backfill": False}


def test_it_holds_a_round_of_the_future(time_machine):
    time_machine.move_to("2026-02-17T12:00:00Z")
    future = {"drawDate": "2026-03-17", "drawDateFull": "March 17, 2026"}
    assert counts(bring_in(row("397", **future), row("396"))) == (1, 0, 0, 1)
    assert not Draw.objects.filter(number="397").exists()


def test_it_holds_a_known_round_that_moves_into_the_future(time_machine):
    time_machine.move_to("2026-02-18T12:00:00Z")
    bring_in(row("396"))
    future = {
        "drawDate": "2027-02-17",
        "drawDateFull": "February 17, 2027",
        "drawDateTime": "February 17, 2027 at 11:33:44 UTC",
    }
    assert counts(bring_in(row("396", **future, drawCutOff=""))) == (0, 0, 1, 1)
    draw = Draw.objects.get()
    assert (draw.date.isoformat(), draw.held_at.year) == ("2026-02-17", 2026)


def test_it_measures_the_age_of_a_round_by_rounds_that_were_held(time_machine):
    time_machine.move_to("2026-02-18T12:00:00Z")
    bring_in(row("396", **NO_POOL))
    future = {"drawDate": "2027-02-17", "drawDateFull": "February 17, 2027"}
    assert counts(bring_in(row("397", **future), row("396"))) == (0, 1, 0, 1)
    assert Draw.objects.get().pool.total == 29000


def test_it_holds_a_whole_body_that_rewrites_the_programs_of_many_rounds():
    bring_in(*rounds(301, 400))
    changed = rounds(395, 400, drawText2="https://www.canada.ca/q=395")
    attempt = bring_in(*changed, *rounds(301, 394))
    assert attempt.outcome == Attempt.Outcome.HELD
    assert not Revision.objects.exists()


def test_it_keeps_on_record_what_an_editor_let_go(admin_user):
    bring_in(row("396"))
    bring_in(row("396", drawCutOff=""))
    held = HeldRow.objects.waiting().get()
    approve(held, by=admin_user, reason="gone from the official page as well")
    pipeline.take_in_again(held)
    revision = Revision.objects.get()
    assert (revision.field, revision.old, revision.new) == (
        "tie_break_at",
        "2025-03-16T09:35:59Z",
        "",
    )
