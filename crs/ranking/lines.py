"""One number of a score, with the rule behind it."""

from dataclasses import dataclass

from crs.language import ABILITIES, Levels
from crs.rules import Step, Steps
from crs.wording import Said


@dataclass(frozen=True, slots=True)
class Line:
    """`points` of `most` for one factor; `rule` is the line of the official table that gave them.

    `part` is core, partner, transferability or additional. Caps of a whole part or group come
    later: the points of lines can add up to more than their part.
    """

    key: str
    part: str
    points: int
    most: int
    rule: Said

    def as_json(self) -> dict[str, object]:
        return {
            "key": self.key,
            "part": self.part,
            "points": self.points,
            "most": self.most,
            "rule": self.rule.as_json(),
        }


def step_rule(name: str, step: Step) -> Said:
    """ "20 to 29", "1 year", "5 or more": the words for a step of ages or years."""
    if step.high is None:
        return Said(f"{name}-from", {"low": step.low})
    if step.low == step.high:
        return Said(f"{name}-one" if step.low == 1 else f"{name}-exact", {"low": step.low})
    return Said(f"{name}-span", {"low": step.low, "high": step.high})


def years_rule(years: int, step: Step) -> Said:
    return step_rule("years", step) if years else Said("years-none")


def each_ability(levels: Levels, table: Steps, column: int = 0) -> tuple[int, Said]:
    """The sum over the four abilities, each by its own level."""
    points = [table.at(level).points[column] for level in levels]
    values: dict[str, object] = {"points": " + ".join(map(str, points))}
    values |= dict(zip(ABILITIES, map(level_text, levels), strict=True))
    return sum(points), Said("each-ability", values)


def level_text(level: int) -> str:
    """A level as it is written: "10+" for 10 and above, "<4" for below 4."""
    if level >= 10:
        return "10+"
    return str(level) if level >= 4 else "<4"
