"""What a candidate types, read into a profile: the `inputs` of a score.

    {"marital": "married", "partner_accompanying": true, "partner_citizen_or_pr": false,
     "age": 29, "education": "bachelor_or_3yr", "canadian_credential": "none",
     "first_language_is": "en",
     "first_language": {"test": "ielts_gt", "scores": {"R": 7, "W": 6.5, "L": 8, "S": 7}},
     "second_language": {"clb": 5},
     "canadian_work_years": 1, "foreign_work_years": 3, "certificate": false,
     "nomination": false, "sibling": false, "job_offer": "none",
     "partner": {"education": "two_year", "language": {"clb": 6}, "canadian_work_years": 0}}

Only `age` is required. What is not answered earns nothing, and a note says so. Ages and years are
completed ones; a fraction is dropped, never rounded.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from crs.language import LANGUAGES, Levels, Result, read_result
from crs.reading import Fault, InputProblem, Reader
from crs.rules import EDUCATION
from crs.wording import Said

# The official form’s seven answers; only two of them have a partner.
WITH_PARTNER = ("married", "common_law")
MARITAL = (*WITH_PARTNER, "single", "divorced", "legally_separated", "widowed", "annulled")
STUDY = ("none", "1-2", "3+")
JOB_OFFERS = ("none", "other", "00")
MOST_AGE, MOST_YEARS = 120, 80


@dataclass(frozen=True, slots=True)
class Partner:
    """A spouse or common-law partner who counts. `levels` None: no valid test."""

    education: str | None
    levels: Levels | None
    canadian_work: int


@dataclass(frozen=True, slots=True)
class Profile:
    """A candidate on a day. `partner` is None for who is scored without one.

    `first_is` says which official language `first` is; `second` is the other one.
    """

    age: int
    education: str | None
    first_is: str
    first: Levels | None
    second: Levels | None
    canadian_work: int
    foreign_work: int
    certificate: bool
    canadian_study: str
    nomination: bool
    sibling: bool
    job_offer: str
    partner: Partner | None
    notes: tuple[Said, ...] = ()

    @property
    def french(self) -> Levels | None:
        return self.first if self.first_is == "fr" else self.second

    @property
    def english(self) -> Levels | None:
        return self.second if self.first_is == "fr" else self.first


def read_profile(inputs: object, on: dt.date) -> Profile:
    """The profile on a day. Raises InputProblem with everything that is wrong."""
    faults: list[Fault] = []
    reader = Reader(inputs, faults)
    profile = profile_from(reader, on) if isinstance(inputs, Mapping) else None
    reader.close()
    if faults or profile is None:
        raise InputProblem(faults)
    return profile


def profile_from(
    reader: Reader, on: dt.date, partner_questions: tuple[str, ...] = ()
) -> Profile | None:
    """The same from a reader that is asked for more; None without an age. Does not close it.

    `partner_questions` are further names that may stand in the partner’s block.
    """
    notes: list[Said] = []
    age = reader.whole("age", MOST_AGE, required=True)
    education = reader.choice("education", EDUCATION)
    if education is None:
        notes.append(Said("no-education"))
    first_is, first, second = _languages(reader, on, notes)
    partner = _partner(reader, on, notes, partner_questions)
    work = {name: reader.whole(name, MOST_YEARS) or 0 for name in _WORK}
    flags = {name: reader.flag(name) for name in ("certificate", "nomination", "sibling")}
    study = reader.choice("canadian_credential", STUDY) or "none"
    job_offer = reader.choice("job_offer", JOB_OFFERS) or "none"
    if age is None:
        return None
    return Profile(
        age=age,
        education=education,
        first_is=first_is,
        first=first,
        second=second,
        canadian_work=work["canadian_work_years"],
        foreign_work=work["foreign_work_years"],
        canadian_study=study,
        job_offer=job_offer,
        partner=partner,
        notes=tuple(notes),
        **flags,
    )


_WORK = ("canadian_work_years", "foreign_work_years")


def _languages(
    reader: Reader, on: dt.date, notes: list[Said]
) -> tuple[str, Levels | None, Levels | None]:
    named = reader.choice("first_language_is", LANGUAGES)
    first = read_result(reader.part("first_language"))
    second = read_result(reader.part("second_language"))
    # A French test can only be French, also where nobody said which language comes first.
    first_is = named or (first and first.language) or "en"
    second_is = "en" if first_is == "fr" else "fr"
    for key, result, language in (
        ("first_language", first, first_is),
        ("second_language", second, second_is),
    ):
        if result and result.language not in (None, language):
            reader.fault(key, f"test-is-not-{language}")
    if first is None:
        notes.append(Said("no-first-language"))
    return (
        first_is,
        _valid(first, on, "first-language-expired", notes),
        _valid(second, on, "second-language-expired", notes),
    )


def _valid(result: Result | None, on: dt.date, code: str, notes: list[Said]) -> Levels | None:
    if result is None:
        return None
    if not result.is_valid(on):
        notes.append(Said(code))
        return None
    if result.regraded:
        notes.append(Said("tef-regraded"))
    return result.levels


def _partner(
    reader: Reader, on: dt.date, notes: list[Said], more: tuple[str, ...]
) -> Partner | None:
    """The partner, if one counts. What was typed is read in any case: a fault is a fault."""
    has_one = reader.choice("marital", MARITAL) in WITH_PARTNER
    comes = reader.flag("partner_accompanying")
    is_canadian = reader.flag("partner_citizen_or_pr")
    part = reader.part("partner")
    if part:
        for question in more:
            part.raw(question)
    said: list[Said] = []
    partner = _partner_block(part, on, said) if part else Partner(None, None, 0)
    if has_one and comes and not is_canadian:
        notes.extend(said if part else [Said("partner-unanswered")])
        return partner
    if has_one:
        notes.append(Said("partner-is-canadian" if is_canadian else "partner-stays"))
    if part:
        notes.append(Said("partner-ignored"))
    return None


def _partner_block(part: Reader, on: dt.date, notes: list[Said]) -> Partner:
    education = part.choice("education", EDUCATION)
    result = read_result(part.part("language"))
    years = part.whole("canadian_work_years", MOST_YEARS) or 0
    part.close()
    if education is None:
        notes.append(Said("partner-no-education"))
    if result is None:
        notes.append(Said("partner-no-language"))
    return Partner(education, _valid(result, on, "partner-language-expired", notes), years)
