"""What programs and categories ask for, and what was found."""

from crs.marking import marked as _

_FOUND = {
    "answer-yes": _("Yes."),
    "answer-no": _("No."),
    "answer-missing": _("Not answered."),
    "hours-found": _("Hours that count: %(has)s."),
    "level-found": _("The weakest ability is at level %(has)s."),
    "points-found": _("Points: %(has)s. With every open question answered yes: %(best)s."),
    "funds-found": _("Funds: %(has)s dollars."),
    "years-found": _("Years: %(has)s."),
}

_PROGRAMS = {
    "cec-work": _(
        "Skilled work in Canada, authorized and paid, within %(years)s years: %(needed)s hours."
        " Self-employment and work as a full-time student do not count."
    ),
    "cec-language": _(
        "Level %(needed)s in all four abilities, in English or in French. The level follows the"
        " occupation."
    ),
    "fsw-work": _(
        "Skilled work in one occupation without a break, within %(years)s years: %(needed)s hours."
    ),
    "fsw-language": _("Level %(needed)s in all four abilities, in English or in French."),
    "fsw-education": _("Secondary school or more."),
    "fsw-education-proven": _(
        "A Canadian credential, or an educational credential assessment under five years old."
    ),
    "fsw-grid": _("At least %(needed)s points on the grid of six factors."),
    "fst-work": _("Work in one skilled trade within %(years)s years: %(needed)s hours."),
    "fst-language": _(
        "Reading at level %(R)s, writing %(W)s, listening %(L)s and speaking %(S)s, in English or"
        " in French."
    ),
    "fst-offer-or-certificate": _(
        "A valid full-time job offer for at least one year, or a Canadian certificate of"
        " qualification in the trade."
    ),
    "funds": _(
        "Funds of %(needed)s Canadian dollars for a family of %(family)s (table of %(since)s),"
        " unless you may work in Canada and have a valid job offer."
    ),
    "funds-by-family": _(
        "Enough funds for your family, unless you may work in Canada and have a valid job offer."
    ),
    "funds-not-needed": _(
        "No proof of funds is needed: you may work in Canada and have a valid job offer."
    ),
    "outside-quebec": _("You plan to live outside Quebec."),
}

_CATEGORIES = {
    "category-in-use": _("The category is in use on this day."),
    "category-needs-program": _("You are eligible for one of the three programs."),
    "category-french": _("Level NCLC %(needed)s in French in all four abilities."),
    "category-work-anywhere-continuous": _(
        "Work in one listed occupation without a break, in Canada or abroad, within %(years)s"
        " years: %(needed)s hours."
    ),
    "category-work-anywhere-in-all": _(
        "Work in a listed occupation, in Canada or abroad, within %(years)s years: %(needed)s"
        " hours."
    ),
    "category-work-in-canada-in-all": _(
        "Work in a listed occupation in Canada within %(years)s years: %(needed)s hours."
    ),
    "military-offer": _(
        "A job offer from the Canadian Armed Forces for at least %(needed)s years, in a listed"
        " occupation."
    ),
    "military-service": _("Years of service in a recognized foreign military: %(needed)s."),
    "military-education": _("A credential from a program of two years or more."),
    "list-official-copy": _("The list and the rule are from a copy of the official page."),
    "list-consultants-agree": _(
        "We could not read the official list. Pages of several consultants agree on this one."
    ),
    "list-derived-list": _(
        "We could not read the official list. This one is the earlier list with the changes that"
        " were reported; one page counts one occupation fewer."
    ),
    "list-list-of-2025-assumed": _(
        "We could not read the list of 2026. This is the list of 2025, and it may have changed."
    ),
    "list-code-by-title": _(
        "We could not read the official list. One code was found by the title of the occupation."
    ),
    "list-announced-rule": _("The occupations are from the announcement of the category."),
    "list-consultants-only": _("The rule is from pages of consultants, not from an official page."),
    "category-hours-less-certain": _(
        "That one year is needed, with or without a break, is from news and consultants’ pages."
    ),
}

_NOTES = {
    "programs-as-read": _(
        "The rules of the programs are as we could read them up to %(checked)s. A change that"
        " would make one program of the three was announced."
    ),
    "funds-change-every-year": _(
        "The table of funds changes every year. The newest that we could read is of %(since)s."
    ),
    "trade-qualified": _(
        "For a trade, the work has to be from where you were qualified to practise it."
    ),
}

SENTENCES = {**_FOUND, **_PROGRAMS, **_CATEGORIES, **_NOTES}
