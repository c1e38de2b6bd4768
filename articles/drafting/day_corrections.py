"""When a province changes a figure of a day: articles that show it say the new one, and so."""

import datetime as dt
import re

from django.utils.translation import override

from articles.body.document import Document
from articles.drafting import tasks
from articles.drafting.corrections import note
from articles.drafting.ownership import put
from articles.drafting.provinces import copies_of_day
from articles.drafting.words import corrections as said
from articles.drafting.words.provinces import NAMES, PLURAL
from articles.figures import resolve_all
from articles.models import Article
from ingest.models import Event, Revision
from pnp.history import in_words
from pnp.records import subject_of
from publish import formats

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def correct_day(event: Event) -> None:
    """Note each revision of one event under the published articles of which a figure changed."""
    _pnp, province, day = event.subject.split("/")[:3]
    if not _DAY.fullmatch(day):  # a month's total: no article is drafted on one
        return
    revisions = Revision.objects.about(event.subject).filter(edition=event.edition or 0)
    told = [row for row in revisions.order_by("pk") if row.field in said.WHAT_OF_DAY]
    if not told:
        return
    date = dt.date.fromisoformat(day)
    for article in _carriers(subject_of(province, date), told[0]):
        changed = _rewrite(article, subject_of(province, date))
        for revision in told:
            if not article.changes.filter(revision=revision).exists():
                note(article, revision, _sentence(article, revision, province, date), changed)


def _carriers(subject: str, revision: Revision) -> list[Article]:
    """Published articles in which a figure of the day now says something else."""
    seen = Article.objects.published(revision.seen_at).filter(body__contains=f"{subject}/")
    return [article for article in seen.select_related("story__event") if _differs(article)]


def _differs(article: Article) -> bool:
    document = Document.of(article.body)
    now = resolve_all(document.addresses, article.language)
    return any(
        figure.attributes["value"] in now and now[figure.attributes["value"]].text != figure.text
        for figure in document.figures
    )


def _rewrite(article: Article, subject: str) -> list[str]:
    story = article.story
    if story.event is None or story.drafted_from != subject or not story.event.standing_rows:
        return []
    done = put(article, copies_of_day(story.event)[article.language])
    if done.instead:
        tasks.words_differ(article, done.instead)
    return done.changed


def _sentence(article: Article, revision: Revision, province: str, date: dt.date) -> str:
    language = article.language
    name = NAMES[province].in_language(language)
    with override(language):
        return said.OF_DAY.in_language(language).format(
            name=name[0].upper() + name[1:],
            has="ont" if province in PLURAL else "a",
            what=said.WHAT_OF_DAY[revision.field].in_language(language),
            date=formats.long_day(date),
            old=in_words(revision.field, revision.old),
            new=in_words(revision.field, revision.new),
            until=formats.minute(revision.seen_at),
        )
