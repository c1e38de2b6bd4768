"""Hosts on this machine: network namespaces, joined by a bridge that leads nowhere else."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from config.bench.programs import ROOT, Missing, ended, need

NET = "10.77.0"
# A netmask for all of them, and the namespace in which the bridge stands.
MASK, MIDDLE = 24, "middle"


@dataclass
class Host:
    """A machine with an address; programs that run on it."""

    name: str
    space: str
    address: str
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(
        self, command: list[str], environment: dict[str, str], log: Path
    ) -> subprocess.Popen[bytes]:
        """A program that runs on this host until it is stopped."""
        with log.open("ab") as out:
            process = subprocess.Popen(
                [*_inside(self.space), *command],
                cwd=ROOT,
                env=environment,
                stdout=out,
                stderr=subprocess.STDOUT,
                # Its own group, so that what it has started can be ended with it.
                start_new_session=True,
            )
        self.running.append(process)
        return process

    def run(self, command: list[str], environment: dict[str, str] | None = None) -> str:
        """What a program printed that ran to its end; RuntimeError with its errors otherwise."""
        done = subprocess.run(
            [*_inside(self.space), *command],
            cwd=ROOT,
            env=environment or dict(os.environ),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{self.name}: {' '.join(command)}: {done.stderr[-2000:]}")
        return done.stdout

    def unplug(self) -> None:
        """What is sent to it vanishes, as when a machine loses its power."""
        self.run(["ip", "link", "set", "eth0", "down"])

    def plug(self) -> None:
        self.run(["ip", "link", "set", "eth0", "up"])

    def stop(self) -> None:
        for process in reversed(self.running):
            ended(process)
            kill_group(process)
        self.running.clear()


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """A program and all that it has started, at once and without a word."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def hosts(names: dict[str, int]) -> Iterator[dict[str, Host]]:
    """A host for each name, with that last part of its address. Raises Missing.

    Programs are ended and the namespaces deleted whatever happens; only those made here.
    """
    need("ip")
    if os.geteuid() != 0:
        raise Missing("Network namespaces can be made by root alone: sudo make hosts")
    before = f"cutline-{os.getpid()}-"
    made: dict[str, Host] = {}
    middle = before + MIDDLE
    try:
        _ip("netns", "add", middle)
        _in(middle, "link", "add", "bridge0", "type", "bridge")
        _in(middle, "link", "set", "bridge0", "up")
        for name, number in names.items():
            made[name] = _host(name, before + name, number, middle)
        yield made
    finally:
        for host in reversed(made.values()):
            host.stop()
        for space in (*(before + name for name in names), middle):
            with suppress(subprocess.CalledProcessError):
                _ip("netns", "del", space)


def _host(name: str, space: str, number: int, middle: str) -> Host:
    """A namespace with one cable to the bridge, its own loopback, and no way out."""
    _ip("netns", "add", space)
    port = f"port{number}"
    _in(middle, "link", "add", port, "type", "veth", "peer", "name", "eth0", "netns", space)
    _in(middle, "link", "set", port, "master", "bridge0", "up")
    _in(space, "addr", "add", f"{NET}.{number}/{MASK}", "dev", "eth0")
    _in(space, "link", "set", "lo", "up")
    _in(space, "link", "set", "eth0", "up")
    return Host(name, space, f"{NET}.{number}")


def _inside(space: str) -> list[str]:
    return ["ip", "netns", "exec", space]


def _in(space: str, *words: str) -> None:
    _ip("-n", space, *words)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)  # noqa: S607
