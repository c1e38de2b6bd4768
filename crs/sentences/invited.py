"""Why a draw would have invited a person or not, and what would raise a score."""

from crs.marking import marked as _

_OUTCOMES = {
    "above-cut-off": _("%(score)s is above the cut-off of %(cut_off)s."),
    "below-cut-off": _("%(score)s is below the cut-off of %(cut_off)s."),
    "submitted-before-tie-break": _(
        "%(score)s is the cut-off, and the profile is not younger than the tie-break."
    ),
    "submitted-after-tie-break": _(
        "%(score)s is the cut-off, and the profile is younger than the tie-break."
    ),
    "submitted-on-day-of-tie-break": _(
        "%(score)s is the cut-off, and the tie-break is on the day on which the profile was"
        " submitted. The time of that day would decide."
    ),
    "no-tie-break": _("%(score)s is the cut-off, and no tie-break was published for this draw."),
    "not-eligible": _("This draw was for others."),
    "not-sure-if-eligible": _(
        "%(score)s would have been enough against the cut-off of %(cut_off)s, and you are not sure"
        " whether you qualify."
    ),
    "before-profile": _("The profile was submitted after this draw."),
    "profile-ended": _("The profile had ended: it lives twelve months."),
    "submitted-on-day-of-draw": _(
        "The profile was submitted on the day of this draw. The time of that day would decide."
    ),
    "profile-ended-on-day-of-draw": _(
        "The profile ended on the day of this draw. The time of that day would decide."
    ),
    "family-not-known": _("It is not known yet whom this draw was for."),
}

_OPTIONS = {
    "option-first-en": _("Name English as your first official language."),
    "option-first-fr": _("Name French as your first official language."),
    "option-partner-stays": _(
        "Be scored without your partner, if your partner does not come along."
    ),
    "option-ability-R": _("Reach level %(level)s in reading."),
    "option-ability-W": _("Reach level %(level)s in writing."),
    "option-ability-L": _("Reach level %(level)s in listening."),
    "option-ability-S": _("Reach level %(level)s in speaking."),
    "option-first-language": _(
        "Reach level %(level)s in all four abilities of the first language."
    ),
    "option-french": _("Reach level %(level)s in French in all four abilities."),
    "option-english": _("Reach level %(level)s in English in all four abilities."),
    "option-canadian-work": _("Years more of skilled work in Canada: %(years)s."),
    "option-foreign-work": _("Years more of skilled work abroad: %(years)s."),
    "option-education-one_year": _("A credential from a program of one year."),
    "option-education-two_year": _("A credential from a program of two years."),
    "option-education-bachelor_or_3yr": _("A bachelor’s degree."),
    "option-education-two_or_more_one_3yr": _("A second credential."),
    "option-education-masters_or_professional": _("A master’s degree."),
    "option-education-doctoral": _("A doctoral degree."),
    "option-study-one_year": _("A credential from a program of one year, studied in Canada."),
    "option-study-two_year": _("A credential from a program of two years, studied in Canada."),
    "option-study-bachelor_or_3yr": _("A bachelor’s degree, studied in Canada."),
    "option-study-two_or_more_one_3yr": _("A second credential, studied in Canada."),
    "option-study-masters_or_professional": _("A master’s degree, studied in Canada."),
    "option-study-doctoral": _("A doctoral degree, studied in Canada."),
    "option-certificate": _("A Canadian certificate of qualification in a trade."),
    "option-nomination": _("A nomination by a province or territory."),
    "option-partner-language": _("Your partner reaches level %(level)s in all four abilities."),
    "option-partner-work": _("Your partner works in Canada for a year more."),
    "option-partner-one_year": _("Your partner earns a credential of one year."),
    "option-partner-two_year": _("Your partner earns a credential of two years."),
    "option-partner-bachelor_or_3yr": _("Your partner earns a bachelor’s degree."),
    "option-partner-two_or_more_one_3yr": _("Your partner earns a second credential."),
    "option-partner-masters_or_professional": _("Your partner earns a master’s degree."),
    "option-partner-doctoral": _("Your partner earns a doctoral degree."),
}

SENTENCES = {**_OUTCOMES, **_OPTIONS}
