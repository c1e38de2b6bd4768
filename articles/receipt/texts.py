"""The texts of an article with the present words of its bound figures: what readers see."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from articles.claims import Texts, texts_of
from articles.figures import resolve_all
from articles.models import Article
from publish.figures import Figure

# Stored text has one form only: see articles.prose.
_FIGURE = re.compile(r'(<data value="([^"<>]*)">)([^<]*)(?=</data>)')


def present_texts(articles: Iterable[Article]) -> dict[int, Texts]:
    """By primary key. The queries are those of the figures of each language, however many."""
    articles = list(articles)
    found: dict[int, Texts] = {}
    for language in sorted({article.language for article in articles}):
        stored = {row.pk: texts_of(row) for row in articles if row.language == language}
        addresses = {each for texts in stored.values() for each in _addresses(texts)}
        figures = resolve_all(addresses, language)
        found |= {pk: present(texts, figures) for pk, texts in stored.items()}
    return found


def present(texts: Texts, figures: Mapping[str, Figure]) -> Texts:
    """The texts with the words of these figures; a figure that leads nowhere keeps its own."""
    asked = [(question, _put(answer, figures)) for question, answer in texts.questions]
    return replace(texts, body_html=_put(texts.body_html, figures), questions=asked)


def with_present_figures(texts: Texts, language: str) -> Texts:
    """One text that may not be stored."""
    return present(texts, resolve_all(_addresses(texts), language))


def _addresses(texts: Texts) -> set[str]:
    parts = [texts.body_html, *(answer for _question, answer in texts.questions)]
    return {match[2] for part in parts for match in _FIGURE.finditer(part)}


def _put(html: str, figures: Mapping[str, Figure]) -> str:
    def words(match: re.Match[str]) -> str:
        figure = figures.get(match[2])
        return match[1] + _escaped(figure.text) if figure else match[0]

    return _FIGURE.sub(words, html)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
