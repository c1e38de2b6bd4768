"""What editors fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ingest.models import HeldRow


class BringInForm(forms.Form):
    """A source's file, uploaded or pasted."""

    file = forms.FileField(label=_("File"), required=False)
    text = forms.CharField(
        label=_("or its text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "vLargeTextField"}),
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        given = [name for name in ("file", "text") if cleaned.get(name)]
        if not given and not self.errors:
            raise forms.ValidationError(_("Choose a file or paste its text."))
        if len(given) == 2:
            raise forms.ValidationError(_("Give a file or a text, not both."))
        return cleaned

    def body(self) -> bytes:
        uploaded = self.cleaned_data["file"]
        if uploaded:
            content: bytes = uploaded.read()
            return content
        return str(self.cleaned_data["text"]).encode("utf-8", "surrogatepass")


class DecisionForm(forms.Form):
    """Approve or dismiss one held row."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[("approve", _("Approve: publish it")), ("dismiss", _("Dismiss: leave it out"))],
        widget=forms.RadioSelect,
    )
    choice = forms.ChoiceField(label=_("Answer"), required=False)
    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})
    )

    def __init__(self, held: HeldRow, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        if held.choices:
            self.fields["choice"].choices = [("", "—"), *map(tuple, held.choices)]  # type: ignore[attr-defined]
        else:
            del self.fields["choice"]

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        needs_answer = "choice" in self.fields and cleaned.get("decision") == "approve"
        if needs_answer and not cleaned.get("choice"):
            self.add_error("choice", _("Say which one it is."))
        return cleaned
