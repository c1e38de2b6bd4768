import pytest

from pnp.records import Unreadable
from pnp.sources import on
from pnp.tests.stored import all_short, changed, page

REDI = "Regional Economic Development through Immigration (REDI)"
HEALTH = "Health care and early childhood education occupations"
FW, IS, IDS = "on-foreign-worker", "on-international-student", "on-in-demand"


def test_it_reads_every_stream_and_year():
    parsed = on.parse(page("on"), {})
    assert all_short(parsed) == [
        ("2026-04-23", FW, "Southwestern Ontario", "194", "60"),
        ("2026-02-02", FW, "Physicians", "129", "33"),
        ("2026-02-02", FW, REDI, "14", "44"),
        ("2026-02-02", FW, HEALTH, "634", "36"),
        ("2026-04-23", IS, "Southwestern Ontario", "173", "84"),
        ("2026-04-23", IS, "Central Ontario (excluding GTA)", "173", "84"),
        ("2026-02-02", IS, REDI, "26", "69"),
        ("2026-02-02", IS, HEALTH, "1015", "56"),
        ("2026-02-02", IDS, REDI, "7", "34"),
        ("2023-12-05", FW, "Economic Mobility Pathways Project", "13", ""),
        ("2023-09-19", "on-masters", "General", "537", "41"),
        ("2023-01-27", "on-entrepreneur", "", "10", "137-162"),
    ]
    assert parsed.problems == ()
    day = [row for row in parsed.rows if str(row.date) == "2026-02-02"]
    assert (len(day), sum(row.count.low for row in day)) == (6, 1825)


def test_it_keeps_two_rows_that_share_stream_count_and_score():
    rows = [r for r in on.parse(page("on"), {}).rows if r.count.exact == 173]
    assert len({row.key for row in rows}) == 2


def test_it_knows_when_profiles_were_created():
    row = on.parse(page("on"), {}).rows[1]
    assert (str(row.profiles_from), str(row.profiles_to)) == ("2025-07-02", "2026-01-28")


def test_it_reads_a_stream_that_nobody_has_seen_by_the_header_of_its_table():
    body = changed("on", "Entrepreneur stream", "Arctic Explorer stream")
    [problem] = on.parse(body, {}).problems
    assert (problem.code, problem.raw) == ("unknown-stream", "Arctic Explorer stream")


def test_it_doubts_a_line_that_is_older_than_its_heading():
    body = changed("on", "<td>April 23, 2026</td><td>194", "<td>April 23, 2025</td><td>194")
    [problem] = on.parse(body, {}).problems
    assert problem.code == "year-conflict"


def test_it_refuses_a_page_without_the_known_header():
    with pytest.raises(Unreadable, match="Score range"):
        on.parse(page("on").replace(b"Score range", b"Points"), {})


def test_it_reads_notifications_on_the_federal_scale():
    parsed = on.parse_notifications(page("on_notifications"), {})
    assert all_short(parsed) == [
        ("2024-09-19", "on-human-capital", "Targeted", "1424", "505-528"),
        ("2024-02-08", "on-human-capital", "Tech", "2118", "471-480"),
        ("2023-08-16", "on-french", "General", "2084", "473-516"),
        ("2023-01-13", "on-french", "General", "1252", "336-506"),
    ]
    assert {(row.unit, row.scale) for row in parsed.rows} == {("noi", "crs")}
    ranged = parsed.rows[2]
    assert (str(ranged.date_from), ranged.date_text) == ("2023-08-11", "August 11 - 16, 2023")


@pytest.mark.parametrize(
    ("note", "target"),
    [
        ("General Draw", "General"),
        ("Targeted draw", "Targeted"),
        ("Targeted draw for Francophones candidates. Please refer to it.", "Francophones"),
        ("Targeted draw for the Greater Toronto Area ( GTA ).", "Greater Toronto Area (GTA)"),
        (
            "Targeted draw in health and skilled trades occupations",
            "Health and skilled trades occupations",
        ),
        ("Targeted draw – Tech and Health", "Tech and health"),
        ("Something else", "Something else"),
    ],
)
def test_it_shortens_a_note_to_its_target(note, target):
    assert on.target_of(note) == target
