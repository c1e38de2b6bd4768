"""British Columbia: the BC Provincial Nominee Program, Skills and Entrepreneur Immigration."""

import re

from pnp.marking import marked as _
from pnp.programs import Aliases, Feed, Program, Province, Scale, Stream
from pnp.records import BY_OTHER_MEANS, Parsed, RowRecord, at_least, exactly
from pnp.sources.dates import Days, days_of
from pnp.sources.page import (
    Block,
    Cell,
    Found,
    blocks_of,
    number_in,
    tables_with,
)
from pnp.sources.reading import Reading

PAGE = (
    "https://www.welcomebc.ca/immigrate-to-b-c/about-the-bc-provincial-nominee-program"
    "/invitations-to-apply"
)
SIRS = Scale("sirs", "SIRS", _("B.C. Skills Immigration registration score"), 200)
EI = Scale("bc-ei", "BC-EI", _("B.C. Entrepreneur Immigration registration score"), 200)


_WAGE = re.compile(
    r"\$\s*([\d,.]*\d)\s*/\s*hour(?:\s+and\s+\$\s*([\d,]*\d)\s*/\s*year)?", re.IGNORECASE
)
_FOOTNOTE = re.compile(r"\s*\*+$|\s*\(NOC \d{5}\)")


def target_of(factor: str) -> str:
    """A selection factor without footnotes and occupation codes; a wage in one fixed wording."""
    wage = _WAGE.search(factor)
    if wage and "wage" in factor.casefold():
        yearly = f" and ${wage[2]}/year" if wage[2] else ""
        return f"Minimum wage of ${wage[1]}/hour{yearly}"
    return " ".join(_FOOTNOTE.sub("", factor).split())


def _skills(slug: str, name: str, *aliases: str) -> Stream:
    return Stream(f"bc-{slug}", "bcpnp", name, "both", aliases, SIRS.slug)


def _business(slug: str, name: str, *aliases: str) -> Stream:
    return Stream(f"bc-{slug}", "bcpnp", name, "base", aliases, EI.slug)


SKILLS = {
    "date": "date",
    "stream": "ita type",
    "factor": "selection factors",
    "score": "minimum score",
    "count": "number of invitations",
}
BUSINESS = {
    "date": "date",
    "stream": "stream",
    "score": "minimum score",
    "count": "number of invitations",
}
HIGH_IMPACT = "Innovate: High Economic Impact"
_ISSUED = re.compile(r"issued invitations to apply to (\d[\d,]*) candidates", re.IGNORECASE)
_OPTION = re.compile(r"\((\d[\d,]*) candidates?\)", re.IGNORECASE)
_POINTS = re.compile(r"minimum score of (\d{1,3})\b", re.IGNORECASE)


def parse(body: bytes, aliases: Aliases) -> Parsed:
    """Two tables, Skills and Entrepreneur Immigration, and rounds told in prose between them.

    Raises Unreadable for a page with none of them.
    """
    reading = Reading(PROVINCE, aliases)
    blocks = blocks_of(body)
    for table in tables_with(blocks, SKILLS):
        _skills_table(reading, table)
    for table in tables_with(blocks, BUSINESS):
        if table.columns["stream"] == 1 and len(table.header) == len(BUSINESS):
            _business_table(reading, table)
    _prose(reading, blocks)
    return reading.parsed("the page has no table with “ITA type” or “Stream” and “Minimum score”.")


def _skills_table(reading: Reading, table: Found) -> None:
    """One printed count is one row, also where it spans several selection factors."""
    groups: list[list[dict[str, Cell]]] = []
    for _line, cells in reading.lines(table):
        before = groups[-1][-1] if groups else None
        if before and _same(before, cells, "count") and _same(before, cells, "stream"):
            groups[-1].append(cells)
            continue
        if before and _may_be_one_count(before, cells):
            days = days_of(cells["date"].text)
            why = "this count may be the same as the one above"
            reading.doubt("maybe-one-count", why, _raw(cells), days.last if days else None)
        groups.append([cells])
    for group in groups:
        factors = [target_of(cells["factor"].text) for cells in group]
        _row(reading, group[0], group[0]["stream"].text, "; ".join(dict.fromkeys(factors)))


def _same(one: dict[str, Cell], other: dict[str, Cell], name: str) -> bool:
    return one[name].origin == other[name].origin


def _may_be_one_count(one: dict[str, Cell], other: dict[str, Cell]) -> bool:
    """Two cells with one text, under one type and one score that span both lines."""
    spanned = _same(one, other, "stream") and _same(one, other, "score")
    return spanned and one["count"].text == other["count"].text


def _business_table(reading: Reading, table: Found) -> None:
    for _line, cells in reading.lines(table):
        _row(reading, cells, cells["stream"].text, "")


def _raw(cells: dict[str, Cell]) -> str:
    return " | ".join(cell.text for cell in cells.values())


def _row(reading: Reading, cells: dict[str, Cell], stream: str, target: str) -> None:
    raw = _raw(cells)
    days = reading.days(cells["date"].text, raw)
    if days is None:
        return
    count = reading.count(cells["count"].text, raw, days.last)
    score = reading.score(cells["score"].text, raw, days.last)
    if count is not None and score is not None:
        reading.add(days, stream, count, score, target=target)


def _prose(reading: Reading, blocks: list[Block]) -> None:
    """“… issued invitations to apply to 429 candidates …” and the list of options below it."""
    for place, block in enumerate(blocks[:-1]):
        if block.level or block.items or block.table:
            continue
        total = number_in(_ISSUED, block.text)
        if total is not None:
            above = [each.text for each in blocks[:place] if each.level][-1:]
            options = next((each.items for each in blocks[place + 1 : place + 3] if each.items), ())
            _told(reading, block.text, above, options, total)


def _told(
    reading: Reading, text: str, above: list[str], options: tuple[str, ...], total: int
) -> None:
    days = days_of(above[0]) if above else None
    if days is None:
        reading.doubt("bad-date", "this round is told under no date", text)
        return
    counts = [number_in(_OPTION, option) for option in options]
    if None in counts or sum(filter(None, counts)) != total:
        why = "the options of this round do not add up to its total"
        reading.doubt("sum-differs", why, f"{text} {options}", days.last, whole=True)
        return
    stream = HIGH_IMPACT if "high economic impact" in text.casefold() else text
    if _stands_in_table(reading.rows, days, stream):
        return
    for option, count in zip(options, counts, strict=True):
        _option(reading, days, stream, option, count or 0)
    reading.totals.setdefault(("bc", days.last), total)


def _stands_in_table(rows: list[RowRecord], days: Days, stream: str) -> bool:
    """A round is told once: the table has it where the page gives both."""
    return any(row.date == days.last and row.stream_text == stream for row in rows)


def _option(reading: Reading, days: Days, stream: str, option: str, count: int) -> None:
    points = number_in(_POINTS, option)
    if points is not None:
        reading.add(days, stream, exactly(count), at_least(points), target="Points")
    elif "wage" in option.casefold():
        target = target_of(option)
        reading.add(days, stream, exactly(count), BY_OTHER_MEANS, target=target)
    else:
        reading.doubt("unknown-option", "this option is not known", option, days.last)


PROVINCE = Province(
    code="bc",
    slug="british-columbia",
    name=_("British Columbia"),
    programs=(
        Program(
            "bcpnp",
            "BC PNP",
            _("British Columbia Provincial Nominee Program"),
            PAGE,
            note=_(
                "British Columbia publishes each round with counts and lowest scores; "
                "candidates chosen by wage have no score. It writes “<5” for fewer than five."
            ),
        ),
    ),
    streams=(
        _skills("innovate", _("Innovate: High Economic Impact")),
        _skills("childcare", _("Care: Childcare")),
        _skills("health", _("Care: Health")),
        _skills("education", _("Care: Education")),
        _skills("veterinary", _("Care: Veterinary Care")),
        _skills("construction", _("Build: Construction Trades")),
        _skills("rural-health", _("Temporary Rural/Remote Health Support Initiative")),
        _skills("si-general", _("Skills Immigration: General"), "Skills Immigration – General"),
        _skills(
            "si-childcare", _("Skills Immigration: Childcare"), "Skills Immigration – Childcare"
        ),
        _skills(
            "si-construction",
            _("Skills Immigration: Construction"),
            "Skills Immigration – Construction",
        ),
        _skills(
            "si-healthcare", _("Skills Immigration: Healthcare"), "Skills Immigration – Healthcare"
        ),
        _skills("si-tech", _("Skills Immigration: Tech"), "Skills Immigration – Tech"),
        _skills(
            "si-veterinary",
            _("Skills Immigration: Veterinary care"),
            "Skills Immigration – Veterinary care",
        ),
        _business(
            "ei-base",
            _("Entrepreneur Immigration: Base"),
            "Entrepreneur Immigration – Base",
            "Base",
        ),
        _business(
            "ei-regional",
            _("Entrepreneur Immigration: Regional"),
            "Entrepreneur Immigration – Regional",
            "Regional",
            "Regional Pilot",
        ),
    ),
    scales=(SIRS, EI),
    feeds=(Feed("pnp-bc", _("British Columbia, rounds"), PAGE, parse),),
)
