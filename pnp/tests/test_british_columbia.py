from pnp.records import Scored
from pnp.sources import bc
from pnp.tests.stored import all_short, changed, page

VETERINARY = (
    "All priority veterinary care occupations; Animal health technologists and veterinary "
    "technicians with valid professional designation"
)
WAGE = "Minimum wage of $62/hour and $125,000/year"


def test_it_reads_both_tables_and_the_rounds_in_prose():
    parsed = bc.parse(page("bc"), {})
    assert all_short(parsed) == [
        ("2026-06-18", "bc-innovate", WAGE, "130", "n/a"),
        ("2026-06-18", "bc-innovate", "Points", "149", "136"),
        ("2026-06-02", "bc-childcare", "Early childhood educators", "91", "111"),
        ("2026-06-02", "bc-health", "All priority health care occupations", "117", "100"),
        ("2026-06-02", "bc-veterinary", VETERINARY, "<5", "92"),
        ("2026-06-02", "bc-construction", "All priority construction occupations", "128", "101"),
        ("2026-06-02", "bc-ei-base", "", "15", "117"),
        ("2026-06-02", "bc-ei-regional", "", "<5", "117"),
        ("2026-04-14", "bc-ei-base", "", "14", "115"),
        ("2026-02-11", "bc-innovate", WAGE, "195", "n/a"),
        ("2026-02-11", "bc-innovate", "Points", "265", "135"),
        ("2026-02-04", "bc-innovate", "Minimum wage of $70/hour and $145,000/year", "206", "n/a"),
        ("2026-02-04", "bc-innovate", "Points", "223", "138"),
    ]
    assert parsed.problems == ()


def test_it_keeps_the_two_scales_apart_and_gives_a_wage_no_score():
    rows = bc.parse(page("bc"), {}).rows
    assert {row.scale for row in rows if row.stream == "bc-ei-base"} == {"bc-ei"}
    assert {row.scale for row in rows if row.stream == "bc-health"} == {"sirs"}
    by_wage = [row for row in rows if "wage" in row.target]
    assert {(row.score.kind, row.scale) for row in by_wage} == {(Scored.NOT_APPLICABLE, "")}


def test_it_counts_a_cell_that_spans_two_factors_once():
    rows = [row for row in bc.parse(page("bc"), {}).rows if row.stream == "bc-veterinary"]
    assert len(rows) == 1


def test_it_asks_when_two_cells_may_be_one_count():
    body = page("bc").decode().replace('<td rowspan="2">&lt;5</td>', "<td>&lt;5</td>")
    body = body.replace("valid professional designation</td>", "designation</td><td>&lt;5</td>")
    [problem] = bc.parse(body.encode(), {}).problems
    assert (problem.code, str(problem.date)) == ("maybe-one-count", "2026-06-02")


def test_it_holds_the_page_when_the_options_do_not_add_up():
    [problem] = bc.parse(changed("bc", "206 candidates", "205 candidates"), {}).problems
    assert (problem.code, problem.whole) == ("sum-differs", True)


def test_it_takes_a_round_once_that_moved_into_the_table():
    row = (
        "<tr><td>February 4, 2026</td><td>Innovate: High Economic Impact</td>"
        "<td>Points</td><td>138</td><td>429</td></tr></tbody></table></div>"
    )
    body = page("bc").decode().replace("</tbody></table></div>", row, 1).encode()
    rows = [row for row in bc.parse(body, {}).rows if str(row.date) == "2026-02-04"]
    assert [row.count.exact for row in rows] == [429]
