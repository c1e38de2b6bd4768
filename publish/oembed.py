"""oEmbed 1.0: what to show for one of our addresses, as JSON or XML (https://oembed.com)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from publish.renderers.xml import clean

Value = str | int
FORMATS = ("json", "xml")


class BadSize(ValueError):
    """A largest width or height that is no whole number above 0."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a page has for us, in pixels; None is as much as we like."""

    width: int | None = None
    height: int | None = None

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "Room":
        """Read `maxwidth` and `maxheight`. BadSize."""
        return cls(_pixels(params.get("maxwidth", "")), _pixels(params.get("maxheight", "")))

    def holds(self, width: int, height: int) -> bool:
        """Whether something of this size has room."""
        return width <= (self.width or width) and height <= (self.height or height)


@dataclass(frozen=True, slots=True)
class Answer:
    """`kind` is rich or link; `fields` those of that kind beside the ones that all have."""

    kind: str
    title: str
    fields: Mapping[str, Value] = field(default_factory=dict)

    def render(self, form: str, provider: Mapping[str, Value]) -> tuple[bytes, str]:
        """Body and content type in one of FORMATS."""
        values: dict[str, Value] = {
            "version": "1.0",
            "type": self.kind,
            "title": self.title,
            **provider,
            **self.fields,
        }
        if form == "json":
            return json.dumps(values, ensure_ascii=False).encode(), "application/json"
        return _xml(values), "text/xml; charset=utf-8"


def _xml(values: Mapping[str, Value]) -> bytes:
    root = Element("oembed")
    for name, value in values.items():
        SubElement(root, name).text = clean(value)
    body: bytes = ElementTree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n' + body + b"\n"


def _pixels(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text)):
        raise BadSize(text)
    return int(text)
