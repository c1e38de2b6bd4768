"""XML is written here and never read: no entity of a stranger is looked up or multiplied."""

import ast
from collections.abc import Iterator
from pathlib import Path

from config.tests.site import ROOT

PACKAGES = ("articles", "config", "crs", "draws", "ingest", "pnp", "publish")
READERS = {
    "fromstring",
    "fromstringlist",
    "XML",
    "XMLID",
    "iterparse",
    "XMLParser",
    "XMLPullParser",
}
MODULES = {
    "lxml",
    "feedparser",
    "defusedxml",
    "xmltodict",
    "html5lib",
    "bs4",
    "openpyxl",
    "plistlib",
}
STANDARD = {"xml.dom", "xml.sax", "xml.parsers", "xmlrpc"}


def sources() -> Iterator[Path]:
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            if "tests" not in path.parts:
                yield path


def reads_xml(source: str) -> list[str]:
    """What in a module could read XML."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [each.name for each in node.names if is_reader(each.name)]
        elif isinstance(node, ast.ImportFrom):
            names = {each.name for each in node.names}
            found += [node.module or ""] if is_reader(node.module or "") else []
            found += sorted(names & READERS) if "ElementTree" in (node.module or "") else []
            if "ElementTree" in (node.module or "") and "parse" in names:
                found.append("parse")
        elif isinstance(node, ast.Attribute) and _is_tree(node.value):
            found += [node.attr] if node.attr in READERS | {"parse"} else []
    return found


def is_reader(module: str) -> bool:
    return module.split(".")[0] in MODULES or module.startswith(tuple(STANDARD))


def _is_tree(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id in ("ElementTree", "ET", "etree")


def test_it_finds_a_reader_of_xml() -> None:
    for source in (
        "import lxml.etree",
        "from xml.dom import minidom",
        "from xml.etree import ElementTree\nElementTree.fromstring(x)",
        "from xml.etree.ElementTree import parse",
    ):
        assert reads_xml(source) != [], source


def test_no_module_of_ours_reads_xml() -> None:
    found = {str(path): reads_xml(path.read_text()) for path in sources()}
    assert len(found) > 300
    assert {path: why for path, why in found.items() if why} == {}
