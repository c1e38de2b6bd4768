"""Prince Edward Island: the PEI Provincial Nominee Program."""

from django.utils.translation import gettext_noop as _

from pnp.programs import Program, Province, Scale, Stream

PAGE = (
    "https://www.princeedwardisland.ca/en/information/office-of-immigration"
    "/expression-of-interest-draws"
)
EOI = Scale("pei-eoi", "PEI-EOI", _("P.E.I. expression of interest score"))


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
            ("Labour & Express Entry",),
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
)
