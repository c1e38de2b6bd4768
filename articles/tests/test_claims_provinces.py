"""An article about a province: its rows, their sums, and the days that it does not repeat."""

import pytest

from articles.tests.claims import wrong

MANITOBA = (
    "<h2>Manitoba sends 2,146 letters</h2><p>In draw 275 of July 16, 2026, 1,874 letters went to"
    " skilled workers, and the lowest-ranked candidate had 825 points. The francophone selection"
    " accounted for 84.</p>"
)
ISLAND = (
    "<table><caption>Prince Edward Island, 2026</caption><tr><th>Date</th><th>Invitations</th></tr>"
    "<tr><td>June 18, 2026</td><td>182</td></tr><tr><td>July 16, 2026</td><td>195</td></tr></table>"
)


@pytest.mark.parametrize(
    ("old", "new"), [("2,146", "2,461"), ("1,874", "1,574"), ("825", "785"), ("84.", "48.")]
)
def test_it_reads_an_article_about_a_province(old, new):
    assert wrong(MANITOBA, about="") == []
    assert wrong(MANITOBA.replace(old, new), about="")


def test_it_finds_the_province_of_a_table_in_its_caption():
    assert wrong(ISLAND, about="") == []
    assert wrong(ISLAND.replace("182", "192"), about="")


def test_a_sum_of_a_year_is_no_wrong_day():
    words = "<p>Prince Edward Island has invited 1,229 people since January in nine draws.</p>"
    assert wrong(words, about="") == []
    assert wrong(words.replace("1,229", "1,429"), about="")


def test_the_pool_may_grow():
    words = "The pool held 229,904 candidates on September 27, 2026: it grew by 3,111 in two weeks."
    assert wrong(words, about="") == []
    assert wrong(words.replace("3,111", "4,444"), about="")
    assert wrong(words.replace("grew", "shrank"), about="")
