"""People of a newsroom for tests, and articles in each state."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article
from articles.tests.factors import enrolled
from articles.tests.stories import side, story

STATES = ("draft", "review", "scheduled", "published", "withdrawn")
NO_QUESTIONS = {"questions-TOTAL_FORMS": "0", "questions-INITIAL_FORMS": "0"}
WORDS = ("headline", "slug", "standfirst", "body", "seo_title", "seo_description")


def person(name: str, *groups: str, **values: Any) -> Any:
    """Staff with the roles of these groups; the name in full is the name with a capital."""
    user = get_user_model().objects.create(
        username=name, first_name=name.capitalize(), is_staff=True, **values
    )
    user.groups.set(Group.objects.filter(name__in=groups))
    return enrolled(user)


def in_state(state: str, slug: str = "a", **values: Any) -> Article:
    """An article that the site brought into a state, as stored."""
    article = side(story(slug), slug=slug, **values)
    soon = timezone.now() + timedelta(hours=1)
    if state == "draft":
        publishing.save_draft(article, by=None)
    elif state == "review":
        publishing.send_to_review(article, by=None)
    elif state == "scheduled":
        publishing.schedule(article, by=None, at=soon)
    else:
        publishing.publish(article, by=None)
    if state == "withdrawn":
        publishing.withdraw(article, by=None, reason="x")
    return Article.objects.get(pk=article.pk)


def address(page: str, *args: object) -> str:
    return reverse(f"admin:articles_article_{page}", args=args)


def fields(article: Article, **values: str) -> dict[str, str]:
    """What the form of an article sends, unchanged but for these values."""
    kept = {name: getattr(article, name) for name in WORDS}
    if not article.pk:
        kept |= {"story": str(article.story_id), "language": article.language}
    based = {"based_on_update_0": "", "based_on_update_1": ""}
    version = {"version": str(publishing.version_of(article))}
    return {**kept, **based, **version, **NO_QUESTIONS, **values}


def send(client: Any, article: Article, **values: str) -> Any:
    """The form of an article, sent as it is opened now."""
    return client.post(address("change", article.pk), fields(article, **values))
