"""The environment file names every setting there is, and a site that is set so is in order."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection

from config.tests.deployment.deployed import EXAMPLE, filled_in, named
from config.tests.site import ROOT
from pnp.registry import ingest_sources


def read_by_settings() -> set[str]:
    """Names that config.settings asks the environment for."""
    tree = ast.parse((ROOT / "config" / "settings.py").read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    found = {
        str(first.value)
        for call in calls
        if ast.unparse(call.func).split(".")[0] in ("env", "os")
        and isinstance(first := call.args[0], ast.Constant)
        and re.fullmatch(r"[A-Z][A-Z0-9_]+", str(first.value))
    }

    def noted(name: str, address: str) -> str:
        found.add(name)
        return address

    ingest_sources(noted)
    return found


def read_by_units() -> set[str]:
    texts = [path.read_text() for path in (ROOT / "deploy" / "systemd").iterdir()]
    return set(re.findall(r"\$\{([A-Z_]+)\}", "".join(texts)))


def test_it_names_every_setting_and_no_other() -> None:
    ours = read_by_settings()
    assert len(ours) > 30
    assert ours | read_by_units() | {"WEB_PORTS"} == named().keys()


def test_it_stands_in_a_form_that_systemd_and_compose_read_alike() -> None:
    for line in EXAMPLE.read_text().splitlines():
        assert not line or line.startswith("#") or re.fullmatch(r"[A-Z][A-Z0-9_]*=\S.*", line), line
        assert "'" not in line.partition("=")[2]
        assert '"' not in line.partition("=")[2]


def check(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING", *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_a_site_that_is_set_so_passes_every_check(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "staticfiles.json").write_text('{"paths": {}, "version": "1.1"}')
    on = {"DATABASE_URL": "", "REDIS_URL": settings.REDIS_URL}
    if connection.vendor == "postgresql":
        found = connection.settings_dict
        server = f"{found['USER']}@{found['HOST']}:{found['PORT'] or 5432}"
        on["DATABASE_URL"] = f"postgres://{server}/postgres"
    done = check(filled_in(tmp_path, **on), "--database", "default")
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_a_site_that_nobody_filled_in_does_not_start(tmp_path: Path) -> None:
    done = check(filled_in(tmp_path, SECRET_KEY="change-me"))
    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr
