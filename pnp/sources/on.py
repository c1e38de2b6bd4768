"""Ontario: the Ontario Immigrant Nominee Program (OINP)."""

import datetime as dt
import re

from pnp.marking import marked as _
from pnp.programs import CRS, Aliases, Feed, Program, Province, Scale, Stream
from pnp.records import Parsed
from pnp.sources.dates import days_of
from pnp.sources.page import (
    Cell,
    Found,
    Line,
    blocks_of,
    column_of,
    printed,
    tables_with,
)
from pnp.sources.reading import Reading, not_published

PAGE = "https://www.ontario.ca/page/ontario-immigrant-nominee-program-oinp-invitations-apply"
NOTIFICATIONS = "https://www.ontario.ca/page/oinp-express-entry-notifications-interest"
EOI = Scale("oinp-eoi", "OINP-EOI", _("Ontario expression of interest score"))
ENT = Scale("oinp-ent", "OINP-ENT", _("Ontario entrepreneur expression of interest score"), 200)
REDESIGN = dt.date(2026, 5, 30)


# "Targeted draw for the Greater Toronto Area ( GTA ). Please refer to ..." -> the words between.
_TARGET = re.compile(
    r"(?:targeted|general) draw(?:\s*(?:for|in|-)\s+(?:the\s+)?(?P<what>.*))?", re.IGNORECASE
)
_REFERENCE = re.compile(r"(?<![\s.])[\s.]*Please refer to.*", re.IGNORECASE | re.DOTALL)
# The same target in the words of different months: a row is known by its target.
_SPELLINGS = {
    "francophones candidates": "Francophones",
    "economic mobility pathways project candidates": "Economic Mobility Pathways Project",
    "regional immigration pilot candidates": "Regional Immigration Pilot",
    "candidates in northern ontario": "Northern Ontario",
    "candidates in eastern ontario": "Eastern Ontario",
    "additional candidates in greater sudbury/grand sudbury": "Greater Sudbury",
    "early childhood educators and assistants candidates": (
        "Early childhood educators and assistants"
    ),
    "tech draw": "Tech",
    "health draw": "Health",
    "healthcare and early childhood education occupations": (
        "Health care and early childhood education occupations"
    ),
    "priority occupations in the mining sector": "Priority occupations in the mining sector",
    "tech and health": "Tech and health",
}


def target_of(notes: str) -> str:
    """What a draw was for, by its note: “Physicians”, “General”, or the note as it stands."""
    text = " ".join(_REFERENCE.sub("", notes.replace("–", "-")).split())
    text = (
        text.replace("( ", "(").replace(" )", ")").replace("Pathways. Project", "Pathways Project")
    )
    match = _TARGET.fullmatch(text.strip(" ."))
    if match is None:
        return text.strip(" .")
    what = (match["what"] or "").strip(" .")
    if not what:
        return text[:8].strip().capitalize()
    return _SPELLINGS.get(what.casefold(), what[:1].upper() + what[1:])


def _graduate(slug: str, name: str, *aliases: str) -> Stream:
    return Stream(f"on-{slug}", "oinp", name, "base", aliases, EOI.slug, closed=REDESIGN)


def _express(slug: str, name: str, *aliases: str) -> Stream:
    return Stream(f"on-{slug}", "oinp", name, "enhanced", aliases, CRS.slug)


HEADER = {"date": "date issued", "count": "number invitations", "score": "score range"}
HEADER_NOI = {"date": "date noi", "count": "number noi", "score": "crs score range"}
DETAILS = {"profiles": "profiles", "notes": "notes"}
EXPRESS = ("on-human-capital", "on-french", "on-trades")
OTHERS = (
    *("on-foreign-worker", "on-international-student", "on-in-demand", "on-masters", "on-phd"),
    *("on-entrepreneur", "on-workforce"),
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_SPLIT = re.compile(r"(?<=\d)\s*[-–—]\s*(?=[A-Za-z])")


def parse(body: bytes, aliases: Aliases) -> Parsed:
    """Invitations to apply: a table per year and stream, under the stream's heading.

    Tables are known by their header, not by the names of streams, which change. Raises Unreadable.
    """
    reading = Reading(PROVINCE, aliases)
    _tables(reading, body, HEADER, unit="ita")
    return reading.parsed("the page has no table with “Date issued” and “Score range”.")


def parse_notifications(body: bytes, aliases: Aliases) -> Parsed:
    """Notifications of interest to candidates in the Express Entry pool. Raises Unreadable."""
    reading = Reading(PROVINCE, aliases, NOTIFICATIONS)
    _tables(reading, body, HEADER_NOI, unit="noi", scale=CRS.slug)
    return reading.parsed("the page has no table with “NOIs issued” and “CRS score range”.")


def _tables(reading: Reading, body: bytes, header: dict[str, str], **facts: str) -> None:
    for table in tables_with(blocks_of(body), header):
        for line, cells in reading.lines(table):
            details = {name: _detail(table, line, words) for name, words in DETAILS.items()}
            _read(reading, table, cells, details, printed(line), facts)


def _detail(table: Found, line: Line, words: str) -> str:
    """A cell that not every table has, "" where there is none."""
    place = column_of(table.header, words)
    return line[place].text if place is not None and place < len(line) else ""


def _read(
    reading: Reading,
    table: Found,
    cells: dict[str, Cell],
    details: dict[str, str],
    raw: str,
    facts: dict[str, str],
) -> None:
    days = reading.days(cells["date"].text, raw)
    if days is None:
        return
    count = reading.count(cells["count"].text, raw, days.last)
    score = reading.score(cells["score"].text, raw, days.last)
    if count is None or score is None:
        return
    if days.last.year < _year_of(table):
        why = f"this line is older than its heading ({table.headings[1:2]})"
        reading.doubt("year-conflict", why, raw, days.last)
        return
    first, last = _profiles(details["profiles"])
    target = target_of(details["notes"]) if details["notes"] else ""
    date_text = cells["date"].text if days.first else ""
    more = {"target": target, "profiles_from": first, "profiles_to": last, "date_text": date_text}
    reading.add(days, table.heading, count, not_published(score), **more, **facts)


def _year_of(table: Found) -> int:
    """The year in the headings above a table, 0 if none has one."""
    years = [match[1] for text in table.headings if (match := _YEAR.search(text))]
    return int(years[-1]) if years else 0


def _profiles(text: str) -> tuple[dt.date | None, dt.date | None]:
    """The two days between which invited profiles were created; None for what cannot be read."""
    days = [days_of(part) for part in _SPLIT.split(text)]
    if len(days) != 2 or days[0] is None or days[1] is None:
        return None, None
    return days[0].last, days[1].last


PROVINCE = Province(
    code="on",
    slug="ontario",
    name=_("Ontario"),
    programs=(
        Program(
            "oinp",
            "OINP",
            _("Ontario Immigrant Nominee Program"),
            PAGE,
            note=_(
                "Ontario publishes a table per stream with counts and score ranges. Its Employer "
                "Job Offer and graduate streams ended on 30 May 2026."
            ),
        ),
    ),
    streams=(
        _graduate("foreign-worker", _("Employer Job Offer: Foreign Worker stream")),
        _graduate("international-student", _("Employer Job Offer: International Student stream")),
        _graduate("in-demand", _("Employer Job Offer: In-Demand Skills stream")),
        _graduate("masters", _("Masters Graduate stream"), "Master’s Graduate stream"),
        _graduate("phd", _("PhD Graduate stream")),
        Stream("on-entrepreneur", "oinp", _("Entrepreneur stream"), "base", (), ENT.slug),
        _express(
            "human-capital",
            _("Express Entry: Human Capital Priorities stream"),
            "Human Capital Priorities stream",
        ),
        _express(
            "french",
            _("Express Entry: French-Speaking Skilled Worker stream"),
            "French-Speaking Skilled Worker stream",
        ),
        _express("trades", _("Express Entry: Skilled Trades stream"), "Skilled Trades stream"),
        Stream(
            "on-workforce",
            "oinp",
            _("Ontario Workforce Priority stream"),
            "unknown",
            ("Ontario Workforce Priority (OWP) stream", "Workforce Priority stream"),
            EOI.slug,
            opened=REDESIGN,
        ),
    ),
    scales=(EOI, ENT),
    feeds=(
        Feed("pnp-on", _("Ontario, invitations to apply"), PAGE, parse, covers=OTHERS),
        Feed(
            "pnp-on-noi",
            _("Ontario, notifications of interest"),
            NOTIFICATIONS,
            parse_notifications,
            covers=EXPRESS,
        ),
    ),
)
