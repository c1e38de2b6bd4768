"""Manitoba, New Brunswick, Quebec and Nova Scotia: read, and then shown to an editor."""

import pytest

from pnp import registry
from pnp.records import Counted, Unreadable
from pnp.sources import mb, nb, ns, qc
from pnp.tests.stored import all_short, changed, page


@pytest.mark.parametrize("code", ["mb", "nb", "ns", "qc"])
def test_every_change_of_these_pages_waits_for_an_editor(code):
    assert [feed.review for feed in registry.province(code).feeds] == [True]


def test_it_reads_manitobas_selections():
    parsed = mb.parse(page("mb"), {})
    assert all_short(parsed) == [
        ("2026-05-07", "mb-skilled", "Occupation-specific selection", "431", ""),
        ("2026-05-07", "mb-strategic", "", "475", ""),
        ("2026-06-04", "mb-strategic", "", "104", ""),
        ("2025-07-24", "mb-overseas", "Region-specific selection", "19", "611"),
    ]
    assert [row.number for row in parsed.rows] == ["270", "270", "272", "250"]
    assert [row.ee_count for row in parsed.rows] == [None, None, 15, 4]
    assert list(parsed.totals.values()) == [906, 104, 19]
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [("<strong>431</strong>", "<strong>430</strong>"), ("&nbsp;7</strong>", "&nbsp;67</strong>")],
)
def test_it_holds_manitobas_page_when_its_closing_total_or_its_parts_disagree(old, new):
    [problem] = mb.parse(changed("mb", old, new), {}).problems
    assert (problem.code, problem.whole) == ("sum-differs", True)


def test_it_takes_the_date_of_a_single_post_from_its_head():
    post = page("mb").decode().replace('<span class="published">June 4, 2026</span>', "")
    meta = '<meta property="article:published_time" content="2026-06-04T15:00:00+00:00">'
    parsed = mb.parse(post.replace("<head>", f"<head>{meta}").encode(), {})
    assert "2026-06-04" in {str(row.date) for row in parsed.rows}
    problems = mb.parse(post.encode(), {}).problems
    assert [problem.code for problem in problems] == ["bad-date"]


def test_it_reads_new_brunswicks_selections():
    parsed = nb.parse(page("nb"), {})
    both = "New Brunswick Experience; New Brunswick Graduates"
    assert all_short(parsed) == [
        ("2026-06-04", "nb-ee", "Employment in New Brunswick", "75", ""),
        ("2026-06-03", "nb-aip", "", "97", ""),
        ("2026-07-18", "nb-skilled", both, "243", ""),
        ("2026-05-01", "nb-skilled", "New Brunswick Graduates", "87", ""),
    ]
    assert [(row.unit, row.program) for row in parsed.rows[:2]] == [
        ("ita", "nbpnp"),
        ("application", "nb-aip"),
    ]
    assert str(parsed.rows[2].date_from) == "2026-07-16"
    assert parsed.rows[0].note == (
        "Construction trades; Education, social and community services; Health care"
    )


def test_it_reads_quebecs_exercises():
    parsed = qc.parse(page("qc"), {})
    assert all_short(parsed) == [
        ("2026-06-04", "qc-1", "Exercise 1", "37", "741"),
        ("2026-06-04", "qc-1", "Exercise 2", "1057", "666"),
        ("2026-08-27", "qc-2", "Exercise 1", "10-15", "638"),
        ("2026-08-27", "qc-2", "Exercise 2", "<5", "616"),
        ("2026-03-20", "qc-4", "", "2", ""),
    ]
    assert parsed.problems == ()


def test_it_holds_quebecs_page_when_exercises_do_not_add_up():
    [problem] = qc.parse(changed("qc", "<p>37 of", "<p>36 of"), {}).problems
    assert (problem.code, problem.whole) == ("sum-differs", True)


def test_it_reads_a_blank_that_quebec_left_as_a_placeholder():
    body = page("qc").decode().replace("<h3>Exercise", "<h3>Group").encode()
    rows = [row for row in qc.parse(body, {}).rows if row.stream == "qc-2"]
    assert [row.count.kind for row in rows] == [Counted.PLACEHOLDER]


def test_it_reads_nova_scotias_months_and_skips_those_to_come():
    months = ns.parse(page("ns"), {}).months
    assert [(str(m.month), m.count.exact) for m in months] == [
        ("2026-01-01", 363),
        ("2026-02-01", 357),
        ("2026-03-01", 1070),
    ]


@pytest.mark.parametrize("parse", [mb.parse, nb.parse, qc.parse, ns.parse])
def test_it_refuses_a_page_that_is_something_else(parse):
    with pytest.raises(Unreadable):
        parse(b"<html><body><h1>Moved</h1><p>See our new site.</p></body></html>", {})
