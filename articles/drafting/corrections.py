"""When the source changes a figure: published articles say the new one, and that it was changed."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles import publishing
from articles.drafting import tasks
from articles.drafting.carriers import Carrier, carriers_of
from articles.drafting.ownership import put, reason_for
from articles.drafting.replay import copies_of
from articles.drafting.words import corrections as said
from articles.drafting.writing import PLAIN, Unresolved
from articles.models import Article, ArticleChange
from draws.families import FAMILIES
from draws.models import Draw
from ingest.models import Event, Revision
from publish import formats

REASON = "The source changed a figure"
# The earlier type of one draw is rightly named in articles on others; a figure hardly is.
FIGURES_ALONE = ("crs", "invitations", "tie_break_at", "date")


def correct(event: Event) -> None:
    """Note every revision of one event under the articles that showed the value, each once."""
    draw = Draw.objects.with_pool().about(event.subject).first()
    if draw is None:
        return
    for revision in _told(event):
        for carrier in carriers_of(revision, draw):
            _correct(carrier, revision, draw)


def _told(event: Event) -> list[Revision]:
    """The revisions of an event that an article tells of; one for all bands of a pool."""
    revisions = Revision.objects.about(event.subject).filter(edition=event.edition or 0)
    told = [row for row in revisions.order_by("pk") if row.field in said.WHAT]
    bands = [row for row in revisions.order_by("pk") if row.field.startswith("pool.")]
    return told + bands[:1]


def _correct(carrier: Carrier, revision: Revision, draw: Draw) -> None:
    article = Article.objects.select_related("story__draw").get(pk=carrier.article.pk)
    if article.changes.filter(revision=revision).exists():
        return
    changed = rewrite(article)
    noted = note(article, revision, sentence_of(carrier, revision, draw), changed)
    if noted and (carrier.direct or revision.field in FIGURES_ALONE):
        _look_for_old(article, revision)


def note(article: Article, revision: Revision, sentence: str, changed: list[str]) -> bool:
    """Store an article with its correction; `changed` names the parts that the site rewrote.
    An article that cannot be stored is for an editor, and no reason to leave out the others."""
    try:
        publishing.revise(
            article,
            by=None,
            kind=ArticleChange.Kind.CORRECTION,
            sentence=sentence,
            reason=reason_for(changed) if changed else REASON,
            revision=revision,
        )
    except ValidationError as refused:
        tasks.not_corrected(article, " ".join(refused.messages))
        return False
    return True


def rewrite(article: Article) -> list[str]:
    """The site's own words, as the record would have them now; returns the parts that changed.
    Where an editor's words would have to change with it, the editor gets a task."""
    story = article.story
    if story.draw is None or story.drafted_from != story.draw.subject:
        return []
    try:
        copies = copies_of(Draw.objects.with_pool().get(pk=story.draw.pk))
    except Unresolved:
        return []
    done = put(article, copies[article.language])
    if done.instead:
        tasks.words_differ(article, done.instead)
    return done.changed


def sentence_of(carrier: Carrier, revision: Revision, draw: Draw) -> str:
    """What readers are told, in the language of the article."""
    language = carrier.article.language
    with override(language):
        values = {
            "number": draw.number,
            "until": formats.minute(revision.seen_at),
            "old": in_words(revision.field, revision.old),
            "new": in_words(revision.field, revision.new) if revision.new else "",
        }
    if revision.field.startswith("pool."):
        return said.POOL.in_language(language).format(**values)
    what = said.WHAT[revision.field].in_language(language)
    shown = said.SHOWED if carrier.direct else said.FOLLOWED
    twin = shown if revision.new else said.REMOVED
    return twin.in_language(language).format(what=what, **values)


def in_words(field: str, text: str) -> str:
    """A stored value as running text says it, in the active language."""
    return _FORMS[field](text) if field in _FORMS else text


def _moment(text: str) -> str:
    return formats.long_moment(datetime.fromisoformat(text).astimezone(UTC))


def _day(text: str) -> str:
    return formats.long_day(date.fromisoformat(text))


_FORMS: dict[str, Callable[[str], str]] = {
    "tie_break_at": _moment,
    "held_at": _moment,
    "date": _day,
    "pool_as_of": _day,
    "invitations": lambda text: formats.figure(int(text)),
    "family": lambda text: str(FAMILIES[text].name),
    "name": lambda text: f"“{text}”",
    "name_fr": lambda text: f"«\u00a0{text}\u00a0»",
}


def _look_for_old(article: Article, revision: Revision) -> None:
    """A typed figure is nobody's to change but an editor's."""
    if revision.field not in said.WHAT:
        return
    with override(article.language):
        old = in_words(revision.field, revision.old)
        new = in_words(revision.field, revision.new) if revision.new else _("not published")
    if any(old in getattr(article, part) for part in PLAIN):
        tasks.old_figure(article, old, new)
