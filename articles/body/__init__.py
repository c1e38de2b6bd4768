"""The text of an article, from what is stored to what readers get."""

from articles.body.blocks import Around, Needs
from articles.body.records import Answer, Body, Finding
from articles.body.render import bodies, body_of, passages

__all__ = ["Answer", "Around", "Body", "Finding", "Needs", "bodies", "body_of", "passages"]
