"""British Columbia: the BC Provincial Nominee Program, Skills and Entrepreneur Immigration."""

import re

from django.utils.translation import gettext_noop as _

from pnp.programs import Program, Province, Scale, Stream

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
)
