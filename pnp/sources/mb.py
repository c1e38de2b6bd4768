"""Manitoba: the Manitoba Provincial Nominee Program (MPNP)."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pnp.marking import marked as _
from pnp.notation import count_of
from pnp.programs import Aliases, Feed, Program, Province, Scale, Stream
from pnp.records import NO_SCORE, Count, Parsed, Score, at_least, exactly
from pnp.sources.dates import Days, days_of, iso_day
from pnp.sources.page import Block, blocks_in, clean, document, number_in
from pnp.sources.reading import Reading

PAGE = "https://immigratemanitoba.com/draws/"
EOI = Scale("mpnp-eoi", "MPNP-EOI", _("Manitoba expression of interest ranking score"), 1000)


def _stream(slug: str, name: str, *aliases: str) -> Stream:
    return Stream(f"mb-{slug}", "mpnp", name, "both", aliases, EOI.slug)


_TITLE = re.compile(r"Expression of Interest Draw #?\s*(\d{1,4})\b", re.IGNORECASE)
_ISSUED = re.compile(r"Letters of Advice to Apply issued:\s*(\d[\d,]*)", re.IGNORECASE)
_RANKING = re.compile(r"lowest-ranked candidate invited:\s*(\d{1,4})\b", re.IGNORECASE)
_PART = re.compile(r"[^:]+:\s*(\d[\d,]*)")
_CLOSING = re.compile(
    r"Of the (\d[\d,]*) Letters of Advice to Apply issued in this draw", re.IGNORECASE
)
_EXPRESS = re.compile(r"in this draw, (\d[\d,]*) were issued to candidates who", re.IGNORECASE)
_END = re.compile(r"Notes?|.*Read More.*", re.IGNORECASE)
STREAM_LEVEL = 3


@dataclass(slots=True)
class _Draw:
    """What is read of one draw, before its sum is checked."""

    number: str
    rows: list[tuple[str, str, int, int | None]] = field(default_factory=list)
    streams: list[str] = field(default_factory=list)
    closing: int | None = None
    express: int | None = None
    faults: list[str] = field(default_factory=list)


def parse(body: bytes, aliases: Aliases) -> Parsed:
    """Draws in prose: one post, or the archive of posts. Raises Unreadable.

    A draw's selections have to add up to the total in its closing sentence.
    """
    reading = Reading(PROVINCE, aliases)
    root = document(body)
    posts = root.css("article") or ([root.body] if root.body is not None else [])
    for post in posts:
        blocks = blocks_in(post)
        titles = [_TITLE.search(block.text) for block in blocks]
        title = next(filter(None, titles), None) or _TITLE.search(_page_title(root))
        if title is not None:
            _post(reading, title[1], blocks, _day_of(root, post))
    return reading.parsed("the page has no “Expression of Interest Draw #…”.")


def _page_title(root: LexborHTMLParser) -> str:
    title = root.css_first("title")
    return clean(title.text()) if title is not None else ""


def _day_of(root: LexborHTMLParser, post: LexborNode) -> Days | None:
    """The day of a post: the archive prints it, a post alone has it in its head."""
    for node in post.css(".published, time[datetime]"):
        day = iso_day(node.attributes.get("datetime") or "") or days_of(clean(node.text()))
        if day is not None:
            return day if isinstance(day, Days) else Days(day)
    meta = root.css_first('meta[property="article:published_time"]')
    day = iso_day((meta.attributes.get("content") or "") if meta is not None else "")
    return Days(day) if day else None


def _post(reading: Reading, number: str, blocks: list[Block], days: Days | None) -> None:
    draw = _Draw(number)
    _read(draw, blocks)
    raw = f"Draw #{number}: " + "; ".join(map(str, draw.rows))
    if days is None:
        reading.doubt("bad-date", f"draw {number} has no date", raw)
        return
    _fill_from_closing(draw)
    total = sum(row[2] for row in draw.rows)
    if draw.closing is None or not draw.rows:
        reading.doubt("no-total", f"draw {number} has no closing total", raw, days.last)
    elif total != draw.closing or draw.faults:
        why = f"draw {number} adds up to {total}, its closing sentence says {draw.closing}"
        why = "; ".join([why, *draw.faults]) if total != draw.closing else "; ".join(draw.faults)
        reading.doubt("sum-differs", why, raw, days.last, whole=True)
    else:
        _add(reading, draw, days)


def _read(draw: _Draw, blocks: list[Block]) -> None:
    stream, selection = "", ""
    for block in blocks:
        if block.level and _END.fullmatch(block.text):
            return
        if block.level and not _TITLE.search(block.text):
            if block.level <= STREAM_LEVEL:
                stream, selection = block.text, ""
                draw.streams.append(stream)
            else:
                selection = block.text
        elif block.items:
            _list(draw, stream, selection, block.items)
        elif number_in(_CLOSING, block.text) is not None:
            draw.closing = number_in(_CLOSING, block.text)
            draw.express = number_in(_EXPRESS, block.text)


def _list(draw: _Draw, stream: str, selection: str, items: tuple[str, ...]) -> None:
    """A list with the number of letters is a selection; one of parts has to add up to it."""
    text = " | ".join(items)
    issued = number_in(_ISSUED, text)
    if issued is not None:
        draw.rows.append((stream, selection, issued, number_in(_RANKING, text)))
        return
    parts = [count_of(match[1]) for item in items if (match := _PART.fullmatch(item))]
    if len(parts) == len(items) and draw.rows and all(parts):
        total = sum(part.low for part in parts if part is not None)
        if total != draw.rows[-1][2]:
            draw.faults.append(f"the parts of {draw.rows[-1][0]!r:.80} add up to {total}")


def _fill_from_closing(draw: _Draw) -> None:
    """Draw 272 left out the number of its only selection: the closing sentence has it."""
    if not draw.rows and draw.closing is not None and len(draw.streams) == 1:
        draw.rows.append((draw.streams[0], "", draw.closing, None))


def _add(reading: Reading, draw: _Draw, days: Days) -> None:
    reading.totals["mb", days.last] = draw.closing or 0
    alone = len(draw.rows) == 1
    for stream, selection, issued, ranking in draw.rows:
        score: Score = NO_SCORE if ranking is None else at_least(ranking)
        count: Count = exactly(issued)
        ee_count = draw.express if alone else None
        facts = {"target": selection[:300], "unit": "laa", "number": draw.number}
        reading.add(days, stream, count, score, ee_count=ee_count, **facts)


PROVINCE = Province(
    code="mb",
    slug="manitoba",
    name=_("Manitoba"),
    programs=(
        Program(
            "mpnp",
            "MPNP",
            _("Manitoba Provincial Nominee Program"),
            PAGE,
            note=_(
                "Manitoba numbers its draws and issues letters of advice to apply. It publishes a "
                "ranking score only for some selections."
            ),
        ),
    ),
    streams=(
        _stream("skilled", _("Skilled Worker in Manitoba")),
        _stream(
            "strategic",
            _("Skilled Worker Stream: strategic recruitment"),
            "Skilled Worker Stream",
            "Skilled Worker Stream (strategic recruitment initiatives)",
        ),
        _stream("overseas", _("Skilled Worker Overseas")),
        _stream("education", _("International Education Stream")),
        _stream("ukraine", _("Citizens of Ukraine Selection"), "Citizens of Ukraine"),
        _stream("selection", _("Selections without a named stream")),
    ),
    scales=(EOI,),
    feeds=(Feed("pnp-mb", _("Manitoba, draws"), PAGE, parse, review=True),),
)
