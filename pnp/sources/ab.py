"""Alberta: the Alberta Advantage Immigration Program (AAIP)."""

import re

from pnp.marking import marked as _
from pnp.programs import Aliases, Feed, Program, Province, Scale, Stream
from pnp.records import Parsed
from pnp.sources.page import Cell, blocks_of, printed, tables_with
from pnp.sources.reading import Reading

PAGE = "https://www.alberta.ca/aaip-processing-information"
EOI = Scale("aaip-weoi", "AAIP-WEOI", _("Alberta worker expression of interest score"), 100)


def _stream(slug: str, name: str, ee: str, *aliases: str) -> Stream:
    return Stream(f"ab-{slug}", "aaip", name, ee, aliases, EOI.slug)


_BRACKETS = re.compile(r"(?P<stream>[^(]*[^\s(])\s*\((?P<target>.+)\)")
_DASH = re.compile(r"(?P<stream>.*?\S)\s+[–—-]\s+(?P<target>.+)")
HEADER = {
    "date": "draw date",
    "stream": "worker stream",
    "score": "minimum score",
    "count": "number of invitations",
}


def parse(body: bytes, aliases: Aliases) -> Parsed:
    """The table of draws, found by its header: its number moves. Raises Unreadable."""
    reading = Reading(PROVINCE, aliases)
    for table in tables_with(blocks_of(body), HEADER):
        for line, cells in reading.lines(table):
            _read(reading, cells, printed(line))
    return reading.parsed("the page has no table with “Draw date” and “Number of invitations”.")


def _read(reading: Reading, cells: dict[str, Cell], raw: str) -> None:
    days = reading.days(cells["date"].text, raw)
    if days is None:
        return
    count = reading.count(cells["count"].text, raw, days.last)
    score = reading.score(cells["score"].text, raw, days.last)
    if count is not None and score is not None:
        stream, target = stream_and_target(cells["stream"].text, reading.aliases)
        reading.add(days, stream, count, score, target=target)


def stream_and_target(text: str, aliases: Aliases) -> tuple[str, str]:
    """“Stream – Pathway (Sector)” as the stream's text and its target.

    The longest part that is a known stream is the stream; what follows it in brackets or after
    the dash is the target. A text of which nothing is known is the stream as it stands.
    """
    if PROVINCE.stream_of_text(text, aliases):
        return text, ""
    for pattern in (_BRACKETS, _DASH):
        match = pattern.fullmatch(text)
        if match and PROVINCE.stream_of_text(match["stream"], aliases):
            return match["stream"], match["target"].strip()
    return text, ""


PROVINCE = Province(
    code="ab",
    slug="alberta",
    name=_("Alberta"),
    programs=(
        Program(
            "aaip",
            "AAIP",
            _("Alberta Advantage Immigration Program"),
            PAGE,
            note=_(
                "Alberta publishes each draw with its count and lowest score, up to a week late. "
                "It writes “less than 10” for small draws and no longer says how it selected."
            ),
        ),
    ),
    streams=(
        _stream("opportunity", _("Alberta Opportunity Stream"), "base"),
        _stream("rural-renewal", _("Rural Renewal Stream"), "base"),
        _stream("tourism", _("Tourism and Hospitality Stream"), "base"),
        _stream(
            "health-ee",
            _("Dedicated Health Care Pathway: Express Entry"),
            "enhanced",
            "Dedicated Health Care Pathway – Express Entry",
        ),
        _stream(
            "health",
            _("Dedicated Health Care Pathway: non-Express Entry"),
            "base",
            "Dedicated Health Care Pathway – non-Express Entry",
        ),
        _stream(
            "ee-tech",
            _("Alberta Express Entry Stream: Accelerated Tech Pathway"),
            "enhanced",
            "Alberta Express Entry Stream – Accelerated Tech Pathway",
        ),
        _stream(
            "ee-law",
            _("Alberta Express Entry Stream: Law Enforcement Pathway"),
            "enhanced",
            "Alberta Express Entry Stream – Law Enforcement Pathway",
        ),
        _stream(
            "ee-priority",
            _("Alberta Express Entry Stream: Priority Sectors"),
            "enhanced",
            "Alberta Express Entry Stream – Priority Sectors",
        ),
        _stream("ee", _("Alberta Express Entry Stream"), "enhanced"),
    ),
    scales=(EOI,),
    feeds=(Feed("pnp-ab", _("Alberta, draws"), PAGE, parse),),
)
