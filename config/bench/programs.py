"""Programs that a measure starts on ports of its own, and ends."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
# A port where nothing listens: a site that is measured asks nobody for draws.
NOWHERE = "http://127.0.0.1:9/ee_rounds_123_en.json"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
DEBIAN = {"wrk": "wrk", "nginx": "nginx", "redis-server": "redis-server", "psql": "postgresql"}


class Missing(Exception):
    """A program or service that the measure needs is not there; says which, and how to get it."""


def need(*names: str) -> None:
    """Raises Missing unless each program is installed."""
    lacking = [name for name in names if not is_there(name)]
    if lacking:
        packages = " ".join(sorted({DEBIAN.get(name, name) for name in lacking}))
        raise Missing(f"{', '.join(lacking)} not found: apt-get install {packages}")


def is_there(name: str) -> bool:
    """Whether a program is installed."""
    return bool(shutil.which(name)) or _sbin(name).exists()


def clean_up_when_ended() -> None:
    """SIGTERM unwinds like an error, so that everything that was started is ended."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def found(name: str) -> str:
    """The path of a program that `need` has seen; daemons lie where not everyone looks."""
    return shutil.which(name) or str(_sbin(name))


def _sbin(name: str) -> Path:
    return Path("/usr/sbin") / name


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(
    command: Sequence[str | Path], log: Path, environment: dict[str, str], **options: object
) -> Iterator[subprocess.Popen[bytes]]:
    """The program runs while the block does; SIGTERM ends it, SIGKILL after 30 seconds."""
    with log.open("ab") as out:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=ROOT,
            env=environment,
            stdout=out,
            stderr=subprocess.STDOUT,
            **options,  # type: ignore[call-overload]
        )
    try:
        yield process
    finally:
        ended(process)


def ended(process: subprocess.Popen[bytes]) -> None:
    """Returns once the program has ended."""
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_for(what: str, ready: Callable[[], bool], seconds: float = 60) -> None:
    """Returns once `ready` gives true; TimeoutError with `what` after so many seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if ready():
            return
        time.sleep(0.1)
    raise TimeoutError(f"{what} did not answer within {seconds:g} s")


def answers(url: str) -> bool:
    """Whether the address answers anything below 500."""
    try:
        with urllib.request.urlopen(url, timeout=2):
            return True
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False


@contextmanager
def database(server: str) -> Iterator[str]:
    """A PostgreSQL database of its own on that server; gives its address. Raises Missing."""
    import psycopg

    name = f"cutline_bench_{os.getpid()}_{secrets.token_hex(3)}"
    try:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
    except psycopg.OperationalError as error:
        raise Missing(
            f"PostgreSQL does not answer at {urlsplit(server).netloc}: {error}"
        ) from error
    try:
        yield f"{server}/{name}"
    finally:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def redis(folder: Path) -> Iterator[str]:
    """A Redis of its own, which keeps nothing on disk; gives its address."""
    port = free_port()
    command = [found("redis-server"), "--port", str(port), "--bind", "127.0.0.1"]
    quiet = ["--save", "", "--appendonly", "no", "--dir", str(folder)]
    with started([*command, *quiet], folder / "redis.log", dict(os.environ)):
        wait_for("Redis", lambda: listens(port))
        yield f"redis://127.0.0.1:{port}/0"


def listens(port: int) -> bool:
    """Whether something takes connections at this port of this machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def environment(folder: Path, **own: str) -> dict[str, str]:
    """What a site of its own needs, and nothing of the settings of whoever measures."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    site = {
        "CUTLINE_DATA": str(folder),
        "IRCC_ROUNDS_URL": NOWHERE,
        "STATIC_STORAGE": HASHED,
        "SECRET_KEY": secrets.token_hex(32),
        "LOG_LEVEL": "WARNING",
    }
    return kept | site | own


def manage(environment: dict[str, str], *arguments: str) -> str:
    """What a management command printed; RuntimeError with its errors when it failed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{done.stderr[-3000:]}")
    return done.stdout


def _unit() -> list[str]:
    return (ROOT / "deploy" / "systemd" / "cutline-web@.service").read_text().splitlines()


def web_memory() -> dict[str, str]:
    """What the unit says of how a web process takes memory."""
    named = (line.removeprefix("Environment=").partition("=") for line in _unit())
    return {name: value for name, _equals, value in named if name.startswith("MALLOC_")}


def web_command(port: int, *, workers: int, address: str = "127.0.0.1") -> list[str]:
    """The web process as deploy/systemd starts it."""
    line = next(text for text in _unit() if text.startswith("ExecStart="))
    values = {
        "%i": str(port),
        "${WEB_ADDRESS}": address,
        "${WEB_WORKERS}": str(workers),
        "${WEB_THREADS}": "8",
    }
    words = [values.get(word, word) for word in line.removeprefix("ExecStart=").split()]
    return [sys.executable, *words[1:]]


@contextmanager
def web(
    folder: Path, environment: dict[str, str], *, workers: int, port: int | None = None
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Cutline under granian, as deployed; gives its address and the main process."""
    port = port or free_port()
    log = folder / f"web-{port}.log"
    command = web_command(port, workers=workers)
    with started(command, log, environment | web_memory()) as process:
        url = f"http://127.0.0.1:{port}"
        try:
            wait_for("Cutline", lambda: answers(f"{url}/healthz"), 120)
        except TimeoutError as error:
            error.add_note(log.read_text()[-3000:])
            raise
        yield url, process


@contextmanager
def nginx(folder: Path, *includes: str, environment: dict[str, str]) -> Iterator[None]:
    """nginx with these files in its http part, its state in the folder."""
    folder.mkdir(exist_ok=True)
    main = nginx_main(folder, *includes)
    command = [found("nginx"), "-c", str(main), "-p", str(folder), "-e", str(folder / "error.log")]
    subprocess.run([*command, "-t", "-q"], check=True, env=environment)
    with started(command, folder / "nginx.log", environment):
        yield


def nginx_main(folder: Path, *includes: str) -> Path:
    """The file that stands where Debian has /etc/nginx/nginx.conf."""
    lines = [
        # As root, nginx would hand its work to a user who cannot read a private folder.
        "user root;" if os.geteuid() == 0 else "",
        "daemon off; worker_processes 2; worker_rlimit_nofile 16384;",
        f"pid {folder}/nginx.pid; error_log {folder}/error.log warn;",
        "events { worker_connections 4096; }",
        "http {",
        "include /etc/nginx/mime.types;" if Path("/etc/nginx/mime.types").exists() else "",
        *(f"{kind}_temp_path {folder}/{kind};" for kind in TEMPORARY),
        *(f"include {name};" for name in includes),
        "}",
    ]
    main = folder / "nginx.conf"
    main.write_text("\n".join(lines))
    return main
