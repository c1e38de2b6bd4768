"""Each mistake of a deployment is named by its id, and a machine to try the site on has none."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks

from config import checks
from config.bench import programs


@pytest.fixture
def public(settings: Any, tmp_path: Path) -> Any:
    """A site of which nothing is wrong."""
    settings.SITE_URL = "https://www.cutline.news"
    settings.ALLOWED_HOSTS = [".cutline.news"]
    settings.BEHIND_PROXY = True
    settings.DEBUG = False
    settings.HOSTS = 1
    settings.REDIS_URL = ""
    settings.ID_AUTHORITY = "cutline.news,2026"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EDITOR_EMAILS = ["editors@cutline.news"]
    settings.DEFAULT_FROM_EMAIL = "Cutline <desk@cutline.news>"
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    (settings.STATIC_ROOT / "staticfiles.json").touch()
    return settings


def found() -> list[str]:
    messages = run_checks(tags=[checks.TAG], include_deployment_checks=True)
    return [str(message.id).removeprefix("cutline.") for message in messages]


def test_it_finds_nothing_where_nothing_is_wrong(public: Any) -> None:
    assert found() == []


MISTAKES = [
    ({"DEBUG": True}, ["E001"]),
    ({"ALLOWED_HOSTS": ["cutline.news", "localhost"]}, ["E003"]),
    ({"ALLOWED_HOSTS": ["*"]}, ["E004"]),
    ({"SITE_URL": "http://www.cutline.news"}, ["E005"]),
    ({"BEHIND_PROXY": False}, ["E006"]),
    ({"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}, ["W001"]),
    ({"EDITOR_EMAILS": []}, ["W002"]),
    ({"DEFAULT_FROM_EMAIL": "desk@cutline.example"}, ["W003"]),
    ({"ID_AUTHORITY": "cutline.example,2026"}, ["E010"]),
    ({"DATA_DIR": Path("/nowhere")}, ["E011"]),
    ({"STATIC_ROOT": Path("/nowhere")}, ["E012"]),
    ({"TIME_ZONE": "America/Toronto"}, ["E013"]),
    ({"REDIS_URL": "redis://127.0.0.1:9/0"}, ["E015"]),
]


@pytest.mark.parametrize(("mistake", "ids"), MISTAKES)
def test_it_names_a_mistake(public: Any, mistake: dict[str, object], ids: list[str]) -> None:
    for name, value in mistake.items():
        setattr(public, name, value)
    assert found() == ids


@pytest.mark.parametrize("mistake", [mistake for mistake, _ids in MISTAKES])
def test_it_says_nothing_where_somebody_tries_the_site(
    public: Any, mistake: dict[str, object]
) -> None:
    for name, value in mistake.items():
        setattr(public, name, value)
    public.SITE_URL = "http://localhost:8000"
    public.BEHIND_PROXY = False
    assert found() == []


@pytest.mark.skipif(not shutil.which("redis-server"), reason="no redis-server on this machine")
@pytest.mark.parametrize(
    ("memory", "policy", "ids"),
    [
        ("10mb", "allkeys-lru", ["E016"]),
        ("10mb", "volatile-lru", []),
        ("0", "allkeys-lru", []),
    ],
)
def test_it_finds_a_redis_that_forgets_tasks(
    public: Any, tmp_path: Path, memory: str, policy: str, ids: list[str]
) -> None:
    import redis

    with programs.redis(tmp_path) as address:
        with redis.Redis.from_url(address) as client:
            client.config_set("maxmemory", memory)
            client.config_set("maxmemory-policy", policy)
        public.REDIS_URL = address
        assert found() == ids


class Connection:
    """Of one kind, to a server of one version."""

    def __init__(self, vendor: str, pg_version: int = 0) -> None:
        self.vendor = vendor
        self.pg_version = pg_version


@pytest.mark.parametrize(
    ("vendor", "ids"), [("sqlite", ["E002", "E007"]), ("postgresql", ["E007"])]
)
def test_it_says_what_several_hosts_must_share(
    public: Any, monkeypatch: pytest.MonkeyPatch, vendor: str, ids: list[str]
) -> None:
    public.HOSTS = 2
    monkeypatch.setattr(checks, "connections", {"default": Connection(vendor)})
    assert found() == ids


@pytest.mark.parametrize(("version", "ids"), [(140012, ["cutline.E017"]), (150004, [])])
def test_it_names_a_database_that_is_too_old(
    public: Any, monkeypatch: pytest.MonkeyPatch, version: int, ids: list[str]
) -> None:
    monkeypatch.setattr(checks, "connections", {"default": Connection("postgresql", version)})
    messages = checks.database(databases=["default"])
    assert [message.id for message in messages] == ids
