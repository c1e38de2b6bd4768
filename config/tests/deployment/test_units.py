"""systemd's units, the containers and the one command run the same programs."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from config.bench import programs
from config.tests.deployment.deployed import EXAMPLE
from config.tests.site import ROOT

UNITS = sorted((ROOT / "deploy" / "systemd").glob("*.service"))
DEFAULTS = dict(re.findall(r"^([A-Z_]+)=(.+)$", EXAMPLE.read_text(), re.MULTILINE))
ABROAD = {"WEB_ADDRESS": "0.0.0.0"}


def commands(name: str, instance: str = "") -> list[list[str]]:
    """What a unit runs, its variables as the environment file has them."""
    text = (ROOT / "deploy" / "systemd" / name).read_text()
    values = DEFAULTS | ABROAD
    lines = re.findall(r"^ExecStart=(.+)$", text, re.MULTILINE)
    filled = (re.sub(r"\$\{(\w+)\}", lambda found: values[found[1]], line) for line in lines)
    return [shlex.split(line.replace("%i", instance)) for line in filled]


def services() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())["services"])


@pytest.mark.parametrize(
    ("service", "unit", "instance"),
    [
        ("web1", "cutline-web@.service", "8001"),
        ("web2", "cutline-web@.service", "8002"),
        ("worker", "cutline-worker.service", ""),
        ("beat", "cutline-beat.service", ""),
        ("backup", "cutline-backup.service", ""),
    ],
)
def test_a_container_runs_what_the_unit_runs(service: str, unit: str, instance: str) -> None:
    assert [shlex.split(services()[service]["command"])] == commands(unit, instance)


def test_the_release_of_the_containers_does_what_the_unit_does() -> None:
    shell, option, script = services()["release"]["command"]
    assert (shell, option) == ("sh", "-ec")
    assert [shlex.split(line) for line in script.splitlines()] == commands(
        "cutline-release.service"
    )


def test_the_containers_look_for_what_is_wrong_as_the_timer_does() -> None:
    (command,) = commands("cutline-watch.service")
    assert shlex.join(command) in services()["watch"]["command"]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_process_counts_in_a_folder_of_its_own_that_goes_with_it(path: Path) -> None:
    lines = path.read_text().splitlines()
    instance = "-%i" if path.stem.endswith("@") else ""
    folder = path.stem.removesuffix("@") + instance
    assert f"RuntimeDirectory={folder}" in lines
    assert f"Environment=PROMETHEUS_MULTIPROC_DIR=/run/{folder}" in lines
    assert "RuntimeDirectoryPreserve=yes" not in lines


def test_every_container_of_ours_waits_for_the_release_and_may_write_its_data_alone() -> None:
    ours = {name: entry for name, entry in services().items() if "build" in entry}
    assert ours.keys() == {"release", "web1", "web2", "worker", "beat", "watch", "backup"}
    for name, entry in ours.items():
        assert entry["read_only"] is True
        assert entry["cap_drop"] == ["ALL"]
        assert name == "release" or "release" in entry["depends_on"]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_may_write_nowhere_but_where_it_must(path: Path) -> None:
    lines = path.read_text().splitlines()
    assert {"NoNewPrivileges=yes", "ProtectSystem=strict", "User=cutline"} <= set(lines)
    written = [line for line in lines if line.startswith("ReadWritePaths=")]
    assert len(written) == 1
    assert set(written[0].partition("=")[2].split()) <= {"/var/lib/cutline", "/var/backups/cutline"}


@pytest.mark.skipif(
    not shutil.which("systemd-analyze"), reason="no systemd-analyze on this machine"
)
def test_systemd_reads_the_units(tmp_path: Path) -> None:
    for path in (ROOT / "deploy" / "systemd").iterdir():
        # The programs are where they are on a host; here it is about the words of the unit.
        name = path.name.replace("@.", "@8001.")
        text = re.sub(
            r"^ExecStart=\S+", "ExecStart=/bin/true", path.read_text(), flags=re.MULTILINE
        )
        (tmp_path / name).write_text(re.sub(r"^Documentation=.*\n", "", text, flags=re.MULTILINE))
    names = sorted(str(path) for path in tmp_path.iterdir())
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *names],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if "cutline" in line]
    assert ours == []


def test_the_measures_start_the_web_process_as_the_unit_does() -> None:
    measured = programs.web_command(8001, workers=1, address="0.0.0.0")
    assert measured[1:] == commands("cutline-web@.service", "8001")[0][1:]
