"""Any file as the texts of an article: HTML with whatever surrounds it, or plain text."""

import re
from html import escape, unescape

from selectolax.lexbor import LexborHTMLParser

from articles.claims.texts import Texts

# A file longer than any article; reading it would tell nothing and take minutes.
LONGEST = 2_000_000
_TAG = re.compile(
    r"<(?:!doctype|html|body|head|p|div|h[1-6]|ul|ol|table|article|main|section)\b", re.I
)
# What is no text of the article, and what only groups it.
_ASIDE = "script, style, noscript, template, nav, footer, form, svg, iframe, aside, head, button"
_GROUPS = re.compile(
    r"<(/?)(?:section|article|main|header|figure|center|details|address|fieldset|dl"
    r"|hgroup)\b[^<>]*>",
    re.I,
)
_LINES = re.compile(r"<(/?)(?:figcaption|summary|dd|pre|legend)\b[^<>]*>", re.I)
_TERM = re.compile(r"<dt\b[^<>]*>(?P<term>[^<]{0,200})</dt>\s*<dd\b[^<>]*>", re.I)
_ITEM = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_LABELLED = re.compile(r"[^:.;!?]{1,60} ?: ?\S.{0,80}$")
_WORD = re.compile(r"[a-zà-ÿ]+")
_FRENCH = frozenset(
    "le la les des du une et est dans pour que qui sur au aux par avec ronde note".split()
)
_ENGLISH = frozenset(
    "the of and to in a is was for that with on at by this draw draws score invited were".split()
)


# Elements nested deeper than any page are read as what is in them: the work of the parser grows
# with the square of the depth. Those that end by themselves have no depth that could be counted.
DEEPEST = 100
_NESTING = re.compile(r"<(?P<end>/?)(?P<tag>[a-z][a-z0-9-]*)(?=[\s/>])[^<>]*>", re.I)
_ENDING = frozenset(
    "p li dt dd tr td th thead tbody tfoot colgroup option optgroup html head body area base br"
    " col embed hr img input link meta param source track wbr script style".split()
)


class Unreadable(ValueError):
    """A file that holds no text; str() is one clear line."""


def texts_of_bytes(body: bytes) -> Texts:
    """The texts of a file. Raises Unreadable for what is no text."""
    text = _decoded(body)
    if _TAG.search(text):
        return _of_html(text)
    return _of_plain(text)


def guessed_language(texts: Texts) -> str:
    """en or fr, by the commonest words."""
    words = _WORD.findall(unescape(f"{texts.headline} {texts.body_html}").lower()[:200_000])
    french = sum(word in _FRENCH for word in words)
    return "fr" if french > sum(word in _ENGLISH for word in words) else "en"


def _decoded(body: bytes) -> str:
    if len(body) > LONGEST:
        raise Unreadable(f"the file is too long: {len(body):,} bytes, at most {LONGEST:,} are read")
    for encoding in _encodings(body):
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        raise Unreadable("the file is no text")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _is_binary(text):
        raise Unreadable("the file is no text")
    if not text.strip():
        raise Unreadable("the file is empty")
    return text


def _encodings(body: bytes) -> tuple[str, ...]:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "cp1252", "latin-1")


def _is_binary(text: str) -> bool:
    odd = sum(
        (sign < " " and sign not in "\n\t\f") or "\x7f" <= sign < "\xa0" for sign in text[:50_000]
    )
    return "\x00" in text or odd > len(text[:50_000]) / 50


def _of_html(text: str) -> Texts:
    tree = LexborHTMLParser(_prepared(_shallow(text)))
    title = tree.css_first("h1") or tree.css_first("title")
    headline = " ".join(title.text(deep=True).split()) if title is not None else ""
    for node in tree.css(_ASIDE):
        node.decompose(recursive=True)
    for node in tree.css("h1"):
        if " ".join(node.text(deep=True).split()) == headline:
            node.decompose(recursive=True)
            break
    body = tree.body
    return Texts(headline=headline, body_html=(body.inner_html or "") if body is not None else "")


def _shallow(text: str) -> str:
    """The text without the tags of what is nested deeper than DEEPEST."""
    depth = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        if match["tag"].lower() in _ENDING:
            return match[0]
        if not match["end"]:
            depth += 1
            return match[0] if depth <= DEEPEST else ""
        depth -= depth > 0
        return match[0] if depth < DEEPEST else ""

    return _NESTING.sub(kept, text)


def _prepared(text: str) -> str:
    """Groups as divs and lines as paragraphs: what the reader of editors' text knows."""
    text = _TERM.sub(lambda match: f"<p>{match['term'].rstrip(' :')}: ", text)
    return _LINES.sub(r"<\1p>", _GROUPS.sub(r"<\1div>", text))


def _of_plain(text: str) -> Texts:
    lines = [line.strip() for line in text.split("\n")]
    first = next(line for line in lines if line)
    rest = lines[lines.index(first) + 1 :]
    if len(first) > 160 or first.endswith((".", ":", ";")) or not any(rest):
        return Texts(body_html=_html(lines))
    return Texts(headline=first.lstrip("# "), body_html=_html(rest))


def _html(lines: list[str]) -> str:
    """Paragraphs between blank lines, items, headings with #, rows with | or tabs."""
    made: list[str] = []
    paragraph: list[str] = []
    table: list[str] = []
    for line in [*lines, ""]:
        cells = _cells(line)
        if table and not cells:
            made.append(f"<table>{''.join(table)}</table>")
            table = []
        if paragraph and (not line or cells or _ITEM.match(line) or line.startswith("#")):
            made += [f"<p>{escape(words)}</p>" for words in _paragraphs(paragraph)]
            paragraph = []
        if cells:
            table += _row(cells)
        elif line.startswith("#"):
            made.append(f"<h2>{escape(line.lstrip('# '))}</h2>")
        elif _ITEM.match(line):
            made.append(f"<ul><li>{escape(_ITEM.sub('', line))}</li></ul>")
        elif line:
            paragraph.append(line)
    return "".join(made).replace("</ul><ul>", "")


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines that each begin with a label stand for themselves; others are one paragraph."""
    labelled = sum(_LABELLED.match(line) is not None for line in lines)
    return lines if labelled > 1 and labelled >= len(lines) - 1 else [" ".join(lines)]


def _cells(line: str) -> list[str]:
    if line.count("|") >= 2 or (line.count("|") == 1 and not line.endswith((".", "!", "?"))):
        return [cell.strip() for cell in line.strip("|").split("|")]
    return [cell.strip() for cell in line.split("\t")] if "\t" in line else []


def _row(cells: list[str]) -> list[str]:
    if all(set(cell) <= set("-: ") for cell in cells):
        return []
    return [f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"]
