"""One address for each kind of page: for the browser tests, the pictures and the French test."""

PAGES = {
    "home": "/",
    "draws": "/draws/",
    "draws-filtered": "/draws/?family=cec&year=2025&score=530",
    "draws-empty": "/draws/?family=fst&year=2026",
    "draw-396": "/draws/396/",
    "draw-247-noted": "/draws/247/",
    "draw-1-first": "/draws/1/",
    "family": "/draws/cec/",
    "pool": "/draws/pool/",
    "provinces": "/pnp/",
    "provinces-filtered": "/pnp/?province=ontario&year=2026&ee=aligned",
    "provinces-wrong": "/pnp/?province=atlantis&year=next",
    "province": "/pnp/ontario/",
    "province-months": "/pnp/nova-scotia/",
    "province-windows": "/pnp/yukon/",
    "province-outside": "/pnp/quebec/",
    "province-day": "/pnp/ontario/2026-02-02/",
    "province-day-noted": "/pnp/alberta/2026-02-06/",
    "province-day-aip": "/pnp/newfoundland-and-labrador/2026-09-18/",
    "status": "/status/",
    "article": "/news/express-entry/draw-396-canadian-experience-class/",
    "article-untranslated": "/news/data-notes/22-names-and-23-rewritten-backwards/",
    "news": "/news/",
    "category": "/news/express-entry/",
    "author": "/authors/noor-haddad/",
    "topic": "/topics/tie-break/",
    "search": "/search/?q=cec",
    "search-empty": "/search/?q=zebra",
    "podcast": "/podcast/",
    "newsletter": "/newsletter/",
    "corrections": "/corrections/",
    "about": "/about/",
    "feeds": "/feeds/",
    "tools": "/tools/",
    "invited": "/tools/invited/?score=508&date=2025-04-02&time=14:20&cec=yes&trades=unsure",
    "invited-bare": "/tools/invited/",
    "invited-wrong": "/tools/invited/?score=5o8&date=2025-02-30&cec=perhaps",
    "calculator": (
        "/tools/crs/?marital=married&coming=yes&age=29&edu=bachelor_or_3yr&test=ielts_gt&s=7&l=8"
        "&r=7&w=6.5&ca=1&abroad=3&pedu=two_year&ptest=clb&ps=6&pl=6&pr=6&pw=6"
    ),
    "calculator-wrong": "/tools/crs/?age=old&test=tef_canada&s=700&l=1&r=2&w=3",
    "eligibility": (
        "/tools/eligibility/?age=31&edu=bachelor_or_3yr&test=ielts_gt&s=7&l=8&r=7&w=6.5"
        "&noc1=21231&at1=canada&from1=2024-06-01&outside=yes"
    ),
    "eligibility-words": "/tools/eligibility/?age=31&noc1=soudeur",
    "occupations": "/tools/eligibility/occupations/?q=weld",
    "embed-draw": "/embed/draw/396/",
    "embed-chart": "/embed/draws/cec/chart/",
    "not-found": "/nothing-is-here/",
}
# Other states of a kind of page that is in the list already, made of the same parts: the suite
# looks with axe at each kind, `make looks` at every state.
STATES = {
    *("draws-filtered", "draws-empty", "draw-247-noted", "draw-1-first"),
    *("provinces-filtered", "provinces-wrong"),
    *("province-months", "province-windows", "province-outside"),
    *("province-day-noted", "province-day-aip"),
    *("invited-bare", "invited-wrong", "calculator-wrong", "eligibility-words"),
    *("article-untranslated", "category", "topic", "search-empty"),
}
KINDS = [name for name in PAGES if name not in STATES]

# Pages whose French side has a name of its own.
FRENCH = {"article": "/fr/news/express-entry/ronde-396-categorie-de-l-experience-canadienne/"}
LANGUAGES = {"en": "", "fr": "/fr"}


def address(name: str, language: str = "en") -> str:
    """The path and query of a kind of page in a language."""
    if language == "fr" and name in FRENCH:
        return FRENCH[name]
    return LANGUAGES[language] + PAGES[name]
