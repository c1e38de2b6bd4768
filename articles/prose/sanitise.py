"""Making editors' text safe: whatever comes in, only the allowed elements come out."""

import nh3

ALLOWED = {
    *("p", "h2", "h3", "strong", "em", "a", "ul", "ol", "li", "blockquote"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "data", "div"),
}


def sanitise(html: str) -> str:
    return nh3.clean(
        html,
        tags=ALLOWED,
        attributes={"a": {"href"}, "data": {"value"}, "div": {"data-block", "data-of"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
