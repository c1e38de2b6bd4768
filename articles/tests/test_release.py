"""The data release: every row, each column with a meaning, the same bytes each time."""

import csv
import hashlib
import io
import json
import sqlite3
from datetime import UTC, date, datetime

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override
from pyarrow import parquet

from articles.release import keep_up, make, newest_change
from articles.release.making import build
from articles.release.tables import TABLES
from articles.tests import newsroom
from draws.models import Draw, PoolCount
from ingest import events
from publish import editions
from publish.models import Edition, Release

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def built(tmp_path_factory):
    """Makes a release and leaves its files in a folder of their own."""
    return lambda: build(tmp_path_factory.mktemp("release"))


def publish_draw(number: str = "396", **values: object) -> Draw:
    draw = newsroom.draw(number, **values)
    edition = editions.advance(f"draw {number}")
    events.emit("draw.published", draw.subject, edition, backfill=True)
    return draw


def lines(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode(), newline="")))


def test_each_column_of_each_table_has_a_meaning_and_a_name_of_its_own():
    for table in TABLES:
        assert [field.name for field in table.fields if not str(field.meaning)] == []
        names = [field.name for field in table.fields]
        assert len(names) == len(set(names))
        assert set(table.key) <= set(names)


def test_each_form_says_the_same(built):
    publish_draw("395", crs=509, tie_break_at=datetime(2025, 3, 16, 9, 35, 59, tzinfo=UTC))
    publish_draw("396", crs=508)
    made = built()
    (first, second) = lines(made.read("draws.csv"))
    assert (first["number"], first["crs"]) == ("395", "509")
    assert first["tie_break_at"] == "2025-03-16T09:35:59Z"
    assert second["tie_break_at"] == ""
    table = parquet.read_table(io.BytesIO(made.read("draws.parquet"))).to_pylist()
    assert [row["crs"] for row in table] == [509, 508]
    assert table[0]["date"] == date(2026, 2, 17)
    assert table[0]["tie_break_at"] == datetime(2025, 3, 16, 9, 35, 59, tzinfo=UTC)
    assert table[1]["tie_break_at"] is None
    with sqlite3.connect(":memory:") as database:
        database.deserialize(made.read("cutline.sqlite3"))
        assert database.execute("SELECT number, crs FROM draws").fetchall() == [
            ("395", 509),
            ("396", 508),
        ]
        assert database.execute("PRAGMA user_version").fetchone() == (made.edition,)


def test_the_quality_columns_say_what_cannot_be_right(built):
    draw = publish_draw("247")
    wrong = {"b451_500": 55867, "b491_500": 1, "b481_490": 2, "b471_480": 3}
    wrong |= {"b461_470": 4, "b451_460": 5}
    pool = PoolCount.objects.create(as_of=date(2023, 5, 7), fingerprint="247", **wrong)
    Draw.objects.filter(pk=draw.pk).update(pool=pool, pool_as_of=pool.as_of)
    (line,) = lines(built().read("draws.csv"))
    assert "band-sum" in line["quality"].split(";")
    assert "55,867" in line["quality_note"]
    assert line["pool_451_500"] == "55867"


def test_it_makes_the_same_bytes_each_time_and_in_each_language(built):
    publish_draw("396")
    first = built()
    with override("fr"):
        assert built().facts == first.facts


def test_the_package_describes_each_file_as_it_is(built):
    publish_draw("396")
    made = built()
    package = json.loads(made.read("datapackage.json"))
    assert package["version"] == str(made.edition)
    assert [resource["name"] for resource in package["resources"]] == [t.name for t in TABLES]
    for resource in package["resources"]:
        body = made.read(resource["path"])
        assert resource["hash"] == f"sha256:{hashlib.sha256(body).hexdigest()}"
        assert resource["bytes"] == len(body)
        head = next(csv.reader(io.StringIO(body.decode(), newline="")))
        assert [field["name"] for field in resource["schema"]["fields"]] == head
        assert all(field["description"] for field in resource["schema"]["fields"])
        assert all(field["_description_fr"] for field in resource["schema"]["fields"])
    sums = made.read("SHA256SUMS").decode().splitlines()
    digest = hashlib.sha256(made.read("draws.csv")).hexdigest()
    assert f"{digest}  draws.csv" in sums


def test_it_is_made_once_for_each_change_of_the_data():
    assert keep_up() is None
    publish_draw("396")
    release = keep_up()
    assert release is not None
    assert release.edition == newest_change()
    assert keep_up() is None
    editions.advance("an article")
    assert keep_up() is None
    publish_draw("397")
    newer = keep_up()
    assert newer is not None
    assert newer.changes == {"draw.published": 1}
    assert Release.objects.count() == 2


def test_a_release_stays_as_it_was(client):
    publish_draw("396", crs=508)
    old = make()
    Draw.objects.update(crs=507)
    events.emit(
        "figure.corrected", "draw/396", editions.advance("c"), fields={"crs": ["508", "507"]}
    )
    new = make()
    for release, crs in ((old, "508"), (new, "507")):
        response = client.get(f"/data/{release.edition}/draws.csv")
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert "immutable" in response.headers["Cache-Control"]
        body = b"".join(response.streaming_content)
        assert lines(body)[0]["crs"] == crs
        (fact,) = [file for file in release.files if file["name"] == "draws.csv"]
        assert fact["sha256"] == hashlib.sha256(body).hexdigest()
    newest = client.get("/data/latest/draws.csv")
    assert newest.status_code == 302
    assert newest.headers["Location"] == f"/data/{new.edition}/draws.csv"


@pytest.mark.parametrize("name", ["..", "secret_key", "draws.csv.gz", "%2e%2e%2fcutline.sqlite3"])
def test_it_gives_no_other_file(client, name):
    publish_draw("396")
    release = make()
    assert client.get(f"/data/{release.edition}/{name}").status_code == 404
    assert client.get(f"/data/latest/{name}").status_code == 404
    assert client.get("/data/999/draws.csv").status_code == 404


@pytest.mark.parametrize(("root", "word"), [("", "Release"), ("/fr", "Version")])
def test_the_page_names_every_file_and_column(client, root, word):
    publish_draw("396")
    release = make()
    page = client.get(f"{root}/data/").content.decode()
    assert f"{word} {release.edition}" in page
    for file in release.files:
        assert f"/data/{release.edition}/{file['name']}" in page
    assert all(field.name in page for table in TABLES for field in table.fields)


def test_the_page_says_so_before_the_first_release(client):
    assert "first release" in client.get("/data/").content.decode()


def test_the_command_compares_with_what_was_kept(capsys):
    publish_draw("396")
    call_command("release_data")
    call_command("release_data", "--check")
    assert "byte for byte" in capsys.readouterr().out
    Draw.objects.update(crs=1)
    with pytest.raises(CommandError, match=r"draws\.csv"):
        call_command("release_data", "--check")


def test_the_release_carries_the_moment_of_its_edition(built):
    publish_draw("396")
    made = built()
    moment = Edition.objects.get(number=made.edition).modified_at
    package = json.loads(made.read("datapackage.json"))
    assert package["created"] == moment.strftime("%Y-%m-%dT%H:%M:%SZ")
