"""The whole chain on this machine: PostgreSQL, Redis, Cutline under granian, nginx in front, and
beside it what it is measured against."""

import os
import re
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.bench import programs

CODING = "br"
PROCESSES = 2
# What nginx is outside Debian's nginx.conf: a folder, the packed bytes as they are, and the very
# headers that Cutline sends with them. Like there, files are opened for each request.
STATIC = """
server {{
    listen 127.0.0.1:{port};
    access_log {folder}/static.log combined buffer=64k flush=5s;
    sendfile on; tcp_nopush on; open_file_cache off; server_tokens off;
    root {pages};
    default_type text/html;
    {headers}
}}
"""
SENT_BY_NGINX = {"date", "server", "connection", "content-length", "content-type", "etag"}
SENT_BY_NGINX |= {"last-modified", "transfer-encoding"}


@dataclass(frozen=True, slots=True)
class Chain:
    """Addresses without a path: of each way to a page. `processes` are the web processes."""

    folder: Path
    environment: dict[str, str]
    pages: dict[str, str]
    direct: str
    behind: str
    uncached: str
    static: str
    rival: str
    web: list[int]
    uncached_web: list[int]
    counted: Path

    def tag(self, name: str) -> str:
        """The ETag of a page now."""
        with urllib.request.urlopen(self.direct + self.pages[name]) as answer:
            return str(answer.headers["ETag"])


@contextmanager
def built(folder: Path, server: str) -> Iterator[Chain]:
    """Everything is up while the block runs. `server` is the address of PostgreSQL, without a
    database. Raises Missing."""
    programs.need("wrk", "nginx", "redis-server")
    with ExitStack() as stack:
        database = stack.enter_context(programs.database(server))
        redis = stack.enter_context(programs.redis(folder))
        front = programs.free_port()
        counted = folder / "rendered"
        counted.touch()
        own = programs.environment(
            folder / "data",
            DATABASE_URL=database,
            REDIS_URL=redis,
            SITE_URL=f"http://127.0.0.1:{front}",
            ALLOWED_HOSTS="127.0.0.1,localhost",
            BEHIND_PROXY="true",
            DJANGO_SETTINGS_MODULE="config.bench.measured",
            BENCH_COUNTED=str(counted),
            PYTHONPATH=str(_without_tools(folder / "absent")),
        )
        _fill(own)
        direct, web = stack.enter_context(programs.web(folder, own, workers=PROCESSES))
        bare = own | {"BENCH_UNCACHED": "1", "FRONT_MEMORY_MB": "0", "BENCH_COUNTED": ""}
        uncached, other = stack.enter_context(programs.web(folder, bare, workers=PROCESSES))
        pages = {"article": _first_article(direct), "draws": "/draws/"}
        headers = _keep(direct, pages, folder / "pages")
        static = programs.free_port()
        _write_nginx(folder, own, front, direct, static, headers)
        files = (str(folder / "cutline.conf"), str(folder / "static.conf"))
        stack.enter_context(programs.nginx(folder / "nginx", *files, environment=own))
        rival = stack.enter_context(_rival(folder, own))
        behind = f"http://127.0.0.1:{front}"
        for url in (behind + "/healthz", f"http://127.0.0.1:{static}/draws"):
            programs.wait_for(url, lambda url=url: programs.answers(url))  # type: ignore[misc]
        yield Chain(
            folder,
            own,
            pages,
            direct,
            behind,
            uncached,
            f"http://127.0.0.1:{static}",
            rival,
            children(web.pid),
            children(other.pid),
            counted,
        )


def _without_tools(folder: Path) -> Path:
    """A folder of modules that say they are not there: tools of developers, which no deployed site
    has. Libraries load them wherever they find them, and the memory of a process is measured."""
    folder.mkdir()
    for name in ("rich", "pygments", "jinja2"):
        (folder / f"{name}.py").write_text("raise ImportError(__name__)\n")
    return folder


def _fill(environment: dict[str, str]) -> None:
    Path(environment["CUTLINE_DATA"]).mkdir()
    programs.manage(environment, "migrate", "--no-input", "--verbosity", "0")
    programs.manage(environment, "collectstatic", "--no-input", "--verbosity", "0")
    programs.manage(environment, "load_bundled")
    programs.manage(environment, "look_at_rules")
    programs.manage(environment, "load_demo")


def articles(url: str) -> list[str]:
    """The paths of all published articles in English, newest first."""
    with urllib.request.urlopen(f"{url}/news/") as answer:
        page = answer.read().decode()
    return list(dict.fromkeys(re.findall(r'href="(/news/[\w-]+/[\w-]+/)"', page)))


def _first_article(url: str) -> str:
    return articles(url)[0]


def _keep(url: str, pages: dict[str, str], folder: Path) -> dict[str, str]:
    """Writes what each page sends into a file of its name; gives the headers beside it."""
    folder.mkdir()
    headers: dict[str, str] = {}
    for name, path in pages.items():
        request = urllib.request.Request(url + path, headers={"Accept-Encoding": CODING})
        with urllib.request.urlopen(request) as answer:
            (folder / name).write_bytes(answer.read())
            headers = dict(answer.headers.items())
    return headers


def _write_nginx(
    folder: Path,
    environment: dict[str, str],
    front: int,
    direct: str,
    static: int,
    headers: dict[str, str],
) -> None:
    own = {
        "--web": direct.removeprefix("http://"),
        "--port": str(front),
        "--inner-port": str(programs.free_port()),
        "--cache": str(folder / "nginx" / "cache"),
        "--logs": str(folder),
        # One machine asks for what a whole country would.
        "--uncounted": "127.0.0.1",
    }
    words = [word for pair in own.items() for word in pair]
    (folder / "cutline.conf").write_text(programs.manage(environment, "nginx_config", *words))
    lines = [
        f'add_header {name} "{value}";'
        for name, value in headers.items()
        if name.lower() not in SENT_BY_NGINX
    ]
    text = STATIC.format(
        port=static, folder=folder, pages=folder / "pages", headers="\n    ".join(lines)
    )
    (folder / "static.conf").write_text(text)


@contextmanager
def _rival(folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """The minimal Django site under gunicorn, with as many processes as Cutline."""
    port = programs.free_port()
    own = {
        name: value for name, value in environment.items() if name != "DJANGO_SETTINGS_MODULE"
    } | {"BENCH_PAGES": str(folder / "pages"), "BENCH_CODING": CODING}
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", str(PROCESSES), "--worker-class", "gthread", "--threads", "4"]
    command += ["--worker-tmp-dir", str(folder), "--no-control-socket"]
    url = f"http://127.0.0.1:{port}"
    with programs.started(
        [*command, "config.bench.minimal:application"], folder / "rival.log", own
    ):
        programs.wait_for("gunicorn", lambda: programs.answers(f"{url}/memory/draws"))
        yield url


def children(pid: int) -> list[int]:
    """The processes that do the work of a main process."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in found if _is_worker(int(child))]


def _is_worker(pid: int) -> bool:
    line = Path(f"/proc/{pid}/cmdline").read_bytes()
    return b"resource_tracker" not in line


def cpu_seconds(pids: list[int]) -> float:
    """What the processes have used of the processor since they began."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def megabytes(pid: int) -> dict[str, float]:
    """Rss (with what is shared) and Pss (each shared page in parts) of a process."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return {
        name: int(match[1]) / 1024
        for name in ("Rss", "Pss")
        if (match := re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE))
    }
