"""Editors' text as a tree of our own, and the only way from it back to HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape


@dataclass(slots=True)
class Element:
    """One element; `children` are elements and words."""

    tag: str
    children: list["Element | str"] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words in it, without marks."""
        return "".join(part if isinstance(part, str) else part.text for part in self.children)

    def walk(self) -> Iterator["Element"]:
        """The element and every element in it, in the order of the text."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()


Node = Element | str


def write(nodes: Iterable[Node]) -> str:
    """HTML of a tree. Every word and every value is escaped."""
    return "".join(
        escape(node, quote=False) if isinstance(node, str) else _tag(node) for node in nodes
    )


def _tag(element: Element) -> str:
    attributes = "".join(f' {name}="{escape(text)}"' for name, text in element.attributes.items())
    return f"<{element.tag}{attributes}>{write(element.children)}</{element.tag}>"
