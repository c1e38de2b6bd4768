"""What would raise a score, by trying it."""

import dataclasses

from crs.improve import Option, improvements, side_by_side
from crs.profile import read_profile
from crs.ranking import score
from crs.tests.people import ON, couple, levels, person


def options(**more: object) -> dict[tuple[str, object], Option]:
    """By code, and the figure in it (a level or years), if any."""
    found = improvements(person(**more), ON)
    return {(each.said.code, next(iter(each.said.values.values()), None)): each for each in found}


def test_it_tries_the_whole_engine_and_never_adds_up_tables() -> None:
    # One ability keeps everything on level 8: 23 -> 31 is 8 points, and 13 -> 25 twice is 24 more.
    inputs = {"first_language": levels(9, 8, 9, 9), "foreign_work_years": 1}
    found = options(**inputs)["option-ability-W", 9]
    assert (found.gain, found.total) == (32, score(person(**inputs), ON).total + 32)


def test_it_gives_nothing_for_what_a_cap_takes_away() -> None:
    full = {
        "education": "doctoral",
        "first_language": {"clb": 10},
        "canadian_work_years": 5,
        "foreign_work_years": 3,
    }
    found = options(**full)
    assert not any(code in ("option-foreign-work", "option-certificate") for code, _ in found)


def test_it_tries_both_orders_of_the_languages() -> None:
    inputs = {"first_language": {"clb": 6}, "second_language": {"clb": 9}, "foreign_work_years": 3}
    found = improvements(person(**inputs), ON)
    swap = next(each for each in found if each.said.code == "option-first-fr")
    # Languages 36 + 24 become 124 + 4, which is 68 more; then 25 and 50 from transferability.
    assert (swap.gain, swap.months) == (143, 0)
    assert found[0] is swap or found[0].per_month >= swap.per_month


def test_it_counts_french_with_its_bonus() -> None:
    # Four abilities at 7: 12 points; English is at 9, so the bonus is 50.
    assert options()["option-french", 7].gain == 62


def test_it_counts_study_in_canada_apart_from_the_same_study_elsewhere() -> None:
    found = options()
    # Master’s: 135 for 120, and 50 for 25 with level 9; in Canada 30 more.
    assert found["option-education-masters_or_professional", None].gain == 40
    assert found["option-study-masters_or_professional", None].gain == 70


def test_it_counts_the_years_that_it_takes() -> None:
    work = options(age=29, first_language={"clb": 6})["option-canadian-work", 1]
    # 40 for a year and 13 with the bachelor’s degree; at 30 it is 5 fewer.
    assert (work.gain, work.gain_later, work.months) == (53, 48, 12)


def test_it_is_in_the_order_of_points_for_effort() -> None:
    found = improvements(person(first_language=levels(8, 8, 9, 9), canadian_work_years=1), ON)
    assert [each.per_month for each in found] == sorted(
        (each.per_month for each in found), reverse=True
    )
    assert all(each.gain > 0 for each in found)


def test_it_leaves_out_what_takes_longer_for_no_more_points() -> None:
    found = improvements(person(foreign_work_years=2), ON)
    years = [each.said.values for each in found if each.said.code == "option-foreign-work"]
    assert years == [{"years": 1}]  # the third year brings the whole step


def test_it_offers_a_partners_options_only_where_a_partner_counts() -> None:
    alone = improvements(person(), ON)
    together = improvements(couple({"education": "secondary", "language": {"clb": 6}}), ON)
    assert not any(each.kind == "partner" for each in alone)
    assert {each.said.code for each in together if each.kind == "partner"} >= {
        "option-partner-language",
        "option-partner-work",
        "option-partner-masters_or_professional",
    }
    assert any(each.said.code == "option-partner-stays" for each in together)


def test_it_can_say_each_in_words() -> None:
    for each in improvements(couple({"education": "one_year"}, education="secondary"), ON):
        assert "%(" not in each.as_json()["option"]["text"]


def test_it_shows_both_columns_for_the_same_person() -> None:
    partner = {"education": "doctoral", "language": {"clb": 9}, "canadian_work_years": 5}
    together, alone = side_by_side(person(partner=partner), ON)
    # With: 100 + 112 + 116 + 40 + 25. Without: 110 + 120 + 124 + 25.
    assert (together.column, together.total) == ("with_spouse", 393)
    assert (alone.column, alone.total) == ("without_spouse", 379)


def test_it_leaves_the_profile_as_it_was() -> None:
    profile = read_profile(person(), ON)
    before = dataclasses.asdict(profile)
    improvements(person(), ON)
    assert dataclasses.asdict(profile) == before
