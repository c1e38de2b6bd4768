"""A PostgreSQL and a Redis of the drill's own, which it may stop."""

import os
import shutil
import signal
import socket
import subprocess
from pathlib import Path
from typing import Any

import psycopg

from config.bench.programs import Missing, ended, found, free_port, need, wait_for

DEBIAN = Path("/usr/lib/postgresql")


class Server:
    """A program on a port of its own that can be ended, killed and started again."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name, self.port = folder, name, free_port()
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)

    def command(self) -> list[str]:
        raise NotImplementedError

    def options(self) -> dict[str, Any]:
        return {}

    def answers(self) -> bool:
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def start(self) -> None:
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                self.command(),
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                start_new_session=True,
                **self.options(),
            )
        wait_for(self.name, self.answers)

    def stop(self) -> None:
        """As an administrator would, and what it had promised to keep is kept."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            ended(self._process)

    def kill(self) -> None:
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


class Redis(Server):
    """Keeps nothing on disk: killed, it has lost everything."""

    def __init__(self, folder: Path) -> None:
        need("redis-server")
        super().__init__(folder, "Redis")

    def command(self) -> list[str]:
        quiet = ["--save", "", "--appendonly", "no", "--dir", str(self.folder)]
        port = ["--port", str(self.port), "--bind", "127.0.0.1"]
        return [found("redis-server"), *port, *quiet]

    def url(self, number: int) -> str:
        return f"redis://127.0.0.1:{self.port}/{number}"


class Postgres(Server):
    """A cluster of its own; nobody but this machine gets in."""

    def __init__(self, folder: Path) -> None:
        self._programs = _programs()
        super().__init__(folder, "PostgreSQL")
        self._data = folder / "data"
        # It refuses to run as root.
        self._user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        if self._user:
            shutil.chown(folder, **self._user)
        made = [str(self._programs / "initdb"), "-D", str(self._data), "-A", "trust"]
        subprocess.run(
            [*made, "-U", "cutline", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync"],
            check=True,
            capture_output=True,
            cwd=folder,
            **self._user,  # type: ignore[call-overload]
        )

    def command(self) -> list[str]:
        place = ["-D", str(self._data), "-p", str(self.port), "-k", str(self.folder)]
        return [str(self._programs / "postgres"), *place, "-h", "127.0.0.1", "-F"]

    def options(self) -> dict[str, Any]:
        return dict(self._user)

    def answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def url(self, database: str) -> str:
        return f"postgres://cutline@127.0.0.1:{self.port}/{database}"

    def copy(self, database: str, template: str) -> None:
        """A database like the template, which nobody may be using."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')
            # A copy of a sequence holds numbers that its own log does not know of yet: killed
            # before the next checkpoint, it would give them out a second time.
            connection.execute("CHECKPOINT")

    def drop(self, database: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')


def _programs() -> Path:
    """The folder of initdb and postgres. Raises Missing."""
    folders = sorted(DEBIAN.glob("*/bin"), key=lambda folder: int(folder.parent.name))
    beside = shutil.which("initdb")
    if beside:
        folders.append(Path(beside).resolve().parent)
    if not folders:
        raise Missing("initdb not found: apt-get install postgresql")
    return folders[-1]
