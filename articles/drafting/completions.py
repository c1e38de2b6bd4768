"""When the record gains a figure of a draw: a published article that said it had none says it."""

from django.core.exceptions import ValidationError
from django.utils.translation import override

from articles import publishing
from articles.drafting import tasks
from articles.drafting.corrections import rewrite
from articles.drafting.ownership import reason_for
from articles.drafting.words import corrections as said
from articles.models import Article, ArticleChange
from ingest.models import Event
from publish import formats


def complete(event: Event) -> None:
    """Write the site's words in the published articles on one draw anew, each with a note. What
    says the same as before is left alone."""
    seen = Article.objects.published(event.happened_at).filter(story__drafted_from=event.subject)
    for article in seen.select_related("story__draw"):
        if changed := rewrite(article):
            _note(article, event, changed)


def _note(article: Article, event: Event, changed: list[str]) -> None:
    try:
        publishing.revise(
            article,
            by=None,
            kind=ArticleChange.Kind.UPDATE,
            sentence=_sentence(article.language, event),
            reason=reason_for(changed),
        )
    except ValidationError as refused:
        tasks.not_corrected(article, " ".join(refused.messages))


def _sentence(language: str, event: Event) -> str:
    fields = event.payload["fields"]
    what = [said.WHAT[field].in_language(language) for field in said.WHAT if field in fields]
    if any(field.startswith("pool.") for field in fields):
        what.append(said.POOL_COUNT.in_language(language))
    number = event.subject.partition("/")[2]
    with override(language):
        return said.ADDED.in_language(language).format(number=number, what=formats.series(what))
