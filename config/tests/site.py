"""A real site for a test: its own processes, data folder and port."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# As `make run` collects: the settings use hashed names once there are some.
HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
# A port where nothing listens: a site under test asks nobody for draws.
NOWHERE = "http://127.0.0.1:9/ee_rounds_123_en.json"


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site answers and the environment that its commands need."""

    url: str
    environment: dict[str, str]

    def manage(self, *arguments: str, **environment: str) -> str:
        """Run a management command of this site; returns what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{done.stderr}")
        return done.stdout

    def read(self, path: str) -> str:
        """The page at a path; OSError when the site does not answer or answers an error."""
        # A public site asks for TLS, of which its proxy tells.
        proxy = {"X-Forwarded-Proto": "https"} if "BEHIND_PROXY" in self.environment else {}
        asked = urllib.request.Request(self.url + path, headers=proxy)
        with urllib.request.urlopen(asked, timeout=10) as answer:
            return str(answer.read().decode())

    def wait_until_up(self, seconds: float = 30) -> None:
        """Returns once /healthz answers 200; TimeoutError otherwise."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                self.read("/healthz")
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise TimeoutError(f"{self.url} did not come up in {seconds} s")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def prepare(data: Path, **environment: str) -> Site:
    """A migrated site without a draw in the folder, not yet started."""
    port = free_port()
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = {"CUTLINE_DATA": str(data), "PORT": str(port), "IRCC_ROUNDS_URL": NOWHERE}
    site = Site(f"http://localhost:{port}", kept | own | environment)
    site.manage("migrate", "--no-input", "--verbosity", "0")
    site.manage("collectstatic", "--no-input", "--verbosity", "0", STATIC_STORAGE=HASHED)
    return site


@contextmanager
def running(data: Path, **environment: str) -> Iterator[Site]:
    """A site with the bundled draws and the demonstration content that answers, without a
    worker, until the block ends."""
    site = prepare(data, **environment)
    site.manage("load_bundled")
    site.manage("load_demo")
    address = ("--host", "127.0.0.1", "--port", site.environment["PORT"])
    server = (sys.executable, "-m", "granian", "--interface", "wsgi", "--no-access-log", *address)
    with (data / "server.log").open("wb") as log:
        process = subprocess.Popen(
            (*server, "--blocking-threads", "4", "config.wsgi:application"),
            cwd=ROOT,
            env=site.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            site.wait_until_up()
            yield site
        finally:
            process.terminate()
            process.wait(timeout=20)
