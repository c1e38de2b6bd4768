import pytest

from articles.prose.readability import measure


def test_it_counts_words_sentences_and_minutes():
    found = measure("One two three. Four five!\nA heading\nSix, seven?")
    assert (found.words, found.sentences, found.minutes) == (9, 4, 1)
    assert measure("word " * 460).minutes == 2


def test_it_measures_how_long_words_and_sentences_are():
    # 6 words in 2 sentences, 3 of them longer than six letters: 3 + 50.
    assert measure("Invitations reached nobody. Few received one.").lix == 53
    assert measure("The cat sat. It was wet.").lix == 3


def test_it_says_what_the_number_means():
    assert "stories" in str(measure("one two three four five six seven eight nine ten " * 3).level)
    assert "laws" in str(measure("Notwithstanding considerations, " * 20).level)


def test_it_measures_french_in_the_same_way():
    # « » and the apostrophe part words; accents are part of them.
    found = measure("L’état a été « très » étonné. Voilà\u00a0!")
    assert (found.words, found.sentences) == (7, 2)


def test_it_does_not_take_a_decimal_point_or_a_figure_for_words():
    found = measure("About 2.5 points of 6,000.")
    assert (found.sentences, found.lix) == (1, 3)


@pytest.mark.parametrize("text", ["", " \n ", "…", "12 34"])
def test_it_has_no_number_for_a_text_without_words(text):
    assert (measure(text).lix, measure(text).level) == (None, "")
