"""What the source changed before this site was there."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from draws import earlier
from draws.models import Draw
from draws.past import draws_as_of
from draws.tests import rows
from ingest import pipeline
from ingest.models import Attempt, Delivery, Event, Revision
from publish import editions


def load():
    return pipeline.bring_in("earlier-changes", earlier.as_bytes())


def test_it_has_two_tie_breaks_and_23_names():
    changes = earlier.changes()
    tie_breaks = {c.number: (c.old, c.new) for c in changes if c.field == "tie_break_at"}
    assert tie_breaks == {
        "262": ("2023-08-01T12:59:52Z", "2023-07-04T19:36:18Z"),
        "335": ("2025-11-14T02:52:14Z", "2024-11-14T02:52:14Z"),
    }
    assert [c.field for c in changes].count("name") == 23
    assert len(changes) == 25


def test_it_says_in_which_copies_each_value_stands():
    (change,) = (c for c in earlier.changes() if c.number == "335")
    assert change.last_old.taken_at == datetime(2025, 2, 6, 8, 15, tzinfo=UTC)
    assert change.first_new.taken_at == datetime(2025, 2, 16, 5, 11, tzinfo=UTC)
    assert change.last_old.sha256.startswith("95ecc9938607")
    assert all(c.last_old.sha256 != c.first_new.sha256 for c in earlier.changes())


@pytest.mark.django_db
def test_it_puts_a_change_on_record_with_both_copies():
    rows.draw("335")
    attempt = load()
    revision = Revision.objects.get()
    assert (attempt.created, revision.subject) == (1, "draw/335")
    assert (revision.old, revision.new) == ("2025-11-14T02:52:14Z", "2024-11-14T02:52:14Z")
    assert revision.was_seen_at == datetime(2025, 2, 6, 8, 15, tzinfo=UTC)
    assert revision.seen_at == datetime(2025, 2, 16, 5, 11, tzinfo=UTC)
    assert revision.old_sha256.startswith("95ecc9938607")
    assert revision.new_sha256.startswith("b91853b9f8ef")
    assert revision.edition == editions.current().number


@pytest.mark.django_db
def test_it_tells_nobody():
    rows.draw("335")
    load()
    assert (Event.objects.count(), Delivery.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_it_writes_each_change_once():
    rows.draw("335")
    load()
    edition = editions.current().number
    again = load()
    assert (again.created, again.unchanged, Revision.objects.count()) == (0, 1, 1)
    assert editions.current().number == edition


@pytest.mark.django_db
def test_it_leaves_out_rounds_that_the_site_does_not_have():
    rows.draw("1")
    assert load().created == 0
    assert not Revision.objects.exists()


@pytest.mark.django_db
def test_it_comes_with_the_bundle_and_is_not_brought_in_again(capsys):
    call_command("load_bundled")
    assert "earlier-changes: loaded 25 rows" in capsys.readouterr().out
    tries = Attempt.objects.count()
    call_command("load_bundled")
    assert "earlier-changes: the site has its rows" in capsys.readouterr().out
    assert (Revision.objects.of_draws().count(), Attempt.objects.count()) == (25, tries)


@pytest.mark.django_db
def test_it_answers_with_what_was_published_then():
    call_command("load_bundled", verbosity=0)
    was = {r.number: r for r in draws_as_of(datetime(2024, 4, 6, 12, 0, tzinfo=UTC))}
    assert max(int(number) for number in was if number.isdigit()) == 291
    assert was["262"].tie_break_at == datetime(2023, 8, 1, 12, 59, 52, tzinfo=UTC)
    assert was["291"].name == "French language proficiency (2024-1)"
    assert was["291"].family == Draw.objects.get(number="291").family
