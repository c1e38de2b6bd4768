import pytest
from django.utils import translation

from draws.filters import RoundFilter
from draws.models import Draw
from draws.tests import rows


@pytest.mark.parametrize(
    ("params", "query"),
    [
        ({}, {}),
        ({"family": "", "year": "", "score": " "}, {}),
        ({"score": "505", "family": "cec"}, {"family": "cec", "score": "505"}),
        ({"year": "2026", "score": "0"}, {"year": "2026", "score": "0"}),
        ({"family": "nobody", "score": "505"}, {"score": "505"}),
    ],
)
def test_it_reads_what_can_be_used(params, query):
    assert RoundFilter.of(params).query == query


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("family", "nobody"),
        ("year", "26"),
        ("year", "2026a"),
        ("year", "٢٠٢٦"),
        ("score", "50 8"),
        ("score", "-1"),
        ("score", "1201"),
        ("score", "5e2"),
        ("score", "９００"),
    ],
)
def test_it_says_back_what_it_cannot_use(name, text):
    wanted = RoundFilter.of({name: text})
    assert list(wanted.errors) == [name]
    assert f"“{text}”" in wanted.errors[name]
    assert wanted.typed[name] == text


def test_it_does_not_repeat_a_page_of_text():
    assert len(RoundFilter.of({"score": "x" * 5000}).errors["score"]) < 120


@pytest.mark.django_db
def test_it_finds_rounds_that_a_score_would_have_reached():
    for number, crs in (("1", 505), ("2", 506), ("3", 504)):
        rows.draw(number, crs=crs)
    found = RoundFilter.of({"score": "505"}).apply(Draw.objects.newest_first())
    assert [draw.number for draw in found] == ["3", "1"]


@pytest.mark.django_db
def test_it_shows_nothing_while_a_value_cannot_be_used():
    rows.draw("1")
    assert not RoundFilter.of({"family": "cec", "score": "abc"}).apply(Draw.objects.all()).exists()


def test_it_offers_to_widen_by_the_last_criterion():
    full = RoundFilter.of({"family": "cec", "year": "2026", "score": "300"})
    assert full.wider == ("Clear the score", "?family=cec&year=2026")
    assert RoundFilter.of({"family": "cec"}).wider == ("Show all types", "")
    assert RoundFilter.of({}).wider is None


def test_it_puts_itself_into_words():
    wanted = RoundFilter.of({"family": "cec", "year": "2026", "score": "505"})
    assert wanted.parts == ["Canadian Experience Class", "2026", "cut-off 505 or lower"]
    with translation.override("fr"):
        assert wanted.parts[2] != "cut-off 505 or lower"
