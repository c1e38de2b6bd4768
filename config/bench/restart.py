"""`make bench-restart`: readers keep asking while both web processes are restarted by the script
that a deployment uses, deploy/bin/restart-web, and while one of them is killed.

Exit status 1 when a single request of a restart failed; 2 when wrk or nginx are missing. Of a
process that is killed, what it was answering is lost, unless nginx may ask another one.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from config.bench import programs, wrk

# Made by the web process each time, so that no cache of nginx hides that it is gone.
PATHS = ("/search/?q=draw", "/status/", "/draws/")
# As a real one: known by its name, and reached by https, which something in front of nginx ends.
NAME = "www.cutline.test"
SITE = {"Host": NAME}
# What restart-web calls in place of systemctl: it hands the port over and waits.
RESTART = """#!/bin/sh
touch "{folder}/restart-$1"
while [ -e "{folder}/restart-$1" ]; do sleep 0.1; done
"""


class Web:
    """The web processes of one host, each at its port."""

    def __init__(self, folder: Path, environment: dict[str, str], ports: list[int]) -> None:
        self.folder, self.environment = folder, environment
        self.running = {port: self._start(port) for port in ports}
        self.stopped = threading.Event()
        self.server = threading.Thread(target=self.serve)

    def _start(self, port: int) -> subprocess.Popen[bytes]:
        with (self.folder / f"web-{port}.log").open("ab") as log:
            return subprocess.Popen(
                programs.web_command(port, workers=1),
                cwd=programs.ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def serve(self) -> None:
        """Does what systemctl restart would, when the script asks for it."""
        while not self.stopped.wait(0.05):
            for port, process in list(self.running.items()):
                asked = self.folder / f"restart-{port}"
                if asked.exists():
                    programs.ended(process)
                    self.running[port] = self._start(port)
                    asked.unlink()

    def close(self) -> None:
        self.stopped.set()
        self.server.join()
        for process in self.running.values():
            programs.ended(process)

    def kill(self, port: int) -> None:
        """As a crash: the whole process at once; it is started again a second later."""
        subprocess.run(["pkill", "-KILL", "-P", str(self.running[port].pid)], check=False)  # noqa: S607
        self.running[port].kill()
        self.running[port].wait()
        time.sleep(1)
        self.running[port] = self._start(port)


@contextmanager
def built(folder: Path) -> Iterator[tuple[str, Web]]:
    """A site on SQLite with two web processes behind nginx; its address."""
    programs.need("wrk", "nginx", "curl", "pkill")
    ports, front = [programs.free_port() for _ in range(2)], programs.free_port()
    url = f"http://127.0.0.1:{front}"
    own = programs.environment(
        folder / "data",
        SITE_URL=f"https://{NAME}",
        ALLOWED_HOSTS=NAME,
        BEHIND_PROXY="true",
        WEB_PORTS=" ".join(map(str, ports)),
    )
    (folder / "data").mkdir()
    for command in ("migrate", "load_bundled"):
        programs.manage(own, command, "--verbosity", "0")
    programs.manage(own, "collectstatic", "--no-input", "--verbosity", "0")
    places = [f"--web=127.0.0.1:{port}" for port in ports]
    places += [f"--port={front}", f"--inner-port={programs.free_port()}"]
    places += [f"--cache={folder}/cache", f"--logs={folder}", "--uncounted=127.0.0.1"]
    (folder / "cutline.conf").write_text(programs.manage(own, "nginx_config", *places))
    with ExitStack() as stack:
        web = Web(folder, own, ports)
        stack.callback(web.close)
        web.server.start()
        stack.enter_context(
            programs.nginx(folder / "nginx", str(folder / "cutline.conf"), environment=own)
        )
        for port in (*ports, front):
            programs.wait_for(str(port), lambda port=port: programs.listens(port))  # type: ignore[misc]
        programs.wait_for("the site", lambda: not wrk.run(url, seconds=1, headers=SITE).failed)
        yield url, web


def restarted(web: Web) -> None:
    """Runs the script to its end."""
    script = web.folder / "restart"
    script.write_text(RESTART.format(folder=web.folder))
    script.chmod(0o755)
    own = web.environment | {"RESTART": str(script)}
    subprocess.run([programs.ROOT / "deploy" / "bin" / "restart-web"], env=own, check=True)


def under_load(url: str, seconds: float, during: "threading.Thread") -> list[wrk.Run]:
    """Readers of each path ask for so many seconds; `during` happens meanwhile."""
    runs: list[wrk.Run] = []
    readers = [
        threading.Thread(
            target=lambda path=path: runs.append(
                wrk.run(url + path, seconds=seconds, connections=8, headers=SITE)
            )
        )
        for path in PATHS
    ]
    for thread in (*readers, during):
        thread.start()
    for thread in (*readers, during):
        thread.join()
    return runs


def main() -> int:
    programs.clean_up_when_ended()
    try:
        with tempfile.TemporaryDirectory(prefix="cutline-restart-") as name:
            return _both(Path(name))
    except programs.Missing as missing:
        print(f"Nothing was tried. {missing}", file=sys.stderr)
        return 2


def _both(folder: Path) -> int:
    seconds = float(os.environ.get("BENCH_SECONDS", "40"))
    failed = {}
    with built(folder) as (url, web):
        port = next(iter(web.running))
        for about, act in (
            ("both restarted by deploy/bin/restart-web", lambda: restarted(web)),
            ("one killed, and started again a second later", lambda: web.kill(port)),
        ):
            began = time.monotonic()
            runs = under_load(url, seconds, threading.Thread(target=act))
            failed[about] = sum(run.failed for run in runs)
            asked, took = sum(run.requests for run in runs), time.monotonic() - began
            print(f"{about}: {failed[about]} of {asked:,} requests failed, in {took:.0f} s")
    return 1 if failed["both restarted by deploy/bin/restart-web"] else 0


if __name__ == "__main__":
    sys.exit(main())
