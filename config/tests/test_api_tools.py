"""The tools for programs: the same answers as the rules, and nothing that cannot be read."""

import json
import random
from datetime import UTC, datetime
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from articles.tests import newsroom
from config.api.inputs import eligibility_inputs, score_inputs
from crs.profile import MARITAL, STUDY
from crs.rules import EDUCATION
from draws.tests import rows

pytestmark = pytest.mark.django_db
PERSON = {
    "age": 26,
    "marital": "married",
    "partner_accompanying": True,
    "partner_citizen_or_pr": False,
    "education": "bachelor_or_3yr",
    "first_language": {"clb": 7},
    "foreign_work_years": 4,
    "job_offer": "other",
    "partner": {"education": "two_year", "language": {"clb": 6}, "canadian_work_years": 0},
}


def ask(client, path: str, body: Any, status: int = 200) -> dict[str, Any]:
    sent = body if isinstance(body, str) else json.dumps(body)
    response = client.post(f"/api/v1{path}", sent, content_type="application/json")
    assert response.status_code == status, response.content[:500]
    assert response.headers["Cache-Control"] == "private, no-store"
    return dict(json.loads(response.content))


def test_it_answers_a_score_with_every_sub_total(client):
    found = ask(client, "/crs/score?on=2026-06-01", PERSON)
    assert (found["total"], found["core"], found["partner"]) == (325, 276, 11)
    assert (found["transferability"], found["additional"]) == (38, 0)
    assert found["detail"]["foreign_x_language"] == 25
    assert found["ruleset"] == "2025-03-25"
    assert found["notes"] == []


def test_it_says_that_the_points_of_a_day_are_not_known(client):
    found = ask(client, "/crs/score?on=2026-11-10", PERSON)
    assert found["in_force"] == "2026-11-03"
    assert found["notes"][0]["code"] == "rules-points-unknown"


def test_it_counts_a_job_offer_before_march_2025(client):
    assert ask(client, "/crs/score?on=2025-03-24", PERSON)["total"] == 375


def test_it_names_everything_that_is_wrong_by_its_path(client):
    wrong = {"age": "old", "first_language": {"test": "ielts_gt", "scores": {"R": 9.25}}, "x": 1}
    found = ask(client, "/crs/score", wrong, 422)
    assert {error["name"] for error in found["errors"]} == {
        *("age", "x", "first_language.scores.R", "first_language.scores.W"),
        *("first_language.scores.L", "first_language.scores.S"),
    }


@pytest.mark.parametrize(
    "body", ["", "{", "[" * 60_000, "null", "7", '"x"', "[]", '{"age": 1e999}']
)
def test_it_refuses_what_is_no_object_of_answers(client, body):
    assert ask(client, "/crs/score", body, 422)["status"] == 422
    assert ask(client, "/eligibility", body, 422)["errors"]


def test_it_reads_no_body_of_any_size(client):
    found = ask(client, "/crs/score", json.dumps({"age": 30, "x": "y" * 70_000}), 413)
    assert found["type"].endswith("#problem-too-large")


def test_it_answers_eligibility_with_reasons(client):
    person = {
        "age": 31,
        "first_language": {"clb": 8},
        "outside_quebec": True,
        "work": [{"noc": "21231", "where": "canada", "from": "2024-01-01"}],
    }
    found = ask(client, "/eligibility?on=2026-06-01", person)
    assert found["invited_for"] == "cec"
    assert [each["verdict"] for each in found["programs"]] == ["yes", "missing", "no"]


def test_it_answers_every_draw_for_a_profile(client):
    newsroom.draw("396", tie_break_at=datetime(2025, 3, 16, 9, 35, 59, tzinfo=UTC))
    address = "/api/v1/invited?score=508&submitted=2025-04-02&eligible=cec&later=2026-03-01:520"
    response = client.get(address)
    found = response.json()
    assert found["draws"][0]["why"]["code"] == "submitted-after-tie-break"
    assert found["by_tie_break"] == ["396"]
    assert found["first_invited"] is None
    assert response.headers["Cache-Control"] == "private, no-store"


def test_it_answers_every_draw_page_by_page(client):
    rows.many(25)
    address = "/api/v1/invited?score=470&submitted=2015-01-15&eligible=cec"
    whole = client.get(address).json()
    assert whole["next"] is None
    found, page = [], {"next": f"{address}&limit=10"}
    while page["next"]:
        page = client.get(page["next"]).json()
        found += page["draws"]
        assert page["first_invited"] == whole["first_invited"]
    assert [each["number"] for each in found] == [str(number) for number in range(25, 0, -1)]
    assert found == whole["draws"]


@pytest.mark.parametrize(
    "query",
    [
        "score=508",
        "score=508&submitted=yesterday",
        "score=1201&submitted=2025-04-02",
        "score=508&submitted=2025-04-02&eligible=everything",
        "score=508&submitted=2025-04-02&later=2025-13-01:500",
    ],
)
def test_it_refuses_values_that_it_cannot_read(client, query):
    assert client.get(f"/api/v1/invited?{query}").status_code == 422


@pytest.mark.parametrize("day", ["2015-01-01", "2099-12-31"])
def test_it_answers_on_the_first_and_the_last_day(client, day):
    job = {"noc": "72106", "where": "canada", "from": "0001-01-01", "to": "9999-12-31"}
    taken = {"clb": 7, "taken_on": "9999-12-31"}
    person = {"age": 40, "work": [job], "first_language": taken, "funds": 0, "family_size": 50}
    ask(client, f"/eligibility?on={day}", person)
    ask(client, f"/crs/score?on={day}", {"age": 40, "first_language": taken})


def test_it_scores_random_people_without_an_error_or_an_impossible_score(client):
    chance = random.Random(8)  # noqa: S311 - not a secret
    schema = Draft202012Validator(score_inputs())
    for _ in range(200):
        person = _somebody(chance)
        assert list(schema.iter_errors(person)) == []
        found = ask(client, "/crs/score?on=2026-06-01", person)
        parts = ("core", "partner", "transferability", "additional")
        assert found["total"] == sum(found[part] for part in parts) <= 1200
        assert min(found["detail"].values()) >= 0
        with_partner = found["column"] == "with_spouse"
        assert found["core"] <= (460 if with_partner else 500)
        assert found["partner"] <= (40 if with_partner else 0)


def _somebody(chance: random.Random) -> dict[str, Any]:
    def levels() -> dict[str, Any]:
        return {"clb": {letter: chance.randint(0, 12) for letter in "RWLS"}}

    return {
        "age": chance.randint(0, 120),
        "marital": chance.choice(MARITAL),
        "partner_accompanying": chance.choice([True, False, None]),
        "partner_citizen_or_pr": chance.choice([True, False, None]),
        "education": chance.choice([*EDUCATION, None]),
        "canadian_credential": chance.choice([*STUDY, None]),
        "first_language_is": chance.choice(["en", "fr", None]),
        "first_language": chance.choice([levels(), None]),
        "second_language": chance.choice([levels(), None]),
        "canadian_work_years": chance.choice([None, 0, 1.9, 80]),
        "foreign_work_years": chance.choice([None, 0, 3, 80.5]),
        "certificate": chance.choice([True, False]),
        "nomination": chance.choice([True, False]),
        "sibling": chance.choice([True, False]),
        "job_offer": chance.choice(["none", "other", "00"]),
        "partner": chance.choice([None, {}, {"education": "doctoral", "language": levels()}]),
    }


def test_it_describes_the_inputs_so_that_others_can_check_them():
    for schema in (score_inputs(), eligibility_inputs()):
        Draft202012Validator(schema)
        assert schema["required"] == ["age"]
