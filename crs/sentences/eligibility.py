"""What programs and categories ask for, and what was found."""

_FOUND = {
    "answer-yes": "Yes.",
    "answer-no": "No.",
    "answer-missing": "Not answered.",
    "hours-found": "Hours that count: %(has)s.",
    "level-found": "The weakest ability is at level %(has)s.",
    "points-found": "Points: %(has)s. With every open question answered yes: %(best)s.",
    "funds-found": "Funds: %(has)s dollars.",
    "years-found": "Years: %(has)s.",
}

_PROGRAMS = {
    "cec-work": (
        "Skilled work in Canada, authorized and paid, within %(years)s years: %(needed)s hours."
        " Self-employment and work as a full-time student do not count."
    ),
    "cec-language": (
        "Level %(needed)s in all four abilities, in English or in French. The level follows the"
        " occupation."
    ),
    "fsw-work": (
        "Skilled work in one occupation without a break, within %(years)s years: %(needed)s hours."
    ),
    "fsw-language": "Level %(needed)s in all four abilities, in English or in French.",
    "fsw-education": "Secondary school or more.",
    "fsw-education-proven": (
        "A Canadian credential, or an educational credential assessment under five years old."
    ),
    "fsw-grid": "At least %(needed)s points on the grid of six factors.",
    "fst-work": "Work in one skilled trade within %(years)s years: %(needed)s hours.",
    "fst-language": (
        "Reading at level %(R)s, writing %(W)s, listening %(L)s and speaking %(S)s, in English or"
        " in French."
    ),
    "fst-offer-or-certificate": (
        "A valid full-time job offer for at least one year, or a Canadian certificate of"
        " qualification in the trade."
    ),
    "funds": (
        "Funds of %(needed)s Canadian dollars for a family of %(family)s (table of %(since)s),"
        " unless you may work in Canada and have a valid job offer."
    ),
    "funds-by-family": (
        "Enough funds for your family, unless you may work in Canada and have a valid job offer."
    ),
    "funds-not-needed": (
        "No proof of funds is needed: you may work in Canada and have a valid job offer."
    ),
    "outside-quebec": "You plan to live outside Quebec.",
}

_CATEGORIES = {
    "category-in-use": "The category is in use on this day.",
    "category-needs-program": "You are eligible for one of the three programs.",
    "category-french": "Level NCLC %(needed)s in French in all four abilities.",
    "category-work-anywhere-continuous": (
        "Work in one listed occupation without a break, in Canada or abroad, within %(years)s"
        " years: %(needed)s hours."
    ),
    "category-work-anywhere-in-all": (
        "Work in a listed occupation, in Canada or abroad, within %(years)s years: %(needed)s"
        " hours."
    ),
    "category-work-in-canada-in-all": (
        "Work in a listed occupation in Canada within %(years)s years: %(needed)s hours."
    ),
    "military-offer": (
        "A job offer from the Canadian Armed Forces for at least %(needed)s years, in a listed"
        " occupation."
    ),
    "military-service": "Years of service in a recognized foreign military: %(needed)s.",
    "military-education": "A credential from a program of two years or more.",
    "list-official-copy": "The list and the rule are from a copy of the official page.",
    "list-consultants-agree": (
        "We could not read the official list. Pages of several consultants agree on this one."
    ),
    "list-derived-list": (
        "We could not read the official list. This one is the earlier list with the changes that"
        " were reported; one page counts one occupation fewer."
    ),
    "list-list-of-2025-assumed": (
        "We could not read the list of 2026. This is the list of 2025, and it may have changed."
    ),
    "list-code-by-title": (
        "We could not read the official list. One code was found by the title of the occupation."
    ),
    "list-announced-rule": "The occupations are from the announcement of the category.",
    "list-consultants-only": "The rule is from pages of consultants, not from an official page.",
    "category-hours-less-certain": (
        "That one year is needed, with or without a break, is from news and consultants’ pages."
    ),
}

_NOTES = {
    "programs-as-read": (
        "The rules of the programs are as we could read them up to %(checked)s. A change that"
        " would make one program of the three was announced."
    ),
    "funds-change-every-year": (
        "The table of funds changes every year. The newest that we could read is of %(since)s."
    ),
    "trade-qualified": (
        "For a trade, the work has to be from where you were qualified to practise it."
    ),
}

SENTENCES = {**_FOUND, **_PROGRAMS, **_CATEGORIES, **_NOTES}
