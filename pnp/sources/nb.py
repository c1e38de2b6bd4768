"""New Brunswick: its nominee program and its part of the Atlantic Immigration Program."""

from django.utils.translation import gettext_noop as _

from pnp.programs import Program, Province, Stream

PAGE = (
    "https://www.gnb.ca/en/topic/family-home-community/immigration/invitation-selection-rounds.html"
)


PROVINCE = Province(
    code="nb",
    slug="new-brunswick",
    name=_("New Brunswick"),
    programs=(
        Program(
            "nbpnp",
            "NBPNP",
            _("New Brunswick Provincial Nominee Program"),
            PAGE,
            note=_(
                "New Brunswick publishes counts and the occupations selected, and no scores. "
                "Applications selected for the Atlantic Immigration Program stand apart."
            ),
        ),
        Program("nb-aip", "AIP", _("Atlantic Immigration Program"), PAGE, kind="aip"),
    ),
    streams=(
        Stream(
            "nb-ee",
            "nbpnp",
            _("New Brunswick Express Entry stream"),
            "enhanced",
            ("Express Entry", "Express Entry stream"),
        ),
        Stream(
            "nb-skilled",
            "nbpnp",
            _("New Brunswick Skilled Worker stream"),
            "base",
            ("Skilled Worker", "Skilled Worker stream"),
        ),
        Stream(
            "nb-strategic",
            "nbpnp",
            _("New Brunswick Strategic Initiative"),
            "base",
            ("Strategic Initiative", "New Brunswick Strategic Initiative stream"),
        ),
        Stream(
            "nb-aip",
            "nb-aip",
            _("Atlantic Immigration Program"),
            "base",
            ("Atlantic Immigration Program (AIP)",),
        ),
    ),
)
