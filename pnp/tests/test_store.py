"""An automatic page on its way into the record, through the one road in."""

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from ingest import held, pipeline
from ingest.models import Attempt, HeldRow, Revision
from ingest.models import Event as Told
from pnp.models import Event, Row
from pnp.tests.stored import changed, page
from publish import editions

pytestmark = pytest.mark.django_db

HEALTH = "Dedicated Health Care Pathway – Express Entry"


@pytest.fixture
def editor():
    return get_user_model().objects.create(username="noor")


def bring_in(body: bytes, key: str = "pnp-ab") -> Attempt:
    return pipeline.bring_in(key, body)


def test_it_stores_a_page_as_events_and_rows():
    attempt = bring_in(page("ab"))
    assert (attempt.outcome, attempt.created, attempt.held) == ("stored", 7, 0)
    assert (Event.objects.count(), Row.objects.count()) == (7, 7)
    assert editions.current().number == 1


def test_the_same_page_twice_changes_nothing():
    bring_in(page("ab"))
    attempt = bring_in(page("ab") + b"<!-- later -->")
    assert (attempt.created, attempt.updated, attempt.unchanged) == (0, 0, 7)
    assert editions.current().number == 1
    assert not Revision.objects.exists()


def test_it_records_a_changed_figure():
    bring_in(page("ab"))
    attempt = bring_in(changed("ab", "<td>61</td>", "<td>65</td>"))
    assert (attempt.updated, attempt.outcome) == (1, "stored")
    event = Event.objects.get(date="2026-05-13")
    assert event.total.exact == 65
    [(revision, row)] = event.revisions()
    assert (revision.field, revision.old, revision.new) == ("invitations", "61", "65")
    assert row.stream == "ab-health-ee"
    assert Told.objects.filter(kind="figure.corrected", subject=row.subject).count() == 1


def test_it_tells_of_a_new_event_and_not_of_a_backfill():
    bring_in(page("ab"))
    assert all(told.payload["backfill"] for told in Told.objects.filter(kind="pnp.published"))
    cells = "<td>June 17, 2026</td><td>Alberta Opportunity Stream</td><td>58</td><td>720</td>"
    first = "<tr><td>June&nbsp;15"
    bring_in(changed("ab", first, f"<tr>{cells}</tr>{first}"))
    told = Told.objects.get(kind="pnp.published", subject="pnp/ab/2026-06-17")
    assert told.payload == {"backfill": False}


@pytest.mark.parametrize(
    "body",
    [
        changed("ab", "Draw&nbsp;date", "When"),
        b"<html><body>Are you a robot?</body></html>",
        b"",
    ],
)
def test_a_page_without_the_known_header_changes_nothing_and_waits_with_the_page(body):
    bring_in(page("ab"))
    attempt = bring_in(body)
    assert attempt.outcome == "held"
    row = HeldRow.objects.get()
    assert (row.code, row.capture.body) == ("unreadable", body)
    assert Row.objects.count() == 7


def test_a_page_with_fewer_rows_than_before_changes_nothing():
    bring_in(page("ab"))
    body = page("ab").replace(b"<td>462</td>", b"<td>999</td>")
    start, end = body.index(b"<tr><td>April 23"), body.index(b"<tr><td>February 20")
    attempt = bring_in(body[:start] + body[end:])
    assert attempt.outcome == "held"
    row = HeldRow.objects.get()
    assert row.code == "fewer-rows"
    assert "Law Enforcement" in row.message
    assert Event.objects.get(date="2026-06-05").total.exact == 462


def test_a_page_of_the_next_year_is_no_loss():
    bring_in(page("ab"))
    text = page("ab").decode()
    for day in ("June&nbsp;15", "June 5", "June 2", "May 27", "May 13", "April 23"):
        start = text.index(f"<tr><td>{day}, 2026")
        text = text[:start] + text[text.index("</tr>", start) + 5 :]
    attempt = bring_in(text.replace("February 20, 2026", "January 6, 2025").encode())
    assert (attempt.outcome, attempt.created) == ("stored", 1)
    assert Row.objects.count() == 8


def test_sums_that_disagree_change_nothing_until_an_editor_says_so(editor):
    bring_in(page("nl"), "pnp-nl")
    wrong = changed("nl", "NLPNP – 61", "NLPNP – 60")
    assert bring_in(wrong, "pnp-nl").outcome == "held"
    row = HeldRow.objects.get()
    assert row.code == "sum-differs"
    assert Event.objects.get(date="2026-09-18").total.exact == 61


def test_it_holds_the_whole_day_of_an_unknown_stream_and_takes_it_when_mapped(editor):
    body = changed("on", "<h3>Employer Job Offer: In-Demand Skills stream", "<h3>Arctic stream")
    attempt = bring_in(body, "pnp-on")
    assert (attempt.outcome, attempt.held) == ("stored", 1)
    assert not Event.objects.filter(date="2026-02-02").exists()
    assert Event.objects.filter(date="2026-04-23").exists()
    row = HeldRow.objects.get()
    assert ["on-in-demand", "Employer Job Offer: In-Demand Skills stream"] in row.choices
    held.approve(row, editor, "They renamed it.", "on-in-demand")
    assert pipeline.take_in_again(row).created == 6
    assert Event.objects.get(date="2026-02-02").total.exact == 1825


def test_an_editor_can_say_that_a_stream_is_new(editor):
    body = changed("on", "<h3>Employer Job Offer: In-Demand Skills stream", "<h3>Arctic stream")
    bring_in(body, "pnp-on")
    row = HeldRow.objects.get()
    held.approve(row, editor, "It opened in August.", "new")
    pipeline.take_in_again(row)
    stored = Row.objects.get(stream="on-arctic-stream")
    assert (stored.stream_label, stored.known_stream) == ("Arctic stream", None)


def test_a_lost_figure_waits_and_the_old_one_stays():
    bring_in(page("ab"))
    bring_in(changed("ab", "<td>61</td>", "<td>N/A</td>"))
    assert [row.code for row in HeldRow.objects.all()] == ["value-gone"]
    assert Event.objects.get(date="2026-05-13").total.exact == 61


def test_many_changes_at_once_change_nothing():
    bring_in(page("ab"))
    text = page("ab").decode()
    for old in ("<td>56</td>", "<td>462</td>", "<td>49</td>", "<td>61</td>", "<td>831</td>"):
        text = text.replace(old, "<td>7</td>")
    assert bring_in(text.encode()).outcome == "held"
    assert HeldRow.objects.get().code == "mass-change"
    assert Event.objects.get(date="2026-06-05").total.exact == 462


def test_a_day_in_the_future_waits():
    body = changed("ab", "June 5, 2026", f"June 5, {timezone.now().year + 1}")
    bring_in(body)
    assert HeldRow.objects.get().code == "future-date"


def test_a_row_that_left_its_day_waits_and_is_withdrawn_when_approved(editor):
    bring_in(page("on"), "pnp-on")
    old = "<tr><td>February 2, 2026</td><td>129</td>"
    new = "<tr><td>February 4, 2026</td><td>129</td>"
    assert bring_in(changed("on", old, new), "pnp-on").outcome == "stored"
    row = HeldRow.objects.get()
    assert row.code == "row-gone"
    # It stands on its old day until then, and on that day alone.
    assert Event.objects.get(date="2026-02-02").total.exact == 1825
    assert not Event.objects.filter(date="2026-02-04").exists()
    held.approve(row, editor, "The ministry moved it.")
    pipeline.take_in_again(row)
    event = Event.objects.get(date="2026-02-02")
    assert event.total.exact == 1825 - 129
    assert Event.objects.get(date="2026-02-04").total.exact == 129
    assert ("invitations", "129", "") in [(r.field, r.old, r.new) for r, _row in event.revisions()]


def test_a_reworded_target_is_the_same_row():
    bring_in(page("on"), "pnp-on")
    bring_in(changed("on", "for Physicians.", "for Family doctors."), "pnp-on")
    event = Event.objects.get(date="2026-02-02")
    assert event.total.exact == 1825
    assert [(r.field, r.new) for r, _row in event.revisions()] == [("target", "Family doctors")]


def test_notifications_are_no_rows_that_the_other_page_lacks():
    bring_in(page("on"), "pnp-on")
    noi = (
        page("on_notifications").decode().replace("February 8, 2024</td>", "December 5, 2023</td>")
    )
    noi = noi.replace("Notifications of interest issued in 2024 to date", "To date")
    bring_in(noi.encode(), "pnp-on-noi")
    attempt = bring_in(page("on") + b" ", "pnp-on")
    assert (attempt.updated, attempt.held) == (0, 0)
    event = Event.objects.get(date="2023-12-05")
    assert {row.unit for row in event.standing_rows} == {"ita", "noi"}


def test_a_secondary_row_becomes_official_when_the_page_has_it():
    line = b"province,program,date_end,stream,unit,invitations,score,score_scale,evidence\n"
    line += b"AB,AAIP,2026-05-13,Dedicated Health Care Pathway: Express Entry,ita,61,57,AAIP-WEOI,"
    pipeline.bring_in("pnp-table", line + b"secondary\n")
    assert Row.objects.get().is_secondary
    bring_in(page("ab"))
    row = Row.objects.get(event__date="2026-05-13")
    assert (row.is_secondary, Revision.objects.count()) == (False, 0)
