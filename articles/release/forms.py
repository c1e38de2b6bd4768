"""The tables as files: CSV, Parquet, SQLite. Same tables, same bytes, whatever the day or host.

Rows are written as they come, a portion at a time, so that no file is ever whole in memory.
"""

import csv
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from articles.release.fields import Table, Type, Values
from publish.renderers.values import cell, plain

# Rows at a time. A portion is a row group of Parquet, so another number makes other bytes.
PORTION = 5000
_SQLITE_TYPES = {"integer": "INTEGER", "string": "TEXT", "date": "TEXT", "datetime": "TEXT"}


class Writer(Protocol):
    """One form of one table, while it is written."""

    def write(self, rows: Sequence[Values]) -> None: ...
    def close(self) -> None: ...


def write_all(tables: Sequence[Table], folder: Path, edition: int) -> dict[str, int]:
    """Write every table in each form into a folder; returns how many rows each has."""
    with closing(sqlite3.connect(folder / "cutline.sqlite3")) as database:
        database.execute(f"PRAGMA user_version = {int(edition)}")
        counts = {table.name: _write(table, folder, database) for table in tables}
        database.commit()
    return counts


def _write(table: Table, folder: Path, database: sqlite3.Connection) -> int:
    forms: tuple[Writer, ...] = (
        _Csv(table, folder / f"{table.name}.csv"),
        _Parquet(table, folder / f"{table.name}.parquet"),
        _Sqlite(table, database),
    )
    count = 0
    with ExitStack() as opened:
        for form in forms:
            opened.callback(form.close)
        for rows in _portions(table.read()):
            for form in forms:
                form.write(rows)
            count += len(rows)
    return count


def _portions(rows: Iterator[Values]) -> Iterator[list[Values]]:
    while portion := list(islice(rows, PORTION)):
        yield portion


class _Csv:
    """RFC 4180 with a head, UTF-8; dates and moments ISO 8601, an unknown value empty."""

    def __init__(self, table: Table, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\r\n")
        self._writer.writerow([field.name for field in table.fields])

    def write(self, rows: Sequence[Values]) -> None:
        self._writer.writerows([cell(value) for value in row] for row in rows)

    def close(self) -> None:
        self._file.close()


class _Parquet:
    """Typed columns; a moment is a timestamp of seconds in UTC."""

    def __init__(self, table: Table, path: Path) -> None:
        # Its import takes half a second and 60 MB: only who makes a release needs it.
        import pyarrow as pa
        from pyarrow import parquet

        types: dict[Type, Any] = {
            "integer": pa.int64(),
            "string": pa.string(),
            "date": pa.date32(),
            "datetime": pa.timestamp("s", tz="UTC"),
        }
        self._arrow = pa
        self._schema = pa.schema(
            [pa.field(f.name, types[f.type], nullable=not f.required) for f in table.fields]
        )
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd")

    def write(self, rows: Sequence[Values]) -> None:
        columns = zip(*rows, strict=True)
        arrays = [
            self._arrow.array(column, field.type)
            for column, field in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))

    def close(self) -> None:
        self._writer.close()


class _Sqlite:
    """A table of the one SQLite file; `PRAGMA user_version` of that is the edition."""

    def __init__(self, table: Table, database: sqlite3.Connection) -> None:
        # Names of tables and columns are our own, never a reader's or a source's.
        columns = [
            f'"{field.name}" {_SQLITE_TYPES[field.type]}{" NOT NULL" if field.required else ""}'
            for field in table.fields
        ]
        key = ", ".join(f'"{name}"' for name in table.key)
        primary = [f"PRIMARY KEY ({key})"] if key else []
        database.execute(f'CREATE TABLE "{table.name}" ({", ".join([*columns, *primary])})')
        places = ", ".join("?" for _field in table.fields)
        self._insert = f'INSERT INTO "{table.name}" VALUES ({places})'  # noqa: S608
        self._database = database

    def write(self, rows: Sequence[Values]) -> None:
        self._database.executemany(self._insert, ([plain(value) for value in row] for row in rows))

    def close(self) -> None:
        """The file is closed with its last table."""
