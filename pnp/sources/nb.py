"""New Brunswick: its nominee program and its part of the Atlantic Immigration Program."""

from pnp.marking import marked as _
from pnp.programs import Aliases, Feed, Program, Province, Stream
from pnp.records import NO_SCORE, Parsed
from pnp.sources.page import Block, Cell, blocks_of
from pnp.sources.reading import Reading

PAGE = (
    "https://www.gnb.ca/en/topic/family-home-community/immigration/invitation-selection-rounds.html"
)


DATE = "date of draw"
COUNTS = {"invitations issued": "ita", "applications selected": "application"}
PATHWAYS, CATEGORIES = "pathways", "occupational categories selected"


def parse(body: bytes, aliases: Aliases) -> Parsed:
    """One small table of labels and values per selection, under the name of its stream.

    Raises Unreadable.
    """
    reading = Reading(PROVINCE, aliases)
    stream = ""
    for block in blocks_of(body):
        if block.table:
            _selection(reading, stream, block)
        elif block.level:
            stream = block.text
    return reading.parsed("the page has no table with “Date of draw”.")


def _selection(reading: Reading, stream: str, block: Block) -> None:
    pairs = {line[0].text.casefold().strip(" :"): line[1] for line in block.table if len(line) > 1}
    date = pairs.get(DATE)
    if date is None:
        return
    raw = f"{stream} | {block.text}"[:1000]
    days = reading.days(date.text, raw)
    counted = next(((pairs[label], unit) for label, unit in COUNTS.items() if label in pairs), None)
    if days is None:
        return
    if counted is None:
        reading.doubt("bad-count", "this selection has no known count", raw, days.last)
        return
    cell, unit = counted
    count = reading.count(cell.text, raw, days.last)
    if count is not None:
        reading.add(
            days,
            stream,
            count,
            NO_SCORE,
            unit=unit,
            target=_listed(pairs.get(PATHWAYS)),
            note=_listed(pairs.get(CATEGORIES))[:500],
            date_text=date.text[:100] if days.first else "",
        )


def _listed(cell: Cell | None) -> str:
    """Lines of a cell as one text: categories have commas of their own."""
    return "; ".join(cell.lines) if cell else ""


PROVINCE = Province(
    code="nb",
    slug="new-brunswick",
    name=_("New Brunswick"),
    programs=(
        Program(
            "nbpnp",
            "NBPNP",
            _("New Brunswick Provincial Nominee Program"),
            PAGE,
            note=_(
                "New Brunswick publishes counts and the occupations selected, and no scores. "
                "Applications selected for the Atlantic Immigration Program stand apart."
            ),
        ),
        Program("nb-aip", "AIP", _("Atlantic Immigration Program"), PAGE, kind="aip"),
    ),
    streams=(
        Stream(
            "nb-ee",
            "nbpnp",
            _("New Brunswick Express Entry stream"),
            "enhanced",
            ("Express Entry", "Express Entry stream"),
        ),
        Stream(
            "nb-skilled",
            "nbpnp",
            _("New Brunswick Skilled Worker stream"),
            "base",
            ("Skilled Worker", "Skilled Worker stream"),
        ),
        Stream(
            "nb-strategic",
            "nbpnp",
            _("New Brunswick Strategic Initiative"),
            "base",
            ("Strategic Initiative", "New Brunswick Strategic Initiative stream"),
        ),
        Stream(
            "nb-aip",
            "nb-aip",
            _("Atlantic Immigration Program"),
            "base",
            ("Atlantic Immigration Program (AIP)",),
        ),
    ),
    feeds=(Feed("pnp-nb", _("New Brunswick, selection rounds"), PAGE, parse, review=True),),
)
