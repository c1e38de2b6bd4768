"""Manitoba: the Manitoba Provincial Nominee Program (MPNP)."""

from django.utils.translation import gettext_noop as _

from pnp.programs import Program, Province, Scale, Stream

PAGE = "https://immigratemanitoba.com/draws/"
EOI = Scale("mpnp-eoi", "MPNP-EOI", _("Manitoba expression of interest ranking score"), 1000)


def _stream(slug: str, name: str, *aliases: str) -> Stream:
    return Stream(f"mb-{slug}", "mpnp", name, "both", aliases, EOI.slug)


PROVINCE = Province(
    code="mb",
    slug="manitoba",
    name=_("Manitoba"),
    programs=(
        Program(
            "mpnp",
            "MPNP",
            _("Manitoba Provincial Nominee Program"),
            PAGE,
            note=_(
                "Manitoba numbers its draws and issues letters of advice to apply. It publishes a "
                "ranking score only for some selections."
            ),
        ),
    ),
    streams=(
        _stream("skilled", _("Skilled Worker in Manitoba")),
        _stream(
            "strategic",
            _("Skilled Worker Stream: strategic recruitment"),
            "Skilled Worker Stream",
            "Skilled Worker Stream (strategic recruitment initiatives)",
        ),
        _stream("overseas", _("Skilled Worker Overseas")),
        _stream("education", _("International Education Stream")),
        _stream("ukraine", _("Citizens of Ukraine Selection"), "Citizens of Ukraine"),
        _stream("selection", _("Selections without a named stream")),
    ),
    scales=(EOI,),
)
