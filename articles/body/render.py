"""Articles as readers get them: figures resolved, blocks drawn, headings with ids.

Everything is read in bulk: the number of queries depends on which kinds of blocks there are, not
on how many blocks, figures or articles. Editors' text is never run as a template.
"""

import logging
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString, mark_safe

from articles.body.blocks import BLOCKS, Around, Place, Scope
from articles.body.contents import Heading
from articles.body.document import Document
from articles.body.draft import Contexts, Draft, contexts_of, known_to
from articles.body.records import Answer, Body, Finding
from articles.body.writing import Writer
from articles.figures import Reading, resolve_all
from articles.models import Article, ArticleQuestion, DeskTask
from articles.prose.readability import WORDS_A_MINUTE
from publish.figures import Figure

logger = logging.getLogger(__name__)

ALONE = Around()
Key = TypeVar("Key", bound=Hashable)


def body_of(article: Article, at: datetime | None = None, around: Around = ALONE) -> Body:
    """The text of one article for its page, as of a moment; now if none is given."""
    return bodies([article], at=at, around=around)[article.pk]


def bodies(
    articles: Iterable[Article],
    *,
    at: datetime | None = None,
    plain: bool = False,
    around: Around = ALONE,
) -> dict[int, Body]:
    """The texts of articles by their primary keys. `plain` is for feeds: absolute links, no
    advertisements, no charts. `around` is what their page brings along."""
    by_language: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_language[article.language].append(article)
    found: dict[int, Body] = {}
    for language, group in by_language.items():
        with translation.override(language):
            found |= _in_one_language(
                group, language, at or timezone.now(), plain=plain, around=around
            )
    return found


def passages(
    texts: Mapping[Key, str], language: str, *, plain: bool = False
) -> dict[Key, SafeString]:
    """Other texts of editors, such as show notes, with their figures resolved, in bulk."""
    documents = {key: Document.of(text) for key, text in texts.items()}
    addresses = {address for document in documents.values() for address in document.addresses}
    figures = resolve_all(addresses, language)
    return {
        key: _passage(document, Writer(figures, language, plain))
        for key, document in documents.items()
    }


def _in_one_language(
    articles: Sequence[Article], language: str, at: datetime, *, plain: bool, around: Around
) -> dict[int, Body]:
    drafts = [Draft.of(article) for article in articles]
    addresses = {address for draft in drafts for address in draft.addresses}
    known = known_to(drafts, addresses, around.needs)
    figures = resolve_all(addresses, language, Reading(draws=known))
    scope = Scope(language, at, known, plain=plain, around=around)
    contexts = contexts_of(drafts, scope)
    return {
        draft.article.pk: _Rendering(draft, figures, contexts, scope).body() for draft in drafts
    }


def _passage(document: Document, writer: Writer) -> SafeString:
    # Safe: the writer escapes every word, and spells out every tag.
    words = (block for block in document.blocks if block.tag != "div")
    return mark_safe(writer.write(words))  # noqa: S308


@dataclass(slots=True)
class _Rendering:
    """One article, with everything that was read for it."""

    draft: Draft
    figures: Mapping[str, Figure]
    contexts: Contexts
    scope: Scope
    writer: Writer = field(init=False)
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.writer = Writer(self.figures, self.scope.language, self.scope.plain)

    def body(self) -> Body:
        html = self._html()
        missing = sorted(self.draft.addresses - self.figures.keys())
        self.findings += [Finding(DeskTask.Kind.FIGURE, address) for address in missing]
        text = self.draft.text.text
        return Body(
            html=html,
            text=text,
            contents=tuple(self.writer.contents),
            minutes=max(1, round(len(text.split()) / WORDS_A_MINUTE)),
            answers=tuple(self._answer(*pair) for pair in self.draft.answers),
            shown=self._shown(),
            findings=tuple(self.findings),
            draws=self.scope.draws,
        )

    def _html(self) -> SafeString:
        places = iter(self.draft.places)
        parts = [
            self._block(*next(places)) if block.tag == "div" else self.writer.write([block])
            for block in self.draft.text.blocks
        ]
        # Safe: the writer escapes every word, and templates escape theirs.
        return mark_safe("\n".join(part for part in parts if part))  # noqa: S308

    def _block(self, kind: str, place: Place) -> str:
        """The HTML of one block; nothing where it is broken or has nothing to show."""
        block = BLOCKS.get(kind)
        if block is None or (place not in self.contexts and not self._may_be_absent(kind, place)):
            self.findings.append(Finding(DeskTask.Kind.BLOCK, f"{kind} {place.of}".strip()))
            return ""
        if place not in self.contexts:
            return ""
        context = {**self.contexts[place], **self._common(kind)}
        try:
            return render_to_string(block.template, context).strip()
        except Exception:
            logger.exception("block %r of %s failed", kind, place.article.subject)
            self.findings.append(Finding(DeskTask.Kind.BLOCK, f"{kind} {place.of}".strip()))
            return ""

    def _may_be_absent(self, kind: str, place: Place) -> bool:
        """A card by rule where nothing is related, and what feeds leave out."""
        return (kind == "see-also" and not place.of) or (
            self.scope.plain and not BLOCKS[kind].in_feeds
        )

    def _common(self, kind: str) -> dict[str, Any]:
        """What every block's template gets: an id of its own, and how to write links."""
        heading, plain = BLOCKS[kind].heading, self.scope.plain
        name = self.writer.ids.take(kind)
        if heading is not None and not plain:
            self.writer.contents.append(Heading(name, str(heading), 2))
        return {
            "id": name,
            "plain": plain,
            "base": settings.SITE_URL if plain else "",
            "LANGUAGE_CODE": self.scope.language,
        }

    def _answer(self, asked: ArticleQuestion, document: Document) -> Answer:
        writer = Writer(self.figures, self.scope.language, self.scope.plain)
        return Answer(
            anchor=asked.anchor,
            question=asked.question,
            html=_passage(document, writer),
            text="\n".join(writer.words(block) for block in document.blocks),
            reviewed_on=asked.reviewed_on,
        )

    def _shown(self) -> frozenset[int]:
        cards = (self.contexts.get(place, {}).get("card") for _kind, place in self.draft.places)
        return frozenset(card.story_id for card in cards if card is not None)
