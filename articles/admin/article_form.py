"""The form of an article: its words, and what is asked with a step."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles import publishing
from articles.models import Article, ArticleChange
from articles.workflow import moments
from articles.workflow.transitions import Verb
from publish.formats import minute

Kind = ArticleChange.Kind
# As wide as the words that go in.
LINE = forms.TextInput(attrs={"size": 90})
SAYS_WHY = (Verb.SEND_BACK, Verb.WITHDRAW)
KINDS = (
    (Kind.TYPING.value, _("Typing error: readers need no word of it")),
    (Kind.UPDATE.value, _("Update: something new was added")),
    (Kind.CORRECTION.value, _("Correction: something was wrong")),
)


class ArticleForm(forms.ModelForm):
    """The fields of an article, and the answers that its steps ask for."""

    reason = forms.CharField(
        label=_("Reason, for the history"),
        max_length=publishing.LONGEST_REASON,
        required=False,
        help_text=_("Colleagues read it. Sending back and withdrawing ask for one."),
    )
    at_day = forms.DateField(
        label=_("Day"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    at_time = forms.TimeField(
        label=_("Time in Ottawa"), required=False, widget=forms.TimeInput({"type": "time"}, "%H:%M")
    )
    at_which = forms.ChoiceField(label=_("Which of the two"), required=False)
    kind = forms.ChoiceField(
        label=_("What kind of change is it?"),
        choices=KINDS,
        required=False,
        widget=forms.RadioSelect,
    )
    sentence = forms.CharField(
        label=_("Sentence for readers"),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_(
            "Stands under the article. A correction says what was wrong, and what is right."
        ),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        widgets = {
            "headline": LINE,
            "slug": LINE,
            "standfirst": forms.Textarea(attrs={"rows": 3, "cols": 90}),
            "seo_title": LINE,
            "seo_description": forms.Textarea(attrs={"rows": 2, "cols": 90}),
        }

    # Set by the admin for each request: the step that was asked for, and why it was refused.
    verb: Verb | None = None
    refused: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at: datetime | None = None
        self.is_twice = False
        if "version" in self.fields:
            self.fields["version"].initial = publishing.version_of(self.instance)
        if "at_which" in self.fields:
            self._offer_both_hours()
        if "slug" in self.fields and self.instance.announced_at:
            self.fields["slug"].help_text = _(
                "Readers know this address. A new one leaves a redirect from it; links on other"
                " sites keep working through that alone."
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.verb in SAYS_WHY and not given.get("reason"):
            self.add_error("reason", _("Say why: it stands in the history of the article."))
        if self.verb == Verb.SCHEDULE:
            self._set_moment(given)
        if self.verb == Verb.REVISE:
            self._ask_kind(given)
        for message in self.refused:
            self.add_error(None, message)
        return given

    def _ask_kind(self, given: dict[str, Any]) -> None:
        if not given.get("kind"):
            self.add_error("kind", _("Say what kind of change it is."))
        elif given["kind"] == Kind.CORRECTION and not given.get("sentence"):
            self.add_error("sentence", _("Write the sentence that tells readers what was wrong."))

    def _set_moment(self, given: dict[str, Any]) -> None:
        day, clock = given.get("at_day"), given.get("at_time")
        if not (day and clock):
            missing = "at_time" if day else "at_day"
            self.add_error(missing, _("Say when: the day, and the time in Ottawa."))
            return
        try:
            self.at = moments.in_ottawa(day, clock, given.get("at_which", ""))
        except ValidationError as wrong:
            self.add_error("at_time", wrong)

    def _offer_both_hours(self) -> None:
        """The choice between two equal hours stands there only where there are two."""
        field: Any = self.fields["at_which"]
        field.choices = [("", "")]
        day, clock = self._sent("at_day"), self._sent("at_time")
        if not (day and clock):
            return
        first, second = moments.twice(day, clock)
        self.is_twice = first < second
        if self.is_twice:
            words = _("%(n)s: %(moment)s")
            field.choices = [
                (moments.FIRST, words % {"n": _("The first"), "moment": minute(first)}),
                (moments.SECOND, words % {"n": _("The second"), "moment": minute(second)}),
            ]

    def _sent(self, name: str) -> Any:
        if not self.is_bound:
            return None
        try:
            return self.fields[name].clean(self.data.get(self.add_prefix(name)))
        except ValidationError:
            return None


def verb_of(data: Any, article: Article | None) -> Verb | None:
    """The step that a form asks for; the plain save of where the article is, if it names none."""
    asked = data.get("verb", "")
    if asked in {verb.value for verb in Verb}:
        return Verb(asked)
    state = article.state if article else Article.State.DRAFT
    plain = {Article.State.PUBLISHED: Verb.REVISE, Article.State.SCHEDULED: Verb.UNSCHEDULE}
    return None if asked else plain.get(Article.State(state), Verb.SAVE)
