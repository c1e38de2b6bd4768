"""The Northwest Territories: no rounds; intake windows, kept by editors."""

from pnp.marking import marked as _
from pnp.programs import Program, Province

PAGE = "https://www.immigratenwt.ca/"


PROVINCE = Province(
    code="nt",
    slug="northwest-territories",
    name=_("Northwest Territories"),
    territory=True,
    programs=(
        Program(
            "ntnp",
            "NTNP",
            _("Northwest Territories Nominee Program"),
            PAGE,
            publishes="intakes",
            note=_(
                "The Northwest Territories publish no rounds. Applications are taken in intake "
                "windows with a cap."
            ),
        ),
    ),
)
