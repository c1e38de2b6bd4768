"""A round as the official feed prints it: 31 texts under 31 keys, in English or French.

No copy of the French file was at hand for its dates, programs and links: those are plausible.
Its names, thousands set with a plain space and two encodings are as the source has them.
"""

from collections.abc import Iterable
from datetime import date, datetime

from draws.bundle import PROGRAMS, usual_form
from draws.families import FAMILIES
from draws.records import POOL_FIELDS, PoolRecord, RoundRecord, serial_of
from draws.sources.moments import MONTHS

Row = dict[str, str]

LANGUAGES = ("en", "fr")

# The official order.
KEYS: tuple[str, ...] = (
    "drawNumber",
    "drawNumberURL",
    "drawDate",
    "drawDateFull",
    "drawName",
    "drawSize",
    "drawCRS",
    "mitext",
    "DrawText1",
    "drawText2",
    "drawDateTime",
    "drawCutOff",
    "drawDistributionAsOn",
    *POOL_FIELDS,
)

# The words around the figures, by language.
_INVITATIONS = {
    "en": "Invitations to apply for permanent residence under the Express Entry system",
    "fr": "Invitations à présenter une demande de résidence permanente dans le cadre du système"
    " Entrée express",
}
_FULL_TEXT = {
    "en": "See full text of Ministerial Instruction",
    "fr": "Voir le texte intégral des instructions ministérielles",
}
_FOLDER = {
    "en": "/en/immigration-refugees-citizenship/corporate/mandate/policies-operational-"
    "instructions-agreements/ministerial-instructions/express-entry-rounds",
    "fr": "/fr/immigration-refugies-citoyennete/organisation/mandat/politiques-directives-"
    "operationnelles-ententes-accords/instructions-ministerielles/rondes-entree-express",
}
_MONTHS = {
    "en": MONTHS,
    "fr": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ).split(),
}
_PROGRAMS_FR = {
    "all": "Travailleurs qualifiés (fédéral), catégorie de l’expérience canadienne, métiers"
    " spécialisés (fédéral) et Programme des candidats des provinces",
    "all-2023": "Programme des travailleurs qualifiés (fédéral), catégorie de l’expérience"
    " canadienne, Programme des travailleurs de métiers spécialisés (fédéral) et Programme des"
    " candidats des provinces",
    "federal": "Programme des travailleurs qualifiés (fédéral), catégorie de l’expérience"
    " canadienne et Programme des travailleurs de métiers spécialisés (fédéral)",
    "cec": "Catégorie de l’expérience canadienne",
    "pnp": "Programme des candidats des provinces",
    "fsw": "Travailleurs qualifiés (fédéral)",
    "fst": "Métiers spécialisés (fédéral)",
}
_PROGRAMS = {PROGRAMS[code]: french for code, french in _PROGRAMS_FR.items()}

# The first of several French labels is the newest.
_FRENCH_LABELS: dict[str, str] = {}
for _family in FAMILIES.values():
    for _english, _french in _family.labels:
        _FRENCH_LABELS.setdefault(_english, _french)


def rows_of(rounds: Iterable[RoundRecord], language: str) -> list[Row]:
    """Rounds as rows, newest first. The French file leaves out what has no known French name."""
    newest_first = sorted(rounds, key=lambda each: serial_of(each.number), reverse=True)
    named = [(each, _name(each, language)) for each in newest_first]
    return [_row(each, name, language) for each, name in named if name]


def _name(round_: RoundRecord, language: str) -> str:
    if language == "en":
        return round_.name
    return round_.name_fr or _FRENCH_LABELS.get(round_.name, "")


def _row(round_: RoundRecord, name: str, language: str) -> Row:
    href = _href(round_.number, language)
    return {
        "drawNumber": round_.number,
        "drawNumberURL": f"<a href='{href}'>{round_.number}</a>",
        "drawDate": round_.date.isoformat(),
        "drawDateFull": _day(round_.date, language),
        "drawName": name,
        "drawSize": _figure(round_.invitations, language),
        "drawCRS": _figure(round_.crs, language),
        "mitext": f"<a href='{href}'>{_INVITATIONS[language]} #{round_.number}</a>",
        "DrawText1": f"<a href='{href}'>{_FULL_TEXT[language]}</a>",
        "drawText2": _programs(round_.programs, language),
        "drawDateTime": _moment(round_.held_at_text, round_.held_at, language),
        "drawCutOff": _moment(round_.tie_break_text, round_.tie_break_at, language),
        "drawDistributionAsOn": _day(round_.pool_as_of, language),
        **_pool(round_.pool, language),
    }


def _pool(pool: PoolRecord | None, language: str) -> Row:
    """A count that was not published is all "0"; a band that is not known here is blank."""
    if pool is None:
        return dict.fromkeys(POOL_FIELDS, "0")
    return {key: _figure(getattr(pool, field), language) for key, field in POOL_FIELDS.items()}


def _figure(value: int | None, language: str) -> str:
    if value is None:
        return ""
    return f"{value:,}" if language == "en" else f"{value:,}".replace(",", " ")


def _day(day: date | None, language: str) -> str:
    if day is None:
        return ""
    month = _MONTHS[language][day.month - 1]
    return f"{month} {day.day}, {day.year}" if language == "en" else f"{day.day} {month} {day.year}"


def _moment(printed: str, at: datetime | None, language: str) -> str:
    """The words as printed where they are known: they are irregular, and readers must cope."""
    if language == "en" or at is None:
        return printed or (usual_form(at) if at else "")
    return f"{_day(at.date(), language)} à {at:%H:%M:%S} UTC"


def _programs(programs: str, language: str) -> str:
    return programs if language == "en" else _PROGRAMS.get(programs, programs)


def _href(number: str, language: str) -> str:
    """Links changed their form twice, after round 76 and after round 236."""
    folder, serial = _FOLDER[language], serial_of(number)
    if serial <= 760:
        return f"{folder}/invitations-{number}.html"
    prefix = "/content/canadasite" if serial > 2360 else ""
    return f"{prefix}{folder}/invitations.html?q={number}"
