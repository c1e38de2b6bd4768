"""Ranks of a province's draws, and how far one is from another."""

import pytest

from articles.tests.claims import wrong

ISLAND = (
    "<p>Prince Edward Island invited 195 people on September 17, 2026. That is 14 more than in"
    " August.</p><p>The draw of January 15, 2026, with 26 invitations, was the smallest of the"
    " year.</p>"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("invited 195", "invited 159"),
        ("14 more", "24 more"),
        ("14 more", "14 fewer"),
        ("the smallest", "the largest"),
        ("the smallest", "the second-smallest"),
    ],
)
def test_it_reads_the_ranks_of_a_province(old, new):
    assert wrong(ISLAND, about="", as_of="2026-09-18") == []
    assert wrong(ISLAND.replace(old, new), about="", as_of="2026-09-18")


def test_it_leaves_a_rank_alone_that_may_be_said_of_another_draw():
    words = (
        "<p>Prince Edward Island invited 195 people on September 17, 2026.</p>"
        "<p>Its smallest draw of the year came in the depth of winter.</p>"
    )
    assert wrong(words, about="", as_of="2026-09-18") == []


def test_it_counts_the_draws_of_a_stream():
    words = "<p>On September 24, 2026, British Columbia held the eighth Innovate draw of 2026.</p>"
    assert wrong(words, about="", as_of="2026-09-26") == []
    assert wrong(words.replace("eighth", "sixth"), about="", as_of="2026-09-26")


def test_it_reads_the_months_of_a_province_that_tells_no_days():
    words = "<p>In July 2026, Nova Scotia selected 671 people.</p>"
    assert wrong(words, about="", as_of="2026-08-18") == []
    assert wrong(words.replace("671", "761"), about="", as_of="2026-08-18")


def test_a_column_holds_what_its_cells_fit():
    rows = "".join(
        f"<tr><td>{day}, 2026</td><td>{score}</td><td>{count}</td></tr>"
        for day, score, count in (
            ("September 22", 59, 100),
            ("September 10", 60, 48),
            ("September 9", 60, 51),
            ("September 3", 60, 96),
        )
    )
    words = (
        "<h2>Alberta in September</h2><table><tr><th>Date</th><th>Min. score</th><th>Sent</th></tr>"
        f"{rows}</table>"
    )
    assert wrong(words, about="", as_of="2026-09-25") == []
    assert wrong(words.replace(">48<", ">84<"), about="", as_of="2026-09-25") == [("84", "48")]


def test_an_article_about_a_province_reads_no_line_as_one_of_a_federal_draw():
    words = (
        "<h2>BC PNP newsletter: draws of September 10</h2><p>The BC PNP held its regular draws.</p>"
        "<p>Health: 143 invitations, minimum score 76, eight points lower than on August 6.</p>"
    )
    assert wrong(words, about="", as_of="2026-09-14") == []


def test_a_number_beside_a_month_is_that_of_the_month():
    words = (
        "<h2>Nova Scotia in July</h2><p>Nova Scotia selected 671 people in July 2026, after the"
        " 531 of June.</p>"
    )
    assert wrong(words, about="", as_of="2026-08-18") == []
    assert wrong(words.replace("531", "631"), about="", as_of="2026-08-18")
