"""What differs between two texts, word by word, for people to read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.body.document import Document
from articles.prose.extensions import KINDS
from articles.prose.tree import Element

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
# So many unchanged lines stay beside a change: enough to know where it is.
AROUND = 1


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stay, go or come."""

    kind: str  # "same", "del", "ins", or "skip" for unchanged lines that are left out
    text: str


def lines_of(html: str) -> str:
    """A stored text as plain lines: one per paragraph, headings and blocks marked."""
    return "\n".join(line for block in Document.of(html).blocks for line in _lines(block))


def parts(before: str, after: str) -> list[Part]:
    """The way from one text to the other: lines are matched first, then words in them."""
    old, new = before.split("\n"), after.split("\n")
    found: list[Part] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Part("same", "\n".join(old[i:j]) + "\n"))
        else:
            found += _in_words("\n".join(old[i:j]), "\n".join(new[k:m]))
            found.append(Part("same", "\n"))
    return _merged(found)


def as_html(found: Sequence[Part]) -> SafeString:
    """With <del> and <ins>, and long unchanged stretches left out."""
    tags = {"del": "<del>{}</del>", "ins": "<ins>{}</ins>", "same": "{}", "skip": "<i>{}</i>"}
    # Safe: format_html escapes every text, and the tags are ours.
    return mark_safe("".join(format_html(tags[part.kind], part.text) for part in _shortened(found)))  # noqa: S308


def _lines(block: Element) -> Iterator[str]:
    if block.tag == "div":
        yield f"[{_named(block.attributes['data-block'], block.attributes['data-of'])}]"
    elif block.tag in ("h2", "h3", "h4"):
        yield f"{'#' * int(block.tag[1])} {block.text}"
    elif block.tag in ("ul", "ol", "blockquote", "table"):
        inner = {"ul": "li", "ol": "li", "blockquote": "p", "table": "tr"}[block.tag]
        yield from (_row(each) for each in block.walk() if each.tag == inner)
    else:
        yield block.text


def _named(kind: str, of: str) -> str:
    """A block as the editor calls it, and what it is of."""
    name = str(KINDS.get(kind, kind))
    return _("{kind}: {title}").format(kind=name, title=of) if of else name


def _row(element: Element) -> str:
    if element.tag != "tr":
        return f"– {element.text}" if element.tag == "li" else f"“{element.text}”"
    return " | ".join(each.text for each in element.walk() if each.tag in ("td", "th"))


def _in_words(before: str, after: str) -> Iterator[Part]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[i:j]), "".join(new[k:m])
        if kind == "equal":
            yield Part("same", gone)
            continue
        if gone:
            yield Part("del", gone)
        if come:
            yield Part("ins", come)


def _merged(found: Sequence[Part]) -> list[Part]:
    """Neighbours of a kind as one, and a blank between two changes as part of them."""
    merged: list[Part] = []
    for part in found:
        if merged and merged[-1].kind == part.kind:
            merged[-1] = Part(part.kind, merged[-1].text + part.text)
        else:
            merged.append(part)
    return merged


def _shortened(found: Sequence[Part]) -> Iterator[Part]:
    last = len(found) - 1
    for place, part in enumerate(found):
        lines = part.text.split("\n")
        head = 0 if place == 0 else AROUND + 1
        tail = 0 if place == last else AROUND + 1
        if part.kind != "same" or len(lines) <= head + tail + 1:
            yield part
            continue
        if head:
            yield Part("same", "\n".join(lines[:head]) + "\n")
        yield Part("skip", "…")
        if tail:
            yield Part("same", "\n" + "\n".join(lines[-tail:]))
