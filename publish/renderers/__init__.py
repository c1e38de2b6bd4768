"""The forms that a list can take. A new form is one class and one line here; every list has it."""

from publish.renderers.atom import AtomRenderer
from publish.renderers.base import Renderer
from publish.renderers.csv import CsvRenderer
from publish.renderers.jsonfeed import JsonFeedRenderer
from publish.renderers.ndjson import NdjsonRenderer
from publish.renderers.rss import RssRenderer

RENDERERS: dict[str, Renderer] = {
    "rss": RssRenderer(),
    "atom": AtomRenderer(),
    "json": JsonFeedRenderer(),
    "csv": CsvRenderer(),
    "ndjson": NdjsonRenderer(),
}
