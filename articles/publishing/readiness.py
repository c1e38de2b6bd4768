"""What stands between an article and its readers."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from articles.models import Article
from articles.prose import sanitise
from articles.publishing.refusals import NotReady


def obstacles(article: Article) -> list[str]:
    """What is missing before readers may see an article."""
    story, found = article.story, _of_text(article.body)
    if not article.standfirst.strip():
        found.append(_("The article has no standfirst."))
    if not story.bylines.exists():
        found.append(_("The story has no author."))
    if story.hero and not story.hero.alt:
        found.append(_("The picture at the top has no description."))
    if article.held_because:
        found.append(held(article))
    return found


def _of_text(body: str) -> list[str]:
    try:
        return [] if sanitise(body) else [_("The article has no text.")]
    except ValidationError as wrong:
        return list(wrong.messages)


def held(article: Article) -> str:
    return _("The site holds this draft until an editor releases it: %(reason)s") % {
        "reason": article.held_because
    }


def gate_findings(article: Article, by: Any) -> list[str]:
    """What the gates of settings.PUBLISH_GATES find against a stored article, in words."""
    return [found for path in settings.PUBLISH_GATES for found in import_string(path)(article, by)]


def demand_ready(article: Article) -> None:
    if found := obstacles(article):
        raise NotReady(found)


def demand_passage(article: Article, by: Any) -> None:
    """The site itself answers for what it brings in: only people are stopped at the gates."""
    if by is not None and (found := gate_findings(article, by)):
        raise NotReady(found)
