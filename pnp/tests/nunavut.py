"""An imaginary thirteenth program, in one file like the others."""

from pnp.programs import Aliases, Feed, Program, Province, Scale, Stream
from pnp.records import Parsed
from pnp.sources.page import blocks_of, tables_with
from pnp.sources.reading import Reading

PAGE = "https://nunavut.example/draws"
EOI = Scale("nunp-eoi", "NUNP-EOI", "Nunavut expression of interest score", 100)
HEADER = {"date": "day", "stream": "stream", "count": "invited", "score": "score"}


def parse(body: bytes, aliases: Aliases) -> Parsed:
    reading = Reading(PROVINCE, aliases)
    for table in tables_with(blocks_of(body), HEADER):
        for line in table.lines:
            cells = table.cells(line) or {}
            texts = {name: cell.text for name, cell in cells.items()}
            days = reading.days(texts["date"], str(texts))
            if days is None:
                continue
            count = reading.count(texts["count"], str(texts), days.last)
            score = reading.score(texts["score"], str(texts), days.last)
            if count and score:
                reading.add(days, texts["stream"], count, score)
    return reading.parsed("the page has no table of draws.")


PROVINCE = Province(
    code="nu",
    slug="nunavut",
    name="Nunavut",
    territory=True,
    programs=(Program("nunp", "NUNP", "Nunavut Nominee Program", PAGE),),
    streams=(
        Stream("nu-trades", "nunp", "Trades", "base", (), EOI.slug),
        Stream("nu-health", "nunp", "Health care", "enhanced", (), EOI.slug),
    ),
    scales=(EOI,),
    feeds=(Feed("pnp-nu", "Nunavut, draws", PAGE, parse),),
)
