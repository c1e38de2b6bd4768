"""Figures whose draw is named by a weekday, a month, "two weeks earlier", or not at all."""

import pytest

from articles.tests.claims import wrong


@pytest.mark.parametrize(
    ("words", "right", "false"),
    [
        (
            "On Tuesday, 4,000 people in the Canadian Experience Class were invited at 508.",
            "508",
            "510",
        ),
        (
            "Nominees were next: 264 provincial nominees on Monday with a score of 710.",
            "710",
            "741",
        ),
        ("By the end of February it stood at 467.", "467", "482"),
        ("A day earlier, 5,500 French speakers were invited with a cut-off of 397.", "397", "379"),
    ],
)
def test_it_finds_the_draw_by_what_surrounds_a_figure(words, right, false):
    given = {"about": "402", "as_of": "2026-03-06"}
    assert wrong(words, **given) == []
    assert [found for found, _ in wrong(words.replace(right, false), **given)] == [false]


def test_it_finds_the_one_thing_of_several_that_no_draw_has():
    given = {"about": "430", "as_of": "2026-07-24"}
    true = "It closed the week: CEC on Tuesday (2,000), French speakers on Wednesday (5,000)."
    assert wrong(true, **given) == []
    ((found, expected),) = wrong(true.replace("French speakers", "healthcare"), **given)
    assert (found, expected) == ("healthcare", "French")


def test_it_leaves_what_other_draws_of_the_text_have():
    given = {"about": "402", "as_of": "2026-03-06"}
    assert wrong("Before that, the bar had been at 400 in February.", **given) == []
    assert wrong("In all, 10,014 invitations went out in the week.", **given) == []
    assert wrong("A candidate with 480 points now waits.", **given) == []


def test_a_time_before_its_day_is_a_tie_break():
    words = "The profile had to be submitted before 15:10:18 UTC on August 19, 2025."
    given = {"about": "402", "as_of": "2026-03-06"}
    assert wrong(words, **given) == []
    assert wrong(words.replace("August", "June"), **given) != []


def test_it_knows_the_number_that_is_of_no_draw_of_the_article():
    told = "<p>On Thursday, 250 senior managers were invited at 429.</p>"
    words = told + "<p>The round, number {}, was short.</p>"
    given = {"about": "", "as_of": "2026-03-06"}
    assert wrong(words.format("402"), **given) == []
    assert wrong(words.format("380"), **given) == [("380", "402")]
