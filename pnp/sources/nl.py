"""Newfoundland and Labrador: its nominee program and the Atlantic program, in one table."""

from django.utils.translation import gettext_noop as _

from pnp.programs import Program, Province, Stream

PAGE = "https://www.gov.nl.ca/immigration/invitations-to-apply-updates/"


PROVINCE = Province(
    code="nl",
    slug="newfoundland-and-labrador",
    name=_("Newfoundland and Labrador"),
    programs=(
        Program(
            "nlpnp",
            "NLPNP",
            _("Newfoundland and Labrador Provincial Nominee Program"),
            PAGE,
            note=_(
                "Newfoundland and Labrador publishes one number a batch, split between the nominee "
                "program and the Atlantic Immigration Program. It publishes no scores or streams."
            ),
        ),
        Program("nl-aip", "AIP", _("Atlantic Immigration Program"), PAGE, kind="aip"),
    ),
    streams=(
        Stream("nl-pnp", "nlpnp", _("All NLPNP streams"), "both", ("NLPNP", "NLPNP (ITA batch)")),
        Stream(
            "nl-aip",
            "nl-aip",
            _("Atlantic Immigration Program"),
            "base",
            ("AIP", "AIP (ITA batch)"),
        ),
    ),
)
