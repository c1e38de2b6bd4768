"""What drafting asks of editors."""

from collections.abc import Iterable, Mapping

from django.db.models import Field
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, DeskTask, Story


def words_differ(article: Article, parts: Mapping[str, str]) -> None:
    """The record moved, and parts of the text are an editor's own. `parts`: what the site would
    now say in each of them."""
    message = _(
        "The record behind “%(headline)s” has changed. An editor wrote these parts, and they were"
        " left as they are: %(parts)s."
    ) % {"headline": article.headline, "parts": ", ".join(_names(parts))}
    if "headline" in parts:
        message += " " + _("The site would now write: %(now)s") % {"now": parts["headline"]}
    _open(DeskTask.Kind.WORDS, article, f"{article.subject}: words", message)


def _names(parts: Iterable[str]) -> list[str]:
    fields = (Article._meta.get_field(part) for part in parts)
    return [str(field.verbose_name) for field in fields if isinstance(field, Field)]


def old_figure(article: Article, old: str, new: str) -> None:
    """A figure that the source changed is still typed in a headline or the like."""
    message = _(
        "IRCC changed %(old)s to %(new)s. The earlier figure is still in the headline, the"
        " standfirst or the fields for search engines of “%(headline)s”."
    ) % {"old": old, "new": new, "headline": article.headline}
    _open(DeskTask.Kind.WORDS, article, f"{article.subject}: {old}"[:200], message)


def not_corrected(article: Article, why: str) -> None:
    """An official change could not be noted under an article."""
    message = _("A correction of “%(headline)s” could not be stored: %(why)s") % {
        "headline": article.headline,
        "why": why,
    }
    _open(DeskTask.Kind.WORDS, article, f"{article.subject}: correction", message)


def held(article: Article) -> None:
    message = _("“%(headline)s” is held: %(why)s") % {
        "headline": article.headline,
        "why": article.held_because,
    }
    _open(DeskTask.Kind.HELD, article, article.story.drafted_from or article.subject, message)


def close_held(story: Story) -> None:
    """The drafts of a story are held no longer."""
    waiting = DeskTask.objects.open().filter(kind=DeskTask.Kind.HELD, article__story=story)
    waiting.update(done_at=timezone.now())


def _open(kind: DeskTask.Kind, article: Article, subject: str, message: str) -> None:
    """One open task for one thing; it says the newest of it."""
    DeskTask.objects.update_or_create(
        kind=kind,
        article=article,
        subject=subject,
        done_at=None,
        defaults={"message": message},
        create_defaults={"message": message, "created_at": timezone.now()},
    )
