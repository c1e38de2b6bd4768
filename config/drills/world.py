"""A whole site under a drill: web, worker and clock as deployed, its source, its readers' mailbox.

What dies is started again a moment later, as systemd would; what a drill starts, it ends.
"""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import psycopg

from config.bench.programs import (
    ROOT,
    answers,
    environment,
    free_port,
    manage,
    wait_for,
    web_command,
)
from config.drills.disks import disk, size_of
from config.drills.receivers import Receivers
from config.drills.servers import Postgres, Redis
from draws.standin.server import StandIn
from pnp import registry

TEMPLATE = "template"
# Real life is so many times slower than a drill, where a drill does not say otherwise.
QUICK = 40
STARTED_AGAIN_AFTER = 0.5
WORKER = ("-m", "celery", "-A", "config", "worker", "--pool", "threads", "--concurrency", "4")
PLAIN = ("--without-mingle", "--without-gossip", "--loglevel", "WARNING")
BEAT = ("-m", "celery", "-A", "config", "beat", "--loglevel", "WARNING", "--pidfile=")


class Stage:
    """What all drills of one run share: a folder, the two servers, and a site to make copies of."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.seed = folder, seed
        folder.mkdir(parents=True, exist_ok=True)
        # PostgreSQL is somebody else where we are root.
        folder.chmod(0o755)
        self._postgres: Postgres | None = None
        self._redis: Redis | None = None
        self._copies = 0

    @property
    def postgres(self) -> Postgres:
        if self._postgres is None:
            self._postgres = Postgres(self.folder / "postgres")
            self._postgres.start()
            _fill(self.folder / "filling", DATABASE_URL=self._fresh(self._postgres))
        return self._postgres

    @property
    def redis(self) -> Redis:
        if self._redis is None:
            self._redis = Redis(self.folder / "redis")
            self._redis.start()
        return self._redis

    @property
    def files(self) -> Path:
        """A data folder with an SQLite database that is filled."""
        folder = self.folder / "files"
        if not folder.exists():
            _fill(folder)
        return folder

    def name(self, drill: str) -> str:
        self._copies += 1
        return f"{drill.replace('-', '_')}_{self._copies}"

    def end(self) -> None:
        for server in (self._postgres, self._redis):
            if server is not None:
                server.kill()

    @staticmethod
    def _fresh(postgres: Postgres) -> str:
        with psycopg.connect(postgres.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {TEMPLATE}")
        return postgres.url(TEMPLATE)


def _fill(folder: Path, **own: str) -> None:
    """A site with the bundled record, articles, and those who are told of draws."""
    folder.mkdir(parents=True)
    settings = environment(folder, DJANGO_SETTINGS_MODULE="config.drills.settings", **own)
    manage(settings, "migrate", "--no-input", "--verbosity", "0")
    manage(settings, "load_bundled")
    manage(settings, "load_demo")
    manage(settings, "collectstatic", "--no-input", "--verbosity", "0")
    cast = [sys.executable, "-m", "config.drills.cast"]
    subprocess.run(cast, cwd=ROOT, env=settings, check=True, capture_output=True)


class Program:
    """One process of the site, with all that it starts itself."""

    def __init__(self, name: str, arguments: list[str], log: Path, own: dict[str, str]) -> None:
        self.name, self.restarts = name, -1
        self._arguments, self._environment = arguments, own
        self._log = log
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.restarts += 1
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                self._arguments,
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def kill(self) -> None:
        """As `kill -9` of it and of whatever it has started."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    @property
    def is_dead(self) -> bool:
        return self.process is not None and self.process.poll() is not None


class World:
    """One site. `rows` asks its database past all of its code."""

    def __init__(self, stage: Stage, drill: str, random: Random, own: dict[str, str]) -> None:
        self.stage, self.random = stage, random
        self.name = stage.name(drill)
        self.folder = stage.folder / self.name
        # Not on the disk that a drill fills.
        self._logs = stage.folder / f"{self.name}-logs"
        self._logs.mkdir()
        self.port = free_port()
        self.official = StandIn().start()
        self.receivers = Receivers()
        self.environment = environment(self.folder, **(self._settings() | own))
        self.programs: dict[str, Program] = {}
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._keep_up, daemon=True)
        self.is_kept_up = True

    def _settings(self) -> dict[str, str]:
        # No province is asked: the drills call this machine only.
        silent = {f"{feed.key.upper().replace('-', '_')}_URL": "" for _, feed in registry.feeds()}
        return silent | {
            "DJANGO_SETTINGS_MODULE": "config.drills.settings",
            "DRILL_FOLDER": str(self.folder),
            "DRILL_QUICK": str(QUICK),
            "PORT": str(self.port),
            "IRCC_ROUNDS_URL": self.official.url,
            "EMAIL_URL": self.receivers.mail_url,
            "EDITOR_EMAILS": "editor@drill.example",
            "WEBSUB_HUB": f"{self.receivers.web_url}/hub",
            "OUTGOING_PRIVATE_NETWORKS": "127.0.0.0/8",
            "INGEST_TIMEOUT": "2",
            "INGEST_TRIES": "1",
            "SEND_TIMEOUT": "2",
        }

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def add(self, name: str, *arguments: str) -> None:
        """Start a program under this name; `web` is the deployed command."""
        line = web_command(self.port, workers=1) if name == "web" else [sys.executable, *arguments]
        program = Program(name, line, self._logs / f"{name}.log", self.environment)
        program.start()
        self.programs[name] = program

    def start(self, *names: str) -> None:
        plain = (*WORKER, *PLAIN)
        known = {"web": (), "worker": plain, "beat": BEAT, "both": (*plain, "-B")}
        for name in names:
            self.add(name, *known[name])
        self._watcher.start()
        if "web" in names:
            wait_for("the site", self.is_up)

    def is_up(self) -> bool:
        return answers(f"http://127.0.0.1:{self.port}/healthz")

    def _keep_up(self) -> None:
        while not self._over.wait(STARTED_AGAIN_AFTER):
            for program in list(self.programs.values()):
                if self.is_kept_up and program.is_dead and not self._over.is_set():
                    program.start()

    def publish(self) -> str:
        """The official source has a new round; its number."""
        # Each day one more, but none that is to come: such a round would be held, and rightly.
        after = self.official.official.newest.date + timedelta(days=1)
        day = min(after, datetime.now(UTC).date())
        row = self.official.publish_next(family="cec", date=day.isoformat())
        return row["drawNumber"]

    def manage(self, *arguments: str) -> str:
        return manage(self.environment, *arguments)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        address = self.environment.get("DATABASE_URL")
        if address:
            with psycopg.connect(address, autocommit=True, connect_timeout=2) as connection:
                return connection.execute(sql).fetchall()
        file = self.folder / "cutline.sqlite3"
        with closing(sqlite3.connect(file, timeout=20, isolation_level=None)) as opened:
            return opened.execute(sql).fetchall()

    def tell(self, sql: str) -> None:
        """Change a row past all of the site's code."""
        self.rows(sql + " RETURNING 1")

    def count(self, sql: str) -> int:
        return int(self.rows(f"SELECT count(*) FROM {sql}")[0][0])

    @property
    def restarts(self) -> int:
        return sum(program.restarts for program in self.programs.values())

    def wait(self, what: str, ready: Callable[[], bool], seconds: float = 90) -> float:
        """Seconds until `ready`; a database that is away is not ready. TimeoutError."""
        began = time.monotonic()

        def is_ready() -> bool:
            try:
                return ready()
            except (psycopg.OperationalError, sqlite3.OperationalError, OSError):
                return False

        wait_for(what, is_ready, seconds)
        return time.monotonic() - began

    def end(self) -> None:
        self._over.set()
        if self._watcher.is_alive():
            self._watcher.join()
        for program in self.programs.values():
            program.kill()
        self.official.stop()
        self.receivers.stop()


@contextmanager
def world(
    stage: Stage, drill: str, random: Random, *, with_files: bool = False, room: int = 0, **own: str
) -> Iterator[World]:
    """A site that is not yet started, on PostgreSQL and Redis or `with_files` alone; these with so
    many bytes of `room` on a disk of their own."""
    made = World(stage, drill, random, own)
    with ExitStack() as disks:
        if room:
            disks.enter_context(disk(made.folder, size_of(stage.files) + room))
        disks.callback(made.end)
        if with_files:
            shutil.copytree(stage.files, made.folder, dirs_exist_ok=True)
        else:
            made.folder.mkdir()
            shutil.copytree(
                stage.postgres.folder.parent / "filling" / "static", made.folder / "static"
            )
            stage.postgres.copy(made.name, TEMPLATE)
            made.environment |= {
                "DATABASE_URL": stage.postgres.url(made.name),
                "REDIS_URL": stage.redis.url(0),
            }
            _empty(stage.redis)
        made.tell(f"UPDATE ingest_webhook SET url = '{made.receivers.web_url}/hook'")
        yield made


def _empty(server: Redis) -> None:
    server.kill()
    server.start()
