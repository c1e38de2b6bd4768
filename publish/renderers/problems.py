"""What is wrong with a request for a list, in the shape of the form that was asked for."""

import json
from collections.abc import Callable, Sequence
from http import HTTPStatus
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from publish.renderers.xml import clean

# RFC 9457 took this name over from the RFC that it replaces.
NAMESPACE = "urn:ietf:rfc:7807"


def problem(shape: str, status: int, messages: Sequence[str]) -> tuple[bytes, str]:
    """Body and content type: a problem of RFC 9457 as JSON or XML, or the sentences as text."""
    return SHAPES[shape](status, messages)


def _text(status: int, messages: Sequence[str]) -> tuple[bytes, str]:
    return "".join(f"{line}\n" for line in messages).encode(), "text/plain; charset=utf-8"


def _json(status: int, messages: Sequence[str]) -> tuple[bytes, str]:
    fields = {name: int(text) if name == "status" else text for name, text in _said(status)}
    body = json.dumps({**fields, "detail": " ".join(messages)}, ensure_ascii=False) + "\n"
    return body.encode(errors="replace"), "application/problem+json"


def _xml(status: int, messages: Sequence[str]) -> tuple[bytes, str]:
    root = Element("problem", xmlns=NAMESPACE)
    for name, text in (*_said(status), ("detail", " ".join(messages))):
        SubElement(root, name).text = clean(text)
    body: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n", "application/problem+xml"


def _said(status: int) -> list[tuple[str, str]]:
    """What RFC 9457 has for a problem that is no more than its status."""
    title = HTTPStatus(status).phrase
    return [("type", "about:blank"), ("title", title), ("status", str(status))]


SHAPES: dict[str, Callable[[int, Sequence[str]], tuple[bytes, str]]] = {
    "text": _text,
    "json": _json,
    "xml": _xml,
}
