"""Directions, rows of figures, figures beside their time: what the text itself speaks against."""

from articles.tests.claims import judged, wrong


def test_it_finds_a_direction_that_its_own_figures_deny() -> None:
    up = "The required score went up to 508, after 509 two weeks earlier."
    down = "The required score came down to 508, after 509 two weeks earlier."
    assert [found for found, _ in wrong(up)] == ["up"]
    assert wrong(down) == []


def test_it_finds_a_french_direction_that_its_own_figures_deny() -> None:
    words = "De 708, le seuil est {} à 744 pour les candidats des provinces."
    more = {"language": "fr", "about": "427"}
    assert [found for found, _ in wrong(words.format("redescendu"), **more)] == ["redescendu"]
    assert wrong(words.format("remonté"), **more) == []


def test_it_holds_a_row_of_figures_against_neighbouring_draws() -> None:
    words = "Le nombre d'invitations diminue : 391, puis {}, puis 229."
    more = {"language": "fr", "about": "440"}
    assert [found for found, _ in wrong(words.format(371), **more)] == ["371"]
    assert wrong(words.format(271), **more) == []


def test_it_leaves_a_row_alone_that_is_of_other_draws() -> None:
    words = "Les trois premières avaient permis d'inviter 1 000, 670 et 975 personnes."
    assert wrong(words, language="fr", about="434", as_of="2026-08-11") == []


def test_it_finds_a_figure_on_the_day_of_another_draw() -> None:
    words = (
        "Ronde des cadres supérieurs. La note minimale était de 392 le {} juillet"
        " et de 429 le 5 mars."
    )
    more = {"language": "fr", "about": "444"}
    assert wrong(words.format(20), **more) != []
    assert wrong(words.format(10), **more) == []


def test_it_takes_a_change_for_points_where_a_score_was_told() -> None:
    words = "They needed 391 points, {} fewer than two weeks ago."
    more = {"about": "433", "as_of": "2026-08-07"}
    assert wrong(words.format("eight"), **more) == []


def test_it_leaves_what_readers_gain_alone() -> None:
    words = "En décembre, il en coûtait 476 points : on a donc gagné neuf points."
    assert wrong(words, language="fr", about="398", as_of="2026-02-21") == []


def test_it_reads_what_job_offers_gave_until_they_gave_nothing() -> None:
    words = "Before, most offers were worth {} points and senior management positions {}."
    assert wrong(words.format(50, 200)) == []
    assert [found for found, _ in wrong(words.format(100, 200))] == ["100"]
    assert [found for found, _ in wrong(words.format(50, 400))] == ["400"]


def test_it_reads_since_when_job_offers_give_nothing() -> None:
    words = "As of March {}, 2025, candidates no longer receive points for a job offer."
    assert wrong(words.format(25)) == []
    assert [found for found, _ in wrong(words.format(15))] == ["March 15, 2025"]


def test_it_reads_the_same_in_french() -> None:
    words = "Les points de son offre d'emploi, il les a perdus le {} 2025."
    assert wrong(words.format("25 mars"), language="fr") == []
    assert [found for found, _ in wrong(words.format("25 mai"), language="fr")] == ["25 mai 2025"]


def test_it_does_not_take_the_time_that_a_province_gives_for_that_of_an_invitation() -> None:
    assert wrong("Ontario gives its nominees 17 days to submit an application.") == []
    assert judged("You have 60 days to submit your application.") != []


def test_it_finds_the_number_of_another_draw_of_the_week() -> None:
    words = (
        "<h2>Santé : 4 000 invitations à 467 points</h2>"
        "<p>Vendredi 20 février 2026, 4 000 professionnels de la santé ont été invités à 467"
        " points.</p><p>La ronde {} clôt une semaine chargée. Mardi, 6 000 membres de la CEC.</p>"
    )
    more = {"language": "fr", "about": "", "as_of": "2026-02-22"}
    assert [found for found, _ in wrong(words.format(396), **more)] == ["396"]
    assert wrong(words.format(398), **more) == []
