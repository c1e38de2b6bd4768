import pytest
from django.contrib.auth import get_user_model

from draws.models import Draw
from draws.tests.feeds import feed, rounds, row
from ingest import held, pipeline
from ingest.models import Event, HeldRow

pytestmark = pytest.mark.django_db

NEW_LABEL = "Researchers with Canadian Work Experience, 2026-Version 1"


@pytest.fixture
def editor():
    return get_user_model().objects.create(username="noor")


def bring_in(*rows):
    return pipeline.bring_in("ircc", feed(*rows))


def test_it_holds_an_unknown_label_and_lets_the_others_through():
    attempt = bring_in(row("397", drawName=NEW_LABEL), row("396"))
    assert (attempt.created, attempt.held) == (1, 1)
    held_row = HeldRow.objects.get()
    assert held_row.key == "397"
    assert NEW_LABEL in held_row.message
    assert ["researchers", "Researchers"] in [[slug, name[:11]] for slug, name in held_row.choices]


def test_it_raises_the_same_doubt_once():
    for _ in range(3):
        bring_in(row("397", drawName=NEW_LABEL), row("396"))
    assert HeldRow.objects.count() == 1
    assert Event.objects.filter(kind="row.held").count() == 1


def test_it_publishes_what_an_editor_approves_and_knows_the_label_from_then_on(editor):
    bring_in(row("397", drawName=NEW_LABEL), row("396"))
    held_row = HeldRow.objects.get()
    held.approve(held_row, editor, "IRCC announced the category.", "researchers")
    assert pipeline.take_in_again(held_row).created == 1
    assert Draw.objects.get(number="397").family == "researchers"
    attempt = bring_in(row("398", drawName=NEW_LABEL), row("397", drawName=NEW_LABEL), row("396"))
    assert (attempt.created, attempt.unchanged, attempt.held) == (1, 2, 0)


def test_it_needs_an_answer_and_a_reason(editor):
    bring_in(row("397", drawName=NEW_LABEL), row("396"))
    held_row = HeldRow.objects.get()
    with pytest.raises(ValueError, match="answer"):
        held.approve(held_row, editor, "Because.", "no-such-family")
    with pytest.raises(ValueError, match="reason"):
        held.approve(held_row, editor, "  ", "researchers")
    held_row.refresh_from_db()
    assert held_row.state == HeldRow.State.WAITING


def test_it_leaves_out_what_an_editor_dismisses(editor):
    bring_in(row("397", drawName=NEW_LABEL), row("396"))
    held.dismiss(HeldRow.objects.get(), editor, "A test row of the authority.")
    attempt = bring_in(row("397", drawName=NEW_LABEL), row("396"))
    assert attempt.held == 0
    assert HeldRow.objects.get().state == HeldRow.State.DISMISSED
    assert not Draw.objects.filter(number="397").exists()


def test_it_lets_one_editor_decide(editor):
    bring_in(row("397", drawName=NEW_LABEL), row("396"))
    held_row = HeldRow.objects.get()
    held.dismiss(held_row, editor, "No.")
    with pytest.raises(held.AlreadyDecided):
        held.approve(held_row, editor, "Yes.", "researchers")


def test_it_closes_a_doubt_that_the_source_withdrew():
    bring_in(row("397", drawName=NEW_LABEL), row("396"))
    bring_in(row("397"), row("396"))
    assert HeldRow.objects.get().state == HeldRow.State.GONE
    bring_in(row("398", drawName=NEW_LABEL), row("397"), row("396"))
    assert list(HeldRow.objects.waiting().values_list("key", flat=True)) == ["398"]


def test_it_carries_out_an_approved_mass_change(editor):
    bring_in(*rounds(301, 400))
    changed = rounds(301, 400, drawCRS="507")
    bring_in(*changed)
    held_row = HeldRow.objects.get(code="mass-change")
    held.approve(held_row, editor, "IRCC republished the year.")
    assert pipeline.take_in_again(held_row).updated == 100
    assert Draw.objects.filter(crs=507).count() == 100


def test_it_publishes_an_approved_late_pool_and_a_withdrawn_value(editor):
    bring_in(row("396"))
    bring_in(row("396", drawCutOff=""))
    held_row = HeldRow.objects.get(code="value-gone")
    held.approve(held_row, editor, "IRCC took the tie-break back.")
    pipeline.take_in_again(held_row)
    assert Draw.objects.get().tie_break_at is None
    assert Event.objects.filter(kind="figure.withdrawn").exists()
