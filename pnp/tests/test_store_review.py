"""Pages in prose: what they say is read, and waits for an editor."""

import pytest
from django.contrib.auth import get_user_model

from ingest import held, pipeline
from ingest.models import HeldRow
from pnp.models import Event, PeriodTotal
from pnp.tests.stored import changed, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return get_user_model().objects.create(username="noor")


def approve_all(editor) -> None:
    for row in HeldRow.objects.waiting():
        held.approve(row, editor, "Compared with the page.")
    pipeline.take_in_again(HeldRow.objects.latest("pk"))


def test_each_new_event_waits_until_it_is_approved(editor):
    attempt = pipeline.bring_in("pnp-mb", page("mb"))
    assert (attempt.created, attempt.held) == (0, 3)
    assert not Event.objects.exists()
    row = HeldRow.objects.get(key="pnp/mb/2026-05-07")
    assert "431" in row.message
    held.approve(row, editor, "Compared with the page.")
    assert pipeline.take_in_again(row).created == 2
    event = Event.objects.get()
    assert (event.total.exact, event.printed_total) == (906, 906)
    assert [str(unit.slug) for unit, _total in event.totals_by_unit] == ["laa"]


def test_a_change_waits_too(editor):
    pipeline.bring_in("pnp-nb", page("nb"))
    approve_all(editor)
    pipeline.bring_in("pnp-nb", changed("nb", "<td>87</td>", "<td>88</td>"))
    assert Event.objects.get(date="2026-05-01").total.exact == 87
    row = HeldRow.objects.waiting().get()
    assert (row.code, "88" in row.message) == ("review", True)
    approve_all(editor)
    event = Event.objects.get(date="2026-05-01")
    assert event.total.exact == 88
    assert [(r.old, r.new) for r, _row in event.revisions()] == [("87", "88")]


def test_what_was_approved_does_not_wait_again(editor):
    pipeline.bring_in("pnp-qc", page("qc"))
    approve_all(editor)
    attempt = pipeline.bring_in("pnp-qc", page("qc") + b" ")
    assert (attempt.created, attempt.updated, attempt.held) == (0, 0, 0)
    assert Event.objects.count() == 3


def test_applications_of_the_atlantic_program_are_no_part_of_the_total(editor):
    body = changed("nb", "June 4, 2026", "June 3, 2026")
    pipeline.bring_in("pnp-nb", body)
    approve_all(editor)
    event = Event.objects.with_totals().get(date="2026-06-03")
    assert (event.total.exact, event.total_of("aip").exact) == (75, 97)


def test_a_month_waits_and_is_revised(editor):
    pipeline.bring_in("pnp-ns", page("ns"))
    assert not PeriodTotal.objects.exists()
    approve_all(editor)
    assert PeriodTotal.objects.get(month="2026-01-01").total.exact == 363
    pipeline.bring_in("pnp-ns", changed("ns", "<td>363</td>", "<td>365</td>"))
    assert PeriodTotal.objects.get(month="2026-01-01").total.exact == 363
    approve_all(editor)
    assert PeriodTotal.objects.get(month="2026-01-01").total.exact == 365


def test_quebecs_merged_row_gives_way_to_its_exercises(editor):
    line = b"province,program,date_end,stream,unit,invitations,score,score_scale\n"
    line += b"QC,PSTQ,2026-06-04,qc-1,ita,1094,741; 666,PSTQ\n"
    pipeline.bring_in("pnp-table", line)
    pipeline.bring_in("pnp-qc", page("qc"))
    approve_all(editor)
    event = Event.objects.get(date="2026-06-04")
    assert [row.count.exact for row in event.standing_rows] == [37, 1057]
    assert event.total_of("quebec").exact == 1094


def test_a_detail_of_a_published_row_needs_no_editor():
    line = b"province,program,date_end,stream,target,unit,invitations,score\n"
    line += b"NB,NBPNP,2026-06-04,nb-ee,Employment in New Brunswick,ita,75,\n"
    pipeline.bring_in("pnp-table", line)
    attempt = pipeline.bring_in("pnp-nb", page("nb"))
    assert attempt.updated == 1
    event = Event.objects.get(date="2026-06-04")
    assert event.standing_rows[0].note.startswith("Construction trades; ")
    assert "pnp/nb/2026-06-04" not in {row.key for row in HeldRow.objects.waiting()}
