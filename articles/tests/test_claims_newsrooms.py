"""Wordings of newsrooms: totals, ranges, several times and families in one sentence."""

import pytest

from articles.tests.claims import judged, wrong

TRUE = [
    "In 2025, IRCC held 58 Express Entry draws and issued 113,998 invitations, compared with"
    " 52 draws and 98,903 invitations in 2024.",
    "So far in 2026, 55,250 invitations went to CEC candidates (17 draws), 50,500 to French"
    " speakers (ten draws).",
    "CEC cut-offs moved between 507 and 523 between January and September 2026.",
    "French draws this year have had scores of 382–420.",
    "In the first half of 2026, there were 34 draws.",
    "At 697, the PNP cut-off of August 31, 2026 slipped below 700 for the first time since"
    " November 2025.",
    "Altogether 6,442 candidates were invited.",
    "Suppose that 3,000 are to be invited. Then the cut-off is 515.",
    "Candidates with a CRS of 508 or more were invited; those with a CRS of at least 508 were"
    " invited too.",
    "There has been no education draw since September 17, 2025 and no STEM draw since"
    " April 11, 2024.",
]
FALSE = [
    (TRUE[0], "113,998", "113,898"),
    (TRUE[0], "52 draws", "54 draws"),
    (TRUE[1], "55,250", "55,240"),
    (TRUE[1], "17 draws", "77 draws"),
    (TRUE[2], "507", "495"),
    (TRUE[3], "382", "370"),
    (TRUE[4], "34", "36"),
    (TRUE[9], "September 17, 2025", "October 17, 2025"),
    (TRUE[9], "April 11, 2024", "May 11, 2024"),
]


@pytest.mark.parametrize("words", TRUE)
def test_it_stops_none_that_is_true(words):
    assert wrong(words, about="") == []


@pytest.mark.parametrize(("words", "right", "changed"), FALSE)
def test_it_finds_what_was_changed(words, right, changed):
    assert right in words
    assert wrong(words.replace(right, changed), about="")


def test_it_leaves_a_running_total_of_an_earlier_day_undecided():
    claims = judged("So far in 2026, IRCC has issued 30,457 ITAs.", about="")
    assert [c.verdict for c in claims if c.kind == "total"] == ["undecidable"]


def test_it_reads_thousands_with_a_k():
    assert wrong("The draw of February 17, 2026: 7K ITAs, CRS 508.") == [("7K", "6,000")]


def test_it_compares_the_only_draw_of_a_family_with_all_others():
    words = "On July 23, 2026, 4 military recruits were invited: the largest draw on record."
    assert [found for found, _expected in wrong(words, about="430")] == ["largest"]
