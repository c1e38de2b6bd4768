import pytest

from pnp.records import Unreadable
from pnp.sources import nl
from pnp.tests.stored import all_short, changed, page


def test_it_splits_each_batch_between_the_two_programs():
    parsed = nl.parse(page("nl"), {})
    assert all_short(parsed) == [
        ("2025-04-03", "nl-pnp", "", "206", ""),
        ("2025-04-03", "nl-aip", "", "50", ""),
        ("2025-05-08", "nl-pnp", "", "281", ""),
        ("2025-05-08", "nl-aip", "", "47", ""),
        ("2026-09-18", "nl-pnp", "", "61", ""),
        ("2026-09-18", "nl-aip", "", "1", ""),
        ("2026-09-25", "nl-pnp", "", "41", ""),
    ]
    assert [row.program for row in parsed.rows[:2]] == ["nlpnp", "nl-aip"]
    assert list(parsed.totals.values()) == [256, 328, 62, 41]
    assert parsed.problems == ()


def test_it_holds_the_page_when_the_split_does_not_add_up():
    [problem] = nl.parse(changed("nl", "NLPNP – 61", "NLPNP – 60"), {}).problems
    assert (problem.code, problem.whole) == ("sum-differs", True)


def test_it_does_not_guess_a_batch_without_a_split():
    [problem] = nl.parse(changed("nl", "NLPNP – 41", "see news"), {}).problems
    assert (problem.code, str(problem.date)) == ("bad-count", "2026-09-25")


def test_it_refuses_a_page_without_the_known_header():
    with pytest.raises(Unreadable, match="Date Issued"):
        nl.parse(changed("nl", "Number of ITAs Issued", "Invited"), {})
