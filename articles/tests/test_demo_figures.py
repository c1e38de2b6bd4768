"""Every figure in the demonstration content leads to a row, and says what the row says."""

import re
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from articles import figures
from articles.demo import files
from draws import bundle
from publish import formats

ROUNDS = {record.number: record for record in bundle.rounds()}
# What a text says beside its figures: enough to find one that was typed instead of bound.
NUMBER = re.compile(r"(?<![0-9A-Za-z])[0-9]{1,3}(?:[,\u00a0][0-9]{3})+|(?<![0-9A-Za-z,])[0-9]+")


def texts() -> Iterator[tuple[str, str, str]]:
    """(where, language, HTML) of every text that is shown with its figures resolved."""
    for story in files.stories():
        for language, side in story.sides.items():
            yield story.key, language, side.body
            for entry in side.questions:
                yield f"{story.key}#{entry.get('slug')}", language, entry.get("answer", "")
    for entry in (*files.questions(), *files.episodes()):
        for language in ("en", "fr"):
            yield entry["slug"], language, entry.get(f"answer_{language}", "")
            yield entry["slug"], language, entry.get(f"notes_{language}", "")


def figures_in(html: str) -> list[tuple[str, str]]:
    """(address, last text) of every bound figure."""
    found = LexborHTMLParser(html).css("data")
    return [(node.attributes.get("value") or "", node.text()) for node in found]


def bare(html: str) -> str:
    """The words of a text without its bound figures."""
    return re.sub(r"<[^>]+>", " ", re.sub(r"<data\b.*?</data>", " ", html, flags=re.DOTALL))


@pytest.mark.django_db
def test_it_binds_every_figure_to_a_row_that_says_the_same() -> None:
    call_command("load_bundled", verbosity=0)
    wrong, seen = [], 0
    for where, language, html in texts():
        bound = figures_in(html)
        resolved = figures.resolve_all({address for address, _text in bound}, language)
        for address, text in bound:
            seen += 1
            row = resolved.get(address)
            if row is None or row.text != text:
                wrong.append((where, language, address, text, row and row.text))
    assert wrong == []
    assert seen > 300


def test_it_leaves_no_cut_off_or_size_of_the_reported_draw_unbound() -> None:
    loose = []
    for story in files.stories():
        if "draw" not in story.shared:
            continue
        record = ROUNDS[story.shared["draw"]]
        for where, language, html in texts():
            if where.split("#")[0] != story.key:
                continue
            with translation.override(language):
                taken = {str(record.crs), formats.figure(record.invitations)}
            loose += [
                (where, language, word)
                for word in NUMBER.findall(bare(html))
                if word in taken and not _is_a_level(word, bare(html))
            ]
    assert loose == []


def _is_a_level(word: str, text: str) -> bool:
    """The 4 of "TEER 4" is no number of invitations."""
    return len(word) == 1 and re.search(rf"(?:TEER|FEER|CLB|NCLC)[^.]*\b{word}\b", text) is not None


def test_it_binds_every_figure_of_four_digits_and_more() -> None:
    """Typed are the hours of a year of work, and a sum of which the record has the parts alone."""
    typed = {"1,560", "1\u00a0560", "55,687", "55\u00a0687"}
    loose = [
        (where, language, word)
        for where, language, html in texts()
        for word in NUMBER.findall(bare(html))
        if re.search(r"[,\u00a0]", word) and word not in typed
    ]
    assert loose == []


def test_it_says_in_headlines_what_the_draw_says() -> None:
    """They are plain text and cannot be bound."""
    for story in files.stories():
        record = ROUNDS.get(story.shared.get("draw", ""))
        if record is None:
            continue
        for language, side in story.sides.items():
            with translation.override(language):
                known = {record.number, str(record.crs), formats.figure(record.invitations)}
            assert set(NUMBER.findall(side.head["headline"])) == known
            assert set(NUMBER.findall(side.head["seo_title"])) <= known


def test_it_says_in_standfirsts_when_the_tie_break_is() -> None:
    for story in files.stories():
        record = ROUNDS.get(story.shared.get("draw", ""))
        for language, side in story.sides.items():
            if record and record.tie_break_at and "UTC" in side.head["standfirst"]:
                with translation.override(language):
                    assert formats.long_moment(record.tie_break_at) in side.head["standfirst"]
