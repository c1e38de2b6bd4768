"""Nova Scotia: month totals of applications selected for processing, no draws."""

from django.utils.translation import gettext_noop as _

from pnp.programs import Program, Province

PAGE = "https://liveinnovascotia.com/eoi-selection"


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
)
