"""The real options: what a person could have, do or show that they do not yet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from crs.improve.efforts import efforts, months, months_to
from crs.language import ABILITIES, HIGHEST, LOWEST, Levels
from crs.profile import STUDY, Partner, Profile
from crs.rules import EDUCATION
from crs.wording import Said

MOST_YEARS_MORE = 3
NOTHING = Levels(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Change:
    """A profile that could be, what it takes in words and in months, and of which kind it is.

    `kind` is language, work, education, french, nomination, partner or choice (which costs no
    time, and is a decision about a life, or which test to name first).
    """

    kind: str
    said: Said
    months: int
    profile: Profile


def changes(profile: Profile) -> Iterator[Change]:
    """Every option for a profile, whatever it earns."""
    yield from _choices(profile)
    yield from _first_language(profile)
    yield from _second_language(profile)
    yield from _work(profile)
    yield from _education(profile)
    yield from _papers(profile)
    if profile.partner:
        yield from _partner(profile, profile.partner)


def _choices(profile: Profile) -> Iterator[Change]:
    if profile.first and profile.second:
        first_is = "en" if profile.first_is == "fr" else "fr"
        other = replace(profile, first_is=first_is, first=profile.second, second=profile.first)
        yield Change("choice", Said(f"option-first-{first_is}"), 0, other)
    if profile.partner:
        yield Change("choice", Said("option-partner-stays"), 0, replace(profile, partner=None))


def _first_language(profile: Profile) -> Iterator[Change]:
    now = profile.first or NOTHING
    for place, letter in enumerate(ABILITIES):
        level = max(now[place] + 1, LOWEST)
        if level <= HIGHEST and profile.first:
            more = now._replace(**{ABILITIES[letter]: level})
            said = Said(f"option-ability-{letter}", {"level": level})
            yield Change("language", said, months("level_in_one"), replace(profile, first=more))
    for level in range(now.weakest + 1, HIGHEST + 1):
        if level >= LOWEST:
            said = Said("option-first-language", {"level": level})
            time = months("level_in_all", _raised(now, level))
            yield Change("language", said, time, replace(profile, first=_at_least(now, level)))


def _second_language(profile: Profile) -> Iterator[Change]:
    now = profile.second or NOTHING
    name = "english" if profile.first_is == "fr" else "french"
    for level in range(max(now.weakest + 1, LOWEST), HIGHEST + 1):
        said = Said(f"option-{name}", {"level": level})
        time = months("level_in_second", _raised(now, level))
        yield Change(name, said, time, replace(profile, second=_at_least(now, level)))


def _work(profile: Profile) -> Iterator[Change]:
    for years in range(1, MOST_YEARS_MORE + 1):
        time = months("year_of_work", years)
        here = replace(profile, canadian_work=profile.canadian_work + years)
        yield Change("work", Said("option-canadian-work", {"years": years}), time, here)
        abroad = replace(profile, foreign_work=profile.foreign_work + years)
        yield Change("work", Said("option-foreign-work", {"years": years}), time, abroad)


def _education(profile: Profile) -> Iterator[Change]:
    if profile.education is None:
        return
    for level in EDUCATION[EDUCATION.index(profile.education) + 1 :]:
        if level not in efforts()["education"]:
            continue
        time = months_to(level, profile.education)
        more = replace(profile, education=level)
        yield Change("education", Said(f"option-education-{level}"), time, more)
        study = efforts()["study_in_canada"][level]
        if STUDY.index(study) > STUDY.index(profile.canadian_study):
            here = replace(more, canadian_study=study)
            yield Change("education", Said(f"option-study-{level}"), time, here)


def _papers(profile: Profile) -> Iterator[Change]:
    if not profile.certificate:
        said = Said("option-certificate")
        yield Change("work", said, months("certificate"), replace(profile, certificate=True))
    if not profile.nomination:
        said = Said("option-nomination")
        yield Change("nomination", said, months("nomination"), replace(profile, nomination=True))


def _partner(profile: Profile, partner: Partner) -> Iterator[Change]:
    now = partner.levels or NOTHING
    for level in range(max(now.weakest + 1, LOWEST), HIGHEST + 1):
        said = Said("option-partner-language", {"level": level})
        time = months("partner_level", _raised(now, level))
        yield _with_partner(profile, said, time, replace(partner, levels=_at_least(now, level)))
    year = replace(partner, canadian_work=partner.canadian_work + 1)
    yield _with_partner(profile, Said("option-partner-work"), months("year_of_work"), year)
    if partner.education is None:
        return
    for degree in EDUCATION[EDUCATION.index(partner.education) + 1 :]:
        if degree in efforts()["education"]:
            time = months_to(degree, partner.education)
            said = Said(f"option-partner-{degree}")
            yield _with_partner(profile, said, time, replace(partner, education=degree))


def _with_partner(profile: Profile, said: Said, time: int, partner: Partner) -> Change:
    return Change("partner", said, time, replace(profile, partner=partner))


def _at_least(now: Levels, level: int) -> Levels:
    return Levels(*(max(each, level) for each in now))


def _raised(now: Levels, level: int) -> int:
    """By how many levels the weakest ability rises. A new language begins at level 1."""
    return level - now.weakest
