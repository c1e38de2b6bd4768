import pytest

from pnp.records import Unreadable
from pnp.sources import pe
from pnp.tests.stored import all_short, changed, page


def test_it_reads_both_streams_and_skips_noughts_and_the_last_line():
    parsed = pe.parse(page("pe"), {})
    assert all_short(parsed) == [
        ("2026-01-15", "pe-labour", "", "26", ""),
        ("2026-02-19", "pe-labour", "", "109", ""),
        ("2026-02-19", "pe-business", "", "2", "85"),
        ("2026-03-20", "pe-labour", "", "101", ""),
    ]
    assert [row.scale for row in parsed.rows] == ["", "", "pei-eoi", ""]
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("old", "new"), [("<td>109</td>", "<td>108</td>"), ("<strong>238", "<strong>239")]
)
def test_it_holds_the_page_when_sums_disagree(old, new):
    problems = pe.parse(changed("pe", old, new), {}).problems
    assert {(problem.code, problem.whole) for problem in problems} == {("sum-differs", True)}


def test_it_reads_the_month_first():
    [problem] = pe.parse(changed("pe", "3/20/2026", "20/3/2026"), {}).problems[:1]
    assert problem.code == "bad-date"


def test_it_refuses_a_page_without_the_known_header():
    with pytest.raises(Unreadable, match="Invitation Date"):
        pe.parse(changed("pe", "Invitation Date", "Day"), {})
