"""Webhooks: who is told, of what, and how it went."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Model, QuerySet, URLField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ingest import webhooks
from ingest.admin.readonly import ReadOnlyAdmin
from ingest.models import Sending, Webhook
from ingest.models.webhooks import known_kinds

KINDS = {
    "draw.published": _("a new draw"),
    "pnp.published": _("a new provincial draw"),
    "figure.corrected": _("a figure that its source changed"),
    "figure.withdrawn": _("a figure that its source took back"),
}


class WebhookForm(forms.ModelForm):
    """Kinds of events as boxes to tick."""

    kinds = forms.MultipleChoiceField(
        label=_("told of"),
        choices=lambda: [(kind, KINDS.get(kind, kind)) for kind in known_kinds()],
        initial=known_kinds,
        widget=forms.CheckboxSelectMultiple,
    )


class SendingInline(admin.TabularInline):
    model = Sending
    extra = 0
    can_delete = False
    fields = ["identity", "event", "made_at", "tries", "done_at", "answer"]
    readonly_fields = ["identity", "event", "made_at", "tries", "done_at", "answer"]
    verbose_name_plural = _("the last messages")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Sending]:
        return super().get_queryset(request).select_related("event")

    def get_formset(self, *args: Any, **kwargs: Any) -> Any:
        made = super().get_formset(*args, **kwargs)

        class Newest(made):  # type: ignore[misc, valid-type]
            """Only the newest twenty: a year of messages is no form."""

            def get_queryset(self) -> Any:
                return super().get_queryset()[:20]

        return Newest

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Webhook)
class WebhookAdmin(admin.ModelAdmin):
    form = WebhookForm
    list_display = ["name", "url", "is_active", "succeeded_at", "disabled_because"]
    search_fields = ["name", "url"]
    fields = [
        *("name", "url", "kinds", "contact", "secret"),
        *("succeeded_at", "disabled_at", "disabled_because"),
    ]
    readonly_fields = ["secret", "succeeded_at", "disabled_at", "disabled_because"]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    inlines = [SendingInline]
    actions = ["say_hello", "replay", "revive", "renew_secret"]

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        """A new one has no secret yet; who may only look does not see it: it signs."""
        if obj is None:
            return ["name", "url", "kinds", "contact"]
        shown = super().get_fields(request, obj)
        hidden = () if self.has_change_permission(request, obj) else ("secret",)
        return [name for name in shown if name not in hidden]

    def get_inlines(self, request: HttpRequest, obj: Model | None = None) -> Any:
        return self.inlines if obj else []

    @admin.display(description=_("active"), boolean=True)
    def is_active(self, webhook: Webhook) -> bool:
        return webhook.disabled_at is None

    @admin.action(description=_("Send a message to try it"), permissions=["change"])
    def say_hello(self, request: HttpRequest, queryset: QuerySet[Webhook]) -> None:
        for webhook in queryset:
            webhooks.say_hello(webhook)
            self.log_change(request, webhook, _("Sent a message to try it."))
        self.message_user(request, _("On its way. The page of the webhook shows the answer."))

    @admin.action(description=_("Send the last 7 days again"), permissions=["change"])
    def replay(self, request: HttpRequest, queryset: QuerySet[Webhook]) -> None:
        count = 0
        for webhook in queryset:
            count += webhooks.replay(webhook)
            self.log_change(request, webhook, _("Sent the last 7 days again."))
        text = ngettext("%(count)s message on its way.", "%(count)s messages on their way.", count)
        self.message_user(request, text % {"count": count}, messages.SUCCESS)

    @admin.action(description=_("Send to it again"), permissions=["change"])
    def revive(self, request: HttpRequest, queryset: QuerySet[Webhook]) -> None:
        for webhook in queryset:
            webhooks.revive(webhook)
            self.log_change(request, webhook, _("Began to send to it again."))

    @admin.action(description=_("Give it a new secret"), permissions=["change"])
    def renew_secret(self, request: HttpRequest, queryset: QuerySet[Webhook]) -> None:
        for webhook in queryset:
            webhooks.renew_secret(webhook)
            self.log_change(request, webhook, _("Gave it a new secret."))
        self.message_user(request, _("The old secret signs as well for one more day."))


@admin.register(Sending)
class SendingAdmin(ReadOnlyAdmin):
    list_display = ["identity", "webhook", "url", "made_at", "tries", "done_at", "answer"]
    list_filter = [("done_at", admin.EmptyFieldListFilter), "webhook"]
    list_select_related = ["webhook"]
