"""Loading the demonstration content into a site."""

from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.body import body_of
from articles.demo import files
from articles.models import (
    Ad,
    Article,
    Category,
    DeskTask,
    Episode,
    MenuItem,
    Picture,
    Position,
    Story,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def load_demo() -> str:
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def test_it_publishes_every_article_and_episode_with_nothing_for_the_desk_to_do() -> None:
    call_command("load_bundled", verbosity=0)

    said = load_demo()

    sides = sum(len(story.sides) for story in files.stories())
    assert said == f"articles: loaded {sides}, with 3 episodes.\n"
    assert Article.objects.published().count() == sides
    assert Episode.objects.published().count() == 3
    assert [task.message for task in DeskTask.objects.open()] == []
    assert {ad.position for ad in Ad.objects.all()} == set(Position.values)
    assert MenuItem.objects.exists()
    _check_the_article_on_draw_396()
    _check_translations()
    _check_files()
    _check_that_a_second_load_changes_nothing()


def _check_the_article_on_draw_396() -> None:
    article = Article.objects.in_language("en").for_page().get(story__draw__number="396")
    assert article.published_at == datetime(2026, 2, 17, 16, 52, tzinfo=UTC)
    assert article.updated_at == datetime(2026, 2, 18, 20, 10, tzinfo=UTC)
    assert article.update_note
    assert [author.name for author in article.authors] == ["Noor Haddad"]
    assert str(article.story.checked_by) == "Daniel Okafor"
    assert article.story.topics.count() == 3
    body = body_of(article)
    assert len(body.answers) >= 8
    assert len(body.shown) >= 2
    assert len(body.contents) >= 5
    assert all(answer.reviewed_on for answer in body.answers)


def _check_translations() -> None:
    stories = {story.working_title: story for story in Story.objects.prefetch_related("sides")}
    assert stories["draw-396"].translation("fr") == Story.Translation.PUBLISHED
    assert stories["cec-hours"].translation("fr") == Story.Translation.OUTDATED
    assert stories["names"].translation("fr") == Story.Translation.NONE


def _check_files() -> None:
    assert all(episode.seconds > 30 for episode in Episode.objects.all())
    assert all(picture.width == 1200 for picture in Picture.objects.all())


def _check_that_a_second_load_changes_nothing() -> None:
    before = list(Article.objects.values_list("pk", "updated_at"))
    assert load_demo() == "articles: the site has its articles, nothing to load.\n"
    assert list(Article.objects.values_list("pk", "updated_at")) == before


def test_it_keeps_what_an_editor_named_already() -> None:
    call_command("load_bundled", verbosity=0)
    Category.objects.create(slug="express-entry", name_en="Federal draws", name_fr="Fédéral")
    MenuItem.objects.create(label_en="Draws", label_fr="Rondes", path="/draws/")

    load_demo()

    assert Category.objects.get(slug="express-entry").name_en == "Federal draws"
    assert MenuItem.objects.count() == 1


def test_it_refuses_a_site_without_the_draws_it_reports() -> None:
    with pytest.raises(CommandError, match="run load_bundled first"):
        load_demo()

    assert not Category.objects.exists()
    assert not Picture.objects.exists()
