"""The kinds of pages that are measured with one and with a hundred times the record.

Each has an address that shows as much in both, a full page where there are pages to turn: a list of
three rows that has become one of fifty costs more, and should. `Address` looks it up in the record,
whose draws have other numbers once it has grown.
"""

from collections.abc import Callable

Address = str | Callable[[], str]


def _newest(family: str) -> str:
    from draws.models import Draw

    return Draw.objects.of_family(family).newest_first()[0].get_absolute_url()


def _card() -> str:
    return f"/cards{_newest('cec').replace('/draws/', '/draw/').rstrip('/')}.png"


def _day() -> str:
    from pnp.models import Event

    found = Event.objects.of_province("on").newest_first()[0]
    return str(found.get_absolute_url())


def _episode() -> str:
    from articles.models import Episode

    return Episode.objects.published().newest_first()[0].get_absolute_url()


def _last_page() -> str:
    from draws.models import Tally
    from publish.turns import PAGE

    whole = sum(Tally.objects.by_family().values()) // PAGE
    return f"/draws/?page={whole}" if whole > 1 else "/draws/"


# Somebody for whom a year of the record has more than a page of draws, however large it is.
PERSON = "score=480&date=2022-12-15&cec=yes&french=yes&pnp=yes&health=unsure"
PERSON_ASKED = "score=480&submitted=2022-12-15&eligible=cec&eligible=french&eligible=pnp"
PAGES: dict[str, Address] = {
    "home": "/",
    "home, French": "/fr/",
    "draws": "/draws/",
    "draws, last full page": _last_page,
    "draws of a family": "/draws/?family=cec",
    "draws of a score": "/draws/?score=480",
    "draw": lambda: _newest("cec"),
    "picture of a draw": _card,
    "family": "/draws/pnp/",
    "pool": "/draws/pool/",
    "provinces": "/pnp/",
    "provinces, filtered": "/pnp/?province=ontario&year=2026&ee=aligned",
    "province": "/pnp/ontario/",
    "day of a province": _day,
    "article": "/news/data-notes/22-names-and-23-rewritten-backwards/",
    "article with blocks": "/news/express-entry/draw-396-canadian-experience-class/",
    "news": "/news/",
    "rules": "/rules/",
    "podcast, an episode": _episode,
    "API, corrections": "/api/v1/corrections?limit=20",
    "API, articles": "/api/v1/articles?limit=10",
    "API, search": "/api/v1/search?q=draw&limit=10",
    "search": "/search/?q=draw",
    "search, French": "/fr/search/?q=ronde",
    "search for nothing": "/search/?q=zebra",
    "status": "/status/",
    "data": "/data/",
    "feeds": "/feeds/",
    "CRS calculator": "/tools/crs/?age=29&edu=bachelor_or_3yr&test=ielts_gt&s=7&l=8&r=7&w=6.5",
    "eligibility": "/tools/eligibility/?age=31&edu=bachelor_or_3yr&noc1=21231",
    "sitemaps": "/sitemap.xml",
    "sitemap of draws": "/sitemap-draws.xml",
    "sitemap for news": "/news-sitemap.xml",
    "API, draws": "/api/v1/draws",
    "API, draws changed since": "/api/v1/draws?updated_since=2024-01-01",
    "API, draws at a moment": "/api/v1/draws?as_of=2026-02-03",
    "API, one draw": lambda: f"/api/v1{_newest('cec').rstrip('/')}",
    "API, pool": "/api/v1/pool?limit=30",
    "API, provinces": "/api/v1/pnp/events",
    "API, invited": f"/api/v1/invited?limit=60&{PERSON_ASKED}",
    "invited, a full list": f"/tools/invited/?{PERSON}&of=all",
    "invited, form": "/tools/invited/",
    "embedded draw": "/embed/draw/latest/",
    "embedded provinces": "/embed/pnp/",
}
# Seen by an editor who is signed in. Lists of the desk have a hundred or fifty rows in both.
DESK: dict[str, Address] = {
    "desk": "/admin/",
    "desk, draws": "/admin/draws/draw/",
    "desk, counts of the pool": "/admin/draws/poolcount/",
    "desk, provincial events": "/admin/pnp/event/",
    "desk, provincial rows": "/admin/pnp/row/",
    "desk, events": "/admin/ingest/event/",
}
# Lists with a page that the record of today does not fill: what they cost is said and not judged,
# because a fuller page costs more, and should.
FILLING: dict[str, Address] = {
    "chart of a family, embedded": "/embed/draws/pnp/chart/",
    "desk, articles": "/admin/articles/article/",
    "desk, stories": "/admin/articles/story/",
    "desk, captures": "/admin/ingest/capture/",
    "desk, attempts": "/admin/ingest/attempt/",
    "desk, revisions": "/admin/ingest/revision/",
    "desk, deliveries": "/admin/ingest/delivery/",
}
# Whole lists, by their nature as long as the record: measured by the row, see docs/growth.md.
WHOLE = {
    "draws as CSV": "/draws.csv",
    "draws as RSS": "/draws.rss",
    "draws as JSON": "/draws.json",
    "provinces as CSV": "/pnp.csv",
    "corrections as CSV": "/corrections.csv",
    "news as CSV": "/news.csv",
}
