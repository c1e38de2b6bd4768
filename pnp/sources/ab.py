"""Alberta: the Alberta Advantage Immigration Program (AAIP)."""

from django.utils.translation import gettext_noop as _

from pnp.programs import Program, Province, Scale, Stream

PAGE = "https://www.alberta.ca/aaip-processing-information"
EOI = Scale("aaip-weoi", "AAIP-WEOI", _("Alberta worker expression of interest score"), 100)


def _stream(slug: str, name: str, ee: str, *aliases: str) -> Stream:
    return Stream(f"ab-{slug}", "aaip", name, ee, aliases, EOI.slug)


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
)
