"""Prince Edward Island: the PEI Provincial Nominee Program."""

import re

from pnp.marking import marked as _
from pnp.notation import score_of
from pnp.programs import Aliases, Feed, Program, Province, Scale, Stream
from pnp.records import NO_SCORE, Parsed, Score, exactly
from pnp.sources.dates import Days, month_first
from pnp.sources.page import Cell, blocks_of, is_blank, number_in, printed, tables_with
from pnp.sources.reading import Reading

PAGE = (
    "https://www.princeedwardisland.ca/en/information/office-of-immigration"
    "/expression-of-interest-draws"
)
EOI = Scale("pei-eoi", "PEI-EOI", _("P.E.I. expression of interest score"))


LABOUR = "Labour & Express Entry"
BUSINESS = "Business Work Permit Entrepreneur"
HEADER = {
    "date": "invitation date",
    "business": "business work permit invitations",
    "score": "minimum point threshold",
    "labour": "labour express entry invitations",
    "total": "invitation totals",
}
_COUNT = re.compile(r"^(\d[\d,]*)$")


def parse(body: bytes, aliases: Aliases) -> Parsed:
    """The table of this year's draws; lines and the last line have to add up. Raises Unreadable."""
    reading = Reading(PROVINCE, aliases)
    for table in tables_with(blocks_of(body), HEADER):
        sums = {"business": 0, "labour": 0, "total": 0}
        for line in table.lines:
            cells = table.cells(line)
            if cells is None or is_blank(line):
                continue
            _read(reading, cells, printed(line), sums)
    return reading.parsed("the page has no table with “Invitation Date” and “Invitation Totals”.")


def _read(reading: Reading, cells: dict[str, Cell], raw: str, sums: dict[str, int]) -> None:
    counts = {name: number_in(_COUNT, cells[name].text) for name in sums}
    known = {name: number for name, number in counts.items() if number is not None}
    if cells["date"].text.casefold().startswith("total"):
        _check(reading, known, sums, raw)
        return
    days = reading.days(cells["date"].text, raw, month_first)
    if days is None:
        return
    if len(known) < len(sums):
        reading.doubt("bad-count", "this count cannot be read", raw, days.last)
    elif known["business"] + known["labour"] != known["total"]:
        why = "the invitations of this line do not add up to its total"
        reading.doubt("sum-differs", why, raw, days.last, whole=True)
    else:
        for name, number in known.items():
            sums[name] += number
        _add(reading, days, known, cells["score"].text, raw)


def _check(reading: Reading, printed_sums: dict[str, int], sums: dict[str, int], raw: str) -> None:
    if any(sums[name] != number for name, number in printed_sums.items()):
        why = "the lines of the table do not add up to its last line"
        reading.doubt("sum-differs", why, raw, whole=True)


def _add(reading: Reading, days: Days, counts: dict[str, int], score_text: str, raw: str) -> None:
    """Up to two rows; a line of noughts is no draw."""
    if counts["labour"]:
        reading.add(days, LABOUR, exactly(counts["labour"]), NO_SCORE)
    if counts["business"]:
        score: Score | None = score_of(score_text)
        if score is None:
            reading.doubt("bad-score", "this score cannot be read", raw, days.last)
        else:
            reading.add(days, BUSINESS, exactly(counts["business"]), score)
    if counts["total"]:
        reading.totals["pe", days.last] = counts["total"]


PROVINCE = Province(
    code="pe",
    slug="prince-edward-island",
    name=_("Prince Edward Island"),
    programs=(
        Program(
            "peipnp",
            "PEI PNP",
            _("Prince Edward Island Provincial Nominee Program"),
            PAGE,
            note=_(
                "Prince Edward Island publishes about one draw a month, of the current year only. "
                "Only business invitations have a score."
            ),
        ),
    ),
    streams=(
        Stream(
            "pe-labour",
            "peipnp",
            _("Labour and Express Entry"),
            "both",
            (LABOUR,),
        ),
        Stream(
            "pe-business",
            "peipnp",
            _("Business Work Permit Entrepreneur"),
            "base",
            ("Business Work Permit Entrepreneur Invitations",),
            EOI.slug,
        ),
    ),
    scales=(EOI,),
    feeds=(Feed("pnp-pe", _("Prince Edward Island, draws"), PAGE, parse),),
)
