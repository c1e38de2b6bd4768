"""The stored words of bound figures: kept as the record has them, for whoever else reads text."""

from typing import Any

from django.db import models

from articles.body.document import Document
from articles.fields import ProseField
from articles.figures import resolve_all
from articles.prose import sanitise


def refresh(row: models.Model, language: str, *, suffix: str = "") -> None:
    """Put the present words of every figure into a row's texts, in one language.

    Only texts whose field ends in `suffix` are touched. The row is not saved. A figure that leads
    nowhere keeps its last words.
    """
    texts = _texts(row, suffix)
    documents = {name: Document.of(sanitise(text)) for name, text in texts.items()}
    addresses = {address for document in documents.values() for address in document.addresses}
    if not addresses:
        return
    figures = resolve_all(addresses, language)
    for name, document in documents.items():
        setattr(row, name, document.with_figures(figures))


def _texts(row: Any, suffix: str) -> dict[str, str]:
    names = [
        field.attname
        for field in row._meta.concrete_fields
        if isinstance(field, ProseField) and field.attname.endswith(suffix)
    ]
    return {name: getattr(row, name) or "" for name in names}
