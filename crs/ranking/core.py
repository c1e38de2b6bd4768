"""Parts A and B: the candidate, and the partner who comes along."""

from collections.abc import Iterator

from crs.language import ABILITIES, Levels
from crs.profile import Partner, Profile
from crs.ranking.lines import Line, each_ability, step_rule, years_rule
from crs.rules import Core, PartnerRules, Rules, Steps
from crs.wording import Said

WITH, WITHOUT = 0, 1
FOUR = len(ABILITIES)


def core_lines(profile: Profile, rules: Rules) -> Iterator[Line]:
    table, column = rules.core, WITH if profile.partner else WITHOUT
    step = table.age.at(profile.age)
    yield _core("age", step.points[column], table.age.top[column], step_rule("age", step))
    yield _education(profile.education, table, column)
    yield _first(profile.first, table, column)
    yield _second(profile.second, table, column)
    years = table.canadian_work.at(profile.canadian_work)
    rule, most = years_rule(profile.canadian_work, years), table.canadian_work.top[column]
    yield _core("canadian_work", years.points[column], most, rule)


def partner_lines(partner: Partner | None, rules: Rules) -> Iterator[Line]:
    table = rules.partner
    yield _partner_education(partner, table)
    most, none = table.language.top[0] * FOUR, Said("partner-not-counted")
    if partner and partner.levels:
        points, rule = each_ability(partner.levels, table.language)
    else:
        points, rule = 0, Said("no-test") if partner else none
    yield Line("partner_language", "partner", points, most, rule)
    years = partner.canadian_work if partner else 0
    step = table.canadian_work.at(years)
    rule = years_rule(years, step) if partner else none
    most = table.canadian_work.top[0]
    yield Line("partner_canadian_work", "partner", step.points[0], most, rule)


def _core(key: str, points: int, most: int, rule: Said) -> Line:
    return Line(key, "core", points, most, rule)


def _education(level: str | None, table: Core, column: int) -> Line:
    most = max(points[column] for points in table.education.values())
    points = table.education[level][column] if level else 0
    return _core("education", points, most, education_rule(level))


def education_rule(level: str | None) -> Said:
    return Said(f"education-{level}" if level else "not-answered")


def _first(levels: Levels | None, table: Core, column: int) -> Line:
    return _language("first_language", levels, table.first_language, column, None)


def _second(levels: Levels | None, table: Core, column: int) -> Line:
    most = table.second_language_most[column]
    return _language("second_language", levels, table.second_language, column, most)


def _language(key: str, levels: Levels | None, table: Steps, column: int, cap: int | None) -> Line:
    most = table.top[column] * FOUR if cap is None else cap
    if levels is None:
        return _core(key, 0, most, Said("no-test"))
    points, rule = each_ability(levels, table, column)
    if points > most:
        rule = Said("each-ability-capped", {**rule.values, "most": most})
    return _core(key, min(points, most), most, rule)


def _partner_education(partner: Partner | None, table: PartnerRules) -> Line:
    most = max(table.education.values())
    points = table.education[partner.education] if partner and partner.education else 0
    rule = education_rule(partner.education) if partner else Said("partner-not-counted")
    return Line("partner_education", "partner", points, most, rule)
