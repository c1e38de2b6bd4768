"""Pieces of pages are made once for an edition, and never shown in another."""

from datetime import timedelta

import pytest
from django.utils.safestring import mark_safe

from publish import editions
from publish.fragments import fragment

pytestmark = pytest.mark.django_db


def ask(edition, key, words):
    return fragment(edition, key, lambda: mark_safe(words))  # noqa: S308


def test_it_makes_a_piece_once_for_an_edition():
    edition = editions.current()
    assert ask(edition, "menu", "first") == "first"
    assert ask(edition, "menu", "second") == "first"
    assert ask(edition, "foot", "second") == "second"


def test_it_makes_it_anew_for_the_next_edition():
    ask(editions.current(), "menu", "old")
    editions.advance("a test")
    assert ask(editions.current(), "menu", "new") == "new"


def test_it_shows_whoever_is_late_what_is_made_for_them_and_keeps_the_newer():
    old = editions.current()
    editions.advance("a test")
    ask(editions.current(), "menu", "new")
    assert ask(old, "menu", "old") == "old"
    assert ask(editions.current(), "menu", "again") == "new"


def test_it_keeps_nothing_of_a_site_that_began_again():
    edition = editions.current()
    ask(edition, "menu", "old")
    edition.created_at += timedelta(hours=1)
    assert ask(edition, "menu", "new") == "new"


def test_it_keeps_nothing_that_failed():
    def fail():
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        fragment(editions.current(), "menu", fail)
    assert ask(editions.current(), "menu", "new") == "new"
