"""The house keeps its plan: what may stand at the top, and what must stay pure."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {"config", "articles", "crs", "draws", "pnp", "ingest", "publish"}
FOLDERS = {".ci", "deploy", "docs", "locale", "static", "templates"}
FILES = {
    ".editorconfig",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Makefile",
    "README.md",
    "conftest.py",
    "manage.py",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
}
PURE = ["draws.records", "draws.families", "draws.bundle", "draws.quality", "draws.charts"]
PURE_SOURCES = ["draws.sources.ircc", "pnp.registry", "pnp.table", "pnp.quality"]

UNWANTED = ("django.db.models", "draws.models", "pnp.models", "httpx2")


def kept_by_git(*arguments: str) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return listed.stdout.splitlines()


def test_it_has_nothing_at_the_top_that_the_house_does_not_know() -> None:
    entries = {path.split("/", 1)[0] for path in kept_by_git() if (ROOT / path).exists()}
    assert entries - PACKAGES - FOLDERS - FILES == set()


def test_it_puts_every_package_under_the_import_contracts() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    assert set(tools["importlinter"]["root_packages"]) == PACKAGES
    assert set(tools["pytest"]["ini_options"]["testpaths"]) == PACKAGES


def test_it_has_no_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "lib", "common", "misc", "shared"}
    parts = {(path, Path(part).stem) for path in kept_by_git() for part in Path(path).parts}
    assert [path for path, name in parts if name in drawers] == []


@pytest.mark.parametrize("module", PURE + PURE_SOURCES)
def test_it_keeps_pure_modules_away_from_database_settings_and_network(module: str) -> None:
    # A fresh interpreter with Django's own defaults: a setting of ours would fail, a model show.
    code = (
        "import sys; from django.conf import settings; settings.configure(); "
        f"import {module}; "
        f"print(*[name for name in sys.modules if name.startswith({UNWANTED!r})])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_every_function_that_the_settings_name_is_there() -> None:
    named = [
        *(handler for handlers in settings.EVENT_HANDLERS.values() for handler in handlers),
        *settings.WEBHOOK_CONTENTS.values(),
        *settings.PUBLISH_GATES,
        *(str(source["store"]) for source in settings.INGEST_SOURCES.values()),
    ]
    assert [path for path in named if not callable(import_string(path))] == []
    tasks = [str(entry["task"]) for entry in settings.CELERY_BEAT_SCHEDULE.values()]
    assert [path for path in tasks if not callable(import_string(path))] == []
