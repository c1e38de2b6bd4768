"""Part C: what counts more together. Three groups, each capped, and capped again together."""

from collections.abc import Iterator, Mapping

from crs.profile import Profile
from crs.ranking.lines import Line
from crs.rules import Transferability
from crs.wording import Said

# The lines of each group that has a cap of its own.
GROUPS: dict[str, tuple[str, ...]] = {
    "education": ("edu_x_language", "edu_x_canadian_work"),
    "foreign_work": ("foreign_x_language", "foreign_x_canadian_work"),
    "certificate": ("certificate_x_language",),
}


def transferability_lines(profile: Profile, table: Transferability) -> Iterator[Line]:
    weakest = profile.first.weakest if profile.first else 0
    education = table.education[profile.education] if profile.education else 0
    foreign = _strength(profile.foreign_work, table.foreign_work)
    language = _strength(weakest, table.language)
    work = _strength(profile.canadian_work, table.canadian_work)
    for row, strength in (("edu", education), ("foreign", foreign)):
        yield _pair(row, strength, "language", language, table)
        yield _pair(row, strength, "canadian_work", work, table)
    yield _certificate(profile.certificate, weakest, table)


def group_points(points: Mapping[str, int], table: Transferability) -> dict[str, int]:
    """The points of each group after its cap."""
    return {
        group: min(table.group_most, sum(points[key] for key in keys))
        for group, keys in GROUPS.items()
    }


def _strength(number: int, thresholds: tuple[int, int]) -> int:
    return sum(number >= threshold for threshold in thresholds)


def _pair(row: str, strength: int, column: str, other: int, table: Transferability) -> Line:
    points = table.points[strength - 1][other - 1] if strength and other else 0
    thresholds = table.language if column == "language" else table.canadian_work
    values = {"from": thresholds[max(other, 1) - 1], "abroad": _abroad(strength, table)}
    code = f"{row}-{strength}-{column}" if points else f"{row}-{column}-nothing"
    most = table.points[-1][-1]
    return Line(f"{row}_x_{column}", "transferability", points, most, Said(code, values))


def _abroad(strength: int, table: Transferability) -> str:
    """The years of work abroad of a strength, as they are written: "1–2", "3+"."""
    some, many = table.foreign_work
    return f"{some}–{many - 1}" if strength < 2 else f"{many}+"


def _certificate(has_one: bool, weakest: int, table: Transferability) -> Line:
    step = table.certificate.at(weakest)
    points = step.points[0] if has_one else 0
    if points:
        rule = Said("certificate-at", {"low": step.low})
    else:
        first = next(iter(table.certificate)).low
        rule = Said("certificate-too-low" if has_one else "certificate-none", {"low": first})
    most = table.certificate.top[0]
    return Line("certificate_x_language", "transferability", points, most, rule)
