"""One run of wrk, and what it found."""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass

from config.bench.programs import found

UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0}
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
SHARE = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s|m)\s*$", re.MULTILINE)
COUNT = re.compile(r"(\d+) requests in")
REFUSED = re.compile(r"Non-2xx or 3xx responses: (\d+)")
SOCKET = re.compile(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")


@dataclass(frozen=True, slots=True)
class Run:
    """Requests a second; median and 99th percentile of the waiting, in seconds."""

    rate: float
    median: float
    p99: float
    requests: int
    failed: int


def run(
    url: str, *, seconds: float, connections: int = 32, headers: Mapping[str, str] | None = None
) -> Run:
    """Ask for one address for so many seconds, at least one. A failed request is answered with 4xx
    or 5xx, or not at all."""
    command = [found("wrk"), "-t2", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--latency"]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    done = subprocess.run(
        [*command, "--timeout", "20s", url], capture_output=True, text=True, check=True
    )
    return read(done.stdout)


def read(printed: str) -> Run:
    """What wrk printed with --latency. ValueError when that is something else."""
    rate, count = RATE.search(printed), COUNT.search(printed)
    shares = {share: float(size) * UNITS[unit] for share, size, unit in SHARE.findall(printed)}
    if not rate or not count or set(shares) != {"50", "99"}:
        raise ValueError(f"not what wrk prints: {printed}")
    refused, broken = REFUSED.search(printed), SOCKET.search(printed)
    failed = int(refused[1]) if refused else 0
    failed += sum(map(int, broken.groups())) if broken else 0
    return Run(float(rate[1]), shares["50"], shares["99"], int(count[1]), failed)
