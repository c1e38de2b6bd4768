"""What a page costs with a hundred times the record: CPU time without any cache, and memory.

    python -m config.bench.growth [--times 100] [--keep FOLDER]

Makes two sites in a temporary folder (on SQLite; with GROWTH_DATABASES="postgres://…,postgres://…",
two empty databases, on those). For each, a fresh process looks at every kind of page twice to be
warm, then SAMPLES times, of which the quickest counts; another looks at each once, and says how
much memory it holds. Ends with 1 where time or memory grew beyond what was promised. With --keep
the sites stay for the next run, which then only measures.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from config.bench.growing_pages import DESK, FILLING, PAGES, WHOLE, Address

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = 7
MOST_TIME, MOST_MEMORY = 1.3, 1.5
# Below this, in seconds, a ratio says more about the clock than about the page.
UNSEEN = 0.002
FILL = (("migrate", "-v0"), ("load_bundled",), ("look_at_rules",), ("load_demo",))


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--times", type=int, default=100)
    asked.add_argument("--keep", type=Path, help="make the sites there, or measure those there")
    asked.add_argument("--look", choices=["time", "memory"], help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.look:
        return _look(given.look)
    with _folder(given.keep) as folder:
        small, large = _sites(folder, given.times)
        return _compare(small, large, given.times)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def _sites(folder: Path, times: int) -> list[dict[str, str]]:
    """The environments of both, filled where they are new."""
    databases = os.environ.get("GROWTH_DATABASES", ",").split(",")
    found = []
    for name, database in zip(("once", f"{times}-times"), databases, strict=True):
        data = folder / name
        environment = _environment(data, database)
        if data.exists():
            _manage(environment, "migrate", "-v0")
        else:
            data.mkdir()
            _say(f"making {name} …")
            for command in FILL:
                _manage(environment, *command)
            if name != "once":
                _manage(environment, "grow", "--times", str(times))
        found.append(environment)
    return found


def _environment(data: Path, database: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    nowhere = "http://127.0.0.1:9/ee_rounds_123_en.json"
    own = {"CUTLINE_DATA": str(data), "IRCC_ROUNDS_URL": nowhere, "LOG_LEVEL": "ERROR"}
    return kept | own | ({"DATABASE_URL": database} if database else {})


def _manage(environment: dict[str, str], *arguments: str) -> str:
    return _run(environment, "manage.py", *arguments)


def _run(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout


def _compare(small: dict[str, str], large: dict[str, str], times: int) -> int:
    bad = 0
    _say(f"{'ms of CPU':28} {'once':>8} {f'{times} times':>10} {'ratio':>6}")
    one, many = _seen(small, "time"), _seen(large, "time")
    for name in EVERY:
        unit = times if name in WHOLE else 1
        ratio = max(many[name] / unit, UNSEEN) / max(one[name], UNSEEN)
        grown = ratio > MOST_TIME and name not in FILLING
        bad += grown
        note = " a row" if name in WHOLE else " fuller" if name in FILLING else ""
        _say(
            f"{name:28} {one[name] * 1000:8.1f} {many[name] * 1000:10.1f}"
            f" {ratio:6.2f}{note}{'  TOO MUCH' if grown else ''}"
        )
    held, held_now = (_seen(site, "memory")["memory"] for site in (small, large))
    ratio = held_now / held
    bad += ratio > MOST_MEMORY
    _say(f"{'MB after every page once':28} {held:8.0f} {held_now:10.0f} {ratio:6.2f}")
    return 1 if bad else 0


EVERY: dict[str, Address] = {**PAGES, **DESK, **FILLING, **WHOLE}


def _seen(site: dict[str, str], what: str) -> dict[str, float]:
    found: dict[str, float] = json.loads(_run(site, "-m", "config.bench.growth", "--look", what))
    return found


def _look(what: str) -> int:
    """In the process that is measured: seconds of CPU by page, or the MB that it holds."""
    reader, editor = _clients()
    found = {}
    for name, address in EVERY.items():
        path = address if isinstance(address, str) else address()
        client = editor if path.startswith("/admin/") else reader
        samples = SAMPLES if what == "time" and name not in WHOLE else 1
        found[name] = _quickest(lambda path=path, client=client: _read(client, path), samples)  # type: ignore[misc]
    _say(json.dumps(found if what == "time" else {"memory": _resident()}))
    return 0


def _resident() -> float:
    """MB of this process that are in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _clients() -> tuple[Any, Any]:
    """A reader, and an editor who is signed in."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django
    from django.conf import settings

    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    django.setup()
    from django.contrib.auth import get_user_model
    from django.test import Client

    from articles.signin import factors

    user, _new = get_user_model().objects.get_or_create(
        username="measured", defaults={"is_staff": True, "is_superuser": True}
    )
    if factors.missing(user):
        factors.enrol(user)
    editor = Client(SERVER_NAME="localhost")
    editor.force_login(user)
    return Client(SERVER_NAME="localhost"), editor


def _quickest(ask: Callable[[], None], samples: int) -> float:
    for _warm in range(2 if samples > 1 else 0):
        ask()
    taken = []
    for _sample in range(samples):
        begun = time.thread_time()
        ask()
        taken.append(time.thread_time() - begun)
    return min(taken)


def _read(client: Any, path: str) -> None:
    """The whole answer, a piece at a time, none of them kept."""
    answer = client.get(path, follow=True)
    if answer.status_code != 200 or answer.redirect_chain:
        raise RuntimeError(f"{path} answered {answer.status_code}")
    for _piece in answer:
        pass


if __name__ == "__main__":
    sys.exit(main())
