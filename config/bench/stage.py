"""The site on hosts of its own: which program runs where, kept running as systemd would."""

import json
import os
import pwd
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from config.bench import network, programs
from config.bench.network import Host

HOSTS = {
    "nginx": 5,
    "postgresql": 10,
    "redis": 11,
    "web1": 21,
    "web2": 22,
    "worker": 31,
    "clock2": 32,
    "readers": 50,
}
FEED = "http://127.0.0.1:8900"
FEED_PATH = "/content/dam/ircc/documents/json/ee_rounds_123_en.json"
# As in the units: how long until a program that ended is started again.
RESTARTED_AFTER = 2.0


@dataclass
class Service:
    """A program of a host that is started again whenever it ends, while it is wanted."""

    host: Host
    command: list[str]
    environment: dict[str, str]
    log: Path
    is_wanted: bool = True
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.is_wanted = True
        self.process = self.host.start(self.command, self.environment, self.log)

    def kill(self) -> None:
        """As a crash would: without a word."""
        self.is_wanted = False
        if self.process:
            network.kill_group(self.process)


@dataclass
class Stage:
    hosts: dict[str, Host]
    folder: Path
    environment: dict[str, str]
    services: dict[str, Service] = field(default_factory=dict)
    closed: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://{self.hosts['nginx'].address}"

    def manage(self, *words: str) -> str:
        """What a command printed on the worker's host."""
        return self.hosts["worker"].run([sys.executable, "manage.py", *words], self.environment)

    def rows(self, sql: str) -> list[list[str]]:
        """Rows of the database, each value as text."""
        command = [
            "psql",
            "-X",
            "-A",
            "-t",
            "-F",
            "\t",
            "-c",
            sql,
            self.environment["DATABASE_URL"],
        ]
        printed = self.hosts["postgresql"].run(command)
        return [line.split("\t") for line in printed.splitlines() if line]

    def read(self, path: str, host: str = "readers") -> str:
        """The page at a path as a reader gets it; RuntimeError where there is none."""
        return self.hosts[host].run(["curl", "-sS", "--fail", "--max-time", "15", self.url + path])

    def next_round(self) -> str:
        """The official source publishes a round; gives its number."""
        command = ["curl", "-sS", "--fail", "-X", "POST", f"{FEED}/next"]
        answer = self.hosts["worker"].run(command)
        return str(json.loads(answer)["published"]["drawNumber"])

    def add(self, name: str, host: str, *command: str, **own: str) -> None:
        counts = {"PROMETHEUS_MULTIPROC_DIR": str(self.folder / f"{host}-metrics")}
        environment = self.environment | counts | own
        log = self.folder / f"{name}.log"
        service = Service(self.hosts[host], list(command), environment, log)
        service.start()
        self.services[name] = service

    def keep_running(self) -> None:
        while not self.closed.wait(RESTARTED_AFTER):
            for service in self.services.values():
                if service.is_wanted and service.process and service.process.poll() is not None:
                    service.start()


@contextmanager
def built(folder: Path, subscribers: int) -> Iterator[Stage]:
    """Everything runs on its host while the block does. Raises Missing."""
    programs.need("nginx", "redis-server", "psql", "curl")
    with network.hosts(HOSTS) as hosts:
        stage = Stage(hosts, folder, _environment(folder, hosts))
        keeper = threading.Thread(target=stage.keep_running)
        database = _database_folder()
        try:
            _services(stage, database)
            _fill(stage, subscribers)
            _programs(stage)
            keeper.start()
            _wait(stage, "/readyz")
            yield stage
        finally:
            stage.closed.set()
            if keeper.is_alive():
                keeper.join()
            for service in stage.services.values():
                service.is_wanted = False
            for host in hosts.values():
                host.stop()
            shutil.rmtree(database, ignore_errors=True)


def _environment(folder: Path, hosts: dict[str, Host]) -> dict[str, str]:
    word = secrets.token_hex(16)
    return programs.environment(
        folder / "data",
        DATABASE_URL=f"postgres://cutline:{secrets.token_hex(16)}@{hosts['postgresql'].address}/cutline",
        REDIS_URL=f"redis://:{word}@{hosts['redis'].address}:6379/0",
        SITE_URL=f"http://{hosts['nginx'].address}",
        ALLOWED_HOSTS=",".join(host.address for host in hosts.values()),
        BEHIND_PROXY="true",
        HOSTS="5",
        IRCC_ROUNDS_URL=FEED + FEED_PATH,
        EMAIL_URL=f"filemail:///{folder / 'mail'}",
    )


def _database_folder() -> Path:
    """A folder of the user postgres, whom PostgreSQL insists on."""
    folder = Path(tempfile.mkdtemp(prefix="cutline-postgresql-"))
    try:
        user = pwd.getpwnam("postgres")
    except KeyError as error:
        raise programs.Missing("There is no user postgres: apt-get install postgresql") from error
    os.chown(folder, user.pw_uid, user.pw_gid)
    return folder


def _services(stage: Stage, folder: Path) -> None:
    """PostgreSQL and Redis, each on its host, for the hosts of this network alone."""
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name)
    )
    if not versions:
        raise programs.Missing("no server of PostgreSQL: apt-get install postgresql")
    as_postgres = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"]
    host = stage.hosts["postgresql"]
    host.run([*as_postgres, str(versions[-1] / "initdb"), "-D", str(folder / "data"), "-A", "trust",
              "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"])  # fmt: skip
    rules = folder / "data" / "pg_hba.conf"
    rules.write_text(f"local all all trust\nhost all cutline {network.NET}.0/24 scram-sha-256\n")
    server = [str(versions[-1] / "postgres"), "-D", str(folder / "data"), "-h", host.address]
    stage.add("postgresql", "postgresql", *as_postgres, *server, "-k", str(folder), "-F")
    password = stage.environment["DATABASE_URL"].split(":")[2].split("@")[0]
    psql = [*as_postgres, "psql", "-h", str(folder), "-d", "postgres", "-c"]

    def role() -> bool:
        try:
            host.run([*psql, f"CREATE ROLE cutline LOGIN PASSWORD '{password}'"])
        except RuntimeError as error:
            return "already exists" in str(error)
        return True

    programs.wait_for("PostgreSQL", role)
    host.run([*psql, "CREATE DATABASE cutline OWNER cutline"])
    word = stage.environment["REDIS_URL"].split(":")[2].split("@")[0]
    stage.add(
        "redis", "redis", programs.found("redis-server"), "--bind", stage.hosts["redis"].address,
        "--requirepass", word, "--save", "", "--appendonly", "no", "--dir", str(stage.folder),
    )  # fmt: skip


def _fill(stage: Stage, subscribers: int) -> None:
    (stage.folder / "data").mkdir()
    (stage.folder / "mail").mkdir()
    stage.manage("migrate", "--no-input", "--verbosity", "0")
    stage.manage("collectstatic", "--no-input", "--verbosity", "0")
    stage.manage("load_bundled")
    stage.manage("look_at_rules")
    stage.manage(
        "shell", "-v0", "-c",
        "from django.utils.timezone import now; from articles.models import Subscriber;"
        " [Subscriber.objects.create(email=f'{n}@example.ca', confirmed_at=now())"
        f" for n in range({subscribers})]",
    )  # fmt: skip


def _programs(stage: Stage) -> None:
    """What is ours, started as the units start it."""
    python = sys.executable
    for name in ("web1", "web2"):
        address = stage.hosts[name].address
        stage.add(name, name, *programs.web_command(8001, workers=1, address=address))
    celery = (python, "-m", "celery", "-A", "config")
    stage.add("feed", "worker", python, "manage.py", "stand_in")
    stage.add("worker", "worker", *celery, "worker", "--pool", "threads", "--concurrency", "4",
              "--loglevel", "WARNING", "--without-mingle", "--without-gossip")  # fmt: skip
    for number, host in ((1, "worker"), (2, "clock2")):
        stage.add(f"clock{number}", host, *celery, "beat", "--loglevel", "INFO", "--pidfile=")
    _nginx(stage)


def _nginx(stage: Stage) -> None:
    folder = stage.folder / "nginx"
    folder.mkdir()
    web = [
        word for name in ("web1", "web2") for word in ("--web", f"{stage.hosts[name].address}:8001")
    ]
    readers = stage.hosts["readers"].address
    own = [
        "--port",
        "80",
        "--cache",
        str(folder / "cache"),
        "--logs",
        str(folder),
        "--uncounted",
        readers,
    ]
    (folder / "cutline.conf").write_text(stage.manage("nginx_config", *web, *own))
    main = programs.nginx_main(folder, str(folder / "cutline.conf"))
    log = str(folder / "error.log")
    stage.add(
        "nginx", "nginx", programs.found("nginx"), "-c", str(main), "-p", str(folder), "-e", log
    )


def _wait(stage: Stage, path: str) -> None:
    def answers() -> bool:
        try:
            stage.read(path)
        except RuntimeError:
            return False
        return True

    programs.wait_for(f"the site ({stage.folder})", answers, 90)
    time.sleep(1)
