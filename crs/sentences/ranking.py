"""The rule behind each number of a score, and what is said with a score."""

from crs.marking import marked as _

_NO_POINTS_KNOWN = _(
    "The rules changed on %(since)s, and the points of the new rules are not known to us. This"
    " score is by the rules of %(used)s. It is not your score under the rules of today."
)

_RULES = {
    "age-from": _("Aged %(low)s or more."),
    "age-exact": _("Aged %(low)s."),
    "age-span": _("Aged %(low)s to %(high)s."),
    "years-none": _("Less than one year."),
    "years-one": _("One year."),
    "years-exact": _("%(low)s years."),
    "years-span": _("%(low)s to %(high)s years."),
    "years-from": _("%(low)s years or more."),
    "not-answered": _("Not answered, so no points."),
    "education-less_than_secondary": _("Less than secondary school."),
    "education-secondary": _("Secondary school diploma."),
    "education-one_year": _("A credential from a program of one year."),
    "education-two_year": _("A credential from a program of two years."),
    "education-bachelor_or_3yr": _("A bachelor’s degree, or a program of three years or more."),
    "education-two_or_more_one_3yr": _(
        "Two or more credentials, one of them from a program of three years or more."
    ),
    "education-masters_or_professional": _(
        "A master’s degree, or a degree that a licensed profession asks for."
    ),
    "education-doctoral": _("A doctoral degree."),
    "no-test": _("No valid test result, so no points."),
    "each-ability": _("Reading %(R)s, writing %(W)s, listening %(L)s, speaking %(S)s: %(points)s."),
    "each-ability-capped": _(
        "Reading %(R)s, writing %(W)s, listening %(L)s, speaking %(S)s: %(points)s,"
        " of which at most %(most)s count."
    ),
    "partner-not-counted": _("You are scored without a partner."),
    "edu-1-language": _(
        "One credential after secondary school, with level %(from)s or more in all four abilities."
    ),
    "edu-2-language": _(
        "Two or more credentials or a higher degree, with level %(from)s or more in all four"
        " abilities."
    ),
    "edu-language-nothing": _(
        "Needs a credential after secondary school, and level %(from)s in all four abilities of"
        " the first language."
    ),
    "edu-1-canadian_work": _(
        "One credential after secondary school, with years of work in Canada: %(from)s or more."
    ),
    "edu-2-canadian_work": _(
        "Two or more credentials or a higher degree, with years of work in Canada: %(from)s or"
        " more."
    ),
    "edu-canadian_work-nothing": _(
        "Needs a credential after secondary school, and years of work in Canada: %(from)s."
    ),
    "foreign-1-language": _(
        "Years of work abroad: %(abroad)s, with level %(from)s or more in all four abilities."
    ),
    "foreign-2-language": _(
        "Years of work abroad: %(abroad)s, with level %(from)s or more in all four abilities."
    ),
    "foreign-language-nothing": _(
        "Needs work abroad, and level %(from)s in all four abilities of the first language."
    ),
    "foreign-1-canadian_work": _(
        "Years of work abroad: %(abroad)s, with years of work in Canada: %(from)s or more."
    ),
    "foreign-2-canadian_work": _(
        "Years of work abroad: %(abroad)s, with years of work in Canada: %(from)s or more."
    ),
    "foreign-canadian_work-nothing": _("Needs work abroad, and years of work in Canada: %(from)s."),
    "certificate-at": _(
        "A Canadian certificate in a trade, with level %(low)s or more in all four abilities."
    ),
    "certificate-none": _("No Canadian certificate in a trade."),
    "certificate-too-low": _(
        "A Canadian certificate in a trade counts from level %(low)s in all four abilities."
    ),
    "french-with-english": _(
        "French at level %(level)s in all four abilities, and English at level %(english)s."
    ),
    "french-without-english": _(
        "French at level %(level)s in all four abilities, with English below level %(english)s"
        " or no test."
    ),
    "french-english-between": _(
        "French at level %(level)s in all four abilities. English is at level %(english)s in some"
        " abilities only; the official page does not name this case, and we count the lower points."
    ),
    "french-too-low": _("Needs level %(level)s in French in all four abilities."),
    "no-french": _("No French test."),
    "study-none": _("No credential from a school in Canada."),
    "study-1-2": _("A credential from a program of one or two years in Canada."),
    "study-3+": _(
        "A credential from a program of three years or more, or a higher degree, in Canada."
    ),
    "sibling": _("A brother or sister lives in Canada as a citizen or permanent resident."),
    "no-sibling": _("No brother or sister who lives in Canada as a citizen or permanent resident."),
    "nomination": _("Nominated by a province or territory."),
    "no-nomination": _("No nomination by a province or territory."),
    "no-job-offer": _("No job offer."),
    "job-offer-other": _("A job offer for skilled work."),
    "job-offer-00": _("A job offer in senior management."),
    "job-offer-ended": _("Job offers earn no points under these rules."),
}

_NOTES = {
    "rules-points-unknown": _NO_POINTS_KNOWN,
    "rules-not-kept": _(
        "We do not have the rules from %(since)s. This score is by the rules of %(used)s."
    ),
    "rules-of-another-day": _(
        "This score is by the rules of %(used)s. On this day, those of %(since)s were in force."
    ),
    "rules-less-certain": _(
        "The first day of the rules of %(used)s is not from an official page that we could read."
    ),
    "no-education": _("Education was not answered, so it earns no points."),
    "no-first-language": _(
        "There is no test result for the first official language, so it earns no points. Every"
        " program needs one."
    ),
    "first-language-expired": _(
        "The test of the first language is two years old or more, and no longer counts."
    ),
    "second-language-expired": _(
        "The test of the second language is two years old or more, and no longer counts."
    ),
    "partner-language-expired": _(
        "Your partner’s language test is two years old or more, and no longer counts."
    ),
    "tef-regraded": _(
        "Levels of TEF Canada were changed for tests from 11 December 2023 to 6 May 2024, and"
        " the change was taken back. Use the scores of the new certificate."
    ),
    "partner-stays": _(
        "Your partner does not come to Canada, so you are scored without a partner."
    ),
    "partner-is-canadian": _(
        "Your partner is a citizen or permanent resident, so you are scored without a partner."
    ),
    "partner-ignored": _("What was said about a partner does not count here."),
    "partner-unanswered": _("Nothing was said about your partner, who therefore earns no points."),
    "partner-no-education": _("Your partner’s education was not answered, so it earns no points."),
    "partner-no-language": _("Your partner has no language test, so it earns no points."),
    "cap-education": _("Education with language and Canadian work counts at most %(most)s."),
    "cap-foreign_work": _("Work abroad with language and Canadian work counts at most %(most)s."),
    "cap-certificate": _("A certificate with language counts at most %(most)s."),
    "cap-transferability": _("Skill transferability counts at most %(most)s together."),
    "cap-additional": _("Additional points count at most %(most)s together."),
}

_RULE_SETS = {
    "job-offer-600-to-2016": _("A job offer earned 600 points until 18 November 2016."),
    "job-offer-200-50-from-2016": _(
        "From 19 November 2016 a job offer earned 200 points in senior management and 50 elsewhere."
    ),
    "french-15-30-to-2020": _("French earned 15 or 30 points before 20 October 2020."),
    "early-points": _("Which additional points counted in each of these years."),
    "early-days": _("The days on which brothers and sisters, and French, came to count."),
    "high-wage-list": _(
        "186 occupations are listed as high-wage occupations from 3 November 2026."
    ),
    "high-wage-levels": _(
        "Each is on one of three levels: 1.3, 1.5 or 2 times the median wage, each with points"
        " of its own."
    ),
    "high-wage-only": _("An occupation that is not listed earns none of the new points."),
    "high-wage-no-lmia": _(
        "Canadian work and job offers in these occupations can earn points; an offer needs no"
        " labour market impact assessment."
    ),
    "nomination-still-600": _("A nomination is still described as 600 points."),
    "french-still-large": _("French is still described as a large bonus."),
    "high-wage-points": _(
        "How many points each level earns, and whether it takes Canadian work, a job offer or both."
    ),
    "high-wage-occupations": _("Which 186 occupations, and on which level."),
    "caps-and-total": _("Whether the total of 1,200 and the caps are the same."),
    "other-points": _(
        "Whether the points for brothers and sisters, study in Canada, French, partners and"
        " transferability are the same."
    ),
    "one-program": _("Whether the three programs were merged into one."),
}

SENTENCES = {**_RULES, **_NOTES, **_RULE_SETS}
