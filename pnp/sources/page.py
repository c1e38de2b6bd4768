"""A provincial page as plain blocks: headings, paragraphs, lists and tables, in reading order.

Read the same way for all provinces: entities decoded first, numbers joined across inline tags,
white space and invisible signs cleaned, rowspans and colspans expanded once. Pure.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pnp.records import Unreadable

SKIPPED = {"script", "style", "noscript", "template", "head", "svg", "iframe", "select"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {
    *HEADINGS,
    *"p ul ol li table tr td th tbody thead tfoot caption div section article main".split(),
    *"dl dt dd".split(),
    *"header footer aside nav figure blockquote details summary fieldset form center".split(),
}
_INSIDE = ",".join(["table", "p", "ul", "ol", "div", "section", "article", "dl", *HEADINGS])
BOLD_HEADING = 7  # a paragraph that is bold throughout: below every <h…>
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MOST_SPAN, _MOST_CELLS = 2_000, 200_000
# Real pages are some dozens deep. The time of the parser grows with the square of the depth.
_DEEPEST = 2_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Elements that hold nothing, or that the next of their kind ends.
_NEVER_DEEP = frozenset(
    "area base br col embed hr img input link meta source track wbr p li td th tr dt dd"
    " option thead tbody tfoot colgroup".split()
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One place in a table. Places that one printed cell spans have the same `origin`."""

    text: str
    lines: tuple[str, ...]
    origin: int


Line = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page. `level` of a heading is 1 to 6, or BOLD_HEADING; 0 for the others."""

    text: str
    level: int = 0
    items: tuple[str, ...] = ()
    table: tuple[Line, ...] = ()


def document(body: bytes) -> LexborHTMLParser:
    """The page's tree. Bytes that are no UTF-8 are read as Windows-1252.

    Raises Unreadable for what is nested beyond all reason.
    """
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp1252", "replace")
    if _is_too_deep(text):
        raise _too_deep()
    return LexborHTMLParser(text)


def _is_too_deep(text: str) -> bool:
    """Whether more elements are open at once than any page has; counted by the tags alone."""
    depth = 0
    for closing, name in _TAG.findall(text):
        if name.lower() not in _NEVER_DEEP:
            depth = max(depth - 1, 0) if closing else depth + 1
            if depth > _DEEPEST:
                return True
    return False


def _too_deep() -> Unreadable:
    return Unreadable("The page is nested too deeply to be read.")


def blocks_of(body: bytes) -> list[Block]:
    """The blocks of a page. Raises Unreadable for what is nested beyond all reason."""
    root = document(body).body
    return blocks_in(root) if root is not None else []


def blocks_in(node: LexborNode) -> list[Block]:
    """The blocks below one element."""
    try:
        return list(_walk(node))
    except RecursionError as deep:
        raise _too_deep() from deep


def clean(text: str) -> str:
    """One line, single plain spaces, no invisible signs."""
    return " ".join(_INVISIBLE.sub("", text).split())


def text_of(node: LexborNode) -> str:
    return clean(_raw_text(node).replace("\n", " "))


def _raw_text(node: LexborNode) -> str:
    """The text with a line break at each <br> and around each block, and nowhere else."""
    return "".join(_pieces(node))


def _pieces(node: LexborNode) -> Iterator[str]:
    for child in _children(node):
        if child.tag == "-text":
            yield (child.text_content or "").replace("\n", " ")
        elif child.tag == "br":
            yield "\n"
        elif child.tag not in SKIPPED:
            edge = "\n" if child.tag in BLOCKS else ""
            yield f"{edge}{_raw_text(child)}{edge}"


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        if child.tag and not child.tag.startswith(("-comment", "_comment", "!")):
            yield child
        child = child.next


def _walk(node: LexborNode) -> Iterator[Block]:
    loose: list[str] = []
    for child in _children(node):
        tag = child.tag or ""
        if tag in SKIPPED:
            continue
        if tag == "-text" or (tag not in BLOCKS and child.css_first(_INSIDE) is None):
            loose.append(_loose_text(child))
            continue
        yield from _paragraph("".join(loose))
        loose = []
        yield from _block(child, tag)
    yield from _paragraph("".join(loose))


def _loose_text(node: LexborNode) -> str:
    if node.tag == "-text":
        return node.text_content or ""
    return " " if node.tag == "br" else _raw_text(node)


def _paragraph(text: str) -> Iterator[Block]:
    if clean(text):
        yield Block(clean(text))


def _block(node: LexborNode, tag: str) -> Iterator[Block]:
    if tag in HEADINGS:
        yield Block(text_of(node), level=HEADINGS[tag])
    elif tag == "p":
        level = BOLD_HEADING if _is_bold(node) else 0
        if text_of(node):
            yield Block(text_of(node), level=level)
    elif tag in ("ul", "ol"):
        items = tuple(text_of(item) for item in _children(node) if item.tag == "li")
        yield Block(" ".join(items), items=items)
    elif tag == "table":
        yield Block(text_of(node), table=_expanded(node))
        for cell in node.css("td table"):
            yield from _block(cell, "table")
    else:
        yield from _walk(node)


def _is_bold(node: LexborNode) -> bool:
    """Whether every sign of a paragraph is inside <strong> or <b>."""
    bold = "".join(
        text_of(child) for child in _children(node) if child.tag in ("strong", "b", "em")
    )
    return bool(bold) and bold.replace(" ", "") == text_of(node).replace(" ", "")


def _expanded(table: LexborNode) -> tuple[Line, ...]:
    """The table as a full grid: each span is written into every place that it covers."""
    rows = [row for row in table.css("tr") if _table_of(row) == table.mem_id]
    places: dict[tuple[int, int], Cell] = {}
    for y, row in enumerate(rows):
        x = 0
        for origin, node in enumerate(_children(row)):
            if node.tag not in ("td", "th"):
                continue
            while (y, x) in places:
                x += 1
            cell = _cell(node, y * _MOST_SPAN + origin)
            down, right = _span(node, "rowspan", len(rows) - y), _span(node, "colspan", 100)
            if len(places) + down * right > _MOST_CELLS:
                raise Unreadable("A table of the page is larger than any that is known.")
            places |= {(y + dy, x + dx): cell for dy in range(down) for dx in range(right)}
            x += right
    return tuple(_line(places, y) for y in range(len(rows)))


def _table_of(row: LexborNode) -> int | None:
    parent = row.parent
    while parent is not None and parent.tag != "table":
        parent = parent.parent
    return parent.mem_id if parent is not None else None


def _line(places: Mapping[tuple[int, int], Cell], y: int) -> Line:
    line, x = [], 0
    while (y, x) in places:
        line.append(places[y, x])
        x += 1
    return tuple(line)


def _cell(node: LexborNode, origin: int) -> Cell:
    lines = tuple(filter(None, map(clean, _raw_text(node).split("\n"))))
    return Cell(" ".join(lines), lines, origin)


def _span(node: LexborNode, name: str, most: int) -> int:
    text = (node.attributes.get(name) or "1").strip()
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        return 1
    # rowspan="0" reaches to the end of the table.
    return max(1, min(int(text) or most, most, _MOST_SPAN))


@dataclass(frozen=True, slots=True)
class Found:
    """A table whose header is known: the places of its columns, and the lines below."""

    columns: Mapping[str, int]
    header: Line
    lines: tuple[Line, ...]
    heading: str
    headings: tuple[str, ...]

    def cells(self, line: Line) -> dict[str, Cell] | None:
        """The wanted cells of a line by name, None if the line is too short."""
        if max(self.columns.values()) >= len(line):
            return None
        return {name: line[place] for name, place in self.columns.items()}


Wanted = Mapping[str, str]  # name -> words that the header cell contains, in any case


def tables_with(blocks: list[Block], wanted: Wanted) -> list[Found]:
    """Every table that has all the wanted headers in one of its first three lines."""
    found: list[Found] = []
    trail = {0: ""}
    for block in blocks:
        if block.level:
            trail = {level: text for level, text in trail.items() if level < block.level}
            trail[block.level] = block.text
        if block.table:
            found += _with_header(block.table, wanted, trail)
    return found


def _with_header(
    table: tuple[Line, ...], wanted: Wanted, trail: Mapping[int, str]
) -> Iterator[Found]:
    for number, line in enumerate(table[:3]):
        columns = {name: column_of(line, words) for name, words in wanted.items()}
        if all(place is not None for place in columns.values()):
            known = {name: place for name, place in columns.items() if place is not None}
            headings = tuple(trail.values())
            yield Found(known, line, table[number + 1 :], headings[-1], headings)
            return


def column_of(line: Line, words: str) -> int | None:
    """The first place of a header line whose cell has all these words."""
    for place, cell in enumerate(line):
        printed = cell.text.casefold()
        if all(word in printed for word in words.casefold().split()):
            return place
    return None


def is_blank(line: Line) -> bool:
    return not any(cell.text for cell in line)


def printed(line: Line) -> str:
    """A line as one text, for a message and as the raw text of a doubt."""
    return " | ".join(cell.text for cell in line)[:1000]


def number_in(pattern: re.Pattern[str], text: str) -> int | None:
    """The first figure that the pattern's group 1 holds, without its separators."""
    match = pattern.search(text)
    return int(re.sub(r"\D", "", match[1])) if match else None
