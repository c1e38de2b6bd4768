"""The French catalogue: collect the strings, keep their translations, compile, find faults.

Django's own makemessages and compilemessages call the gettext programs, which a machine with only
Python does not have; Babel reads and writes the same files.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SINGULAR, PLURAL = None, (1, 2)
IN_CONTEXT, PLURAL_IN_CONTEXT = ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    "_": SINGULAR,
    "gettext": SINGULAR,
    "gettext_lazy": SINGULAR,
    "gettext_noop": SINGULAR,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": IN_CONTEXT,
    "pgettext_lazy": IN_CONTEXT,
    "npgettext": PLURAL_IN_CONTEXT,
    "npgettext_lazy": PLURAL_IN_CONTEXT,
}
TEMPLATES = {".html", ".txt", ".xml", ".svg"}
# %(name)s and %s with their type, {name} and {}; a doubled %% is a sign, not a place.
PLACE = re.compile(r"%(?:\(\w+\))?[sdif]|\{\w*\}")
# Canadian French: ’ and no-break spaces before : and % and inside « ».
UNFRENCH = re.compile(r"(?<=\w)'(?=\w)|(?<=\S) (?:[:»](?!\w)|%(?![\w(]))|« ")


class Problem(NamedTuple):
    """One thing that is wrong with one string, in words."""

    fault: str
    string: str

    def __str__(self) -> str:
        return f"{self.fault}: {self.string!r}"


class FrenchCatalog(Catalog):
    """A catalogue whose header has no dates and no versions: same strings, same bytes."""

    def __init__(self) -> None:
        super().__init__(
            locale="fr", header_comment="# Cutline in French. Made by `make messages`."
        )

    def _fixed_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", "fr"),
            ("Plural-Forms", "nplurals=2; plural=(n > 1);"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    mime_headers = property(_fixed_headers)


def collect(root: Path) -> FrenchCatalog:
    """Every string marked for translation in Python files and templates under root."""
    found = FrenchCatalog()
    for path in _sources(root):
        for _line, strings, comments, context in _strings_of(path):
            place = str(path.relative_to(root))
            found.add(strings, locations=[(place, 0)], auto_comments=comments, context=context)
    return found


def merge(found: Catalog, known: Catalog) -> FrenchCatalog:
    """The strings that were found, with the translations that are known; the others are dropped."""
    merged = FrenchCatalog()
    for message in _messages(found):
        old = known.get(message.id, message.context)
        kept = old if old and _forms(old.id) == _forms(message.id) else None
        merged.add(
            message.id,
            kept.string if kept else "",
            locations=message.locations,
            auto_comments=message.auto_comments,
            user_comments=kept.user_comments if kept else (),
            flags={"fuzzy"} if kept and kept.fuzzy else (),
            context=message.context,
        )
    return merged


def read(path: Path) -> Catalog:
    """The catalogue in a .po file, an empty one if there is no such file."""
    if not path.exists():
        return FrenchCatalog()
    with path.open("rb") as file:
        return read_po(file, locale="fr", abort_invalid=True)


def as_po(catalog: FrenchCatalog) -> bytes:
    """The bytes of the .po file: sorted by string, no line numbers, so that changes stay small."""
    file = io.BytesIO()
    write_po(file, catalog, width=100, sort_output=True, include_lineno=False)
    return file.getvalue().rstrip() + b"\n"


def as_mo(catalog: FrenchCatalog) -> bytes:
    """The bytes of the .mo file that Django reads."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def problems(found: Catalog, known: Catalog) -> Iterator[Problem]:
    """What keeps the French from being complete, current and safe to format."""
    for message in _messages(found):
        translation = known.get(message.id, message.context)
        if translation is None or _forms(translation.id) != _forms(message.id):
            yield Problem("not in the catalogue (run `make messages`)", _forms(message.id)[0])
        else:
            yield from _faults(translation)
    for message in _messages(known):
        if found.get(message.id, message.context) is None:
            yield Problem("no longer in the source (run `make messages`)", _forms(message.id)[0])


def _sources(root: Path) -> Iterator[Path]:
    for folder in sorted(root.iterdir()):
        # Hidden folders hold other people's code, var what the site made.
        if folder.is_dir() and not folder.name.startswith(".") and folder.name != "var":
            inside = (path.relative_to(root) for path in sorted(folder.rglob("*")))
            yield from (root / path for path in inside if _is_source(path))


def _is_source(path: Path) -> bool:
    """Whether a file, by its path inside the project, may hold strings for readers."""
    if "tests" in path.parts:
        return False
    return path.suffix == ".py" or (path.suffix in TEMPLATES and "templates" in path.parts)


def _strings_of(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # What is left of a template is calls among blanks; their indentation is not Python's.
        text = "\n".join(line.strip() for line in templatize(text, origin=str(path)).splitlines())
    yield from extract("python", io.BytesIO(text.encode()), KEYWORDS, ("Translators:",))


def _messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _forms(strings: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (strings,) if isinstance(strings, str) else tuple(strings)


def _faults(message: Message) -> Iterator[Problem]:
    source, french = _forms(message.id), _forms(message.string or "")
    if not all(french):
        yield Problem("not translated", source[0])
        return
    if message.fuzzy:
        yield Problem("marked fuzzy", source[0])
    for english, translated in zip(source, french, strict=True):
        if _places(english) != _places(translated) and not _may_say_the_number(source, translated):
            yield Problem(f"places differ in {translated!r}", english)
        if UNFRENCH.search(translated):
            yield Problem(f"an apostrophe or a space is not French in {translated!r}", english)


def _places(text: str) -> list[str]:
    return sorted(set(PLACE.findall(text.replace("%%", ""))))


def _may_say_the_number(source: tuple[str, ...], translated: str) -> bool:
    # French uses the singular for 0 and 1, so it may show the figure where English writes “one”.
    return len(source) > 1 and _places(translated) == _places(source[1])
