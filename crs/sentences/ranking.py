"""The rule behind each number of a score, and what is said with a score."""

_NO_POINTS_KNOWN = (
    "The rules changed on %(since)s, and the points of the new rules are not known to us. This"
    " score is by the rules of %(used)s. It is not your score under the rules of today."
)

_RULES = {
    "age-from": "Aged %(low)s or more.",
    "age-exact": "Aged %(low)s.",
    "age-span": "Aged %(low)s to %(high)s.",
    "years-none": "Less than one year.",
    "years-one": "One year.",
    "years-exact": "%(low)s years.",
    "years-span": "%(low)s to %(high)s years.",
    "years-from": "%(low)s years or more.",
    "not-answered": "Not answered, so no points.",
    "education-less_than_secondary": "Less than secondary school.",
    "education-secondary": "Secondary school diploma.",
    "education-one_year": "A credential from a program of one year.",
    "education-two_year": "A credential from a program of two years.",
    "education-bachelor_or_3yr": "A bachelor’s degree, or a program of three years or more.",
    "education-two_or_more_one_3yr": (
        "Two or more credentials, one of them from a program of three years or more."
    ),
    "education-masters_or_professional": (
        "A master’s degree, or a degree that a licensed profession asks for."
    ),
    "education-doctoral": "A doctoral degree.",
    "no-test": "No valid test result, so no points.",
    "each-ability": ("Reading %(R)s, writing %(W)s, listening %(L)s, speaking %(S)s: %(points)s."),
    "each-ability-capped": (
        "Reading %(R)s, writing %(W)s, listening %(L)s, speaking %(S)s: %(points)s,"
        " of which at most %(most)s count."
    ),
    "partner-not-counted": "You are scored without a partner.",
    "edu-1-language": (
        "One credential after secondary school, with level %(from)s or more in all four abilities."
    ),
    "edu-2-language": (
        "Two or more credentials or a higher degree, with level %(from)s or more in all four"
        " abilities."
    ),
    "edu-language-nothing": (
        "Needs a credential after secondary school, and level %(from)s in all four abilities of"
        " the first language."
    ),
    "edu-1-canadian_work": (
        "One credential after secondary school, with years of work in Canada: %(from)s or more."
    ),
    "edu-2-canadian_work": (
        "Two or more credentials or a higher degree, with years of work in Canada: %(from)s or"
        " more."
    ),
    "edu-canadian_work-nothing": (
        "Needs a credential after secondary school, and years of work in Canada: %(from)s."
    ),
    "foreign-1-language": (
        "Years of work abroad: %(abroad)s, with level %(from)s or more in all four abilities."
    ),
    "foreign-2-language": (
        "Years of work abroad: %(abroad)s, with level %(from)s or more in all four abilities."
    ),
    "foreign-language-nothing": (
        "Needs work abroad, and level %(from)s in all four abilities of the first language."
    ),
    "foreign-1-canadian_work": (
        "Years of work abroad: %(abroad)s, with years of work in Canada: %(from)s or more."
    ),
    "foreign-2-canadian_work": (
        "Years of work abroad: %(abroad)s, with years of work in Canada: %(from)s or more."
    ),
    "foreign-canadian_work-nothing": ("Needs work abroad, and years of work in Canada: %(from)s."),
    "certificate-at": (
        "A Canadian certificate in a trade, with level %(low)s or more in all four abilities."
    ),
    "certificate-none": "No Canadian certificate in a trade.",
    "certificate-too-low": (
        "A Canadian certificate in a trade counts from level %(low)s in all four abilities."
    ),
    "french-with-english": (
        "French at level %(level)s in all four abilities, and English at level %(english)s."
    ),
    "french-without-english": (
        "French at level %(level)s in all four abilities, with English below level %(english)s"
        " or no test."
    ),
    "french-english-between": (
        "French at level %(level)s in all four abilities. English is at level %(english)s in some"
        " abilities only; the official page does not name this case, and we count the lower points."
    ),
    "french-too-low": "Needs level %(level)s in French in all four abilities.",
    "no-french": "No French test.",
    "study-none": "No credential from a school in Canada.",
    "study-1-2": "A credential from a program of one or two years in Canada.",
    "study-3+": (
        "A credential from a program of three years or more, or a higher degree, in Canada."
    ),
    "sibling": "A brother or sister lives in Canada as a citizen or permanent resident.",
    "no-sibling": "No brother or sister who lives in Canada as a citizen or permanent resident.",
    "nomination": "Nominated by a province or territory.",
    "no-nomination": "No nomination by a province or territory.",
    "no-job-offer": "No job offer.",
    "job-offer-other": "A job offer for skilled work.",
    "job-offer-00": "A job offer in senior management.",
    "job-offer-ended": "Job offers earn no points under these rules.",
}

_NOTES = {
    "rules-points-unknown": _NO_POINTS_KNOWN,
    "rules-not-kept": (
        "We do not have the rules from %(since)s. This score is by the rules of %(used)s."
    ),
    "rules-of-another-day": (
        "This score is by the rules of %(used)s. On this day, those of %(since)s were in force."
    ),
    "rules-less-certain": (
        "The first day of the rules of %(used)s is not from an official page that we could read."
    ),
    "no-education": "Education was not answered, so it earns no points.",
    "no-first-language": (
        "There is no test result for the first official language, so it earns no points. Every"
        " program needs one."
    ),
    "first-language-expired": (
        "The test of the first language is two years old or more, and no longer counts."
    ),
    "second-language-expired": (
        "The test of the second language is two years old or more, and no longer counts."
    ),
    "partner-language-expired": (
        "Your partner’s language test is two years old or more, and no longer counts."
    ),
    "tef-regraded": (
        "Levels of TEF Canada were changed for tests from 11 December 2023 to 6 May 2024, and"
        " the change was taken back. Use the scores of the new certificate."
    ),
    "partner-stays": "Your partner does not come to Canada, so you are scored without a partner.",
    "partner-is-canadian": (
        "Your partner is a citizen or permanent resident, so you are scored without a partner."
    ),
    "partner-ignored": "What was said about a partner does not count here.",
    "partner-unanswered": "Nothing was said about your partner, who therefore earns no points.",
    "partner-no-education": "Your partner’s education was not answered, so it earns no points.",
    "partner-no-language": "Your partner has no language test, so it earns no points.",
    "cap-education": "Education with language and Canadian work counts at most %(most)s.",
    "cap-foreign_work": "Work abroad with language and Canadian work counts at most %(most)s.",
    "cap-certificate": "A certificate with language counts at most %(most)s.",
    "cap-transferability": "Skill transferability counts at most %(most)s together.",
    "cap-additional": "Additional points count at most %(most)s together.",
}

_RULE_SETS = {
    "job-offer-600-to-2016": "A job offer earned 600 points until 18 November 2016.",
    "job-offer-200-50-from-2016": (
        "From 19 November 2016 a job offer earned 200 points in senior management and 50 elsewhere."
    ),
    "french-15-30-to-2020": "French earned 15 or 30 points before 20 October 2020.",
    "early-points": "Which additional points counted in each of these years.",
    "early-days": "The days on which brothers and sisters, and French, came to count.",
    "high-wage-list": ("186 occupations are listed as high-wage occupations from 3 November 2026."),
    "high-wage-levels": (
        "Each is on one of three levels: 1.3, 1.5 or 2 times the median wage, each with points"
        " of its own."
    ),
    "high-wage-only": "An occupation that is not listed earns none of the new points.",
    "high-wage-no-lmia": (
        "Canadian work and job offers in these occupations can earn points; an offer needs no"
        " labour market impact assessment."
    ),
    "nomination-still-600": "A nomination is still described as 600 points.",
    "french-still-large": "French is still described as a large bonus.",
    "high-wage-points": (
        "How many points each level earns, and whether it takes Canadian work, a job offer or both."
    ),
    "high-wage-occupations": "Which 186 occupations, and on which level.",
    "caps-and-total": "Whether the total of 1,200 and the caps are the same.",
    "other-points": (
        "Whether the points for brothers and sisters, study in Canada, French, partners and"
        " transferability are the same."
    ),
    "one-program": "Whether the three programs were merged into one.",
}

SENTENCES = {**_RULES, **_NOTES, **_RULE_SETS}
