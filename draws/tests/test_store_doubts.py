"""Numbers that leap, bodies mostly in doubt, and values lost in many rows at once."""

import pytest
from django.core import mail

from draws.models import Draw
from draws.tests.feeds import feed, rounds, row
from ingest import events, held, pipeline
from ingest.models import Attempt, Event, HeldRow, Revision

pytestmark = pytest.mark.django_db

UNKNOWN = {"drawName": "Something nobody has seen"}
NEXT_DAY = {"drawDate": "2026-02-18", "drawDateFull": "February 18, 2026"}


def bring_in(*rows):
    return pipeline.bring_in("ircc", feed(*rows))


def waiting():
    return [(each.key, each.code) for each in HeldRow.objects.waiting().order_by("pk")]


def numbers():
    return set(Draw.objects.values_list("number", flat=True))


def test_it_holds_a_number_that_leaps():
    bring_in(row("411"))
    attempt = bring_in(row("4120", **NEXT_DAY), row("411"))
    assert (attempt.created, attempt.held) == (0, 1)
    assert waiting() == [("4120", "leaping-number")]
    assert "3708" in HeldRow.objects.get().message


def test_it_holds_every_number_beyond_a_leap_and_takes_what_is_before_it():
    bring_in(row("411"))
    bring_in(row("4121", **NEXT_DAY), row("4120", **NEXT_DAY), row("412", **NEXT_DAY), row("411"))
    assert numbers() == {"411", "412"}
    assert [key for key, _code in waiting()] == ["4121", "4120"]


def test_it_holds_a_leap_in_a_first_body_too():
    bring_in(row("4120"), *rounds(400, 411))
    assert "4120" not in numbers()


def test_it_publishes_a_leap_that_an_editor_accepts_and_goes_on_from_there(admin_user):
    bring_in(row("411"))
    bring_in(row("4120", **NEXT_DAY), row("411"))
    accepted = HeldRow.objects.get()
    held.approve(accepted, admin_user, "IRCC counts anew.")
    assert pipeline.take_in_again(accepted).created == 1
    bring_in(row("4121", **NEXT_DAY), row("4120", **NEXT_DAY), row("411"))
    assert numbers() == {"411", "4120", "4121"}


@pytest.mark.parametrize(
    ("number", "day"),
    [("412", "2026-02-17"), ("422", "2026-02-17"), ("430", "2026-03-17")],
)
def test_it_takes_a_gap_that_lost_rows_or_time_explain(number, day, time_machine):
    time_machine.move_to("2026-04-01T12:00:00Z")
    bring_in(row("411"))
    month = {"02": "February", "03": "March"}[day[5:7]]
    words = {"drawDate": day, "drawDateFull": f"{month} 17, 2026"}
    bring_in(row(number, **words), row("411"))
    assert number in numbers()


def test_it_holds_a_gap_that_is_one_too_large():
    bring_in(row("411"))
    bring_in(row("423"), row("411"))
    assert waiting() == [("423", "leaping-number")]


def test_it_takes_no_correction_from_a_body_that_is_mostly_in_doubt():
    bring_in(*rounds(391, 400))
    doubtful = rounds(395, 400, **UNKNOWN)
    attempt = bring_in(row("401"), *doubtful[:-1], row("395", drawCRS="509"), *rounds(391, 394))
    assert (attempt.outcome, attempt.updated) == (Attempt.Outcome.STORED, 1)
    attempt = bring_in(row("401"), *rounds(394, 400, **UNKNOWN), row("393", drawCRS="510"))
    assert attempt.outcome == Attempt.Outcome.HELD
    assert Draw.objects.get(number="393").crs == 508
    assert ("", "mostly-doubtful") in waiting()


def test_it_takes_the_rest_of_such_a_body_when_an_editor_says_so(admin_user):
    bring_in(*rounds(391, 400))
    bring_in(row("401"), *rounds(394, 400, **UNKNOWN), row("393", drawCRS="510"))
    whole = HeldRow.objects.get(code="mostly-doubtful")
    held.approve(whole, admin_user, "The labels are new; the cut-off is right.")
    attempt = pipeline.take_in_again(whole)
    assert (attempt.created, attempt.updated, attempt.held) == (1, 1, 7)


def test_it_holds_values_lost_in_many_rows_as_one_doubt_about_the_body():
    bring_in(*rounds(301, 400))
    attempt = bring_in(*rounds(395, 400, drawCutOff=""), row("394", drawCRS="1"), *rounds(301, 393))
    assert attempt.outcome == Attempt.Outcome.HELD
    assert waiting() == [("", "mass-change")]
    assert not Draw.objects.filter(tie_break_at=None).exists()
    assert not Draw.objects.filter(crs=1).exists()


def test_it_lets_them_go_when_an_editor_says_so(admin_user):
    bring_in(*rounds(301, 400))
    bring_in(*rounds(395, 400, drawCutOff=""), *rounds(301, 394))
    whole = HeldRow.objects.get()
    held.approve(whole, admin_user, "IRCC took them back.")
    assert pipeline.take_in_again(whole).updated == 6
    assert Draw.objects.filter(tie_break_at=None).count() == 6
    assert Revision.objects.filter(field="tie_break_at", new="").count() == 6


def test_it_writes_one_letter_for_many_rows_held_at_once(settings):
    settings.EDITOR_EMAILS = ["desk@cutline.example"]
    bring_in(*rounds(391, 410), *rounds(385, 390, **UNKNOWN))
    events.deliver_due()
    assert Event.objects.filter(kind="row.held").count() == 6
    (letter,) = mail.outbox
    assert "6" in letter.subject
    assert "385" in letter.body
    assert "/admin/ingest/heldrow/" in letter.body


def test_it_writes_a_letter_each_for_a_few(settings):
    settings.EDITOR_EMAILS = ["desk@cutline.example"]
    bring_in(*rounds(391, 410), *rounds(386, 390, **UNKNOWN))
    events.deliver_due()
    assert len(mail.outbox) == 5
