"""`manage.py stand_in` in the foreground, as a person starts it."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

MANAGE = Path(__file__).parents[2] / "manage.py"


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_stop(tmp_path: Path, sign: signal.Signals) -> None:
    nowhere = {"CUTLINE_DATA": str(tmp_path), "DATABASE_URL": "sqlite:////nowhere/at/all.sqlite3"}
    command = [sys.executable, str(MANAGE), "stand_in", "--port", "0", "--rounds", "100"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, **nowhere}
    ) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().split()[-1]
            lines = [process.stdout.readline() for _ in range(5)]
            with urllib.request.urlopen(url, timeout=5) as answer:
                assert answer.status == 200
            process.send_signal(sign)
            rest, _ = process.communicate(timeout=10)
        finally:
            process.kill()

    assert process.returncode == 0
    assert url.endswith("/content/dam/ircc/documents/json/ee_rounds_123_en.json")
    assert f"IRCC_ROUNDS_URL={url} make run" in "".join(lines)
    assert "GET /content" in rest
    assert rest.endswith("The stand-in has stopped.\n")


def test_it_says_in_one_line_why_it_cannot_start() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=r"cannot start: .*in use"):
            call_command("stand_in", port=port)
    with pytest.raises(CommandError, match="cannot start: rounds: between 1 and 448, not 900"):
        call_command("stand_in", port=0, rounds=900)
