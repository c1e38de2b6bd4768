"""What counts as a wrong figure when a body was not what it should be."""

import json

import pytest

from config.drills.readings import Change, changes, judge, marks

pytestmark = pytest.mark.django_db
BODY = json.dumps({"rounds": [{"drawNumber": "396", "drawSize": "6,000", "drawCRS": "509"}]})


def found(change, key="ircc"):
    revisions, events, editions = marks()
    return judge(key, [change], 24, [BODY], (revisions - 1, events, editions - 1))


@pytest.mark.parametrize(
    "change",
    [
        Change("396", "crs", 508, 509),
        Change("396", "invitations", None, 6000),
        Change("396", "pool__total", None, None),
    ],
)
def test_it_accepts_what_the_body_says(change):
    assert found(change) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change("396", "crs", 508, 510), "not in the body"),
        (Change("397", "crs", 508, 509), "not in the body"),
        (Change("396", "crs", 508, None), "lost crs"),
        (Change("396", "row", "there", None), "396 is gone"),
    ],
)
def test_it_finds_what_the_body_does_not_say(change, said):
    assert any(said in fault for fault in found(change))


def test_it_finds_a_number_that_is_on_no_page():
    assert found(Change(7, "low", 1, 6000), "pnp-ab") == []
    assert found(Change(7, "low", 1, 600), "pnp-ab")


def test_it_finds_a_correction_without_a_revision():
    change = Change("396", "crs", 508, 509)
    assert any("no revision" in fault for fault in judge("ircc", [change], 24, [BODY], marks()))


def test_it_finds_a_change_of_many_rounds():
    same = [Change("396", "crs", 508, 509)] * 6
    assert any("6 rounds" in fault for fault in judge("ircc", same, 24, [BODY], marks()))


def test_it_tells_what_came_and_went():
    assert {c.field for c in changes({7: (1,) * 7}, {})} >= {"row", "low"}
