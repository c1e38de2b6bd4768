"""Names of streams: which stream a text on a page, or in a table, means."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from pnp import registry
from pnp.models import StreamAlias
from pnp.store.names import NEW, slug_of_new

Choices = list[tuple[str, Any]]


def province_choices() -> Choices:
    return [(each.code, each.label) for each in registry.provinces()]


def stream_choices(province: str = "") -> Choices:
    """Every stream under its province, and the way to add one under its printed name."""
    grouped: Choices = [
        (each.label, [(stream.slug, stream.label) for stream in each.streams])
        for each in registry.provinces()
        if each.streams and province in ("", each.code)
    ]
    return [("", "—"), *grouped, (NEW, _("A new stream, under its printed name"))]


class StreamAliasForm(forms.ModelForm):
    province = forms.ChoiceField(label=_("Province"), choices=province_choices)
    stream = forms.ChoiceField(label=_("Stream"), choices=stream_choices)

    class Meta:
        model = StreamAlias
        fields = ["province", "text", "stream"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk and self.instance.stream not in registry.streams():
            self.initial["stream"] = NEW

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        code, slug = cleaned.get("province"), cleaned.get("stream")
        if not (code and slug):
            return cleaned
        if slug == NEW:
            cleaned["stream"] = slug_of_new(code, cleaned.get("text", ""))
        elif slug not in {stream.slug for stream in registry.province(code).streams}:
            self.add_error("stream", _("This stream is of another province."))
        return cleaned


@admin.register(StreamAlias)
class StreamAliasAdmin(admin.ModelAdmin):
    form = StreamAliasForm
    list_display = ["text", "name", "means"]
    search_fields = ["text"]
    list_filter = ["province"]

    @admin.display(description=_("province"), ordering="province")
    def name(self, alias: StreamAlias) -> str:
        return registry.province(alias.province).label

    @admin.display(description=_("stream"))
    def means(self, alias: StreamAlias) -> str:
        return alias.stream_label
