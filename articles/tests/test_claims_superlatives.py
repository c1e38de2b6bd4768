"""Superlatives: of a draw, of a month, of a family, never so low."""

import pytest

from articles.tests.claims import wrong

SAID = [
    ("en", "447", "It is the largest trades draw ever held.", "largest", "smallest"),
    ("en", "447", "It is the largest trades draw ever held.", "largest", "second-largest"),
    (
        "en",
        "",
        "The 523 of August 18, 2026 is the highest CEC score of the year.",
        "highest",
        "lowest",
    ),
    (
        "en",
        "",
        "December was the busiest month of 2025: 19,522 invitations.",
        "busiest",
        "quietest",
    ),
    ("en", "", "The PNP has had the most rounds in 2026.", "most", "fewest"),
    ("fr", "447", "C’est la plus grande ronde jamais tenue pour les métiers.", "grande", "petite"),
    (
        "fr",
        "444",
        "La note, 389, n’a jamais été aussi basse dans cette catégorie.",
        "basse",
        "élevée",
    ),
    (
        "fr",
        "",
        "Décembre a été le mois le plus généreux de 2025 (19 522 invitations).",
        "le mois",
        "le deuxième mois",
    ),
]


@pytest.mark.parametrize(("language", "about", "words", "old", "new"), SAID)
def test_it_judges_who_is_first(language, about, words, old, new):
    assert wrong(words, language=language, about=about) == []
    assert wrong(words.replace(old, new), language=language, about=about)


def test_the_lowest_score_of_a_draw_is_its_cut_off():
    assert wrong("The lowest score in that draw was 508.", about="396") == []


def test_two_ends_of_a_range_are_no_superlatives():
    words = "The gap between the highest and the lowest cut-off since May 2024 is wide."
    assert wrong(words, about="396") == []
