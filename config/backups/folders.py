"""A backup is a folder: the database in one file, the media as they lie, and their checksums."""

import hashlib
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from config.backups import databases

MANIFEST, MEDIA = "manifest.json", "media"
# While it is being made, so that nobody takes half a backup for one.
UNFINISHED = ".unfinished"
NAMED = "cutline-%Y%m%dT%H%M%SZ"
FORMAT = 1
BLOCK = 1024 * 1024


class NotABackup(Exception):
    """The folder is no backup, or not what it was when it was made; says what differs."""


class NotEmpty(Exception):
    """There is something where the backup should go."""


def make(folder: Path, *, now: datetime | None = None) -> Path:
    """A backup of the database and the media, in a new folder in this one.

    The database comes first: a file that it names was there before the row, so that every row
    finds its file, and a file too many harms nobody.
    """
    name = (now or datetime.now(UTC)).strftime(NAMED)
    unfinished, finished = folder / f"{name}{UNFINISHED}", folder / name
    if finished.exists():
        raise NotEmpty(f"{finished} is there already.")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    tables = databases.dump(unfinished / databases.name_of_dump())
    _copy(Path(settings.MEDIA_ROOT), unfinished / MEDIA)
    manifest = {
        "format": FORMAT,
        "made_at": name,
        "database": databases.name_of_dump(),
        "tables": tables,
        "files": _files(unfinished),
    }
    (unfinished / MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n")
    unfinished.rename(finished)
    return finished


def verify(backup: Path) -> dict[str, Any]:
    """What the manifest says, once every file was found to be as it says. Raises NotABackup."""
    try:
        manifest: dict[str, Any] = json.loads((backup / MANIFEST).read_text())
    except (OSError, ValueError) as error:
        raise NotABackup(f"{backup} has no readable {MANIFEST}: {error}") from error
    if manifest.get("format") != FORMAT:
        raise NotABackup(f"{backup} is of a form that this version does not know.")
    differ = _differences(manifest["files"], _files(backup))
    if differ:
        raise NotABackup(f"{backup} is damaged: {', '.join(differ)}")
    return manifest


def restore(backup: Path) -> dict[str, Any]:
    """Fill the empty database and the empty media folder; gives the manifest.

    Raises NotABackup, NotEmpty (nothing is ever written over), and NotABackup too when what has
    arrived does not sum to what left.
    """
    manifest = verify(backup)
    media = Path(settings.MEDIA_ROOT)
    if manifest["database"] != databases.name_of_dump():
        raise NotABackup(f"{manifest['database']} is of another kind of database.")
    if not databases.is_empty():
        raise NotEmpty("The database has tables: restore into an empty one.")
    if media.exists() and any(media.iterdir()):
        raise NotEmpty(f"{media} has files: restore into an empty folder.")
    databases.load(backup / manifest["database"])
    _copy(backup / MEDIA, media)
    differ = _differences(manifest["tables"], databases.sums())
    came = {name: fact for name, fact in manifest["files"].items() if name.startswith(f"{MEDIA}/")}
    differ += _differences(came, _files(media, f"{MEDIA}/"))
    if differ:
        raise NotABackup(f"What was restored differs: {', '.join(differ)}")
    return manifest


def prune(folder: Path, keep: int) -> list[Path]:
    """Delete all but the newest finished backups, and what was left unfinished; gives them."""
    finished = sorted(path for path in folder.glob("cutline-*Z") if (path / MANIFEST).exists())
    gone = [*finished[: max(0, len(finished) - keep)], *folder.glob(f"cutline-*{UNFINISHED}")]
    for path in gone:
        shutil.rmtree(path)
    return gone


def _copy(source: Path, goal: Path) -> None:
    if source.exists():
        shutil.copytree(source, goal, dirs_exist_ok=True)
    else:
        goal.mkdir(exist_ok=True)


def _files(folder: Path, before: str = "") -> dict[str, dict[str, Any]]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        f"{before}{path.relative_to(folder)}": _fact(path)
        for path in paths
        if path.name != MANIFEST
    }


def _fact(path: Path) -> dict[str, Any]:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return {"bytes": path.stat().st_size, "sha256": digest.hexdigest()}


def _differences(wanted: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """Names that are missing, too many, or not the same."""
    return sorted(
        name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name)
    )
