"""The kinds of draw that readers compare with each other, and every label that names one.

Only an exact label counts: "Physicians with Canadian Work Experience" is no Canadian Experience
Class. A label that is not here is held for an editor, never matched by a keyword.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of draw.

    `short` is for lists and widgets, `name` for tables, `official` (without version) for the
    page of a draw, `who` says in one line who can be invited. `css` and `mark` (dot, ring or
    square) are empty for a family that has no colour of its own yet. `labels` pairs each English
    label of the source with its French one, newest first; "" where no French one was seen.
    """

    slug: str
    short: "LazyText"
    name: "LazyText"
    official: "LazyText"
    who: "LazyText"
    css: str
    mark: str
    labels: tuple[tuple[str, str], ...]


_ALL = (
    Family(
        slug="cec",
        short=_("CEC"),
        name=_("Canadian Experience Class"),
        official=_("Canadian Experience Class"),
        who=_("Candidates who qualify for the Canadian Experience Class."),
        css="f-cec",
        mark="dot",
        labels=(("Canadian Experience Class", "Catégorie de l’expérience canadienne"),),
    ),
    Family(
        slug="pnp",
        short=_("PNP"),
        name=_("Provincial nominees"),
        official=_("Provincial Nominee Program"),
        who=_("Candidates with a nomination from a province or territory."),
        css="f-pnp",
        mark="dot",
        labels=(("Provincial Nominee Program", "Programme des candidats des provinces"),),
    ),
    Family(
        slug="french",
        short=_("French"),
        name=_("French"),
        official=_("French-language proficiency"),
        who=_("Candidates with strong results in a French test, level NCLC 7 or higher."),
        css="f-fre",
        mark="dot",
        labels=(
            (
                "French-Language proficiency 2026-Version 2",
                "Compétence linguistique en français 2026-Version 2",
            ),
            (
                "French language proficiency (Version 1)",
                "Compétence linguistique en français (Version 1)",
            ),
            # Names as first printed, rewritten backwards in 2024 (23 rounds, six families).
            ("French language proficiency (2024-1)", ""),
            ("French language proficiency (2023-1)", ""),
        ),
    ),
    Family(
        slug="health",
        short=_("Health"),
        name=_("Health"),
        official=_("Healthcare and social services occupations"),
        who=_("Candidates with recent experience in a listed health or social services job."),
        css="f-hea",
        mark="dot",
        labels=(
            (
                "Healthcare and Social Services Occupations, 2026-Version 3",
                "Professions de la santé et des services sociaux 2026-version 3",
            ),
            (
                "Healthcare and social services occupations (Version 2)",
                "Professions de la santé et des services sociaux (Version 2)",
            ),
            ("Healthcare occupations (Version 1)", "Professions de la santé (Version 1)"),
            ("Healthcare occupations (2023-1)", ""),
        ),
    ),
    Family(
        slug="stem",
        short=_("STEM"),
        name=_("STEM"),
        official=_("Science, technology, engineering and mathematics (STEM) occupations"),
        who=_("Candidates with recent experience in a listed science or technology job."),
        css="f-stm",
        mark="ring",
        labels=(
            ("STEM occupations (Version 1)", "Professions des STIM (Version 1)"),
            ("STEM occupations (2023-1)", ""),
        ),
    ),
    Family(
        slug="trades",
        short=_("Trades"),
        name=_("Trades"),
        official=_("Trade occupations"),
        who=_("Candidates with recent experience in a listed trade."),
        css="f-trd",
        mark="dot",
        labels=(
            ("Trades Occupations, 2026-Version 3", "Métiers spécialisés 2026-Version 3"),
            ("Trade occupations (Version 2)", "Métiers (Version 2)"),
            # One English label, two French ones: "Métiers" on 276, 300, 321, the other on 261.
            ("Trade occupations (Version 1)", "Métiers (Version 1)"),
            ("Trade occupations (Version 1)", "Métiers spécialisés (Version 1)"),
            ("Trade occupations (2023-1)", ""),
        ),
    ),
    Family(
        slug="education",
        short=_("Education"),
        name=_("Education"),
        official=_("Education occupations"),
        who=_("Candidates with recent experience in a listed education job."),
        css="f-edu",
        mark="ring",
        labels=(("Education occupations (Version 1)", "Professions de l’éducation (Version 1)"),),
    ),
    Family(
        slug="transport",
        short=_("Transport"),
        name=_("Transport"),
        official=_("Transport occupations"),
        who=_("Candidates with recent experience in a listed transport job."),
        css="f-tra",
        mark="ring",
        labels=(
            ("Transport Occupations, 2026-Version 2", ""),
            ("Transport occupations (Version 1)", "Métiers des transports (Version 1)"),
            ("Transport occupations (2024-1)", ""),
            ("Transport occupations (2023-1)", ""),
        ),
    ),
    Family(
        slug="agriculture",
        short=_("Agriculture"),
        name=_("Agriculture"),
        official=_("Agriculture and agri-food occupations"),
        who=_("Candidates with recent experience in a listed agriculture or food job."),
        css="f-agr",
        mark="ring",
        labels=(
            (
                "Agriculture and agri-food occupations (Version 1)",
                "Métiers de l'agriculture et de l'agroalimentaire (Version 1)",
            ),
            ("Agriculture and agri-food occupations (2023-1)", ""),
        ),
    ),
    Family(
        slug="physicians",
        short=_("Physicians"),
        name=_("Physicians"),
        official=_("Physicians with Canadian work experience"),
        who=_("Physicians with recent work experience in Canada."),
        css="f-phy",
        mark="square",
        labels=(
            (
                "Physicians with Canadian Work Experience, 2026-Version 1",
                "Médecins ayant de l’expérience de travail au Canada 2026-Version 1",
            ),
        ),
    ),
    Family(
        slug="senior-managers",
        short=_("Senior managers"),
        name=_("Senior managers"),
        official=_("Senior managers with Canadian work experience"),
        who=_("Senior managers with recent work experience in Canada."),
        css="f-mgr",
        mark="square",
        labels=(
            (
                "Senior managers with Canadian Work Experience, 2026-Version 1",
                "Cadres supérieurs/cadres supérieures ayant de l’expérience de travail"
                " au Canada 2026-version 1",
            ),
        ),
    ),
    # Announced for 2026; no round of it was held yet, so no label, colour or mark.
    Family(
        slug="researchers",
        short=_("Researchers"),
        name=_("Researchers"),
        official=_("Researchers with Canadian work experience"),
        who=_("Researchers with recent work experience in Canada."),
        css="",
        mark="",
        labels=(),
    ),
    Family(
        slug="military",
        short=_("Military"),
        name=_("Military recruits"),
        official=_("Skilled military recruits"),
        who=_("Skilled military applicants recruited by the Canadian Armed Forces."),
        css="f-mil",
        mark="square",
        labels=(
            (
                "Skilled Military Recruits, 2026-Version 1",
                "Recrues militaires qualifiées, 2026-Version 1",
            ),
        ),
    ),
    Family(
        slug="all-program",
        short=_("All-program"),
        name=_("All-program"),
        official=_("All-program round (general)"),
        who=_("Candidates of every program that Express Entry manages."),
        css="f-gen",
        mark="dot",
        labels=(
            ("General", "Générale"),
            ("No Program Specified", "Aucun programme spécifié"),
        ),
    ),
    Family(
        slug="fsw",
        short=_("FSW"),
        name=_("Federal Skilled Worker"),
        official=_("Federal Skilled Worker Program"),
        who=_("Candidates who qualify for the Federal Skilled Worker Program."),
        css="f-fsw",
        mark="square",
        labels=(("Federal Skilled Worker", "Programme des travailleurs qualifiés (fédéral)"),),
    ),
    Family(
        slug="fst",
        short=_("FST"),
        name=_("Federal Skilled Trades"),
        official=_("Federal Skilled Trades Program"),
        who=_("Candidates who qualify for the Federal Skilled Trades Program."),
        css="f-fst",
        mark="ring",
        labels=(
            (
                "Federal Skilled Trades",
                "Programme des travailleurs de métiers spécialisés (fédéral)",
            ),
        ),
    ),
)

# In reading order: what a reader of 2026 looks for first, types of the past last.
FAMILIES: dict[str, Family] = {family.slug: family for family in _ALL}


def _pairs() -> Iterator[tuple[str, str, str]]:
    for family in _ALL:
        for english, french in family.labels:
            yield family.slug, english, french


_BY_LABEL = {english: slug for slug, english, _french in _pairs()}
_BY_FRENCH_LABEL = {french: slug for slug, _english, french in _pairs() if french}


def collapse(text: str) -> str:
    """The text with every run of white space as one blank, none at the ends."""
    return " ".join(text.split())


def family_of_label(text: str) -> str | None:
    """The family that an English label of the source names, None for a label never seen."""
    return _BY_LABEL.get(collapse(text))


def family_of_french_label(text: str) -> str | None:
    """The family that a French label of the source names, None for a label never seen."""
    return _BY_FRENCH_LABEL.get(collapse(text))
