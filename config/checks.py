"""Mistakes of a deployment, each with an id: `manage.py check --deploy` lists them.

None of them is asked on a machine where somebody tries the site: they are about a site whose
SITE_URL others can reach. E: wrong figures, lost work or an open door; W: somebody will miss mail.
What is wrong with secrets is said by config.secrets, before anything starts.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import redis
from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004
from django.db import connections

from config import secrets

TAG = "cutline"
Found = list[CheckMessage]
Apps = Sequence[AppConfig] | None
# The oldest that the suite runs on.
POSTGRESQL = 15
EXAMPLES = ("example", "test", "invalid", "localhost")


def host() -> str:
    """The name that readers know the site by."""
    return urlsplit(settings.SITE_URL).hostname or ""


def is_public() -> bool:
    """Whether others than this machine reach the site."""
    return secrets.is_public(settings.SITE_URL, behind_proxy=settings.BEHIND_PROXY)


def _deployed(check: Callable[[], Iterable[CheckMessage]]) -> Callable[..., Found]:
    """Registers a check that is asked of public sites, by `check --deploy` only."""

    def asked(app_configs: Apps = None, **kwargs: Any) -> Found:
        return list(check()) if is_public() else []

    register(asked, TAG, deploy=True)
    return asked


def _error(number: int, text: str, hint: str) -> Error:
    return Error(text, hint=hint, id=f"cutline.E{number:03d}")


def _warning(number: int, text: str, hint: str) -> Warning:
    return Warning(text, hint=hint, id=f"cutline.W{number:03d}")


@_deployed
def addresses() -> Iterable[CheckMessage]:
    """Who may ask, by which name, and what is shown when something breaks."""
    if settings.DEBUG:
        yield _error(1, "DEBUG is on at a public address.", "Remove DEBUG from the environment.")
    if "*" in settings.ALLOWED_HOSTS:
        yield _error(4, "ALLOWED_HOSTS lets every name in.", "Name the hosts of this site.")
    elif not _is_allowed(host()):
        yield _error(
            3, f"ALLOWED_HOSTS lacks {host()}, the host of SITE_URL.", "Add it, or mend SITE_URL."
        )
    if not settings.SITE_URL.startswith("https://"):
        yield _error(5, "SITE_URL is not https.", "Give nginx a certificate: docs/deploy.md.")
    elif not settings.BEHIND_PROXY:
        yield _error(
            6,
            "SITE_URL is https, and BEHIND_PROXY is off: every page redirects to itself.",
            "BEHIND_PROXY=true, with nginx in front as in deploy/nginx.",
        )


def _is_allowed(name: str) -> bool:
    return any(
        name == allowed or (allowed.startswith(".") and f".{name}".endswith(allowed))
        for allowed in settings.ALLOWED_HOSTS
    )


@_deployed
def several_hosts() -> Iterable[CheckMessage]:
    """What hosts must share when there are several of them."""
    if settings.HOSTS < 2:
        return
    if connections["default"].vendor == "sqlite":
        yield _error(2, "Several HOSTS, and each has an SQLite of its own.", "Set DATABASE_URL.")
    if not settings.REDIS_URL:
        yield _error(
            7, "Several HOSTS, each with a cache and a queue of its own files.", "Set REDIS_URL."
        )


@_deployed
def mail() -> Iterable[CheckMessage]:
    """Whoever should hear of a held row, a silent source or a letter."""
    if settings.EMAIL_BACKEND.rpartition(".")[0].endswith(("console", "dummy", "locmem")):
        yield _warning(1, "Mail leaves for nowhere.", "Set EMAIL_URL, e.g. smtp+tls://…")
    if not settings.EDITOR_EMAILS:
        yield _warning(2, "Nobody is told of held rows.", "Set EDITOR_EMAILS.")
    if _is_example(settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")):
        yield _warning(3, "Mail comes from an example address.", "Set DEFAULT_FROM_EMAIL.")


@_deployed
def identity() -> Iterable[CheckMessage]:
    """The name in the ids of feeds, which can never be changed later."""
    if _is_example(settings.ID_AUTHORITY.partition(",")[0]):
        yield _error(
            10,
            "ID_AUTHORITY is the example: other sites give out the same ids of entries.",
            "A domain of yours and a year in which it was: ID_AUTHORITY=cutline.ca,2026",
        )


def _is_example(name: str) -> bool:
    return name.rpartition(".")[2] in EXAMPLES or name.startswith("example.")


@_deployed
def files() -> Iterable[CheckMessage]:
    """The folder that everything is written to, and the files that pages name."""
    folders = (settings.DATA_DIR, settings.MEDIA_ROOT)
    closed = [str(path) for path in folders if path.exists() and not os.access(path, os.W_OK)]
    if closed or not settings.DATA_DIR.exists():
        yield _error(
            11,
            f"CUTLINE_DATA cannot be written to: {', '.join(closed) or settings.DATA_DIR}.",
            "It belongs to the user that the services run as.",
        )
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        yield _error(12, "No static files were collected.", "manage.py collectstatic")


@_deployed
def clock() -> Iterable[CheckMessage]:
    """Moments are UTC, and the newsroom’s clock is Ottawa’s."""
    if settings.TIME_ZONE != "UTC" or not settings.USE_TZ:
        yield _error(13, "Moments are kept in UTC, and TIME_ZONE is another.", "TIME_ZONE=UTC")
    try:
        ZoneInfo("America/Toronto")
    except ZoneInfoNotFoundError:
        yield _error(14, "This machine does not know Ottawa’s time.", "apt-get install tzdata")


@_deployed
def broker() -> Iterable[CheckMessage]:
    """Redis is there, and keeps what is queued when its memory is full."""
    if not settings.REDIS_URL:
        return
    try:
        with redis.Redis.from_url(settings.REDIS_URL, socket_timeout=3) as client:
            memory: Any = client.info("memory")
    except redis.RedisError as error:
        yield _error(15, f"Redis does not answer: {error}", "Look at REDIS_URL.")
        return
    policy = memory.get("maxmemory_policy", "")
    if memory.get("maxmemory") and policy.startswith("allkeys"):
        yield _error(
            16,
            f"Redis forgets queued tasks when its memory is full (maxmemory-policy {policy}).",
            "maxmemory-policy volatile-lru: pages have a time limit, tasks have none.",
        )


@register(TAG, Tags.database, deploy=True)
def database(
    app_configs: Apps = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> Found:
    """One that the suite runs on. Asked with `check --deploy --database default`."""
    if not is_public():
        return []
    found: Found = []
    for alias in databases or []:
        if connections[alias].vendor != "postgresql":
            continue
        version = connections[alias].pg_version // 10000  # type: ignore[attr-defined]
        if version < POSTGRESQL:
            text = f"PostgreSQL {version} is older than any that Cutline is tested on."
            found.append(_error(17, text, f"PostgreSQL {POSTGRESQL} or newer."))
    return found
