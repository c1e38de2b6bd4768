"""The text of an article, from what is stored to what readers get."""

from articles.body.records import Answer, Body, Finding
from articles.body.render import bodies, body_of, passages

__all__ = ["Answer", "Body", "Finding", "bodies", "body_of", "passages"]
