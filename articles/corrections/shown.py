"""What articles show of the record: read from their texts, and kept as rows beside them.

`note` writes the rows in the transaction that changes an article (see articles.publishing), so
that nobody has to read every article to learn which of them show a value.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import transaction

from articles.corrections import roots
from articles.corrections.roots import Root
from articles.models import Article, ShownValue
from articles.models.shown import LONGEST
from draws import figures
from draws.known import Known

# As articles.prose writes them: a figure, and a block that shows a draw.
_FIGURE = re.compile(r'<data value="([^"]+)"')
_BLOCK = re.compile(r'data-of="draw/([0-9]+[a-z]?)"')
# Texts that are in memory at once while the rows of all are written again.
AT_ONCE = 200


@dataclass(slots=True)
class Shown:
    """What the texts of one article show: addresses of figures, and draws shown as a whole."""

    addresses: set[str] = field(default_factory=set)
    draws: set[str] = field(default_factory=set)

    def read(self, html: str) -> None:
        self.addresses.update(_FIGURE.findall(html))
        self.draws.update(_BLOCK.findall(html))

    def take(self, subject: str, address: str) -> None:
        """Add what a row of ShownValue says."""
        if subject == address:
            self.draws.add(subject.removeprefix("draw/"))
        else:
            self.addresses.add(address)

    def rows(self) -> Iterator[tuple[str, str]]:
        """Subject and address of each, as ShownValue has them; without what no figure can be."""
        for number in self.draws:
            yield f"draw/{number}", f"draw/{number}"
        for address in self.addresses:
            if len(address) <= LONGEST and (subject := subject_of(address)):
                yield subject, address

    def roots(self, known: Known) -> set[Root]:
        whole = (roots.of_draw(number) for number in self.draws)
        return roots.of_addresses(self.addresses, known).union(*whole)


def shown_in(article: Article) -> Shown:
    """What one article shows. No query after for_page."""
    shown = Shown()
    shown.read(article.body)
    for question in article.questions.all():
        shown.read(question.answer)
    if article.story.draw:
        shown.draws.add(article.story.draw.number)
    return shown


def subject_of(address: str) -> str:
    """The draw, count or provincial day that an address begins with, "" for no figure's."""
    if figures.parse(address):
        return "/".join(address.split("/")[:2])
    parts = address.split("/")
    return "/".join(parts[:3]) if parts[0] == "pnp" and len(parts) > 3 else ""


def note(keys: Iterable[int]) -> None:
    """Write what these articles show again, in the transaction that changed them."""
    with transaction.atomic():
        for article in Article.objects.filter(pk__in=list(keys)).for_page():
            _write(article)


def rebuild() -> int:
    """Write what all articles show again; returns of how many. For rows that came in bulk."""
    with transaction.atomic():
        written = 0
        for article in Article.objects.order_by("pk").for_page().iterator(chunk_size=AT_ONCE):
            _write(article)
            written += 1
    return written


def _write(article: Article) -> None:
    own = ShownValue.objects.filter(article=article)
    before = set(own.values_list("subject", "address"))
    now = set(shown_in(article).rows())
    if gone := before - now:
        own.filter(address__in=[address for _subject, address in gone]).delete()
    ShownValue.objects.bulk_create(
        ShownValue(article=article, subject=subject, address=address)
        for subject, address in sorted(now - before)
    )
