"""The official pages behind the rules, in English; each has a link to its French twin."""

_HOME = (
    "https://www.canada.ca/en/immigration-refugees-citizenship/services/immigrate-canada"
    "/express-entry"
)

PAGES: dict[str, str] = {
    "crs-criteria": f"{_HOME}/check-score/crs-criteria.html",
    "cec": f"{_HOME}/who-can-apply/canadian-experience-class.html",
    "fsw": f"{_HOME}/who-can-apply/federal-skilled-workers.html",
    "fsw-grid": (
        f"{_HOME}/who-can-apply/federal-skilled-workers"
        "/six-selection-factors-federal-skilled-workers.html"
    ),
    "fst": f"{_HOME}/who-can-apply/federal-skilled-trades.html",
    "language": f"{_HOME}/documents/language-test.html",
    "credentials": f"{_HOME}/documents/education-assessment.html",
    "funds": f"{_HOME}/documents/proof-funds.html",
    "categories": f"{_HOME}/rounds-invitations/category-based-selection.html",
    "rounds": f"{_HOME}/rounds-invitations.html",
}
