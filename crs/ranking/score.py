"""Inputs to a score: parts, caps, the rule behind each number, and what is to be said with it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crs.profile import Profile, read_profile
from crs.ranking.additional import additional_lines
from crs.ranking.core import core_lines, partner_lines
from crs.ranking.lines import Line
from crs.ranking.transferability import GROUPS, group_points, transferability_lines
from crs.rules import Announced, Rules, in_force, last_known
from crs.wording import Said


@dataclass(frozen=True, slots=True)
class Score:
    """A score by one rule set, 0 to 1,200.

    `detail` has the points of each factor; `lines` the same with rules; `groups` the points of
    the three groups of transferability after their caps. `ruleset` is the set that the points
    come from, `in_force` the one of the day: where they differ, this is not the score of that
    day, and the first note says so. `column` is with_spouse or without_spouse.
    """

    total: int
    core: int
    partner: int
    transferability: int
    additional: int
    detail: Mapping[str, int]
    groups: Mapping[str, int]
    lines: tuple[Line, ...]
    column: str
    ruleset: str
    in_force: str
    notes: tuple[Said, ...]

    @property
    def is_current(self) -> bool:
        return self.ruleset == self.in_force

    def as_json(self) -> dict[str, object]:
        return {
            "total": self.total,
            "core": self.core,
            "partner": self.partner,
            "transferability": self.transferability,
            "additional": self.additional,
            "detail": dict(self.detail),
            "groups": dict(self.groups),
            "rules": [line.as_json() for line in self.lines],
            "column": self.column,
            "ruleset": self.ruleset,
            "in_force": self.in_force,
            "notes": [note.as_json() for note in self.notes],
        }


def score(inputs: object, on: dt.date) -> Score:
    """The score of `inputs` (see crs.profile) on a day. Raises InputProblem, nothing else.

    Where the points of the day are not known, those of the last known set, with a note.
    """
    return score_of(read_profile(inputs, on), on)


def score_of(profile: Profile, on: dt.date, rules: Rules | None = None) -> Score:
    """The score of a profile that was read already; by `rules` if they are given."""
    rules = rules or last_known(on)
    lines = (
        *core_lines(profile, rules),
        *partner_lines(profile.partner, rules),
        *transferability_lines(profile, rules.transferability),
        *additional_lines(profile, rules.additional),
    )
    detail = {line.key: line.points for line in lines}
    groups = group_points(detail, rules.transferability)
    core, partner, added = (_sum(lines, part) for part in ("core", "partner", "additional"))
    moved = min(rules.transferability.most, sum(groups.values()))
    added = min(rules.additional.most, added)
    return Score(
        total=core + partner + moved + added,
        core=core,
        partner=partner,
        transferability=moved,
        additional=added,
        detail=detail,
        groups=groups,
        lines=lines,
        column="with_spouse" if profile.partner else "without_spouse",
        ruleset=rules.id,
        in_force=in_force(on).id,
        notes=(*_about_rules(rules, on), *profile.notes, *_about_caps(detail, groups, rules)),
    )


def _sum(lines: tuple[Line, ...], part: str) -> int:
    return sum(line.points for line in lines if line.part == part)


def _about_rules(rules: Rules, on: dt.date) -> Iterator[Said]:
    today = in_force(on)
    if isinstance(today, Announced):
        yield Said(f"rules-{today.status}", {"since": today.id, "used": rules.id})
    elif today.id != rules.id:
        yield Said("rules-of-another-day", {"since": today.id, "used": rules.id})
    if rules.certainty != "high":
        yield Said("rules-less-certain", {"used": rules.id})


def _about_caps(
    detail: Mapping[str, int], groups: Mapping[str, int], rules: Rules
) -> Iterator[Said]:
    table = rules.transferability
    for group, keys in GROUPS.items():
        if sum(detail[key] for key in keys) > table.group_most:
            yield Said(f"cap-{group}", {"most": table.group_most})
    if sum(groups.values()) > table.most:
        yield Said("cap-transferability", {"most": table.most})
    most = rules.additional.most
    added = sum(detail[key] for key in ADDED)
    if added > most:
        yield Said("cap-additional", {"most": most})


ADDED = ("french", "canadian_study", "sibling", "nomination", "job_offer")
