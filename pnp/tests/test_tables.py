"""Tables of rows: read, written, and read again."""

from dataclasses import replace

import pytest

from pnp import bundle, registry, table
from pnp.tests.tables import line
from pnp.tests.tables import table as made


def test_it_reads_every_form_of_count_and_score():
    read = table.read(
        made(
            line("2026-02-02", "on-phd", "429", "57+", scale="OINP-EOI"),
            line("2026-02-03", "on-phd", "<5", "505-528", scale="CRS", unit="noi"),
            line("2026-02-04", "on-phd", "10-15", "n/a"),
            line("2026-02-05", "on-phd", "n/a"),
        )
    )
    assert read.faults == []
    found = [(r.count.low, r.count.high, r.score.low, r.score.high, r.scale) for r in read.rows]
    assert found == [
        (429, 429, 57, None, "oinp-eoi"),
        (0, 4, 505, 528, "crs"),
        (10, 15, None, None, ""),
        (0, None, None, None, ""),
    ]


def test_it_reads_what_a_spreadsheet_makes_of_it():
    text = made(line("2026-02-02", "PhD Graduate stream", "429", province="ON", program="OINP"))
    semicolons = text.replace(b",", b";").replace(b"\n", b"\r\n")
    assert len(table.read(b"\xef\xbb\xbf" + semicolons).rows) == 1


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (line("2026-02-30", "on-phd", "1"), "date_end"),
        (line("2026-02-02", "on-phd", "1", start="2026-02-03"), "date_end"),
        (line("2026-02-02", "on-phd", "many"), "invitations"),
        (line("2026-02-02", "on-phd", "1", "high"), "score"),
        (line("2026-02-02", "on-phd", "1", "57", scale="IQ"), "score_scale"),
        (line("2026-02-02", "on-phd", "1", unit="people"), "unit"),
        (line("2026-02-02", "on-phd", "1", program="AAIP"), "program"),
        (line("2026-02-02", "on-phd", "1", province="XX"), "province"),
        (line("2026-02-02", "Arctic stream", "1", province="ON", program="OINP"), "Arctic stream"),
    ],
)
def test_it_names_the_line_and_what_is_wrong_with_it(given, why):
    read = table.read(made(line("2026-02-01", "on-phd", "1"), given))
    [fault] = read.faults
    assert fault.line == 3
    assert why in fault.text


@pytest.mark.parametrize(
    "body", [b"", b"a,b\n1,2\n", b"province,province\n", b"\x00\xff", b'"', b"\n\n,,\n"]
)
def test_it_refuses_what_is_no_table(body):
    read = table.read(body)
    assert read.rows == []
    assert read.faults


def test_it_lists_unknown_streams_once():
    lines = [line(f"2026-02-0{n}", "Arctic", "1", province="ON", program="OINP") for n in (1, 2)]
    read = table.read(made(*lines))
    assert list(read.unknown) == [("on", "Arctic")]
    assert len(table.read(made(*lines), {"on:Arctic": "on-phd"}).rows) == 2


def test_writing_and_reading_again_gives_the_same_rows():
    rows = bundle.rows().rows
    again = table.read(table.write(rows))
    assert again.faults == []
    assert again.rows == [table_row(row) for row in rows]


def table_row(row):
    """Streams are written by their usual name, whatever the page called them."""
    return replace(row, stream_text=registry.streams()[row.stream].name)


def test_a_cell_that_a_spreadsheet_would_run_is_guarded_and_read_back():
    [row] = table.read(made(line("2026-02-02", "on-phd", "1", target="=1+1"))).rows
    body = table.write([row])
    assert b",'=1+1," in body
    assert table.read(body).rows[0].target == "=1+1"
