"""A site that others can reach starts with secrets of its own alone, from the environment."""

import os
import secrets as random
import subprocess
import sys
from pathlib import Path

import pytest

from config.secrets import is_public, refusals
from config.tests.site import ROOT

GOOD, OTHER = random.token_hex(32), random.token_urlsafe(48)


def found(key: str = GOOD, **given) -> list[str]:
    values = {"older": [], "services": {}, "tokens": {}, **given}
    return [each.id for each in refusals(key=key, **values)]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://localhost:8000", False),
        ("http://127.0.0.1:8000", False),
        ("http://[::1]:8000", False),
        ("http://desk.localhost", False),
        ("https://localhost", True),
        ("https://cutline.example", True),
        ("http://cutline.example", True),
        ("http://10.0.0.4", True),
        ("http://localhost.example", True),
    ],
)
def test_a_site_is_public_unless_its_address_is_this_machines(address, expected):
    assert is_public(address) == expected
    assert is_public(address, behind_proxy=True)


def test_it_takes_secrets_that_are_long_and_of_chance():
    services = {
        "DATABASE_URL": f"postgres://cutline:{random.token_hex(16)}@db.example:5432/cutline"
    }
    assert found(services=services, older=[OTHER], tokens={"METRICS_TOKEN": ""}) == []
    assert found(services={"REDIS_URL": "redis://127.0.0.1:6379/0", "DATABASE_URL": ""}) == []


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("", "secrets.E001"),
        (GOOD[:49], "secrets.E002"),
        ("ab" * 40, "secrets.E002"),
        ("django-insecure-" + GOOD[:40], "secrets.E003"),
        ("change-me" * 8, "secrets.E003"),
    ],
    # The keys are made anew in each process, and the names of the tests must be the same in all.
    ids=["missing", "short", "of one pattern", "Django’s own", "of words"],
)
def test_it_refuses_a_key_that_is_missing_short_or_well_known(key, expected):
    assert found(key) == [expected]
    if key:
        assert found(older=[key]) == [expected]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgres://cutline:cutline@127.0.0.1/cutline", "secrets.E002"),
        ("postgres://cutline@db.example/cutline", "secrets.E001"),
        ("redis://cache.example:6379/0", "secrets.E001"),
        ("redis://:password-password-1@cache.example/0", "secrets.E003"),
    ],
)
def test_it_refuses_services_that_anybody_could_use(url, expected):
    assert found(services={"DATABASE_URL": url}) == [expected]


def test_it_refuses_one_secret_for_two_things():
    services = {"REDIS_URL": f"redis://:{GOOD}@cache.example/0"}
    assert found(services=services) == ["secrets.E004"]
    assert found(older=[GOOD], tokens={"METRICS_TOKEN": GOOD}) == ["secrets.E004"] * 2


def test_it_never_repeats_a_secret():
    weak = "changeme-hunter2"
    said = refusals(key=weak, older=[weak], services={}, tokens={"METRICS_TOKEN": "hunter3"})
    assert said
    assert not [each for each in said if "hunter" in str(each)]


def start(data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {"PATH": os.environ["PATH"], "CUTLINE_DATA": str(data)}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_site_itself_says_so_and_ends(tmp_path):
    where = {"SITE_URL": "https://cutline.example"}
    ended = start(tmp_path, **where)
    assert ended.returncode == 78
    assert "secrets.E001: SECRET_KEY is not set" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert start(tmp_path, SECRET_KEY=GOOD, **where).returncode == 0
    assert start(tmp_path).returncode == 0
