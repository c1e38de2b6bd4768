"""Reading HTML into the one form that we keep: a row of blocks, in them paragraphs and words.

What comes in is already free of foreign elements. What comes out holds:

- blocks: p, h2, h3, ul, ol, blockquote, table, and div bound to data, the last at the top only;
- in li, blockquote, th and td: p, ul, ol;
- in p, h2 and h3: words, strong, em, a, data; none of them in itself;
- in caption: words and data.

This is also the form in which the editor gives text back, so that saving again changes nothing.
"""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.prose import forms
from articles.prose.tree import Element, Node
from articles.prose.words import joined, printable, trimmed

MARKS = frozenset({"strong", "em", "a"})
LISTS = frozenset({"ul", "ol"})
HEADINGS = frozenset({"h2", "h3"})
# What other programs call the elements that we know.
SYNONYMS = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
# An element nested deeper than anything an editor makes is read as the words in it.
DEEPEST = 60


def read(html: str) -> list[Element]:
    """The blocks of a text."""
    body = LexborHTMLParser(f"<body>{html}").body
    return _Reader().blocks(_children(body), 0) if body is not None else []


class _Reader:
    """Reads one text. A block bound to data that stands in another is kept for after that one."""

    def __init__(self) -> None:
        self.stranded: list[Element] = []

    def blocks(self, nodes: Iterable[LexborNode], depth: int) -> list[Element]:
        """Blocks; words that have no paragraph get one."""
        found: list[Element] = []
        loose: list[Node] = []
        for node in nodes:
            block = self._block(node, depth)
            if block is None:
                loose += self._words(node, frozenset(), depth)
            if block is not None or self.stranded:
                found += [*_paragraph(loose), *(block or []), *self.stranded]
                self.stranded, loose = [], []
        return found + _paragraph(loose)

    def _block(self, node: LexborNode, depth: int) -> list[Element] | None:
        """What a node stands for as blocks; None if it is words."""
        tag = _name(node)
        if depth > DEEPEST:
            return None
        if tag == "p" or tag in HEADINGS:
            return _filled(Element(tag, trimmed(self._inside(node, depth))))
        if tag in LISTS or tag == "li":
            return self._list(node, depth)
        if tag == "blockquote":
            return _filled(Element(tag, [*self._plain(_children(node), depth)]))
        if tag == "table":
            return self._table(node, depth)
        if tag == "div":
            return _bound(node) or self.blocks(_children(node), depth + 1)
        return None

    def _plain(self, nodes: Iterable[LexborNode], depth: int) -> list[Element]:
        """Paragraphs and lists; other blocks become paragraphs."""
        found: list[Element] = []
        for block in self.blocks(nodes, depth + 1):
            if block.tag in ("p", *LISTS):
                found.append(block)
            elif block.attributes:
                self.stranded.append(block)
            elif block.tag == "blockquote":
                found += [child for child in block.children if isinstance(child, Element)]
            elif block.tag == "table":
                found += _paragraph([block.text])
            else:
                found += _paragraph(block.children)
        return found

    def _list(self, node: LexborNode, depth: int) -> list[Element]:
        made = Element("ol" if node.tag == "ol" else "ul")
        for item in [node] if node.tag == "li" else _children(node):
            inner = _children(item) if item.tag == "li" else [item]
            blocks = self._plain(inner, depth)
            last = made.children[-1] if made.children else None
            if item.tag in LISTS and isinstance(last, Element):
                # A list straight in a list belongs to the item before it.
                last.children += blocks
            elif blocks:
                made.children.append(Element("li", [*blocks]))
        return _filled(made)

    def _table(self, table: LexborNode, depth: int) -> list[Element]:
        """Rows of headings at the top are the head, whatever the source calls them."""
        caption: list[Element] = []
        rows: list[Element] = []
        for node in _parts(table, depth):
            if node.tag == "tr":
                rows += _filled(Element("tr", [*self._cells(node, depth)]))
            elif not caption:
                words = _unmarked(self._inside(node, depth))
                caption = _filled(Element("caption", trimmed(words)))
        if not any(row.text for row in rows):
            return []
        head = next((i for i, row in enumerate(rows) if not _is_heading(row)), len(rows))
        sections = [Element("thead", [*rows[:head]]), Element("tbody", [*rows[head:]])]
        return [Element("table", [*caption, *(part for part in sections if part.children)])]

    def _cells(self, row: LexborNode, depth: int) -> Iterator[Element]:
        for node in _children(row):
            if node.tag in ("th", "td"):
                blocks = self._plain(_children(node), depth)
                yield Element(node.tag, [*blocks], _spans(node))

    def _inside(self, node: LexborNode, depth: int) -> list[Node]:
        children = _children(node)
        return [part for child in children for part in self._words(child, frozenset(), depth + 1)]

    def _words(self, node: LexborNode, within: frozenset[str], depth: int) -> list[Node]:
        """Words and marks. An element that is no mark is read as what is in it."""
        tag = _name(node)
        if tag == "-text":
            return [printable(node.text_content or "")]
        if depth > DEEPEST:
            return [printable(node.text(deep=True))]
        if tag == "div" and (bound := _bound(node)):
            self.stranded += bound
            return []
        if tag == "data":
            return _figure(node)
        mark = _mark(node, within)
        inner = within | {mark.tag} if mark else within
        parts = [part for child in _children(node) for part in self._words(child, inner, depth + 1)]
        if mark is None:
            return parts if tag in MARKS else [" ", *parts, " "]
        mark.children = joined(parts)
        return [mark] if mark.children else []


def _name(node: LexborNode) -> str:
    tag = node.tag or ""
    return SYNONYMS.get(tag, tag)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return (child for child in node.iter(include_text=True) if child.tag != "-comment")


def _parts(node: LexborNode, depth: int) -> Iterator[LexborNode]:
    """The captions and rows of a table."""
    for child in node.iter():
        if child.tag in ("caption", "tr"):
            yield child
        elif depth <= DEEPEST and child.tag in ("thead", "tbody"):
            yield from _parts(child, depth + 1)


def _mark(node: LexborNode, within: frozenset[str]) -> Element | None:
    tag = _name(node)
    if tag not in MARKS or tag in within:
        return None
    if tag != "a":
        return Element(tag)
    href = (node.attributes.get("href") or "").strip(" \t\r\n\f")
    return Element("a", attributes={"href": href}) if forms.LINK.fullmatch(href) else None


def _figure(node: LexborNode) -> list[Node]:
    """A bound figure; its words alone where the address has not the form of one."""
    address = node.attributes.get("value") or ""
    words = trimmed([printable(node.text(deep=True))])
    if forms.ADDRESS.fullmatch(address):
        return [Element("data", words, {"value": address})]
    return words


def _unmarked(parts: Iterable[Node]) -> Iterator[Node]:
    for part in parts:
        if isinstance(part, Element) and part.tag != "data":
            yield from _unmarked(part.children)
        else:
            yield part


def _bound(node: LexborNode) -> list[Element]:
    """The block bound to data that a div stands for."""
    kind = node.attributes.get("data-block") or ""
    of = node.attributes.get("data-of") or ""
    if not (forms.BLOCK.fullmatch(kind) and forms.BLOCK_OF.fullmatch(of)):
        return []
    return [Element("div", [], {"data-block": kind, "data-of": of})]


def _spans(cell: LexborNode) -> dict[str, str]:
    spans = {name: cell.attributes.get(name) or "" for name in ("colspan", "rowspan")}
    return {name: span for name, span in spans.items() if forms.SPAN.fullmatch(span)}


def _is_heading(row: Element) -> bool:
    return all(isinstance(cell, Element) and cell.tag == "th" for cell in row.children)


def _paragraph(parts: Iterable[Node]) -> list[Element]:
    return _filled(Element("p", trimmed(parts)))


def _filled(element: Element) -> list[Element]:
    """The element, unless there is nothing in it."""
    return [element] if element.children else []
