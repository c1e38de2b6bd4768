"""A reader who asks a few times a second, and writes down what came.

Arguments of `python -m config.bench.probe`: the address of the site, how many seconds, a file. A
line for each request: when it was asked (seconds since 1970), its status (0: no answer), how long
it took in seconds, the path.
"""

import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.1
# Pages that nginx keeps, what no cache keeps, and what is made of the database each time.
PATHS = ("/", "/draws/", "/search/?q=draw", "/draws.csv?year=2025", "/status/", "/readyz")
LONGEST = 15.0


@dataclass(frozen=True, slots=True)
class Asked:
    at: float
    status: int
    took: float
    path: str

    @property
    def is_good(self) -> bool:
        """A reader saw the page. /readyz is for machines: it says no when the database is away."""
        return 200 <= self.status < 400 or (self.path == "/readyz" and self.status == 503)


def ask(root: str, path: str) -> Asked:
    at = time.time()
    try:
        with urllib.request.urlopen(root + path, timeout=LONGEST) as answer:
            answer.read()
            status = int(answer.status)
    except urllib.error.HTTPError as error:
        status = error.code
    except OSError:
        status = 0
    return Asked(at, status, time.time() - at, path)


def main(root: str, seconds: float, file: Path) -> None:
    """Ask each path in turn; a slow answer does not hold the next question up."""
    end = time.monotonic() + seconds
    with ThreadPoolExecutor(64) as pool, file.open("w") as lines:
        futures = []
        number = 0
        while time.monotonic() < end:
            futures.append(pool.submit(ask, root, PATHS[number % len(PATHS)]))
            number += 1
            time.sleep(EVERY)
        for future in futures:
            asked = future.result()
            lines.write(f"{asked.at} {asked.status} {asked.took} {asked.path}\n")


def read(file: Path) -> list[Asked]:
    """What a reader wrote down, in the order of asking."""
    found = [line.split(" ", 3) for line in file.read_text().splitlines()]
    return sorted(
        (Asked(float(at), int(status), float(took), path) for at, status, took, path in found),
        key=lambda asked: asked.at,
    )


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))
