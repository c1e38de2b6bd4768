"""Newfoundland and Labrador: its nominee program and the Atlantic program, in one table."""

import re

from pnp.marking import marked as _
from pnp.programs import Aliases, Feed, Program, Province, Stream
from pnp.records import NO_SCORE, Parsed, exactly
from pnp.sources.page import Cell, blocks_of, number_in, printed, tables_with
from pnp.sources.reading import Reading

PAGE = "https://www.gov.nl.ca/immigration/invitations-to-apply-updates/"


HEADER = {"date": "date issued", "count": "number itas issued", "notes": "notes"}
_PARTS = {
    "NLPNP": re.compile(r"\bNLPNP\s*[-–—:]\s*(\d[\d,]*)"),
    "AIP": re.compile(r"\bAIP\s*[-–—:]\s*(\d[\d,]*)"),
}
_ALL = re.compile(r"^(\d[\d,]*)$")


def parse(body: bytes, aliases: Aliases) -> Parsed:
    """The table of batches. Its split, in the notes, has to add up to its number.

    The page has no <th>: the header is the first line with the known words. Raises Unreadable.
    """
    reading = Reading(PROVINCE, aliases)
    for table in tables_with(blocks_of(body), HEADER):
        for line, cells in reading.lines(table):
            _read(reading, cells, printed(line))
    return reading.parsed("the page has no table with “Date Issued” and “Number of ITAs Issued”.")


def _read(reading: Reading, cells: dict[str, Cell], raw: str) -> None:
    days = reading.days(cells["date"].text, raw)
    total = number_in(_ALL, cells["count"].text)
    if days is None:
        return
    parts = {name: number_in(pattern, cells["notes"].text) for name, pattern in _PARTS.items()}
    found = {name: number for name, number in parts.items() if number}
    if total is None or not found:
        reading.doubt("bad-count", "this batch is not split as it used to be", raw, days.last)
    elif sum(found.values()) != total:
        why = "the split of this batch does not add up to its number"
        reading.doubt("sum-differs", why, raw, days.last, whole=True)
    else:
        reading.totals["nl", days.last] = total
        for name, number in found.items():
            reading.add(days, name, exactly(number), NO_SCORE)


PROVINCE = Province(
    code="nl",
    slug="newfoundland-and-labrador",
    name=_("Newfoundland and Labrador"),
    programs=(
        Program(
            "nlpnp",
            "NLPNP",
            _("Newfoundland and Labrador Provincial Nominee Program"),
            PAGE,
            note=_(
                "Newfoundland and Labrador publishes one number a batch, split between the nominee "
                "program and the Atlantic Immigration Program. It publishes no scores or streams."
            ),
        ),
        Program("nl-aip", "AIP", _("Atlantic Immigration Program"), PAGE, kind="aip"),
    ),
    streams=(
        Stream("nl-pnp", "nlpnp", _("All NLPNP streams"), "both", ("NLPNP", "NLPNP (ITA batch)")),
        Stream(
            "nl-aip",
            "nl-aip",
            _("Atlantic Immigration Program"),
            "base",
            ("AIP", "AIP (ITA batch)"),
        ),
    ),
    feeds=(Feed("pnp-nl", _("Newfoundland and Labrador, batches"), PAGE, parse),),
)
