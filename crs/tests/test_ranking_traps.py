"""What public calculators get wrong: one test for each mistake."""

import pytest

from crs.ranking import score
from crs.reading import InputProblem
from crs.tests.people import ON, couple, levels, person


def points(key: str, **more: object) -> int:
    return score(person(**more), ON).detail[key]


@pytest.mark.parametrize(("level", "expected"), [(6, 0), (7, 13), (8, 13), (9, 25), (10, 25)])
def test_it_counts_a_single_bachelors_degree_as_one_credential(level: int, expected: int) -> None:
    assert points("edu_x_language", first_language={"clb": level}) == expected


def test_it_counts_one_masters_degree_like_two_credentials() -> None:
    assert points("edu_x_language", education="masters_or_professional") == 50
    assert points("edu_x_language", education="doctoral", first_language={"clb": 7}) == 25


def test_it_counts_a_two_year_diploma_as_one_credential() -> None:
    assert points("edu_x_canadian_work", education="two_year", canadian_work_years=2) == 25


@pytest.mark.parametrize("offer", ["other", "00"])
def test_it_gives_nothing_for_a_job_offer_any_more(offer: str) -> None:
    with_offer = score(person(job_offer=offer), ON)
    assert with_offer.total == score(person(), ON).total
    rules = {line.key: line.rule.code for line in with_offer.lines}
    assert rules["job_offer"] == "job-offer-ended"


def test_it_uses_the_column_of_a_single_person_for_one() -> None:
    assert points("age", age=30) == 105
    assert score(couple(age=30), ON).detail["age"] == 95


def test_it_forgets_the_partner_of_a_person_who_has_none() -> None:
    block = {"education": "doctoral", "language": {"clb": 10}, "canadian_work_years": 5}
    result = score(person(partner=block), ON)
    assert (result.total, result.partner) == (score(person(), ON).total, 0)
    assert [note.code for note in result.notes] == ["partner-ignored"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"partner_accompanying": False}, "partner-stays"),
        ({"partner_citizen_or_pr": True}, "partner-is-canadian"),
        ({"marital": "divorced"}, "partner-ignored"),
    ],
)
def test_it_scores_without_a_partner_who_does_not_count(
    change: dict[str, object], code: str
) -> None:
    block = {"education": "doctoral", "language": {"clb": 10}, "canadian_work_years": 5}
    result = score(couple(block) | change, ON)
    assert result.column == "without_spouse"
    assert result.total == score(person(), ON).total
    assert code in [note.code for note in result.notes]


def test_it_takes_a_partner_without_test_or_credential() -> None:
    result = score(couple({"canadian_work_years": 1}), ON)
    assert (result.column, result.partner) == ("with_spouse", 5)
    assert [note.code for note in result.notes] == ["partner-no-education", "partner-no-language"]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("less_than_secondary", 0),
        ("secondary", 2),
        ("one_year", 6),
        ("two_year", 7),
        ("bachelor_or_3yr", 8),
        ("two_or_more_one_3yr", 9),
        ("masters_or_professional", 10),
        ("doctoral", 10),
    ],
)
def test_it_has_the_partners_own_table_of_education(level: str, expected: int) -> None:
    assert score(couple({"education": level}), ON).partner == expected


@pytest.mark.parametrize(("level", "expected"), [(4, 0), (5, 4), (6, 4), (7, 12), (8, 12), (9, 20)])
def test_it_has_the_partners_own_table_of_language(level: int, expected: int) -> None:
    assert score(couple({"language": {"clb": level}}), ON).partner == expected


@pytest.mark.parametrize(("years", "expected"), [(0, 0), (1, 5), (2, 7), (3, 8), (4, 9), (5, 10)])
def test_it_has_the_partners_own_table_of_work(years: int, expected: int) -> None:
    assert score(couple({"canadian_work_years": years}), ON).partner == expected


def test_it_caps_the_second_language_at_22_with_a_partner_and_24_without() -> None:
    assert points("second_language", second_language={"clb": 9}) == 24
    capped = score(couple(second_language={"clb": 9}), ON)
    assert capped.detail["second_language"] == 22
    rule = next(line.rule for line in capped.lines if line.key == "second_language")
    assert rule.code == "each-ability-capped"


def test_it_gives_twelve_points_for_a_second_language_at_seven() -> None:
    assert points("second_language", second_language={"clb": 7}) == 12


def test_it_refuses_a_second_test_of_the_first_language() -> None:
    ielts = {"test": "ielts_gt", "scores": {"R": 7, "W": 7, "L": 7, "S": 7}}
    with pytest.raises(InputProblem, match="second_language: This should be a test of French"):
        score(person(second_language=ielts), ON)


@pytest.mark.parametrize(("level", "expected"), [(3, 0), (4, 24), (5, 24)])
def test_it_gives_six_points_in_each_ability_from_level_four(level: int, expected: int) -> None:
    assert points("first_language", first_language={"clb": level}) == expected


def test_it_goes_by_the_weakest_ability_where_all_four_are_asked_for() -> None:
    nearly = levels(10, 10, 10, 8)
    assert points("edu_x_language", first_language=nearly) == 13
    assert points("foreign_x_language", first_language=nearly, foreign_work_years=3) == 25
    almost_seven = levels(10, 10, 6, 10)
    assert points("edu_x_language", first_language=almost_seven) == 0


@pytest.mark.parametrize(("years", "expected"), [(11 / 12, 0), (1, 40), (1.5, 40), (1.99, 40)])
def test_it_counts_completed_years_and_never_rounds(years: float, expected: int) -> None:
    assert points("canadian_work", canadian_work_years=years) == expected


def test_it_has_no_french_bonus_below_seven_in_any_ability() -> None:
    assert points("french", second_language={"clb": 6}) == 0
    assert points("french", second_language=levels(9, 9, 9, 6)) == 0


@pytest.mark.parametrize(
    ("english", "expected"), [(None, 25), ({"clb": 4}, 25), ({"clb": 5}, 50), ({"clb": 9}, 50)]
)
def test_it_has_a_french_bonus_of_25_or_50_by_the_english(
    english: dict[str, int] | None, expected: int
) -> None:
    french = {"first_language_is": "fr", "first_language": {"clb": 7}}
    assert points("french", **french, second_language=english) == expected


def test_it_gives_the_lower_bonus_where_english_is_partly_at_five() -> None:
    inputs = person(
        first_language_is="fr", first_language={"clb": 7}, second_language=levels(5, 4, 5, 5)
    )
    result = score(inputs, ON)
    assert result.detail["french"] == 25
    rule = next(line.rule for line in result.lines if line.key == "french")
    assert rule.code == "french-english-between"


def test_it_lets_only_the_first_language_transfer() -> None:
    weak_first = {"first_language": {"clb": 6}, "second_language": {"clb": 9}}
    assert points("edu_x_language", **weak_first) == 0
    swapped = {
        "first_language_is": "fr",
        "first_language": {"clb": 9},
        "second_language": {"clb": 6},
    }
    assert points("edu_x_language", **swapped) == 25


def test_it_caps_additional_points_at_600() -> None:
    result = score(person(nomination=True, sibling=True, canadian_credential="3+"), ON)
    assert result.additional == 600
    assert result.detail["sibling"] == 15


@pytest.mark.parametrize(("years", "expected"), [(0, 0), (1, 25), (2, 25), (3, 50), (4, 50)])
def test_it_takes_two_years_abroad_as_two(years: int, expected: int) -> None:
    assert points("foreign_x_language", foreign_work_years=years) == expected


@pytest.mark.parametrize(("study", "expected"), [("none", 0), ("1-2", 15), ("3+", 30)])
def test_it_gives_15_or_30_for_study_in_canada(study: str, expected: int) -> None:
    assert points("canadian_study", canadian_credential=study) == expected


@pytest.mark.parametrize(("level", "expected"), [(4, 0), (5, 25), (6, 25), (7, 50), (10, 50)])
def test_it_takes_a_certificate_from_anybody(level: int, expected: int) -> None:
    certificate = {"certificate": True, "first_language": {"clb": level}}
    assert points("certificate_x_language", **certificate) == expected


@pytest.mark.parametrize(
    ("age", "alone", "together"),
    [
        (0, 0, 0),
        (17, 0, 0),
        (18, 99, 90),
        (19, 105, 95),
        (20, 110, 100),
        (29, 110, 100),
        (30, 105, 95),
        (35, 77, 70),
        (40, 50, 45),
        (44, 6, 5),
        (45, 0, 0),
        (99, 0, 0),
    ],
)
def test_it_has_both_columns_of_age(age: int, alone: int, together: int) -> None:
    assert points("age", age=age) == alone
    assert score(couple(age=age), ON).detail["age"] == together
