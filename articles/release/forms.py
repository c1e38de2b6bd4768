"""The tables as files: CSV, Parquet, SQLite. Same tables, same bytes, whatever the day or host."""

import csv
import io
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from articles.release.fields import Table, Type, Value

Rows = Sequence[tuple[Value, ...]]
_SQLITE_TYPES = {"integer": "INTEGER", "string": "TEXT", "date": "TEXT", "datetime": "TEXT"}


def as_csv(table: Table, rows: Rows) -> bytes:
    """RFC 4180 with a head, UTF-8; dates and moments ISO 8601, an unknown value empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    writer.writerows([_as_text(value) for value in row] for row in rows)
    return text.getvalue().encode()


def as_parquet(table: Table, rows: Rows) -> bytes:
    """Parquet with typed columns; a moment is a timestamp of seconds in UTC."""
    # Its import takes half a second and 60 MB: only who makes a release needs it.
    import pyarrow as pa
    from pyarrow import parquet

    types: dict[Type, pa.DataType] = {
        "integer": pa.int64(),
        "string": pa.string(),
        "date": pa.date32(),
        "datetime": pa.timestamp("s", tz="UTC"),
    }
    schema = pa.schema(
        [pa.field(f.name, types[f.type], nullable=not f.required) for f in table.fields]
    )
    columns = list(zip(*rows, strict=True)) or [()] * len(table.fields)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def as_sqlite(tables: Sequence[tuple[Table, Rows]], edition: int) -> bytes:
    """One SQLite file with every table; `PRAGMA user_version` is the edition."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cutline.sqlite3"
        with closing(sqlite3.connect(path)) as database:
            database.execute(f"PRAGMA user_version = {int(edition)}")
            for table, rows in tables:
                _fill(database, table, rows)
            database.commit()
        return path.read_bytes()


def _fill(database: sqlite3.Connection, table: Table, rows: Rows) -> None:
    # Names of tables and columns are our own, never a reader's or a source's.
    columns = [
        f'"{field.name}" {_SQLITE_TYPES[field.type]}{" NOT NULL" if field.required else ""}'
        for field in table.fields
    ]
    key = ", ".join(f'"{name}"' for name in table.key)
    primary = [f"PRIMARY KEY ({key})"] if key else []
    database.execute(f'CREATE TABLE "{table.name}" ({", ".join([*columns, *primary])})')
    places = ", ".join("?" for _field in table.fields)
    database.executemany(
        f'INSERT INTO "{table.name}" VALUES ({places})',  # noqa: S608
        ([_as_value(value) for value in row] for row in rows),
    )


def _as_value(value: Value) -> int | str | None:
    return value if isinstance(value, int | None) else _as_text(value)


def _as_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if isinstance(value, date) else str(value)
