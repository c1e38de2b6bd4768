"""What can be done with many articles at once: through the verbs of articles.publishing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import publishing
from articles.admin.bulk.base import Asks, Bulk
from articles.models import Article, Topic
from articles.publishing.readiness import held
from articles.workflow import roles
from articles.workflow.transitions import APPROVE, WITHDRAW, WRITE, Verb


class Reason(Asks):
    reason = forms.CharField(
        label=gettext_lazy("Reason, for the history"),
        max_length=publishing.LONGEST_REASON,
        widget=forms.TextInput(attrs={"size": 60}),
    )


class Choice(Asks):
    topic = forms.ModelChoiceField(label=gettext_lazy("Topic"), queryset=Topic.objects.all())


class OfArticles(Bulk):
    def facts(self, row: Article) -> str:
        return f"{row.get_state_display()} · {row.get_language_display()}"


class SendToReview(OfArticles):
    name, title, permission = "send_to_review", gettext_lazy("Send to review"), WRITE

    def refusal(self, row: Article, by: Any) -> str:
        refused = roles.refusal(by, Verb.SEND_TO_REVIEW, row)
        return refused or (held(row) if row.held_because else "")

    def effect(self, rows: Sequence[Article]) -> str:
        return _(
            "Readers see no difference. Editors find them under “In review” on the desk; from"
            " then on only editors change them."
        )

    def carry_out(self, row: Article, by: Any, given: dict[str, Any]) -> None:
        publishing.send_to_review(row, by=by)


class Withdraw(OfArticles):
    name, title, permission = "withdraw", gettext_lazy("Withdraw from readers"), WITHDRAW
    asks = Reason

    def refusal(self, row: Article, by: Any) -> str:
        return roles.refusal(by, Verb.WITHDRAW, row)

    def effect(self, rows: Sequence[Article]) -> str:
        return ngettext(
            "Readers lose this page at once: it leaves lists, feeds and search. Its address and"
            " its history stay, and it can be published again.",
            "Readers lose these %(n)d pages at once: they leave lists, feeds and search. Their"
            " addresses and their history stay, and they can be published again.",
            len(rows),
        ) % {"n": len(rows)}

    def carry_out(self, row: Article, by: Any, given: dict[str, Any]) -> None:
        publishing.withdraw(row, by=by, reason=given["reason"])


class AssignTopic(OfArticles):
    name, title = "assign_topic", gettext_lazy("Give a topic")
    permission = "articles.change_story"
    asks = Choice

    def refusal(self, row: Article, by: Any) -> str:
        """The topics are the story’s: where a side is public, they are an editor’s business."""
        public = any(side.state == Article.State.PUBLISHED for side in row.story.sides.all())
        if public and not by.has_perm(APPROVE):
            return _("A side of its story is public: only editors change what readers see.")
        return ""

    def effect(self, rows: Sequence[Article]) -> str:
        stories = {row.story_id: row.story for row in rows}
        sides = [side for story in stories.values() for side in story.sides.all()]
        public = sum(side.state == Article.State.PUBLISHED for side in sides)
        return ngettext(
            "The topic goes to the story, so to both languages. Readers see it on %(n)d public"
            " page and find that page in the topic’s list.",
            "The topic goes to the stories, so to both languages. Readers see it on %(n)d public"
            " pages and find them in the topic’s list.",
            public,
        ) % {"n": public}

    def carry_out(self, row: Article, by: Any, given: dict[str, Any]) -> None:
        topics, topic = list(row.story.topics.all()), given["topic"]
        if topic in topics:
            return
        reason = (_("Topic given: %(topic)s") % {"topic": topic})[: publishing.LONGEST_REASON]
        publishing.save_story(row.story, by=by, reason=reason, topics=[*topics, topic])


ACTIONS = (SendToReview(), Withdraw(), AssignTopic())
