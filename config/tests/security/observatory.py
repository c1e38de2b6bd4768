"""Mozilla's HTTP Observatory as a table: what a page of ours would score, and why.

After the published "Tests & Scoring": a page begins with 100, loses what its faults cost, and from
90 upwards gains what goes beyond. A+ is 100 and more.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import Morsel

HALF_A_YEAR = 15_768_000
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
BROAD = {"*", "http:", "https:", "data:", "blob:"}
GRADES = (
    *((100, "A+"), (90, "A"), (85, "A-"), (80, "B+"), (70, "B"), (65, "B-"), (60, "C+")),
    *((50, "C"), (45, "C-"), (40, "D+"), (30, "D"), (25, "D-"), (0, "F")),
)


@dataclass(slots=True)
class Scan:
    """Points by the name of the finding."""

    points: dict[str, int] = field(default_factory=dict)

    @property
    def score(self) -> int:
        base = 100 + sum(each for each in self.points.values() if each < 0)
        extra = sum(each for each in self.points.values() if each > 0)
        return max(0, base + extra if base >= 90 else base)

    @property
    def grade(self) -> str:
        return next(grade for least, grade in GRADES if self.score >= least)


def scan(
    headers: Mapping[str, str],
    cookies: Mapping[str, Morsel[str]],
    body: str,
    *,
    over_http: tuple[int, str],
) -> Scan:
    """`headers` by lower-case name; `over_http` is the status and Location of the same address
    asked for without TLS."""
    found = Scan()
    policy = directives(headers.get("content-security-policy", ""))
    found.points |= _csp(policy)
    found.points |= _cookies(cookies)
    found.points |= _cors(headers)
    found.points |= _redirection(*over_http)
    found.points |= _referrer(headers.get("referrer-policy", ""))
    found.points |= _hsts(headers.get("strict-transport-security", ""))
    found.points |= _scripts(body)
    found.points |= _sniffing(headers.get("x-content-type-options", ""))
    found.points |= _framing(headers.get("x-frame-options", ""), policy)
    found.points |= _resource(headers.get("cross-origin-resource-policy", ""))
    return found


def directives(policy: str) -> dict[str, list[str]]:
    parts = (each.split() for each in policy.split(";") if each.strip())
    return {name.lower(): values for name, *values in parts}


def _csp(policy: dict[str, list[str]]) -> dict[str, int]:
    if not policy:
        return {"csp-not-implemented": -25}
    default = policy.get("default-src", ["*"])
    script, style = policy.get("script-src", default), policy.get("style-src", default)
    objects = policy.get("object-src", default)
    unsafe = {"'unsafe-inline'", *BROAD}
    if unsafe & {*script} or BROAD & {*objects}:
        return {"csp-implemented-with-unsafe-inline": -20}
    if any(each.startswith("http:") for values in policy.values() for each in values):
        return {"csp-implemented-with-insecure-scheme": -20}
    if "'unsafe-eval'" in {*script, *style}:
        return {"csp-implemented-with-unsafe-eval": -10}
    if unsafe & {*style}:
        return {"csp-implemented-with-unsafe-inline-in-style-src-only": 0}
    if default == ["'none'"]:
        return {"csp-implemented-with-no-unsafe-default-src-none": 10}
    return {"csp-implemented-with-no-unsafe": 5}


def _cookies(cookies: Mapping[str, Morsel[str]]) -> dict[str, int]:
    if not cookies:
        return {"cookies-not-found": 0}
    for name, cookie in cookies.items():
        session = "sess" in name or "csrf" not in name
        if session and not cookie["secure"]:
            return {"cookies-session-without-secure-flag": -40}
        if session and not cookie["httponly"]:
            return {"cookies-session-without-httponly-flag": -30}
        if not cookie["secure"]:
            return {"cookies-without-secure-flag": -20}
        if cookie["samesite"] not in ("Lax", "Strict"):
            return {"cookies-anticsrf-without-samesite-flag": -20}
    return {"cookies-secure-with-httponly-sessions-and-samesite": 5}


def _cors(headers: Mapping[str, str]) -> dict[str, int]:
    allowed = headers.get("access-control-allow-origin", "")
    if allowed and headers.get("access-control-allow-credentials") == "true":
        return {"cross-origin-resource-sharing-implemented-with-universal-access": -50}
    return {"cross-origin-resource-sharing": 0}


def _redirection(status: int, location: str) -> dict[str, int]:
    if status not in (301, 302, 307, 308):
        return {"redirection-missing": -20}
    if not location.startswith("https://"):
        return {"redirection-not-to-https": -20}
    return {"redirection-to-https": 0}


def _referrer(policy: str) -> dict[str, int]:
    if not policy:
        return {"referrer-policy-not-implemented": 0}
    if policy in PRIVATE:
        return {"referrer-policy-private": 5}
    return {"referrer-policy-unsafe": -5}


def _hsts(value: str) -> dict[str, int]:
    age = re.search(r"max-age=(\d+)", value)
    if not age:
        return {"hsts-not-implemented": -20}
    if int(age[1]) < HALF_A_YEAR:
        return {"hsts-implemented-max-age-less-than-six-months": -10}
    return {"hsts-implemented-max-age-at-least-six-months": 0}


def _scripts(body: str) -> dict[str, int]:
    foreign = [each for each in Parts.of(body).sources if "//" in each]
    if any(each.startswith("http:") for each in foreign):
        return {"sri-not-implemented-and-external-scripts-not-loaded-securely": -50}
    if foreign:
        return {"sri-not-implemented-but-external-scripts-loaded-securely": -5}
    return {"sri-not-needed": 0}


def _sniffing(value: str) -> dict[str, int]:
    good = value == "nosniff"
    return {"x-content-type-options-nosniff": 0} if good else {"x-content-type-options-missing": -5}


def _framing(value: str, policy: dict[str, list[str]]) -> dict[str, int]:
    by_policy = policy.get("frame-ancestors", ["*"])
    if not BROAD & {*by_policy}:
        return {"x-frame-options-implemented-via-csp": 5}
    if value.upper() in ("DENY", "SAMEORIGIN"):
        return {"x-frame-options-sameorigin-or-deny": 5}
    return {"x-frame-options-not-implemented": -20}


def _resource(value: str) -> dict[str, int]:
    points = {"same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0}.get(value, -5)
    return {f"cross-origin-resource-policy-{value or 'not-implemented'}": points}


class Parts(HTMLParser):
    """What of a page a policy is about: `sources` of scripts, and what is `inline`."""

    # Data for scripts of ours, which no browser runs.
    DATA = ("application/json", "application/ld+json")

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[str] = []
        self.inline: list[str] = []
        self.nonces: set[str] = set()

    @classmethod
    def of(cls, body: str) -> "Parts":
        found = cls()
        found.feed(body)
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.inline.append(f"{tag} {name}={value}")
            if (value or "").strip().lower().startswith("javascript:"):
                self.inline.append(f"{tag} {name}={value}")
        if tag == "style":
            self.inline.append("<style>")
        if tag == "script":
            self._script(given)

    def _script(self, given: dict[str, str | None]) -> None:
        if source := given.get("src"):
            self.sources.append(source)
        elif given.get("nonce"):
            self.nonces.add(given["nonce"] or "")
        elif given.get("type") not in self.DATA:
            self.inline.append("<script>")
