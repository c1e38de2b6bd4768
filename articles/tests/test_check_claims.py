"""manage.py check_claims: any file, a list of statements, an exit status."""

import json
from io import StringIO
from time import process_time

import pytest
from django.core.management import CommandError, call_command

from articles.claims.files import texts_of_bytes
from articles.claims.texts import parts_of

pytestmark = pytest.mark.django_db
# Rules are judged without any draw on record.
TRUE = "A provincial nomination adds 600 points to a CRS score."


def checked(tmp_path, body, *options):
    path = tmp_path / "article.txt"
    path.write_bytes(body)
    out = StringIO()
    call_command("check_claims", str(path), "--json", *options, stdout=out)
    return json.loads(out.getvalue())


def test_it_lists_every_statement(tmp_path):
    (row,) = checked(tmp_path, TRUE.encode())
    assert row["verdict"] == "true"
    assert list(row) == ["text", "kind", "verdict", "found", "expected", "source"]


def test_it_ends_with_1_where_something_is_contradicted(tmp_path):
    with pytest.raises(SystemExit) as end:
        checked(tmp_path, TRUE.replace("600", "500").encode())
    assert end.value.code == 1


@pytest.mark.parametrize(
    ("body", "why"),
    [(b"", "empty"), (b"\x00\x01\x02\xff" * 50, "no text"), (b"a" * 2_000_001, "too long")],
)
def test_it_says_why_a_file_cannot_be_read(tmp_path, body, why):
    with pytest.raises(CommandError, match=why) as refused:
        checked(tmp_path, body)
    assert refused.value.returncode == 2


def test_it_says_that_there_is_no_such_file_and_no_such_day(tmp_path):
    with pytest.raises(CommandError, match="No such file") as refused:
        call_command("check_claims", str(tmp_path / "none.txt"))
    assert refused.value.returncode == 2
    with pytest.raises(CommandError, match="not a date"):
        checked(tmp_path, TRUE.encode(), "--as-of", "yesterday")


def test_it_reads_latin_1_and_guesses_french(tmp_path):
    words = "Une désignation provinciale ajoute 600 points à la note, et la note est le total."
    (row,) = checked(tmp_path, words.encode("latin-1"))
    assert row["verdict"] == "true"


@pytest.mark.parametrize("tag", ["<div>", "<div ", "<section>", "<span>"])
def test_it_reads_huge_nesting_in_good_time(tag):
    began = process_time()
    texts = texts_of_bytes(f"{tag * 60_000}<p>In draw 396, the cut-off was 508.".encode())
    assert "cut-off" in texts.body_html
    assert process_time() - began < 2


def test_it_keeps_the_blocks_of_a_deep_page():
    page = f"{'<div>' * 50}<p>One.</p><ul><li>Two.</li></ul>{'</div>' * 50}<p>Three.</p>"
    body = "".join(part.text for part in parts_of(texts_of_bytes(page.encode())))
    assert body == "One.\nTwo.\nThree.\n"
