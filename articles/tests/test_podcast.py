"""The podcast: pages, the feed by the directories' rules, the sound file and its parts."""

import io
import re
import uuid
from xml.etree import ElementTree

import feedparser
import pytest
from PIL import Image

from articles.models import Episode
from articles.tests import newsroom
from publish.tests.feed_rules import ITUNES, atom_faults, json_feed_faults, rss_faults

pytestmark = pytest.mark.django_db

PODCAST = "{https://podcastindex.org/namespace/1.0}"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def channel(client, root: str = ""):
    response = client.get(f"{root}/podcast.rss")
    assert response.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    return ElementTree.fromstring(response.content).find("channel")


@pytest.mark.parametrize("root", ["", "/fr"])
def test_it_has_what_apple_and_spotify_ask_of_a_show(client, root):
    newsroom.episode()
    show = channel(client, root)
    assert show.findtext("title")
    assert 0 < len(show.findtext("description").encode()) <= 4000
    assert show.findtext("language") == (root.strip("/") or "en")
    assert show.find(f"{ITUNES}image").get("href").endswith("/podcast/cover.png")
    category = show.find(f"{ITUNES}category")
    assert category.get("text") == "News"
    assert category.find(f"{ITUNES}category").get("text") == "Politics"
    assert show.findtext(f"{ITUNES}explicit") == "false"
    assert show.findtext(f"{ITUNES}author")
    assert "@" in show.findtext(f"{ITUNES}owner/{ITUNES}email")
    assert show.findtext(f"{ITUNES}owner/{ITUNES}name")
    assert show.findtext(f"{ITUNES}type") == "episodic"
    assert uuid.UUID(show.findtext(f"{PODCAST}guid")).version == 5


def test_it_has_what_they_ask_of_an_episode(client):
    episode = newsroom.episode(7, notes_en="<p>Notes</p>", transcript_en="<p>Hello.</p>")
    (item,) = channel(client).findall("item")
    assert item.findtext("title") == "Episode 7"
    assert item.findtext("guid") == str(episode.guid)
    assert item.find("guid").get("isPermaLink") == "false"
    enclosure = item.find("enclosure")
    assert enclosure.get("type") == "audio/mpeg"
    assert int(enclosure.get("length")) == len(newsroom.SILENCE) > 0
    assert re.fullmatch(r"http://localhost:8000/media/podcast/\w+\.mp3", enclosure.get("url"))
    assert int(item.findtext(f"{ITUNES}duration")) >= 1
    assert item.findtext(f"{ITUNES}episode") == "7"
    assert item.findtext(f"{ITUNES}episodeType") == "full"
    assert item.findtext(f"{ITUNES}explicit") == "false"
    transcript = item.find(f"{PODCAST}transcript")
    assert transcript.get("type") == "text/plain"
    path = transcript.get("url").removeprefix("http://localhost:8000")
    assert client.get(path).content.decode() == "Hello.\n\n"


def test_a_reader_of_podcasts_finds_the_sound(client):
    newsroom.episode()
    feed = feedparser.parse(client.get("/podcast.rss").content)
    assert not feed.bozo
    assert feed.entries[0].enclosures[0].type == "audio/mpeg"
    assert feed.feed.title == "The Cutline podcast"


def test_it_keeps_the_rules_of_rss_but_for_ids_that_directories_want_as_uuids(client):
    newsroom.episode()
    faults = rss_faults(client.get("/podcast.rss").content)
    assert [fault for fault in faults if not fault.startswith("no tag URI")] == []


def test_an_explicit_episode_makes_the_show_explicit(client):
    newsroom.episode(1, explicit=True)
    newsroom.episode(2)
    show = channel(client)
    assert show.findtext(f"{ITUNES}explicit") == "true"
    marks = [item.findtext(f"{ITUNES}explicit") for item in show.findall("item")]
    assert sorted(marks) == ["false", "true"]


def test_ids_stay_when_slug_title_and_host_change(client, settings):
    newsroom.episode()
    show = channel(client)
    before = (show.findtext(f"{PODCAST}guid"), show.findtext("item/guid"))
    Episode.objects.update(slug="another", title_en="Another")
    settings.SITE_URL = "https://b.example"
    settings.BUILD = "another"
    show = channel(client)
    assert (show.findtext(f"{PODCAST}guid"), show.findtext("item/guid")) == before
    assert show.findtext("item/link") == "https://b.example/podcast/another/"


def test_the_cover_is_square_rgb_and_of_the_size_that_apple_takes(client):
    response = client.get("/podcast/cover.png")
    picture = Image.open(io.BytesIO(response.content))
    assert (picture.format, picture.mode) == ("PNG", "RGB")
    assert picture.width == picture.height
    assert 1400 <= picture.width <= 3000
    assert len(response.content) < 512_000


def test_the_sound_file_is_sent_in_parts(client):
    newsroom.episode()
    address = channel(client).find("item/enclosure").get("url")
    path = address.removeprefix("http://localhost:8000")
    part = client.get(path, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.getvalue()) == (206, newsroom.SILENCE[10:20])
    whole = client.get(path)
    assert len(whole.getvalue()) == int(whole.headers["Content-Length"])


def test_the_page_of_an_episode_has_a_player_that_loads_nothing_by_itself(client):
    newsroom.episode(1, transcript_en="<p>Every word.</p>", notes_en="<p>A note.</p>")
    html = client.get("/podcast/episode-1/").content.decode()
    assert re.search(r'<audio controls preload="none" src="/media/podcast/\w+\.mp3"', html)
    assert "Every word." in html
    assert "A note." in html
    assert '"@type":"PodcastEpisode"' in html
    assert "<script src" not in html


def test_french_pages_say_what_is_in_english(client):
    newsroom.episode()
    html = client.get("/fr/podcast/episode-1/").content.decode()
    assert '<h1 lang="en">Episode 1</h1>' in html
    newsroom.episode(2, title_fr="Épisode deux", summary_fr="De quoi il s’agit.")
    html = client.get("/fr/podcast/episode-2/").content.decode()
    assert "<h1>Épisode deux</h1>" in html


def test_drafts_are_nowhere(client):
    newsroom.episode(1, published_at=None)
    assert client.get("/podcast/episode-1/").status_code == 404
    assert client.get("/podcast/episode-1/transcript.txt").status_code == 404
    assert channel(client).findall("item") == []
    assert "No episode" in client.get("/podcast/").content.decode()


@pytest.mark.parametrize(("form", "faults"), [("atom", atom_faults), ("json", json_feed_faults)])
def test_the_other_forms_of_the_list_are_valid_too(client, form, faults):
    newsroom.episode(1, transcript_en="<p>Every word.</p>")
    response = client.get(f"/podcast.{form}")
    assert faults(response.content) == []
    assert b"Every word." in response.content
    assert client.get("/podcast.csv").content.startswith(b"number,title,")
