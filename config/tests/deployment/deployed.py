"""The environment of deploy/cutline.env.example, as somebody has filled it in."""

import os
import re
import secrets
from pathlib import Path

from config.tests.site import ROOT

EXAMPLE = ROOT / "deploy" / "cutline.env.example"
LINE = re.compile(r"(#?)([A-Z][A-Z0-9_]*)=(.*)")


def named() -> dict[str, bool]:
    """The settings that the file names, and whether each has a value that counts."""
    lines = (LINE.fullmatch(line) for line in EXAMPLE.read_text().splitlines())
    return {line[2]: not line[1] for line in lines if line}


def filled_in(data: Path, **own: str) -> dict[str, str]:
    """What a process of that site has in its environment, with secrets of its own. An empty value
    takes a setting out."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    lines = (LINE.fullmatch(line) for line in EXAMPLE.read_text().splitlines())
    given = {line[2]: line[3] for line in lines if line and not line[1]}
    given = {
        name: value.replace("change-me", secrets.token_hex(32)) for name, value in given.items()
    }
    folders = {"CUTLINE_DATA": str(data), "PROMETHEUS_MULTIPROC_DIR": str(data / "metrics")}
    whole = kept | given | folders | own
    return {name: value for name, value in whole.items() if value}
