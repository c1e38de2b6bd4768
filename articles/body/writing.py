"""From the tree of a text to the HTML that readers get."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from django.conf import settings

from articles.body.contents import Heading, Ids
from articles.prose.tree import Element, Node
from publish.figures import Figure
from publish.templatetags.formats import FRENCH_FIRST


@dataclass(slots=True)
class Writer:
    """Writes one text. `plain` is for feeds: absolute links, no ids, figures as words."""

    figures: Mapping[str, Figure]
    language: str
    plain: bool = False
    ids: Ids = field(default_factory=Ids)
    contents: list[Heading] = field(default_factory=list)

    def write(self, nodes: Iterable[Node]) -> str:
        return "".join(
            escape(node, quote=False) if isinstance(node, str) else self._element(node)
            for node in nodes
        )

    def _element(self, element: Element) -> str:
        if element.tag == "data":
            return self._figure(element)
        if element.tag in ("h2", "h3"):
            return self._heading(element)
        if element.tag in ("li", "td", "th"):
            return _tag(element.tag, element.attributes, self.write(_unwrapped(element)))
        if element.tag == "a":
            return _tag("a", {"href": self._link(element)}, self.write(element.children))
        if element.tag in ("thead", "tbody"):
            return self._section(element)
        return _tag(element.tag, {}, self.write(element.children))

    def _figure(self, element: Element) -> str:
        address = element.attributes["value"]
        figure = self.figures.get(address)
        words = escape(figure.text if figure else element.text, quote=False)
        if self.language == "fr":
            words = FRENCH_FIRST.sub("1<sup>er</sup>", words)
        if figure and figure.iso:
            words = _tag("time", {"datetime": figure.iso}, words)
        return words if self.plain else _tag("data", {"value": address}, words)

    def _heading(self, element: Element) -> str:
        inner = self.write(element.children)
        if self.plain:
            return _tag(element.tag, {}, inner)
        words = self.words(element)
        heading = Heading(self.ids.take(words), words, int(element.tag[1]))
        self.contents.append(heading)
        return _tag(element.tag, {"id": heading.id}, inner)

    def words(self, element: Element) -> str:
        """The words of an element, with the present figures."""
        parts = []
        for child in element.children:
            if isinstance(child, str):
                parts.append(child)
            elif child.tag == "data" and (figure := self.figures.get(child.attributes["value"])):
                parts.append(figure.text)
            else:
                parts.append(self.words(child))
        return "".join(parts)

    def _section(self, section: Element) -> str:
        """Rows of a table: headings say whether they head a column or a row."""
        scope = "col" if section.tag == "thead" else "row"
        for row in section.children:
            for cell in row.children if isinstance(row, Element) else ():
                if isinstance(cell, Element) and cell.tag == "th":
                    cell.attributes["scope"] = scope
        return _tag(section.tag, {}, self.write(section.children))

    def _link(self, element: Element) -> str:
        href = element.attributes["href"]
        return settings.SITE_URL + href if self.plain and href.startswith("/") else href


def _tag(name: str, attributes: Mapping[str, str], inner: str) -> str:
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{inner}</{name}>"


def _unwrapped(element: Element) -> list[Node]:
    """What is in a list item or a cell; a single paragraph without its tag."""
    first, *others = element.children or [""]
    if not isinstance(first, Element) or first.tag != "p":
        return element.children
    if any(isinstance(other, Element) and other.tag == "p" for other in others):
        return element.children
    return [*first.children, *others]
