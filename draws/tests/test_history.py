from datetime import UTC, datetime

import pytest

from draws.history import changes_of
from draws.tests import rows
from ingest.models import Revision

pytestmark = pytest.mark.django_db


def revise(draw, field, old, new, seen_at=datetime(2025, 2, 13, 8, 0, tzinfo=UTC)):
    Revision.objects.create(
        source=draw.first_capture.source,
        subject=draw.subject,
        field=field,
        old=old,
        new=new,
        capture=draw.first_capture,
        seen_at=seen_at,
        edition=1,
    )


@pytest.mark.parametrize(
    ("field", "old", "new", "words"),
    [
        (
            "tie_break_at",
            "2025-11-14T02:52:14Z",
            "2024-11-14T02:52:14Z",
            ("Tie-break", "14 Nov 2025, 02:52:14 UTC", "14 Nov 2024, 02:52:14 UTC"),
        ),
        ("date", "2023-04-11", "2023-04-12", ("Date", "11 Apr 2023", "12 Apr 2023")),
        ("invitations", "35", "3500", ("Invitations", "35", "3,500")),
        ("name", "Trade (2023-1)", "Trade", ("Official name", "Trade (2023-1)", "Trade")),
        ("family", "fst", "trades", ("Type", "Federal Skilled Trades", "Trades")),
        ("pool.b501_600", "1", "16559", ("Candidates with 501 to 600", "1", "16,559")),
        ("pool.total", "1", "", ("Candidates in total", "1", "nothing")),
        ("held_at", "not a time", "", ("Date and time", "not a time", "nothing")),
    ],
)
def test_it_tells_a_change_in_words(field, old, new, words):
    draw = rows.draw("335")
    revise(draw, field, old, new)
    (change,) = changes_of(draw)
    assert (change.label, change.old, change.new) == words


def test_it_begins_with_the_newest_change_of_this_draw_alone():
    draw, other = rows.draw("262"), rows.draw("263")
    revise(draw, "crs", "500", "501", datetime(2023, 9, 1, tzinfo=UTC))
    revise(draw, "crs", "501", "502", datetime(2023, 9, 2, tzinfo=UTC))
    revise(other, "crs", "1", "2")
    assert [change.new for change in changes_of(draw)] == ["502", "501"]
