import re

import pytest

from draws.families import FAMILIES, family_of_french_label, family_of_label


def test_it_lists_every_family_once_in_reading_order() -> None:
    assert " ".join(FAMILIES) == (
        "cec pnp french health stem trades education transport agriculture physicians"
        " senior-managers researchers military all-program fsw fst"
    )
    assert all(family.slug == slug for slug, family in FAMILIES.items())


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("Canadian Experience Class", "cec"),
        ("Provincial Nominee Program", "pnp"),
        ("No Program Specified", "all-program"),
        ("General", "all-program"),
        ("Federal Skilled Worker", "fsw"),
        ("Federal Skilled Trades", "fst"),
        ("French language proficiency (2023-1)", "french"),
        ("French language proficiency (2024-1)", "french"),
        ("French language proficiency (Version 1)", "french"),
        ("French-Language proficiency 2026-Version 2", "french"),
        ("Transport occupations (2024-1)", "transport"),
        ("Transport Occupations, 2026-Version 2", "transport"),
        ("Trade occupations (Version 2)", "trades"),
        ("Physicians with Canadian Work Experience, 2026-Version 1", "physicians"),
        ("Senior managers with Canadian Work Experience, 2026-Version 1", "senior-managers"),
        ("Skilled Military Recruits, 2026-Version 1", "military"),
    ],
)
def test_it_knows_the_family_of_a_label(label: str, slug: str) -> None:
    assert family_of_label(label) == slug


def test_it_collapses_white_space_and_nothing_else() -> None:
    assert family_of_label(" Canadian\u00a0Experience \n Class ") == "cec"
    assert family_of_label("Canadian experience class") is None
    assert family_of_label("Canadian Experience Class.") is None


@pytest.mark.parametrize(
    "label",
    [
        "",
        "Canadian",
        "Physicians with Canadian Experience Class",
        "Trades Occupations, 2026-Version 4",
        "Métiers (Version 1)",
    ],
)
def test_it_does_not_guess_the_family_of_an_unknown_label(label: str) -> None:
    assert family_of_label(label) is None


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("Catégorie de l’expérience canadienne", "cec"),
        ("Métiers (Version 1)", "trades"),
        ("Métiers spécialisés (Version 1)", "trades"),
        ("Métiers des transports (Version 1)", "transport"),
        ("Métiers de l'agriculture et de l'agroalimentaire (Version 1)", "agriculture"),
        ("Programme des travailleurs de métiers spécialisés (fédéral)", "fst"),
    ],
)
def test_it_knows_the_family_of_a_french_label(label: str, slug: str) -> None:
    assert family_of_french_label(label) == slug


def test_it_does_not_guess_the_family_of_an_unknown_french_label() -> None:
    assert family_of_french_label("Métiers") is None
    assert family_of_french_label("") is None
    assert family_of_french_label("Canadian Experience Class") is None


def test_no_label_names_two_families() -> None:
    english = {(en, slug) for slug, family in FAMILIES.items() for en, _ in family.labels}
    french = {(fr, slug) for slug, family in FAMILIES.items() for _, fr in family.labels if fr}

    assert len({label for label, _ in english}) == len(english)
    assert len({label for label, _ in french}) == len(french)


def test_colour_and_mark_together_are_unique_and_complete() -> None:
    coloured = [family for family in FAMILIES.values() if family.css]

    assert len({family.css for family in coloured}) == len(coloured) == 15
    assert all(re.fullmatch("f-[a-z]{3}", family.css) for family in coloured)
    assert {family.mark for family in coloured} == {"dot", "ring", "square"}
    assert [family.slug for family in FAMILIES.values() if not family.mark] == ["researchers"]
