"""The calculator and eligibility as pages: answers, rules, errors beside their fields."""

import re
from urllib.parse import urlencode

import pytest

from crs.pages import asked_eligibility, asked_profile, asked_score
from draws.tests import rows

pytestmark = pytest.mark.django_db
COUPLE = {
    "marital": "married",
    "coming": "yes",
    "age": "29",
    "edu": "bachelor_or_3yr",
    "test": "ielts_gt",
    "s": "7",
    "l": "8",
    "r": "7",
    "w": "6,5",
    "ca": "1",
    "abroad": "3",
    "pedu": "two_year",
    "ptest": "clb",
    "ps": "6",
    "pl": "6",
    "pr": "6",
    "pw": "6",
}


def asked(client, page: str, **answers: str) -> str:
    response = client.get(f"/tools/{page}/?{urlencode(answers)}")
    assert response.status_code == 200
    bare = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(bare.replace("\xa0", " ").split())


def test_it_shows_the_score_its_parts_and_the_rule_of_each_number(client):
    said = asked(client, "crs", **COUPLE)
    assert "Your score: 443 of 1,200" in said
    assert "Education A bachelor’s degree, or a program of three years or more. 112 140" in said
    assert "Column of the official table: with a spouse or partner" in said


def test_it_says_plainly_that_the_points_of_november_2026_are_not_known(client):
    said = asked(client, "crs", **COUPLE, on="2026-11-10")
    assert "By the rules of 25 March 2025. Those in force since 3 November 2026" in said
    assert "which are in force" in asked(client, "crs", **COUPLE, on="2026-11-02")


def test_it_shows_both_columns_for_a_couple(client):
    said = asked(client, "crs", **COUPLE)
    assert "With your partner, and without" in said
    assert "With your partner, and without" not in asked(client, "crs", age="29")


def test_it_hands_the_score_to_the_other_tool_as_a_beginning(client):
    rows.draw("396")
    page = client.get(f"/tools/crs/?{urlencode(COUPLE)}").content
    assert b'href="/tools/invited/?crs=443"' in page
    begun = client.get("/tools/invited/?crs=443").content
    assert b'value="443"' in begun
    assert b"Please correct" not in begun


def test_it_says_where_a_score_stands_and_what_ten_points_would_change(client):
    rows.draw("396", pool=_saved(rows.pool()))
    said = asked(client, "crs", **COUPLE)
    assert "stand ahead of you" in said
    assert "Ten points more would take you past about" in said


def _saved(pool):
    pool.save()
    return pool


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"age": ""}, "This is needed."),
        ({"age": "old"}, "This should be a number from 0 to 120."),
        ({"age": "9" * 150}, "This should be a number from 0 to 120."),
        ({"age": "-1"}, "This should be a number from 0 to 120."),
        ({"age": "NaN"}, "This should be a number from 0 to 120."),
        ({"age": "29", "s": "7"}, "Choose the test that these scores are of."),
        ({"age": "29", "test": "tef_canada", "s": "600"}, "Score / 699"),
        ({"age": "29", "test": "ielts_gt", "s": "7.3"}, "in steps of 0.5."),
        ({"age": "29", "test": "clb", "test2": "clb"}, "has to be the other one."),
        ({"age": "29", "on": "1066-10-14"}, "Enter a day from 1 Jan 2015"),
        ({"age": "29", "eca": "Licence to kill"}, "We do not know this wording."),
        ({"age": "29", "nomination": "perhaps"}, "This should be true or false."),
    ],
)
def test_it_says_at_the_field_what_is_wrong(client, answers, message):
    said = asked(client, "crs", **answers)
    assert "Please correct what is marked" in said
    assert message in said


def test_it_reads_the_wording_of_an_assessment(client):
    said = asked(client, "crs", age="29", eca="Doctorate (Ph.D.)")
    assert "A doctoral degree. 150 150" in said


def test_it_takes_levels_of_either_language(client):
    levels = dict.fromkeys("slrw", "7")
    said = asked(client, "crs", age="29", test="nclc", **levels)
    assert "French at level 7 in all four abilities, with English below level 5 or no test." in said


def test_it_says_what_a_program_asks_and_what_is_missing(client):
    job = {"noc1": "21231", "at1": "canada", "from1": "2024-01-01"}
    levels = {"test": "clb", **dict.fromkeys("slrw", "8")}
    said = asked(client, "eligibility", age="31", outside="yes", on="2026-06-01", **job, **levels)
    assert "Eligible: Canadian Experience Class" in said
    assert "Federal Skilled Worker Program: Something is missing" in said
    assert "Federal Skilled Trades Program: No" in said


def test_it_offers_occupations_for_words_and_keeps_the_other_answers(client):
    response = client.get("/tools/eligibility/?age=31&noc1=soudeur")
    assert b'href="?age=31&amp;noc1=72106#result"' in response.content


def test_it_finds_occupations_in_both_languages_with_their_lists(client):
    for words in ("soudeurs", "72106", "WELD machine"):
        said = asked(client, "eligibility/occupations", q=words)
        assert "72106 Welders" in said
        assert "27 Feb 2025 to 17 Feb 2026" in said
        assert "We could not read the official list." in said
    assert "No listed occupation matches." in asked(client, "eligibility/occupations", q="zzz")


HOSTILE = ('"><script>x</script>', "9" * 300, "-0", "1e309", "%(n)s", "{{ x }}", "٣٤", "\0", "€")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("invited", asked_profile.NAMES),
        ("crs", asked_score.NAMES),
        ("eligibility", asked_eligibility.NAMES),
    ],
)
def test_it_stands_anything_in_every_field_at_once(client, page, names, text):
    query = urlencode(dict.fromkeys(names, text))
    response = client.get(f"/tools/{page}/?{query}", follow=True)
    assert response.status_code == 200
    assert b"<script>x" not in response.content


@pytest.mark.parametrize(
    "page", ["", "invited/", "crs/", "eligibility/", "eligibility/occupations/"]
)
def test_it_lets_the_bare_tool_be_found(client, page):
    response = client.get(f"/tools/{page}")
    assert "X-Robots-Tag" not in response.headers
    assert response.headers["Cache-Control"].startswith("public")
    assert client.post(f"/tools/{page}").status_code == 405
