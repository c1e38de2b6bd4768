"""A backup, restored into an empty database and an empty folder, is the site that it was."""

import json
import os
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from config import backups
from config.backups import folders
from config.tests.site import NOWHERE, Site


def site(folder: Path, database: str) -> Site:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = {"CUTLINE_DATA": str(folder), "IRCC_ROUNDS_URL": NOWHERE, "DATABASE_URL": database}
    return Site("", kept | own)


@pytest.fixture
def databases(tmp_path: Path) -> Iterator[list[str]]:
    """Addresses of two empty databases of the kind that the suite runs on."""
    if connection.vendor == "sqlite":
        yield [f"sqlite:///{tmp_path / name}.sqlite3" for name in ("one", "other")]
        return
    found = {key: connection.settings_dict[key] for key in ("HOST", "PORT", "USER")}
    server = f"postgres://{found['USER']}@{found['HOST']}:{found['PORT'] or 5432}"
    names = [f"cutline_backup_{secrets.token_hex(4)}" for _ in range(2)]
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        for name in names:
            admin.execute(f'CREATE DATABASE "{name}"')
        try:
            yield [f"{server}/{name}" for name in names]
        finally:
            for name in names:
                admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_it_restores_every_table_and_file_into_an_empty_machine(
    tmp_path: Path, databases: list[str]
) -> None:
    here, there = (
        site(tmp_path / name, address)
        for name, address in zip(("here", "there"), databases, strict=True)
    )
    here.manage("migrate", "--no-input", "--verbosity", "0")
    editions = "from publish.editions import advance; [advance(f'n° {n} “é”') for n in range(30)]"
    here.manage("shell", "-v0", "-c", editions)
    media = tmp_path / "here" / "media" / "podcast"
    media.mkdir(parents=True)
    (media / "épisode.mp3").write_bytes(os.urandom(3_000_000))

    made = Path(here.manage("backup", str(tmp_path / "kept")).strip())
    manifest = json.loads((made / "manifest.json").read_text())
    assert manifest["tables"]["publish_edition"]["rows"] == 31
    assert "media/podcast/épisode.mp3" in manifest["files"]

    printed = there.manage("restore", str(made))
    assert "every checksum is the same" in printed
    again = Path(there.manage("backup", str(tmp_path / "again")).strip())
    second = json.loads((again / "manifest.json").read_text())
    assert second["tables"] == manifest["tables"]
    copied = tmp_path / "there" / "media" / "podcast" / "épisode.mp3"
    assert copied.read_bytes() == (media / "épisode.mp3").read_bytes()
    # The numbers of new rows go on.
    number = "from publish.editions import advance; print(advance('after'))"
    assert there.manage("shell", "-v0", "-c", number).strip() == "31"

    with pytest.raises(RuntimeError, match="has tables"):
        there.manage("restore", str(made))
    (made / "media" / "podcast" / "épisode.mp3").write_bytes(b"other")
    with pytest.raises(backups.NotABackup, match=r"is damaged: media/podcast/épisode\.mp3"):
        backups.verify(made)


@pytest.mark.django_db(transaction=True)
def test_it_leaves_nothing_that_looks_finished_when_it_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(folders, "_copy", cut_off)
    with pytest.raises(KeyboardInterrupt):
        backups.make(tmp_path)
    left = list(tmp_path.iterdir())
    assert [path.suffix for path in left] == [".unfinished"]
    with pytest.raises(backups.NotABackup):
        backups.verify(left[0])


def test_it_keeps_the_newest(tmp_path: Path) -> None:
    for day in range(1, 6):
        name = datetime(2026, 3, day, tzinfo=UTC).strftime(folders.NAMED)
        (tmp_path / name).mkdir()
        (tmp_path / name / folders.MANIFEST).touch()
    (tmp_path / "somebody’s").mkdir()
    gone = backups.prune(tmp_path, 2)
    assert [path.name[-10:-8] for path in gone] == ["01", "02", "03"]
    assert len(list(tmp_path.iterdir())) == 3


def test_it_restores_nothing_into_a_folder_with_files(tmp_path: Path, db: None) -> None:
    (tmp_path / folders.MANIFEST).write_text(
        json.dumps({"format": 1, "files": {}, "tables": {}, "database": "database.dump"})
    )
    with pytest.raises((backups.NotEmpty, backups.NotABackup), match=r"of another kind|has tables"):
        backups.restore(tmp_path)
