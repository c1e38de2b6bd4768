import pytest

from crs.credentials import credentials, level_of, search
from crs.rules import EDUCATION


@pytest.mark.parametrize(
    ("result", "level"),
    [
        ("Earned Doctorate (Ph.D.)", "doctoral"),
        ("Master's Degree", "masters_or_professional"),
        ("Bachelor of Laws", "masters_or_professional"),
        ("Doctor of Pharmacy", "masters_or_professional"),
        ("Bachelor’s degree (four years)", "bachelor_or_3yr"),
        ("Associate Degree", "two_year"),
        ("College Certificate", "one_year"),
        ("University Diploma", "one_year"),
        ("High School Diploma", "secondary"),
    ],
)
def test_it_knows_the_level_of_an_assessments_wording(result: str, level: str) -> None:
    assert level_of(result) == level


def test_it_makes_no_difference_of_quotes_capitals_and_spaces() -> None:
    assert level_of("  MASTER’S   degree ") == level_of("Master's Degree")


def test_it_takes_any_words_in_an_open_place() -> None:
    assert level_of("Master of Engineering") == "masters_or_professional"
    assert level_of("Three-year diploma in Nursing") == "bachelor_or_3yr"
    assert level_of("High School Diploma including vocational training in welding") == "secondary"


def test_it_counts_a_second_credential_beside_one_of_three_years() -> None:
    beside = "Three-year or more certificate, diploma, or degree plus a "
    assert level_of(beside + "College Certificate") == "two_or_more_one_3yr"
    assert level_of("College Certificate") == "one_year"


@pytest.mark.parametrize("unknown", ["", "PhD, honorary", "Diploma of Nowhere", "(", "[a"])
def test_it_does_not_guess_at_a_wording_that_it_does_not_know(unknown: str) -> None:
    assert level_of(unknown) is None


def test_it_searches_by_words_in_any_order() -> None:
    found = search("degree doctor")
    assert {each.level for each in found} == {"doctoral", "masters_or_professional"}
    assert search("") == search("   ") == ()


def test_it_has_a_known_level_for_every_wording() -> None:
    assert len(credentials()) == 154
    assert {each.level for each in credentials()} < set(EDUCATION)
    assert {each.used_for for each in credentials()} == {"crs", "fsw", "both"}
