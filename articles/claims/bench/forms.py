"""Figures of a draw as newsrooms write them, each with wrong ones beside it."""

import datetime as dt

from draws.records import RoundRecord

MONTHS = {
    "en": (
        "January February March April May June July August September October November December"
    ).split(),
    "fr": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ).split(),
}
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
WORDS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve".split(),
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze".split(),
}
# Families as they are called, and one that it is not.
FAMILIES = {
    "en": {
        "cec": "Canadian Experience Class",
        "pnp": "Provincial Nominee Program",
        "french": "French-language proficiency",
        "health": "healthcare and social services",
        "trades": "trade occupations",
        "stem": "STEM",
        "education": "education occupations",
        "all-program": "all-program",
        "transport": "transport occupations",
        "agriculture": "agriculture and agri-food",
        "physicians": "physicians with Canadian work experience",
        "fst": "Federal Skilled Trades",
        "fsw": "Federal Skilled Worker",
        "senior-managers": "senior managers with Canadian work experience",
    },
    "fr": {
        "cec": "Catégorie de l’expérience canadienne",
        "pnp": "Programme des candidats des provinces",
        "french": "compétence linguistique en français",
        "health": "professions de la santé et des services sociaux",
        "trades": "métiers spécialisés",
        "stem": "professions des STIM",
        "education": "professions de l’éducation",
        "all-program": "tous les programmes",
        "transport": "métiers des transports",
        "agriculture": "agriculture et agroalimentaire",
        "physicians": "médecins ayant de l’expérience de travail au Canada",
        "fst": "métiers spécialisés (fédéral)",
        "fsw": "travailleurs qualifiés (fédéral)",
        "senior-managers": "cadres supérieurs ayant de l’expérience de travail au Canada",
    },
}


def of(
    name: str, draw: RoundRecord, before: RoundRecord | None, style: str, language: str
) -> list[str]:
    """The true words, then wrong ones. Raises KeyError for what nobody taught."""
    if name in ("points", "dir") and before is not None:
        return _change(name, draw.crs - before.crs, style, language)
    if name == "inv":
        return _invitations(draw, language)
    if name == "crs":
        return [str(draw.crs), str(draw.crs + 1), str(draw.crs - 12), _swapped(draw.crs)]
    if name == "number":
        serial = int(draw.number.rstrip("abc"))
        return [draw.number, str(serial - 1), str(serial - 10)]
    if name == "date":
        return [day(each, style, language) for each in _days(draw.date)]
    if name == "tie":
        return _tie_break(draw, style, language)
    return _families(draw, language)


def number(value: int, language: str) -> str:
    return f"{value:,}".replace(",", "," if language == "en" else "\u00a0")


def _invitations(draw: RoundRecord, language: str) -> list[str]:
    real = draw.invitations
    wrong = (real + 500, real + 1, int(_swapped(real)))
    return [number(each, language) for each in (real, *wrong)]


def _swapped(value: int) -> str:
    """The last two figures changed round; one more where they are the same."""
    text = str(value).rjust(2, "0")
    swapped = text[:-2] + text[-1] + text[-2]
    return swapped if swapped != text and not swapped.startswith("0") else str(value + 9)


def _days(real: dt.date) -> tuple[dt.date, ...]:
    return real, real + dt.timedelta(days=1), real - dt.timedelta(days=8), _month_before(real)


def _month_before(real: dt.date) -> dt.date:
    return (real.replace(day=1) - dt.timedelta(days=1)).replace(day=min(real.day, 28))


def day(real: dt.date, style: str, language: str) -> str:
    month = MONTHS[language][real.month - 1]
    if language == "fr":
        first = "1er" if real.day == 1 else str(real.day)
        return f"{first} {month}" if style == "short" else f"{first} {month} {real.year}"
    if style == "short":
        return f"{month} {real.day}"
    if style == "uk":
        return f"{real.day} {month} {real.year}"
    if style == "iso":
        return real.isoformat()
    if style == "abbreviated":
        return (
            f"{month[:3]}. {real.day}, {real.year}"
            if len(month) > 4
            else f"{month} {real.day}, {real.year}"
        )
    return f"{month} {real.day}, {real.year}"


def _tie_break(draw: RoundRecord, style: str, language: str) -> list[str]:
    at = draw.tie_break_at
    if at is None:
        return ["none"]
    moves = (
        dt.timedelta(0),
        dt.timedelta(days=1),
        dt.timedelta(minutes=10),
        dt.timedelta(days=-31),
    )
    return [_moment(at + move, style, language) for move in moves]


def _moment(at: dt.datetime, style: str, language: str) -> str:
    if language == "fr":
        clock = (
            f"{at.hour} h {at.minute} min {at.second} s UTC"
            if style == "long"
            else f"{at:%H:%M:%S} UTC"
        )
        return f"{day(at.date(), '', 'fr')} à {clock}"
    if style == "uk":
        return f"{day(at.date(), 'uk', 'en')}, {at:%H:%M:%S} UTC"
    return f"{day(at.date(), '', 'en')} at {at:%H:%M:%S} UTC"


def _change(name: str, real: int, style: str, language: str) -> list[str]:
    if name == "dir":
        down, up = style.split("/")
        return [down, up] if real < 0 else [up, down]
    size = abs(real)
    return [_points(each, style, language) for each in (size, size + 2, size * 2 + 1)]


def _points(size: int, style: str, language: str) -> str:
    word = WORDS[language][size] if size < 13 and style != "digits" else str(size)
    return f"{word} point{'s' if size != 1 else ''}"


def _families(draw: RoundRecord, language: str) -> list[str]:
    names = FAMILIES[language]
    real = names[draw.family or ""]
    others = [
        name for slug, name in names.items() if slug in ("cec", "pnp", "french") and name != real
    ]
    return [real, others[0], others[1]]
