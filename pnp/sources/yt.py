"""Yukon: no rounds; intake windows, kept by editors."""

from pnp.marking import marked as _
from pnp.programs import Program, Province

PAGE = "https://yukon.ca/en/immigration"


PROVINCE = Province(
    code="yt",
    slug="yukon",
    name=_("Yukon"),
    territory=True,
    programs=(
        Program(
            "ynp",
            "YNP",
            _("Yukon Nominee Program"),
            PAGE,
            publishes="intakes",
            note=_("Yukon publishes no rounds. Employers apply in intake windows."),
        ),
    ),
)
