"""What drafting asks of editors."""

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, DeskTask, Story


def words_differ(article: Article, headline: str) -> None:
    """The record moved, and parts of the text are an editor's own."""
    message = _(
        "The record behind “%(headline)s” has changed. Parts of it were written by an editor and"
        " were left as they are. The site would now say: %(now)s"
    ) % {"headline": article.headline, "now": headline}
    _open(DeskTask.Kind.CLAIM, article, f"{article.subject}: words", message)


def old_figure(article: Article, old: str, new: str) -> None:
    """A figure that the source changed is still typed in a headline or the like."""
    message = _(
        "IRCC changed %(old)s to %(new)s. The earlier figure is still in the headline, the"
        " standfirst or the fields for search engines of “%(headline)s”."
    ) % {"old": old, "new": new, "headline": article.headline}
    _open(DeskTask.Kind.CLAIM, article, f"{article.subject}: {old}"[:200], message)


def not_corrected(article: Article, why: str) -> None:
    """An official change could not be noted under an article."""
    message = _("A correction of “%(headline)s” could not be stored: %(why)s") % {
        "headline": article.headline,
        "why": why,
    }
    _open(DeskTask.Kind.CLAIM, article, f"{article.subject}: correction", message)


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
    DeskTask.objects.get_or_create(
        kind=kind,
        article=article,
        subject=subject,
        done_at=None,
        defaults={"message": message, "created_at": timezone.now()},
    )
