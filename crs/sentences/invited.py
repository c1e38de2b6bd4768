"""Why a draw would have invited a person or not, and what would raise a score."""

_OUTCOMES = {
    "above-cut-off": "%(score)s is above the cut-off of %(cut_off)s.",
    "below-cut-off": "%(score)s is below the cut-off of %(cut_off)s.",
    "submitted-before-tie-break": (
        "%(score)s is the cut-off, and the profile is not younger than the tie-break."
    ),
    "submitted-after-tie-break": (
        "%(score)s is the cut-off, and the profile is younger than the tie-break."
    ),
    "submitted-on-day-of-tie-break": (
        "%(score)s is the cut-off, and the tie-break is on the day on which the profile was"
        " submitted. The time of that day would decide."
    ),
    "no-tie-break": "%(score)s is the cut-off, and no tie-break was published for this draw.",
    "not-eligible": "This draw was for others.",
    "before-profile": "The profile was submitted after this draw.",
    "profile-ended": "The profile had ended: it lives twelve months.",
    "submitted-on-day-of-draw": (
        "The profile was submitted on the day of this draw. The time of that day would decide."
    ),
    "profile-ended-on-day-of-draw": (
        "The profile ended on the day of this draw. The time of that day would decide."
    ),
    "family-not-known": "It is not known yet whom this draw was for.",
}

_OPTIONS = {
    "option-first-en": "Name English as your first official language.",
    "option-first-fr": "Name French as your first official language.",
    "option-partner-stays": "Be scored without your partner, if your partner does not come along.",
    "option-ability-R": "Reach level %(level)s in reading.",
    "option-ability-W": "Reach level %(level)s in writing.",
    "option-ability-L": "Reach level %(level)s in listening.",
    "option-ability-S": "Reach level %(level)s in speaking.",
    "option-first-language": "Reach level %(level)s in all four abilities of the first language.",
    "option-french": "Reach level %(level)s in French in all four abilities.",
    "option-english": "Reach level %(level)s in English in all four abilities.",
    "option-canadian-work": "Years more of skilled work in Canada: %(years)s.",
    "option-foreign-work": "Years more of skilled work abroad: %(years)s.",
    "option-education-one_year": "A credential from a program of one year.",
    "option-education-two_year": "A credential from a program of two years.",
    "option-education-bachelor_or_3yr": "A bachelor’s degree.",
    "option-education-two_or_more_one_3yr": "A second credential.",
    "option-education-masters_or_professional": "A master’s degree.",
    "option-education-doctoral": "A doctoral degree.",
    "option-study-one_year": "A credential from a program of one year, studied in Canada.",
    "option-study-two_year": "A credential from a program of two years, studied in Canada.",
    "option-study-bachelor_or_3yr": "A bachelor’s degree, studied in Canada.",
    "option-study-two_or_more_one_3yr": "A second credential, studied in Canada.",
    "option-study-masters_or_professional": "A master’s degree, studied in Canada.",
    "option-study-doctoral": "A doctoral degree, studied in Canada.",
    "option-certificate": "A Canadian certificate of qualification in a trade.",
    "option-nomination": "A nomination by a province or territory.",
    "option-partner-language": "Your partner reaches level %(level)s in all four abilities.",
    "option-partner-work": "Your partner works in Canada for a year more.",
    "option-partner-one_year": "Your partner earns a credential of one year.",
    "option-partner-two_year": "Your partner earns a credential of two years.",
    "option-partner-bachelor_or_3yr": "Your partner earns a bachelor’s degree.",
    "option-partner-two_or_more_one_3yr": "Your partner earns a second credential.",
    "option-partner-masters_or_professional": "Your partner earns a master’s degree.",
    "option-partner-doctoral": "Your partner earns a doctoral degree.",
}

SENTENCES = {**_OUTCOMES, **_OPTIONS}
