"""The pool count of a row: as printed, absent, or held because figures are left out."""

import pytest

from draws.records import PoolRecord, Problem
from draws.sources.ircc import parse
from draws.tests.feeds import NO_POOL, feed, row


def pool_of(**values: str) -> PoolRecord | None:
    parsed = parse(feed(row("442", **values)))
    assert not parsed.problems
    return parsed.records[0].pool


def problem_of(**values: str) -> Problem:
    (problem,) = parse(feed(row("442", **values), row("441"))).problems
    return problem


def test_it_takes_all_zeros_for_not_published() -> None:
    assert pool_of(**NO_POOL) is None


def test_it_takes_all_blanks_for_not_published() -> None:
    assert pool_of(**dict.fromkeys(NO_POOL, "")) is None


def test_it_reads_figures_without_separators() -> None:
    pool = pool_of(dd1="500", dd2="4500")

    assert pool is not None
    assert pool.b501_600 == 4500


@pytest.mark.parametrize("key", ["dd3", "dd9", "dd18"])
def test_it_publishes_a_wrong_sum_as_printed(key: str) -> None:
    # 247 prints 55,867 for parts that add up to 55,687.
    pool = pool_of(**{key: "55,867"})

    assert pool is not None
    assert 55867 in (pool.b451_500, pool.b401_450, pool.total)


def test_it_takes_a_zero_that_fits_its_sum_for_a_count() -> None:
    pool = pool_of(dd1="0", dd18="28,500")

    assert pool is not None
    assert pool.b601_1200 == 0


def test_a_zero_that_fits_does_not_doubt_a_wrong_sum_elsewhere() -> None:
    pool = pool_of(dd1="0", dd18="28,500", dd4="1,100")

    assert pool is not None
    assert pool.b491_500 == 1100


def test_it_takes_blank_ten_point_bands_for_not_printed() -> None:
    pool = pool_of(**{f"dd{n}": "" for n in (*range(4, 9), *range(10, 15))})

    assert pool is not None
    assert (pool.b451_500, pool.b491_500, pool.total) == (5000, None, 29000)


@pytest.mark.parametrize(
    "values",
    [
        {"dd3": "0"},  # while dd4 to dd8 are there (226 in a copy of 2024)
        {"dd3": "0", "dd18": "24,000"},
        {"dd3": ""},
        {"dd4": "0"},
        {"dd4": ""},
        {f"dd{n}": "0" for n in range(4, 9)},
        {"dd1": "0"},
        {"dd17": ""},
        {"dd18": "0"},
        {"dd18": ""},
        {f"dd{n}": "" for n in range(1, 18)},
    ],
)
def test_it_holds_a_count_with_figures_left_out(values: dict[str, str]) -> None:
    problem = problem_of(**values)

    assert (problem.key, problem.code) == ("442", "pool-conflict")
    assert problem.record is not None
    assert problem.record.pool is None
    assert problem.record.invitations == 6000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("-5", "bad-figure"),
        ("1.5", "bad-figure"),
        ("n/a", "bad-figure"),
        ("5,000,001", "implausible"),
    ],
)
def test_it_holds_a_count_with_a_figure_that_cannot_be(text: str, code: str) -> None:
    problem = problem_of(dd11=text)

    assert problem.code == code
    assert f"dd11 says '{text}'" in problem.message
    assert problem.record is not None
    assert problem.record.pool is None
