"""Ontario: the Ontario Immigrant Nominee Program (OINP)."""

import datetime as dt
import re

from django.utils.translation import gettext_noop as _

from pnp.programs import CRS, Program, Province, Scale, Stream

PAGE = "https://www.ontario.ca/page/ontario-immigrant-nominee-program-oinp-invitations-apply"
NOTIFICATIONS = "https://www.ontario.ca/page/oinp-express-entry-notifications-interest"
EOI = Scale("oinp-eoi", "OINP-EOI", _("Ontario expression of interest score"))
ENT = Scale("oinp-ent", "OINP-ENT", _("Ontario entrepreneur expression of interest score"), 200)
REDESIGN = dt.date(2026, 5, 30)


# "Targeted draw for the Greater Toronto Area ( GTA ). Please refer to ..." -> the words between.
_TARGET = re.compile(
    r"(?:targeted|general) draw(?:\s*(?:for|in|-)\s+(?:the\s+)?(?P<what>.*))?", re.IGNORECASE
)
_REFERENCE = re.compile(r"\s*\.?\s*Please refer to.*", re.IGNORECASE | re.DOTALL)
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
)
