"""Articles on their way to readers: read as trees, with what their figures and blocks need."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from articles.body.blocks import BLOCKS, Needs, Place, Scope
from articles.body.document import Document
from articles.models import Article, ArticleQuestion
from draws import figures as draw_figures
from draws.known import Known

logger = logging.getLogger(__name__)
Contexts = dict[Place, dict[str, Any]]


@dataclass(slots=True)
class Draft:
    """One article: its texts as trees, and its blocks in order as (kind, place)."""

    article: Article
    text: Document
    answers: list[tuple[ArticleQuestion, Document]]
    places: list[tuple[str, Place]] = field(default_factory=list)

    @classmethod
    def of(cls, article: Article) -> "Draft":
        text = Document.of(article.body)
        answers = [(asked, Document.of(asked.answer)) for asked in article.questions.all()]
        blocks = enumerate(text.bound)
        places = [(kind, Place(article, of, number)) for number, (kind, of) in blocks]
        return cls(article, text, answers, places)

    @property
    def addresses(self) -> set[str]:
        """What the figures of the text and of the answers are bound to."""
        documents = [self.text, *(document for _asked, document in self.answers)]
        return {address for document in documents for address in document.addresses}


def known_to(drafts: Sequence[Draft], addresses: Iterable[str], also: Needs) -> Known:
    """What figures and blocks read of draws, to be read together, and what else is needed."""
    wanted = draw_figures.needs(addresses)
    needs = also | Needs(
        numbers=wanted.numbers,
        relatives=wanted.relatives,
        dates=wanted.dates,
        pools=wanted.pools,
    )
    for draft in drafts:
        for kind, place in draft.places:
            if kind in BLOCKS:
                needs |= BLOCKS[kind].needs(place.of)
    return Known(**{part.name: getattr(needs, part.name) for part in fields(needs)})


def contexts_of(drafts: Sequence[Draft], scope: Scope) -> Contexts:
    """What the templates of all blocks get; without the blocks that have nothing to show."""
    by_kind: dict[str, list[Place]] = defaultdict(list)
    for draft in drafts:
        for kind, place in draft.places:
            if kind in BLOCKS and (BLOCKS[kind].in_feeds or not scope.plain):
                by_kind[kind].append(place)
    found: Contexts = {}
    for kind, places in by_kind.items():
        try:
            found |= BLOCKS[kind].contexts(places, scope)
        except Exception:
            # A block that fails leaves a gap, never an article that cannot be read.
            logger.exception("blocks of kind %r failed", kind)
    return found
