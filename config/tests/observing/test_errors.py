"""Errors reach Sentry where a setting names one, without anything of the visitor."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import brotli
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

ROOT = Path(__file__).resolve().parents[3]
FAULT = """
import io
from unittest.mock import patch
import sentry_sdk
from django.core.wsgi import get_wsgi_application
application = get_wsgi_application()
def broken(): raise ValueError("a fault of ours")
request = {
    "REQUEST_METHOD": "GET", "PATH_INFO": "/status/", "QUERY_STRING": "q=secret+words",
    "SERVER_NAME": "localhost", "SERVER_PORT": "80", "REMOTE_ADDR": "203.0.113.9",
    "HTTP_USER_AGENT": "SomeBrowser/9", "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
}
with patch("ingest.health.of_fetched_sources", broken):
    b"".join(application(request, lambda *answer: None))
sentry_sdk.flush(5)
"""


def run(code: str, tmp_path: Path, **settings: str) -> None:
    names = {"CUTLINE_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings"}
    kept = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment = kept | names | settings
    command = [sys.executable, "-c", code]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=60)


@pytest.fixture
def sentry(httpserver: HTTPServer) -> list[str]:
    came: list[str] = []

    def take(request: Request) -> Response:
        unpack = {"gzip": gzip.decompress, "br": brotli.decompress}
        coding = request.headers.get("Content-Encoding", "")
        came.append(unpack.get(coding, bytes)(request.get_data()).decode())
        return Response("{}")

    httpserver.expect_request("/api/1/envelope/", method="POST").respond_with_handler(take)
    return came


def test_it_sends_a_fault_without_the_visitor(sentry, httpserver, tmp_path):
    run(FAULT, tmp_path, SENTRY_DSN=f"http://key@127.0.0.1:{httpserver.port}/1")
    [event] = [
        json.loads(line)
        for envelope in sentry
        for line in envelope.splitlines()
        if '"exception"' in line
    ]
    assert event["exception"]["values"][-1]["value"] == "a fault of ours"
    assert event["request"]["url"].endswith("/status/")
    for personal in ("SomeBrowser", "203.0.113", "secret words"):
        assert personal not in json.dumps(event)


def test_it_sends_nothing_without_the_setting(sentry, tmp_path):
    run(FAULT, tmp_path)
    assert sentry == []
