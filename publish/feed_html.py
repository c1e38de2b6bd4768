"""The text of a page as it may stand in a feed: plain structure, absolute addresses.

Feed readers drop what they do not know in ways of their own, so it is left out here: scripts,
forms, drawings, classes, and elements that mean something only to our style sheet.
"""

import re

import nh3

KEPT = {
    *("p", "h2", "h3", "h4", "strong", "em", "b", "i", "a", "ul", "ol", "li", "dl", "dt", "dd"),
    *("blockquote", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    *("figure", "figcaption", "img", "time", "small", "sup", "sub", "br", "hr", "div", "section"),
    *("audio", "details", "summary", "cite", "code", "abbr", "q"),
}
DROPPED = {"script", "style", "svg", "form", "button", "template", "iframe", "object", "noscript"}
ATTRIBUTES = {
    "a": {"href", "hreflang", "title"},
    "abbr": {"title"},
    "audio": {"src", "controls", "preload"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "*": {"lang", "dir"},
}
SCHEMES = {"http", "https", "mailto"}
# A div that is left with nothing: the box of an advertisement, a chart that only drew.
_EMPTY = re.compile(r"<(div|p|figure|section)>\s*</\1>")


def for_feed(html: str, page_url: str) -> str:
    """HTML of ours with only what readers show; addresses are made absolute from `page_url`."""
    clean = nh3.clean(
        html,
        tags=KEPT,
        clean_content_tags=DROPPED,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        url_relative=("rewrite_with_base", page_url),
        link_rel=None,
    )
    return _without_empty(clean).strip()


def _without_empty(html: str) -> str:
    found = 1
    while found:
        html, found = _EMPTY.subn("", html)
    return html
