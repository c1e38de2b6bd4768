import json

import pytest
from django.contrib.auth import get_user_model

from draws.models import Draw
from draws.tests.feeds import feed, row
from ingest import held, pipeline
from ingest.fetch import Fetched
from ingest.models import HeldRow, Revision, Source
from publish import editions

pytestmark = pytest.mark.django_db

CEC = "Catégorie de l’expérience canadienne"


@pytest.fixture(autouse=True)
def draw():
    pipeline.bring_in("ircc", feed(row("396")))


def bring_in(**values):
    french = row("396", drawName=CEC, drawSize="6 000") | values
    body = {"classes": "wb-tables", "rounds": [french]}
    return pipeline.bring_in("ircc-fr", json.dumps(body, ensure_ascii=False).encode("cp1252"))


def name():
    return Draw.objects.get().name_fr


def test_it_fills_in_the_french_name_without_a_revision():
    assert bring_in().updated == 1
    assert name() == CEC
    assert not Revision.objects.exists()
    assert editions.current().number == 2


def test_it_leaves_a_known_name_alone():
    bring_in()
    assert (bring_in().unchanged, editions.current().number) == (1, 2)


def test_it_counts_a_name_once():
    first, again = bring_in(), bring_in()
    assert (first.updated, first.unchanged) == (1, 0)
    assert (again.updated, again.unchanged) == (0, 1)


def test_it_writes_a_revision_when_the_source_renames_a_round():
    Draw.objects.update(name_fr="Catégorie de l'expérience canadienne")
    bring_in()
    assert Revision.objects.get().new == CEC


@pytest.mark.parametrize(
    "values",
    [
        {"drawCRS": "509"},
        {"drawSize": "6 001"},
        {"drawName": "Programme des candidats des provinces"},
    ],
)
def test_it_holds_a_row_that_is_not_plainly_about_the_same_round(values):
    assert bring_in(**values).held == 1
    assert name() == ""


def test_it_holds_an_unknown_label_until_an_editor_says_what_it_is():
    label = "Expérience canadienne, 2027-Version 1"
    assert bring_in(drawName=label).held == 1
    row_ = HeldRow.objects.get()
    editor = get_user_model().objects.create(username="noor")
    held.approve(row_, editor, "The new wording.", "cec")
    assert pipeline.take_in_again(row_).updated == 1
    assert name() == label


def test_it_comes_back_for_a_name_that_arrived_before_its_round():
    french = row("397", drawName=CEC, drawSize="6 000")
    body = json.dumps({"classes": "wb-tables", "rounds": [french]}).encode()
    headers = {"etag": '"one"'}
    pipeline.take_in("ircc-fr", Fetched(status=200, body=body, headers=headers, url=""))
    assert Source.objects.get(key="ircc-fr").etag == ""
    pipeline.bring_in("ircc", feed(row("397"), row("396")))
    pipeline.take_in("ircc-fr", Fetched(status=200, body=body, headers=headers, url=""))
    assert Draw.objects.get(number="397").name_fr == CEC
    assert Source.objects.get(key="ircc-fr").etag == '"one"'
