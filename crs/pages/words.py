"""Names of what the tools show: keys of the rules, in the language of the page."""

from typing import TYPE_CHECKING

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from crs.occupations import Occupation

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

LABELS: "dict[str, LazyText]" = {
    "core": _("Core: you"),
    "partner": _("Your partner"),
    "transferability": _("Skill transferability"),
    "additional": _("Additional points"),
    "age": _("Age"),
    "education": pgettext_lazy("studies", "Education"),
    "first_language": _("First official language"),
    "second_language": _("Second official language"),
    "canadian_work": _("Work in Canada"),
    "partner_education": _("Your partner’s education"),
    "partner_language": _("Your partner’s language test"),
    "partner_canadian_work": _("Your partner’s work in Canada"),
    "edu_x_language": _("Education with language"),
    "edu_x_canadian_work": _("Education with work in Canada"),
    "foreign_x_language": _("Work abroad with language"),
    "foreign_x_canadian_work": _("Work abroad with work in Canada"),
    "certificate_x_language": _("Trade certificate with language"),
    "french": pgettext_lazy("points for", "French"),
    "canadian_study": _("Study in Canada"),
    "sibling": _("Brother or sister in Canada"),
    "nomination": _("Provincial nomination"),
    "job_offer": _("Job offer"),
    "work": _("Work experience"),
    "adaptability": _("Adaptability"),
    "cec": _("Canadian Experience Class"),
    "fsw": _("Federal Skilled Worker Program"),
    "fst": _("Federal Skilled Trades Program"),
    "yes": _("Yes"),
    "no": _("No"),
    "missing": _("Something is missing"),
    "own_work_in_canada": _("Your work in Canada"),
    "own_study_in_canada": _("Your study in Canada"),
    "relative_in_canada": _("A relative in Canada"),
    "partner_study_in_canada": _("Your partner’s study in Canada"),
    "partner_work_in_canada": _("Your partner’s work in Canada"),
}


def title_of(occupation: Occupation) -> tuple[str, str]:
    """Its title, and the language of that: "en" where no official French title is known."""
    language = get_language() or "en"
    french = language.startswith("fr") and bool(occupation.fr)
    return occupation.title("fr" if french else "en"), "fr" if french else "en"


def label(key: str) -> str:
    """The name of a factor, a part, a program or a verdict."""
    return str(LABELS[key])
