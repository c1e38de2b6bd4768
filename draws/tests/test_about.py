"""The draw that the subject of an event names."""

import pytest

from draws.models import Draw
from draws.tests.feeds import feed, row
from ingest import pipeline

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("subject", "numbers"),
    [
        ("draw/396", ["396"]),
        ("draw/9", []),
        ("article/396", []),
        ("396", []),
        ("draw", []),
        ("", []),
    ],
)
def test_it_finds_a_draw_by_its_own_subject_alone(subject, numbers):
    pipeline.bring_in("ircc", feed(row("396")))
    assert [draw.number for draw in Draw.objects.about(subject)] == numbers
