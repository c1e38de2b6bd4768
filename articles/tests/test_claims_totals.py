"""Totals and counts over any time: in sentences, in tables, told before."""

import pytest

from articles.tests.claims import judged, wrong

IN_PIECES = [
    (
        "en",
        "By the end of June 2026 Ottawa had made 34 draws and sent 89,067 invitations.",
        ("34", "36"),
        ("89,067", "98,067"),
    ),
    (
        "en",
        "The third quarter of 2026 brought 24 draws and 42,648 invitations.",
        ("24", "25"),
        ("42,648", "43,648"),
    ),
    (
        "en",
        "From September 14 to September 29, 2026, Ottawa sent out 5,559 invitations.",
        ("5,559", "6,559"),
    ),
    (
        "fr",
        "Du 14 au 29 septembre 2026, Ottawa a envoyé 5 559 invitations.",
        ("5 559", "6 559"),
    ),
    (
        "fr",
        "Au premier semestre de 2026, le ministère a tenu 34 rondes et émis 89 067 invitations.",
        ("34", "36"),
        ("89 067", "98 067"),
    ),
]
TABLE = """<p>The count for 2026:</p><table>
<tr><th>Category</th><th>Draws</th><th>Invitations</th></tr>
<tr><td>Canadian Experience Class</td><td>17</td><td>55,250</td></tr>
<tr><td>French</td><td>10</td><td>50,500</td></tr>
<tr><td>Trades</td><td>2</td><td>6,500</td></tr>
<tr><td>Total</td><td>59</td><td>135,215</td></tr></table>"""


@pytest.mark.parametrize(
    ("language", "words", "change", "more"), [(*row, row[-1])[:4] for row in IN_PIECES]
)
def test_it_adds_up_any_time(language, words, change, more):
    assert wrong(words, language=language, about="") == []
    for old, new in (change, more):
        assert wrong(words.replace(old, new), language=language, about="")


def test_it_counts_under_the_time_told_before():
    told = "In September 2026, Ottawa held eight draws. The CEC received 6,000 invitations."
    assert wrong(told, about="") == []
    assert wrong(told.replace("6,000", "9,000"), about="")


def test_it_reads_a_table_of_totals():
    assert wrong(TABLE, about="") == []
    for old, new in (("55,250", "53,250"), ("<td>10<", "<td>9<"), ("135,215", "135,512")):
        assert wrong(TABLE.replace(old, new), about="")


def test_it_leaves_a_table_that_fits_no_time_alone():
    strange = TABLE
    for old in ("55,250", "50,500", "6,500", "135,215", ">17<", ">10<", ">59<"):
        strange = strange.replace(old, old.replace("5", "7").replace("1", "3"))
    assert [c for c in judged(strange, about="") if c.kind == "total" and c.is_contradicted] == []


def test_it_reads_the_place_of_a_draw_that_is_not_named_beside_it():
    words = "It was the second trades draw of 2026."
    assert wrong(words, about="447") == []
    assert wrong(words.replace("second", "third"), about="447")


def test_a_number_that_is_round_is_not_called_wrong():
    assert wrong("In 2026, IRCC sent 135,000 invitations in its draws.", about="") == []


def test_a_score_beside_a_small_number_makes_it_that_of_one_draw():
    words = "At the end of November, only 1,000 people had been invited with 531."
    assert wrong(words, about="", as_of="2026-01-08") == []


def test_a_total_of_the_categories_leaves_the_other_draws_out():
    words = "In total, 8,600 people have been invited through the five category draws so far."
    assert wrong(words, about="", as_of="2023-07-14") == []


def test_a_week_may_be_named_by_its_first_day():
    words = "The week is the most generous since that of August 31, 2026, which had brought 6,291."
    assert wrong(words, about="", as_of="2026-10-02") == []
