import pytest

from pnp.records import Unreadable
from pnp.sources import ab
from pnp.tests.stored import all_short, changed, page


def test_it_reads_every_draw():
    parsed = ab.parse(page("ab"), {})
    assert all_short(parsed) == [
        ("2026-06-15", "ab-ee-priority", "Manufacturing", "56", "50"),
        ("2026-06-05", "ab-opportunity", "", "462", "50"),
        ("2026-06-02", "ab-ee-priority", "Manufacturing", "49", "53"),
        ("2026-05-27", "ab-opportunity", "", "1044", "51"),
        ("2026-05-13", "ab-health-ee", "", "61", "57"),
        ("2026-04-23", "ab-ee-law", "", "<10", "58"),
        ("2026-02-20", "ab-opportunity", "Priority Sectors", "831", "56"),
    ]
    assert {row.scale for row in parsed.rows} == {"aaip-weoi"}
    assert parsed.problems == ()


def test_it_finds_the_table_by_its_header_wherever_it_stands():
    body = page("ab").replace(b"<h2>Draw information</h2>", b"<table><tr><td>new</td></tr></table>")
    assert len(ab.parse(body, {}).rows) == 7


def test_it_refuses_a_page_without_the_known_header():
    with pytest.raises(Unreadable, match="Number of invitations"):
        ab.parse(changed("ab", "Draw&nbsp;date", "When"), {})


def test_it_does_not_invent_a_stream():
    body = changed("ab", "Dedicated Health Care Pathway – Express Entry", "Space Pathway")
    parsed = ab.parse(body, {})
    assert [(p.code, p.raw, str(p.date)) for p in parsed.problems] == [
        ("unknown-stream", "Space Pathway", "2026-05-13")
    ]
    assert len(parsed.rows) == 6
    assert ab.parse(body, {"space pathway": "ab-opportunity"}).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<td>61</td>", "<td>many</td>", "bad-count"),
        ("<td>61</td>", "<td></td>", "bad-count"),
        ("<td>57</td>", "<td>high</td>", "bad-score"),
        ("<td>57</td>", "<td>302</td>", "implausible"),
        ("May 13, 2026", "last May", "bad-date"),
        ("May 13, 2026", "May 33, 2026", "bad-date"),
    ],
)
def test_it_names_what_it_cannot_read(old, new, code):
    parsed = ab.parse(changed("ab", old, new), {})
    [problem] = parsed.problems
    assert problem.code == code
    assert problem.whole == (code == "bad-date")
    assert len(parsed.rows) == 6
