"""The buttons of an article's form, and what each of them does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing
from articles.admin.article_form import ArticleForm
from articles.models import Article, ArticleQuestion
from articles.workflow import roles
from articles.workflow.transitions import Verb

LABELS = {
    Verb.SAVE: gettext_lazy("Save"),
    Verb.SEND_TO_REVIEW: gettext_lazy("Send to review"),
    Verb.SEND_BACK: gettext_lazy("Send back"),
    Verb.RELEASE: gettext_lazy("Release the draft"),
    Verb.PUBLISH: gettext_lazy("Publish now"),
    Verb.SCHEDULE: gettext_lazy("Schedule"),
    Verb.UNSCHEDULE: gettext_lazy("Take off the schedule"),
    Verb.REVISE: gettext_lazy("Save the change"),
    Verb.WITHDRAW: gettext_lazy("Withdraw from readers"),
}
# Restoring has a page of its own: see article_history.
ON_THE_FORM = tuple(verb for verb in Verb if verb != Verb.RESTORE)


@dataclass(frozen=True, slots=True)
class Steps:
    """What the form offers: `may[name]` for templates, and why an approval is not offered."""

    may: dict[str, bool]
    labels: dict[str, Any]
    main: str
    refusal: str

    @property
    def any(self) -> bool:
        return any(self.may.values())


def offered(user: Any, article: Article) -> Steps:
    """The steps that somebody may take with an article where it stands."""
    may = {verb.value: roles.may(user, verb, article) for verb in ON_THE_FORM}
    may[Verb.RELEASE] = may[Verb.RELEASE] and bool(article.held_because)
    return Steps(
        may=may,
        labels={verb.value: label for verb, label in LABELS.items()},
        main=_main(article, may),
        refusal=_refusal(user, article),
    )


def carry_out(
    verb: Verb,
    form: ArticleForm,
    by: Any,
    questions: Sequence[ArticleQuestion] | None,
) -> None:
    """Take the step with the words and answers of a valid form."""
    article, given = form.instance, form.cleaned_data
    known: dict[str, Any] = {
        "by": by,
        "reason": given.get("reason", ""),
        "version": given.get("version") or 0,
    }
    if verb == Verb.SCHEDULE:
        known["at"] = form.at
    if verb == Verb.REVISE:
        known |= {"kind": given["kind"], "sentence": given.get("sentence", "")}
    if verb not in (Verb.WITHDRAW, Verb.RELEASE):
        known["questions"] = questions
    getattr(publishing, verb.value)(article, **known)


def done(verb: Verb, article: Article) -> SafeString | str:
    """What the person is told afterwards."""
    said = {
        Verb.SAVE: _("Saved. Readers do not see it."),
        Verb.SEND_TO_REVIEW: _("Sent to review."),
        Verb.SEND_BACK: _("Sent back: it is a draft again."),
        Verb.RELEASE: _("Released: the draft can go on its way."),
        Verb.SCHEDULE: _("Scheduled. It comes out by itself within a minute of its moment."),
        Verb.UNSCHEDULE: _("Saved, and taken off the schedule: it waits in review."),
        Verb.WITHDRAW: _("Withdrawn: readers no longer find it."),
    }
    if verb in said:
        return said[verb]
    words = _("Published.") if verb == Verb.PUBLISH else _("The change is public.")
    return format_html(
        '{} <a href="{}">{}</a>', words, article.get_absolute_url(), _("See it on the site")
    )


def _main(article: Article, may: dict[str, bool]) -> str:
    """The button that stands out: the next step on the way to readers."""
    ways = {
        Article.State.DRAFT: (Verb.SEND_TO_REVIEW,),
        Article.State.REVIEW: (Verb.PUBLISH, Verb.SAVE),
        Article.State.SCHEDULED: (Verb.PUBLISH,),
        Article.State.PUBLISHED: (Verb.REVISE,),
        Article.State.WITHDRAWN: (Verb.SEND_TO_REVIEW,),
    }
    return next((verb for verb in ways[Article.State(article.state)] if may[verb]), "")


def _refusal(user: Any, article: Article) -> str:
    """Why this person does not find the button to publish, and who could."""
    if article.state == Article.State.PUBLISHED:
        return roles.refusal(user, Verb.REVISE, article)
    return roles.refusal(user, Verb.PUBLISH, article)
