"""The demonstration content keeps the house's rules: what it has, how it is set, where it leads."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from django.core.files import File
from django.urls import resolve
from django.utils import translation
from mutagen.easyid3 import EasyID3
from PIL import Image

from articles.demo import files
from articles.prose import sanitise
from articles.uploads import read_audio
from draws.families import FAMILIES

BLOCK = re.compile(r'<div data-block="([a-z-]+)" data-of="([^"]*)"></div>')
HREF = re.compile(r'<a href="([^"]*)"')
STORIES = {story.key: story for story in files.stories()}
# Words that the house does not use. A tie-break includes its own moment: "at or before".
UNWANTED = re.compile(
    r"profiles submitted before|profils soumis avant|whopping|good news|expected to|lottery|huge"
    r"|experts say|click here|read more|!|—",
    re.IGNORECASE,
)

# The colon of a time, 16:38:21, stands in quotations alone.
ILL_SET_FRENCH = re.compile(r".{0,20}(?:[^\u00a0\d]:(?!//)|« | »|[\u00a0 ][;?!]).{0,10}")


def sides() -> Iterator[tuple[str, str, files.Side]]:
    for story in files.stories():
        for language, side in story.sides.items():
            yield story.key, language, side


def plain(html: str) -> str:
    """The words of a text: marks inside a sentence leave no gap, other elements a blank."""
    return re.sub(r"<[^>]+>", " ", re.sub(r"</?(?:data|a|strong|em)\b[^>]*>", "", html))


def words() -> Iterator[tuple[str, str, str]]:
    """(where, language, text) of every text that readers see, without its markup."""
    for key, language, side in sides():
        said = [side.body, *(str(text) for text in side.head.values() if isinstance(text, str))]
        said += [entry.get(name, "") for entry in side.questions for name in ("question", "answer")]
        yield key, language, plain("\n".join(said))
    for entry in (*files.questions(), *files.episodes()):
        for language in ("en", "fr"):
            said = [
                text
                for name, text in entry.items()
                if name == language or name.endswith(f"_{language}")
            ]
            yield entry["slug"], language, plain("\n".join(said))


def test_it_covers_what_a_newsroom_covers() -> None:
    categories = Counter(story.shared["category"] for story in files.stories())
    assert len(STORIES) >= 12
    assert len(categories) >= 5
    assert sum("fr" in story.sides for story in files.stories()) >= 7
    assert len(files.site()["author"]) == 3
    assert len(files.episodes()) == 3


def test_it_files_each_story_under_things_that_exist() -> None:
    site = files.site()
    authors = {entry["slug"] for entry in site["author"]}
    pictures = {entry["key"] for entry in site["picture"]}
    for story in files.stories():
        shared = story.shared
        assert shared["category"] in {entry["slug"] for entry in site["category"]}
        assert set(shared["topics"]) <= set(site["topics"])
        assert set(shared["authors"]) <= authors
        # Nobody checks their own work.
        assert shared["checked_by"] in authors - set(shared["authors"])
        assert shared.get("hero") is None or shared["hero"] in pictures


def test_it_has_every_block_on_the_article_about_draw_396() -> None:
    for side in STORIES["draw-396"].sides.values():
        blocks = Counter(kind for kind, _of in BLOCK.findall(side.body))
        assert blocks["facts"] == blocks["pool"] == blocks["chart"] == 1
        assert blocks["see-also"] >= 2
        assert blocks["ad"] >= 1
        assert len(side.questions) >= 8
        assert len(re.findall(r"<h2>", side.body)) >= 3
        # The lead comes before the facts.
        assert side.body.index("<p>") < side.body.index('data-block="facts"')


def test_it_asks_questions_that_the_bank_knows_and_asks_none_twice() -> None:
    bank = {entry["slug"] for entry in files.questions()}
    assert len(bank) == len(files.questions())
    for key, _language, side in sides():
        asked = [entry.get("bank") or entry["slug"] for entry in side.questions]
        assert len(set(asked)) == len(asked), key
        assert {entry["bank"] for entry in side.questions if "bank" in entry} <= bank, key
    families = {slug for entry in files.questions() for slug in entry["families"]}
    assert families <= set(FAMILIES)


def test_it_points_see_also_to_another_story_in_the_same_language() -> None:
    for key, language, side in sides():
        targets = [of for kind, of in BLOCK.findall(side.body) if kind == "see-also" and of]
        assert len(set(targets)) == len(targets), key
        for target in targets:
            other = target.removeprefix("story/")
            assert other != key
            assert language in STORIES[other].sides, (key, language, other)


def test_it_links_to_later_stories_from_updated_pages_alone() -> None:
    """A card to a story that did not exist yet would say that the page was changed in silence."""
    for key, language, side in sides():
        known = side.head.get("updated", side.head["published"])
        for kind, of in BLOCK.findall(side.body):
            if kind == "see-also" and of:
                other = STORIES[of.removeprefix("story/")].sides[language]
                assert other.head["published"] <= known, (key, language, of)


def test_it_links_to_pages_of_the_site_in_its_own_language() -> None:
    links = [
        (language, href) for _key, language, side in sides() for href in HREF.findall(side.body)
    ]
    for entry in (*files.questions(), *files.episodes()):
        for language in ("en", "fr"):
            text = entry.get(f"answer_{language}", "") + entry.get(f"notes_{language}", "")
            links += [(language, href) for href in HREF.findall(text)]
    site = files.site()
    links += [("en", entry["path"]) for entry in site["menu"]]
    links += [("en", entry["link"]) for entry in site["ad"]]
    assert len(links) > 50
    for language, href in links:
        assert href.startswith("/fr/") == (language == "fr"), href
        with translation.override(language):
            assert resolve(href).url_name, href


def test_it_dates_each_report_on_the_day_of_its_draw_and_explains_each_update() -> None:
    for key, _language, side in sides():
        head = side.head
        assert head["published"].tzinfo is not None
        assert 7 <= head["published"].hour <= 18, key
        assert ("updated" in head) == ("update_note" in head), key
        if "updated" in head:
            assert head["updated"] > head["published"], key


def test_it_is_stored_as_it_was_written() -> None:
    """The desk's form of a text is the form of the files: nothing is lost on the way in."""
    for key, language, side in sides():
        written = re.sub(r">\s+<", "><", side.body).strip()
        assert re.sub(r">\s+<", "><", sanitise(side.body)).strip() == written, (key, language)


def test_it_keeps_ads_and_blocks_between_paragraphs_and_apart() -> None:
    for key, _language, side in sides():
        parts = [part for part in side.body.split("\n\n") if part.strip()]
        for before, part in pairwise(parts):
            if 'data-block="ad"' in part:
                # Never between a heading and its text, never beside another block of figures.
                assert not before.startswith("<h"), key
                assert 'data-block="facts"' not in before, key
        for part in parts:
            assert "data-block" not in part or BLOCK.fullmatch(part.strip()), (key, part[:80])


def test_it_speaks_calmly_and_with_typographic_marks() -> None:
    for where, language, text in words():
        assert not UNWANTED.search(text), (where, UNWANTED.search(text))
        assert "'" not in text, where
        assert '"' not in text, where
        assert "—" not in text, where
        if language == "fr":
            # A no-break space before a colon and inside guillemets, none before ; ? !
            assert not ILL_SET_FRENCH.search(text), (where, ILL_SET_FRENCH.search(text))
            assert "“" not in text, where


def test_it_fits_the_fields() -> None:
    for key, _language, side in sides():
        assert len(side.head["headline"]) <= 160, key
        assert len(side.head["standfirst"]) <= 500, key
        assert len(side.head["seo_title"]) <= 70, key
        assert 70 <= len(side.head["seo_description"]) <= 200, key
        assert len(side.head["slug"]) <= 120, key


def test_it_brings_sound_that_players_can_name() -> None:
    for entry in files.episodes():
        path = files.CONTENT / "audio" / entry["audio"]
        assert path.stat().st_size < 400_000
        with path.open("rb") as opened:
            sound = read_audio(File(opened))
        assert sound.mime == "audio/mpeg"
        assert 30 < sound.seconds < 120
        assert EasyID3(path)["title"] == [entry["title_en"]]


def test_it_brings_small_pictures_with_words() -> None:
    for entry in files.site()["picture"]:
        path = files.CONTENT / "pictures" / entry["file"]
        with Image.open(path) as picture:
            assert picture.width >= 1200
        assert path.stat().st_size < 150_000
        assert all(entry[f"{name}_{code}"] for name in ("alt", "caption") for code in ("en", "fr"))
        assert entry["credit"]
