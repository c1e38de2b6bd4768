"""Rows as a CSV table: what editors import and export, and the form of our own bundled table.

`invitations` takes 429, <5, 10-15, n/a or XXX (a blank that the page left); `score` takes 57,
57+, 505-528, 634; 706 (several), n/a (chosen by something else), or nothing (none published).
`program` and `score_scale` are codes, `unit` is ita, laa, noi, application or selection, `stream`
is any known name of it. `ee_aligned` is written for readers of the file and not read: the stream
says it. The columns of MORE may be left out.
"""

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from pnp import registry
from pnp.notation import count_of, score_of, written_count, written_score
from pnp.programs import UNITS, Province
from pnp.records import RowRecord
from publish.renderers.values import FORMULA_STARTS, cell

COLUMNS = (
    *("province", "program", "date_start", "date_end", "draw_number", "stream", "target"),
    *("unit", "invitations", "score", "score_scale", "ee_aligned", "notes", "source_url"),
)
MORE = ("date_printed", "profiles_from", "profiles_to", "ee_profiles", "evidence", "day_total")
REQUIRED = ("province", "program", "date_end", "stream", "unit", "invitations", "score")
MOST_LINES = 20_000
LONGEST = {"stream": 200, "target": 300, "notes": 500, "source_url": 500, "draw_number": 20}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing in a table that cannot be read. `line` counts from 1, the header's line."""

    line: int
    why: str

    @property
    def text(self) -> str:
        return _("Line %(line)s: %(why)s") % {"line": self.line, "why": self.why}


@dataclass(slots=True)
class Read:
    """What a table says. With any fault, none of its rows may be stored."""

    rows: list[RowRecord] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unknown: dict[tuple[str, str], int] = field(default_factory=dict)  # (province, text) -> line
    totals: dict[tuple[str, dt.date], int] = field(default_factory=dict)


class _Bad(Exception):
    """str() says why a line cannot be read."""


def read(body: bytes, names: Mapping[str, str] | None = None) -> Read:
    """Read a table. `names` maps "<province code>:<stream text>" to slugs of streams."""
    result = Read()
    lines = _lines(decoded(body), result)
    places: Counter[tuple[object, ...]] = Counter()
    for number, line in lines:
        try:
            record = _record(line, number, names or {}, result)
        except _Bad as bad:
            result.faults.append(Fault(number, str(bad)))
            continue
        key = (record.province, record.date, *record.key[:3])
        places[key] += 1
        result.rows.append(replace(record, place=places[key]))
    return result


def decoded(body: bytes) -> str:
    """The text of a table: UTF-8, or what a spreadsheet on Windows writes."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp1252", "replace")
    return text.replace("\x00", "")


def _lines(text: str, result: Read) -> list[tuple[int, dict[str, str]]]:
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        result.faults.append(Fault(1, str(error)))
        return []
    header = [name.strip().casefold() for name in rows[0]] if rows else []
    why = _header_fault(header, len(rows))
    if why:
        result.faults.append(Fault(1, why))
        return []
    return [
        (number, dict(zip(header, map(_unguarded, cells), strict=False)))
        for number, cells in enumerate(rows[1:], start=2)
        if any(value.strip() for value in cells)
    ]


def _header_fault(header: list[str], lines: int) -> str:
    missing = [name for name in REQUIRED if name not in header]
    unknown = [name for name in header if name not in COLUMNS + MORE]
    if missing:
        return _("these columns are missing: %(names)s") % {"names": ", ".join(missing)}
    if unknown:
        return _("these columns are not known: %(names)s") % {"names": ", ".join(unknown)[:200]}
    if len(set(header)) != len(header):
        return _("a column stands twice")
    if lines > MOST_LINES:
        return _("more than %(most)s lines") % {"most": MOST_LINES}
    return ""


def _unguarded(value: str) -> str:
    """The cell without the apostrophe that keeps spreadsheets from running it."""
    guarded = value.startswith("'") and value[1:].startswith(FORMULA_STARTS)
    return " ".join((value[1:] if guarded else value).split())


def _record(line: dict[str, str], number: int, names: Mapping[str, str], result: Read) -> RowRecord:
    for name, longest in LONGEST.items():
        if len(line.get(name, "")) > longest:
            raise _Bad(_("%(column)s is too long") % {"column": name})
    province = _province(line["province"])
    last = _day(line, "date_end")
    first = _optional_day(line, "date_start")
    if last is None or (first and first > last):
        raise _Bad(_("date_end is no day, or before date_start"))
    stream = _stream(province, line["stream"], number, names, result)
    score = score_of(line["score"])
    count = count_of(line["invitations"])
    if count is None or score is None:
        column = "invitations" if count is None else "score"
        raise _Bad(_not_known(column, line[column]))
    record = RowRecord(
        province=province.code,
        date=last,
        program=_program(province, line["program"]),
        stream=stream,
        stream_text=line["stream"],
        target=line.get("target", ""),
        unit=_unit(line["unit"]),
        count=count,
        score=score,
        scale=_scale(line.get("score_scale", "")) if score.low is not None else "",
        date_from=first if first != last else None,
    )
    return _with_details(record, line, result)


def _with_details(record: RowRecord, line: dict[str, str], result: Read) -> RowRecord:
    if line.get("day_total"):
        result.totals[record.province, record.date] = _whole(line, "day_total")
    url = line.get("source_url", "")
    if url and not url.startswith(("https://", "http://")):
        raise _Bad(_not_known("source_url", url))
    evidence = line.get("evidence", "")
    if evidence not in ("", "official", "secondary"):
        raise _Bad(_not_known("evidence", evidence))
    return replace(
        record,
        number=line.get("draw_number", ""),
        note=line.get("notes", ""),
        source_url=url,
        evidence=evidence,
        date_text=line.get("date_printed", "")[:100],
        profiles_from=_optional_day(line, "profiles_from"),
        profiles_to=_optional_day(line, "profiles_to"),
        ee_count=_whole(line, "ee_profiles") if line.get("ee_profiles") else None,
    )


def _province(code: str) -> Province:
    if code.casefold() not in registry.ADAPTERS:
        raise _Bad(_not_known("province", code))
    return registry.province(code.casefold())


def _program(province: Province, text: str) -> str:
    for program in province.programs:
        if text.casefold() in (program.slug, program.code.casefold()):
            return program.slug
    raise _Bad(_not_known("program", text))


def _stream(
    province: Province, text: str, number: int, names: Mapping[str, str], result: Read
) -> str:
    own = {
        name.partition(":")[2]: slug
        for name, slug in names.items()
        if name.startswith(f"{province.code}:")
    }
    found = text if text in registry.streams() else province.stream_of_text(text, own)
    if not text or not found:
        if text:
            result.unknown.setdefault((province.code, text), number)
        raise _Bad(_("the stream “%(text)s” is not known") % {"text": text})
    return found


def _unit(text: str) -> str:
    if text.casefold() not in UNITS:
        raise _Bad(_not_known("unit", text))
    return text.casefold()


def _scale(text: str) -> str:
    if not text:
        return ""
    for slug, scale in registry.scales().items():
        if text.casefold() in (slug, scale.code.casefold()):
            return slug
    raise _Bad(_not_known("score_scale", text))


def _day(line: Mapping[str, str], name: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(line.get(name, ""))
    except ValueError:
        return None


def _optional_day(line: Mapping[str, str], name: str) -> dt.date | None:
    if not line.get(name):
        return None
    found = _day(line, name)
    if found is None:
        raise _Bad(_not_known(name, line[name]))
    return found


def _whole(line: Mapping[str, str], name: str) -> int:
    if not (line[name].isascii() and line[name].isdigit() and len(line[name]) < 7):
        raise _Bad(_not_known(name, line[name]))
    return int(line[name])


def _not_known(column: str, value: str) -> str:
    return _("%(column)s cannot be “%(value)s”") % {"column": column, "value": value[:80]}


def write(records: Iterable[RowRecord]) -> bytes:
    """The table of these rows: read again, it changes none of them."""
    names = COLUMNS + MORE[:-1]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(names)
    for record in records:
        line = _line(record)
        writer.writerow(cell(line[name]) for name in names)
    return text.getvalue().encode()


def _line(record: RowRecord) -> dict[str, dt.date | int | str | None]:
    stream = registry.streams().get(record.stream)
    scale = registry.scales().get(record.scale)
    return {
        "province": record.province.upper(),
        "program": registry.programs()[record.program].code,
        "date_start": record.date_from or record.date,
        "date_end": record.date,
        "draw_number": record.number,
        "stream": stream.name if stream else record.stream_text,
        "target": record.target,
        "unit": record.unit,
        "invitations": written_count(record.count),
        "score": written_score(record.score),
        "score_scale": scale.code if scale else "",
        "ee_aligned": stream.ee if stream else "unknown",
        "notes": record.note,
        "source_url": record.source_url,
        "date_printed": record.date_text,
        "profiles_from": record.profiles_from,
        "profiles_to": record.profiles_to,
        "ee_profiles": record.ee_count,
        "evidence": record.evidence,
    }
