"""What is said of draws: number, day, family, invitations, cut-off, tie-break."""

import pytest

from articles.tests.claims import judged, wrong

WIRE = (
    "IRCC issued 6,000 invitations to apply (ITAs) on February 17, 2026 in the latest Express Entry"
    " draw, to Canadian Experience Class candidates with a CRS score of 508 or higher."
)


def test_it_finds_nothing_wrong_in_a_true_sentence():
    claims = judged(WIRE)
    assert {c.kind for c in claims} >= {"invitations", "date", "family", "cut-off"}
    assert {c.verdict for c in claims} == {"true"}


@pytest.mark.parametrize(
    ("right", "changed", "expected"),
    [
        ("6,000", "6,500", "6,000"),
        ("508", "509", "508"),
        ("February 17", "February 19", "17 February 2026"),
        ("Canadian Experience Class", "Provincial Nominee Program", "Canadian Experience Class"),
    ],
)
def test_it_finds_one_changed_figure(right, changed, expected):
    assert expected in dict(wrong(WIRE.replace(right, changed))).values()


def test_it_names_the_figure_that_would_replace_a_wrong_one():
    (claim,) = [c for c in judged("Draw 396 had a cut-off of 509.") if c.is_contradicted]
    assert (claim.figure, claim.source) == ("draw/396/crs", "/draws/396/")
    assert (claim.start, claim.end) == (26, 29)


def test_it_tells_two_draws_of_a_sentence_apart():
    words = "Draw 390 invited 8,000 people at 511, and draw 392 invited 6,000 at 508."
    assert wrong(words) == [("508", "509")]


def test_it_reads_the_tie_break_to_the_second():
    words = "The tie-breaking rule was set at March 16, 2025 at 09:35:58 UTC."
    assert wrong(words)
    assert not wrong(words.replace("58 UTC", "59 UTC"))


def test_it_reads_french():
    words = "Le 17 février 2026, IRCC a envoyé 6\u00a0500 invitations; la note minimale est de 508."
    assert wrong(words, language="fr") == [("6\u00a0500", "6\u00a0000")]


@pytest.mark.parametrize(
    "words",
    [
        "If the cut-off falls to 500, more people would be invited.",
        "Would a minimum score of 470 have been enough?",
        "“I expect a cut-off of 480,” one consultant said.",
        "The next draw will invite 9,000 people at 490.",
        "IRCC did not invite 7,000 people.",
        "Candidates with a score of 470 have other options.",
        "A person works 1,560 hours in 52 weeks.",
    ],
)
def test_it_does_not_judge_what_is_not_said_as_a_fact(words):
    assert wrong(words) == []


def test_it_judges_rough_numbers_as_rough():
    assert not wrong("IRCC issued about 5,900 invitations in draw 396.")
    assert wrong("IRCC issued about 9,000 invitations in draw 396.")
    assert wrong("IRCC issued more than 6,500 invitations in draw 396.")


def test_it_finds_a_bound_figure_of_another_draw():
    words = '<p>The cut-off of draw 396 was <data value="draw/395/crs">789</data>.</p>'
    assert wrong(words) == [("789", "508")]


def test_it_reads_rows_of_tables_and_lists_of_facts():
    table = (
        "<table><tr><th>Draw</th><th>Date</th><th>ITAs</th><th>CRS</th></tr>"
        "<tr><td>396</td><td>February 17, 2026</td><td>6,000</td><td>507</td></tr></table>"
    )
    assert wrong(table) == [("507", "508")]
    facts = "<ul><li>Draw: 396</li><li>ITAs issued: 6,500</li><li>CRS: 508</li></ul>"
    assert wrong(facts) == [("6,500", "6,000")]
