"""The words of an article as blocks with offsets: paragraphs, headings, items, rows of tables.

The plain text of a part is its blocks, one a line; the cells of a row stand a tab apart. Offsets
of claims count in this text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from articles.prose.reader import read
from articles.prose.tree import Element, Node

WORDS = frozenset({"p", "h2", "h3", "caption"})


@dataclass(frozen=True, slots=True)
class Texts:
    """What is read of an article, in one language.

    `questions` are pairs of a question and its answer in HTML. `subject` is the number of the
    draw that the article is about, "" where nobody said so.
    """

    headline: str = ""
    standfirst: str = ""
    body_html: str = ""
    questions: Sequence[tuple[str, str]] = ()
    captions: Sequence[str] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure that is bound to the record: from `start` to `end` of the plain text."""

    start: int
    end: int
    address: str


@dataclass(slots=True)
class Block:
    """One line of the plain text. `kind`: p, h2, h3, li, quote, row, head or caption.

    `cells` are the offsets of a row's cells; blocks of one list or table share a `group`.
    """

    kind: str
    start: int
    end: int
    group: int = 0
    cells: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """Where words of the plain text stand in the tree: child `index` of `parent`."""

    start: int
    end: int
    parent: Element
    index: int


@dataclass(slots=True)
class Part:
    """One part of an article: its plain text, and what stands where in it."""

    where: str
    place: int = 0
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    figures: list[Bound] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)


def parts_of(texts: Texts) -> Iterator[Part]:
    """Every part that says something, in the order of the page."""
    if texts.headline:
        yield words("headline", texts.headline, "h2")
    if texts.standfirst:
        yield words("standfirst", texts.standfirst)
    if texts.body_html:
        yield prose("body", texts.body_html)
    for place, (question, answer) in enumerate(texts.questions):
        yield prose("faq", f"<h3>{escape(question)}</h3>{answer}", place)
    for place, caption in enumerate(texts.captions):
        yield words("caption", caption, "caption", place)


def words(where: str, text: str, kind: str = "p", place: int = 0) -> Part:
    """A part without markup."""
    part = Part(where, place, text)
    start = 0
    for line in text.split("\n"):
        part.blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    return part


def prose(where: str, html: str, place: int = 0) -> Part:
    """A part in HTML."""
    return of_tree(where, read(html), place)


def of_tree(where: str, tree: Sequence[Element], place: int = 0) -> Part:
    """A part whose tree was read already."""
    writer = _Writer(Part(where, place))
    for element in tree:
        writer.write(element, element.tag)
    writer.part.text = "".join(writer.words)
    return writer.part


class _Writer:
    """Writes the plain text of a tree, and notes what stands where."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.words: list[str] = []
        self.length = 0
        self.group = 0

    def write(self, element: Element, kind: str) -> None:
        """One block, or the blocks in it."""
        if element.tag == "tr":
            self._row(element)
        elif element.tag in WORDS:
            self._line(element, kind)
        else:
            if element.tag in ("ul", "ol", "table"):
                self.group += 1
            for child in element.children:
                if isinstance(child, Element):
                    self.write(child, _kind_in(element, child))
            if element.tag in ("ul", "ol", "table"):
                self.group += 1

    def _line(self, element: Element, kind: str) -> None:
        start = self.length
        self._inline(element)
        self.part.blocks.append(Block(kind, start, self.length, self.group))
        self._add("\n")

    def _row(self, row: Element) -> None:
        cells: list[tuple[int, int]] = []
        start = self.length
        for cell in row.children:
            if isinstance(cell, Element):
                if cells:
                    self._add("\t")
                before = self.length
                self._cell(cell)
                cells.append((before, self.length))
        heads = all(isinstance(cell, Element) and cell.tag == "th" for cell in row.children)
        kind = "head" if heads else "row"
        self.part.blocks.append(Block(kind, start, self.length, self.group, cells))
        self._add("\n")

    def _cell(self, cell: Element) -> None:
        for number, block in enumerate(cell.children):
            if number:
                self._add(" ")
            if isinstance(block, Element):
                self._inline(block)

    def _inline(self, element: Element) -> None:
        for index, child in enumerate(element.children):
            start = self.length
            if isinstance(child, str):
                self._add(child.replace("\n", " ").replace("\t", " "))
                self.part.pieces.append(Piece(start, self.length, element, index))
                continue
            self._inline(child)
            if child.tag == "data":
                self.part.figures.append(Bound(start, self.length, child.attributes["value"]))

    def _add(self, words: str) -> None:
        self.words.append(words)
        self.length += len(words)


def _kind_in(parent: Element, child: Element) -> str:
    if child.tag == "p" and parent.tag == "blockquote":
        return "quote"
    if child.tag == "p" and parent.tag == "li":
        return "li"
    return child.tag


def with_bound(html: str, start: int, end: int, address: str, text: str) -> list[Node] | None:
    """The tree of a text in which the words from `start` to `end` are a bound figure.

    None where these words are no plain run of the text.
    """
    tree = read(html)
    for piece in of_tree("", tree).pieces:
        if piece.start <= start and end <= piece.end and piece.parent.tag != "data":
            words = piece.parent.children[piece.index]
            before, after = str(words)[: start - piece.start], str(words)[end - piece.start :]
            figure = Element("data", [text], {"value": address})
            parts: list[Node] = [before, figure, after]
            piece.parent.children[piece.index : piece.index + 1] = [p for p in parts if p != ""]
            return [*tree]
    return None
