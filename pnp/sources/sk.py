"""Saskatchewan: no rounds since 2024; intake windows and allocations, kept by editors."""

from pnp.marking import marked as _
from pnp.programs import Program, Province, Scale, Stream

PAGE = (
    "https://www.saskatchewan.ca/residents/moving-to-saskatchewan/live-in-saskatchewan"
    "/by-immigrating/saskatchewan-immigrant-nominee-program/sinp-processing-statistics"
)
EOI = Scale("sinp-eoi", "SINP-EOI", _("Saskatchewan expression of interest score"))


PROVINCE = Province(
    code="sk",
    slug="saskatchewan",
    name=_("Saskatchewan"),
    programs=(
        Program(
            "sinp",
            "SINP",
            _("Saskatchewan Immigrant Nominee Program"),
            PAGE,
            publishes="intakes",
            note=_(
                "Saskatchewan holds no rounds. It publishes intake windows for capped sectors and "
                "the places used."
            ),
        ),
    ),
    streams=(
        Stream(
            "sk-express-entry",
            "sinp",
            _("International Skilled Worker: Saskatchewan Express Entry"),
            "enhanced",
            ("Saskatchewan Express Entry", "Express Entry"),
            EOI.slug,
        ),
        Stream(
            "sk-occupations",
            "sinp",
            _("International Skilled Worker: Occupations In-Demand"),
            "base",
            ("Occupations In-Demand",),
            EOI.slug,
        ),
    ),
    scales=(EOI,),
)
