import io

import pytest
from django.core.management import CommandError, call_command
from pytest_httpserver import HTTPServer

pytestmark = pytest.mark.django_db

HERE = "ingest.tests.test_pipeline"


@pytest.fixture
def server(settings, httpserver: HTTPServer):
    settings.INGEST_SOURCES = {
        "x": {"name": "X", "url": httpserver.url_for("/x.json"), "store": f"{HERE}.store"}
    }
    return httpserver


def pull(key: str = "x") -> str:
    out = io.StringIO()
    call_command("pull", key, stdout=out)
    return out.getvalue()


def test_it_prints_the_counts(server):
    server.expect_request("/x.json").respond_with_json({})
    assert pull() == "x: created 1, updated 0, unchanged 0, held 0\n"


def test_it_names_what_is_held(server):
    server.expect_request("/x.json").respond_with_json({"odd": ["397"]})
    assert pull() == "x: created 1, updated 0, unchanged 0, held 1\nx: held: 397 is odd\n"


def test_it_says_not_modified_is_fine(server):
    server.expect_ordered_request("/x.json").respond_with_data("{}", headers={"ETag": '"1"'})
    server.expect_ordered_request("/x.json").respond_with_data("", status=304)
    pull()
    assert pull() == "x: created 0, updated 0, unchanged 0, held 0\n"


@pytest.mark.parametrize("told", [{"refuse": "No rows."}, {"stored": False, "odd": ["all"]}])
def test_it_fails_with_one_clear_line(server, told):
    server.expect_request("/x.json").respond_with_json(told)
    with pytest.raises(CommandError) as failure:
        pull()
    assert "\n" not in str(failure.value)


def test_it_knows_its_sources():
    with pytest.raises(CommandError, match=r"There is no source 'nowhere'. Known: ircc"):
        pull("nowhere")
