"""Nova Scotia: month totals of applications selected for processing, no draws."""

from pnp.marking import marked as _
from pnp.notation import count_of
from pnp.programs import Aliases, Feed, Program, Province
from pnp.records import Counted, MonthRecord, Parsed
from pnp.sources.dates import month_of
from pnp.sources.page import blocks_of
from pnp.sources.reading import Reading

PAGE = "https://liveinnovascotia.com/eoi-selection"


def parse(body: bytes, aliases: Aliases) -> Parsed:
    """The table of month totals; a month to come stands there as TBD. Raises Unreadable."""
    reading = Reading(PROVINCE, aliases)
    for block in blocks_of(body):
        for line in block.table:
            month = month_of(line[0].text) if len(line) == 2 else None
            if month is None:
                continue
            count = count_of(line[1].text) if line[1].text else None
            raw = f"{line[0].text} | {line[1].text}"
            if count is None:
                reading.doubt("bad-count", "this count cannot be read", raw)
            elif count.kind is not Counted.PLACEHOLDER:
                record = MonthRecord("ns", "nsnp", month, "selection", count, PAGE)
                reading.months.append(record)
    return reading.parsed("the page has no table of months.")


PROVINCE = Province(
    code="ns",
    slug="nova-scotia",
    name=_("Nova Scotia"),
    programs=(
        Program(
            "nsnp",
            "NSNP",
            _("Nova Scotia Nominee Program"),
            PAGE,
            kind="mixed",
            publishes="months",
            note=_(
                "Nova Scotia publishes one number a month, months late: applications selected for "
                "processing, for its nominee program and the Atlantic program together. It "
                "publishes no dates, streams or scores."
            ),
        ),
    ),
    feeds=(Feed("pnp-ns", _("Nova Scotia, month totals"), PAGE, parse, review=True),),
)
