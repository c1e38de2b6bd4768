"""The field for text that editors write: made safe on every way into the database."""

from typing import TYPE_CHECKING, Any

from django.db import models

from articles.prose import sanitise
from articles.prose.extensions import ARTICLE

if TYPE_CHECKING:
    ProseEditorField = models.TextField[str, str]
else:
    from django_prose_editor.fields import ProseEditorField


class ProseField(ProseEditorField):
    """HTML of the allowed elements only.

    Sanitised when a form cleans it and again when it goes to the database, so that `create`,
    `update`, `bulk_create` and imports are covered as well.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("config", {"extensions": ARTICLE})
        kwargs.setdefault("sanitize", sanitise)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """A plain text column for migrations: what is allowed may change without one."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """The instance holds what the database holds, also right after saving."""
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = sanitise(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return str(sanitise(prepared)) if isinstance(prepared, str) else prepared
