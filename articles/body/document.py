"""A stored text, read once: its figures, its blocks bound to data, its words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from articles.prose.reader import read
from articles.prose.tree import Element, write
from publish.figures import Figure


@dataclass(frozen=True)
class Document:
    """The tree of one text. Text that is stored is already safe: see articles.prose."""

    blocks: list[Element]

    @classmethod
    def of(cls, html: str) -> "Document":
        return cls(read(html))

    @cached_property
    def figures(self) -> list[Element]:
        """The data elements, in the order of the text."""
        return [element for element in self._elements() if element.tag == "data"]

    @cached_property
    def addresses(self) -> set[str]:
        """What the figures are bound to."""
        return {element.attributes["value"] for element in self.figures}

    @property
    def bound(self) -> list[tuple[str, str]]:
        """(kind, of) of the blocks bound to data, in the order of the text."""
        return [
            (element.attributes["data-block"], element.attributes["data-of"])
            for element in self.blocks
            if element.tag == "div"
        ]

    @property
    def text(self) -> str:
        """The words alone, paragraphs apart."""
        return "\n".join(block.text for block in self.blocks if block.text)

    def with_figures(self, figures: Mapping[str, Figure]) -> str:
        """The text to store, each figure with its present words where it has any."""
        for element in self.figures:
            figure = figures.get(element.attributes["value"])
            if figure is not None:
                element.children = [figure.text]
        return write(self.blocks)

    def _elements(self) -> Iterator[Element]:
        for block in self.blocks:
            yield from block.walk()
