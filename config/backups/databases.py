"""One database in a file, and what each of its tables holds, on PostgreSQL and on SQLite."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection, transaction

Sums = dict[str, dict[str, Any]]


class Failed(Exception):
    """A program of PostgreSQL failed; says what it printed."""


def is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def name_of_dump() -> str:
    """The file that a database of this kind goes to."""
    return "database.sqlite3" if is_sqlite() else "database.dump"


def dump(file: Path) -> Sums:
    """Write the database as it is at one moment; gives the sums of its tables at that moment.

    Nobody has to wait for it: SQLite copies its pages, PostgreSQL reads one snapshot.
    """
    if is_sqlite():
        _copy_sqlite(file)
        return _of_sqlite(file)
    with _snapshot() as snapshot:
        _run("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={file}")
        return _of_postgresql()


def load(file: Path) -> None:
    """Fill the empty database from the file. Raises Failed."""
    if is_sqlite():
        path = Path(settings.DATABASES["default"]["NAME"])
        connection.close()
        for left in (path, *path.parent.glob(f"{path.name}-*")):
            left.unlink(missing_ok=True)
        shutil.copyfile(file, path)
        return
    _run("pg_restore", "--exit-on-error", "--no-owner", "--no-privileges", "--single-transaction",
         "--dbname", _address()["dbname"], str(file))  # fmt: skip
    connection.close()


def is_empty() -> bool:
    """Whether there is no table yet."""
    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


def sums() -> Sums:
    """Rows and checksum of each table now."""
    if is_sqlite():
        return _of_sqlite(Path(settings.DATABASES["default"]["NAME"]))
    with transaction.atomic():
        return _of_postgresql()


def _of_sqlite(file: Path) -> Sums:
    """Read without Django, which would give some columns other types."""
    with closing(sqlite3.connect(file)) as database:
        names = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        found = {}
        for (name,) in names.fetchall():
            rows = database.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - its own name
            found[name] = _sum(hashlib.sha256(repr(row).encode()).digest() for row in rows)
        return found


def _of_postgresql() -> Sums:
    with connection.cursor() as cursor:
        found = {}
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT sha256(convert_to(t::text, 'UTF8')) FROM \"{name}\" t")  # noqa: S608
            found[name] = _sum(bytes(row[0]) for row in cursor.fetchall())
        return found


def _sum(rows: Iterable[bytes]) -> dict[str, Any]:
    """Of the checksums of rows, in whatever order the rows lie."""
    kept = sorted(rows)
    return {"rows": len(kept), "sha256": hashlib.sha256(b"".join(kept)).hexdigest()}


def _copy_sqlite(file: Path) -> None:
    source = Path(settings.DATABASES["default"]["NAME"])
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(file)) as there:
        here.backup(there)
        # One file, which may be read where nothing can be written beside it.
        there.execute("PRAGMA journal_mode=DELETE")


@contextmanager
def _snapshot() -> Iterator[str]:
    """The name of a snapshot that other connections may read while the block runs."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]


def _run(program: str, *arguments: str) -> None:
    address = _address()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}
    # In the environment, where other users of the machine cannot read the password.
    own = {variable: str(address[name]) for name, variable in names.items() if address.get(name)}
    own["PGDATABASE"] = str(address["dbname"])
    found = shutil.which(program)
    if not found:
        raise Failed(f"{program} is not installed: apt-get install postgresql-client")
    done = subprocess.run(  # noqa: S603
        [found, *arguments],
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failed(f"{program}: {done.stderr.strip()}")


def _address() -> dict[str, Any]:
    """Where the database is, as libpq names the parts."""
    text = psycopg.conninfo.make_conninfo(**_parameters())
    return dict(psycopg.conninfo.conninfo_to_dict(text))


def _parameters() -> dict[str, Any]:
    found = connection.settings_dict
    names = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password"}
    parts = {name: found[key] for key, name in names.items() if found.get(key)}
    return {**parts, "dbname": found["NAME"]}
