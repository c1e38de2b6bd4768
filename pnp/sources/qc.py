"""Quebec: the skilled worker selection program (PSTQ) through Arrima. Not a nominee program."""

from django.utils.translation import gettext_noop as _

from pnp.programs import Program, Province, Scale, Stream

PAGE = (
    "https://www.quebec.ca/en/immigration/permanent/skilled-workers"
    "/skilled-worker-selection-program/invitation/2026"
)
RANKING = Scale("pstq", "PSTQ", _("Quebec skilled worker ranking score"), 1400)


def _stream(number: int, name: str, scale: str = RANKING.slug) -> Stream:
    words = name.partition(": ")[2]
    return Stream(f"qc-{number}", "pstq", name, "base", (f"PSTQ {name}", words), scale)


PROVINCE = Province(
    code="qc",
    slug="quebec",
    name=_("Quebec"),
    programs=(
        Program(
            "pstq",
            "PSTQ",
            _("Skilled Worker Selection Program"),
            PAGE,
            kind="quebec",
            note=_(
                "Quebec selects its own skilled workers; its rounds are no part of the Provincial "
                "Nominee Program and of no total here. It publishes counts and scores per stream."
            ),
        ),
    ),
    streams=(
        _stream(1, _("Stream 1: Highly qualified and specialized skills")),
        _stream(2, _("Stream 2: Intermediate and manual skills")),
        _stream(3, _("Stream 3: Regulated professions")),
        _stream(4, _("Stream 4: Exceptional talent"), ""),
    ),
    scales=(RANKING,),
)
