"""What both the score and eligibility ask of a person: languages, education, a partner."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from crs.credentials import level_of
from crs.pages.fields import Field, Group, Options, answer, errors_of, put
from crs.reading import Fault

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

# Levels of a test in place of its scores: the JSON of the rules has them apart.
LEVELS = {"clb": "en", "nclc": "fr"}
TESTS: Options = (
    ("", _("No valid result")),
    ("ielts_gt", "IELTS General Training"),
    ("celpip_g", "CELPIP-General"),
    ("pte_core", "PTE Core"),
    ("tef_canada", "TEF Canada"),
    ("tcf_canada", "TCF Canada"),
    ("clb", _("Levels: CLB, English")),
    ("nclc", _("Levels: NCLC, French")),
)
EDUCATION: Options = (
    ("", _("Choose")),
    ("less_than_secondary", _("Less than secondary school")),
    ("secondary", _("Secondary school diploma")),
    ("one_year", _("One-year program")),
    ("two_year", _("Two-year program")),
    ("bachelor_or_3yr", _("Bachelor’s degree, or a program of three years or more")),
    ("two_or_more_one_3yr", _("Two or more credentials, one of three years or more")),
    ("masters_or_professional", _("Master’s degree, or a professional degree")),
    ("doctoral", _("Doctoral degree (PhD)")),
)
YES_NO: Options = (("", _("Not answered")), ("yes", _("Yes")), ("no", _("No")))
# In the order of the official form.
_ABILITIES = (
    ("s", "S", _("Speaking")),
    ("l", "L", _("Listening")),
    ("r", "R", _("Reading")),
    ("w", "W", _("Writing")),
)


def language(path: str, before: str, after: str, first: "LazyText") -> tuple[Field, ...]:
    """The six questions on one test; names as in `ptest` or `test2`."""
    return (
        Field(f"{before}test{after}", "choice", first, f"{path}.test", options=TESTS),
        *(
            Field(f"{before}{name}{after}", "number", label, f"{path}.scores.{letter}")
            for name, letter, label in _ABILITIES
        ),
        Field(f"{before}taken{after}", "day", _("Day of the test"), f"{path}.taken_on"),
    )


FIRST = Group(
    "language",
    _("First official language"),
    language("first_language", "", "", _("Test")),
    hint=_("Type the scores as they are printed. A result counts for two years."),
)
SECOND = Group(
    "language",
    _("Second official language"),
    language("second_language", "", "2", pgettext_lazy("second language", "Test")),
    folded=True,
)
EDUCATION_FIELDS = (
    Field(
        "edu",
        "choice",
        _("Highest level"),
        "education",
        _("A credential from abroad counts with an educational credential assessment (ECA)."),
        EDUCATION,
    ),
    Field(
        "eca",
        "text",
        _("Or the result as your ECA words it"),
        hint=_("Such as: Bachelor’s degree (four years)."),
        listed="ecas",
    ),
)
PARTNER = Group(
    "language",
    _("Your partner’s language test"),
    language("partner.language", "p", "", pgettext_lazy("partner", "Test")),
    folded=True,
)
PARTNER_EDUCATION = Field(
    "pedu", "choice", _("Your partner’s education"), "partner.education", options=EDUCATION
)
MARITAL = (
    Field(
        "marital",
        "choice",
        _("You are"),
        "marital",
        options=(
            ("", _("Single, divorced, separated or widowed")),
            ("married", _("Married")),
            ("common_law", _("In a common-law relationship")),
        ),
    ),
    Field("coming", "tick", _("My partner comes with me to Canada"), "partner_accompanying"),
    Field(
        "citizen",
        "tick",
        _("My partner is a Canadian citizen or permanent resident"),
        "partner_citizen_or_pr",
    ),
)


def inputs_of(
    groups: Iterable[Group], typed: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """The answers as the rules read them, and what the page itself refuses, by field."""
    inputs: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for field in _fields(groups):
        if field.path and field.name in typed:
            put(inputs, field.path, answer(field, typed[field.name]))
    for path in ("first_language", "second_language", "partner.language"):
        _use_levels(inputs, path)
    _name_first(inputs, typed, errors)
    _read_credential(inputs, typed, errors)
    return inputs, errors


def names_of(groups: Iterable[Group]) -> dict[str, str]:
    """The field that a path of the rules belongs to."""
    names: dict[str, str] = {}
    for field in _fields(groups):
        if field.path:
            names.setdefault(field.path, field.name)
            names.setdefault(field.path.replace(".scores.", ".clb."), field.name)
            names.setdefault(field.path.rpartition(".")[0], field.name)
    return names


def said_of(faults: Iterable[Fault], names: Mapping[str, str]) -> dict[str, str]:
    """What the rules refuse, by field, in words for people who fill in a form."""
    errors = errors_of(faults, names)
    for fault in faults:
        if fault.why.code == "levels-or-test":
            errors[names.get(fault.path, "")] = gettext("Choose the test that these scores are of.")
    return errors


def _fields(groups: Iterable[Group]) -> Iterator[Field]:
    for group in groups:
        yield from group.fields


def _use_levels(inputs: dict[str, Any], path: str) -> None:
    """{"test": "clb", "scores": …} as {"clb": …}."""
    *parts, last = path.split(".")
    for part in parts:
        inputs = inputs.get(part, {})
    result = inputs.get(last)
    if result and result.get("test") in LEVELS:
        inputs[last] = {
            key: value for key, value in result.items() if key not in ("test", "scores")
        }
        inputs[last]["clb"] = result.get("scores", {})


def _name_first(inputs: dict[str, Any], typed: Mapping[str, str], errors: dict[str, str]) -> None:
    """Levels do not say which language they are of; the answer of the form does."""
    first, second = (LEVELS.get(typed.get(name, "")) for name in ("test", "test2"))
    if first:
        inputs["first_language_is"] = first
    other = {"tef_canada": "fr", "tcf_canada": "fr"}.get(typed.get("test", ""), "en")
    if second and second == (first or other) and "test" in typed:
        errors["test2"] = gettext("The second language has to be the other one.")


def _read_credential(
    inputs: dict[str, Any], typed: Mapping[str, str], errors: dict[str, str]
) -> None:
    wording = typed.get("eca")
    if not wording:
        return
    level = level_of(wording)
    if level is None:
        errors["eca"] = gettext("We do not know this wording. Choose the level above instead.")
    elif inputs.setdefault("education", level) != level:
        errors["eca"] = gettext("This wording stands for another level than the one above.")
