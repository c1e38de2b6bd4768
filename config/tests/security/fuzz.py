"""`make fuzz`: each address of a public site with parts of paths, parameters, headers, methods and
bodies that nobody expects. No answer is a 500, none shows a trace, none takes long."""

import http.client
import os
import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import django

from config.tests.security.secure import HOST, Secure, secure

METHODS = (*("GET",) * 8, "HEAD", "POST", "OPTIONS", "PUT", "TRACE", "PROPFIND", "XX")
HEADERS = (
    *("Accept", "Accept-Language", "Accept-Encoding", "Range", "If-None-Match", "If-Match"),
    *("If-Modified-Since", "If-Unmodified-Since", "Cookie", "Origin", "Referer", "Content-Type"),
    *("X-Forwarded-For", "X-Requested-With", "Sec-Fetch-Site", "Authorization", "X-Request-ID"),
)
WORDS = (
    *("", "*", "\xff\xfe", "a" * 3000, "bytes=0-", "bytes=9-1", '"x"', 'W/"', "null", "gzip;q=NaN"),
    *("Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 99 Xxx -001", "application/json; charset=\x80"),
    *("multipart/form-data; boundary=", "a=b;" * 500, "csrftoken=%00", "::1", "../../x", "\t"),
)
VALUES = (
    *("", "0", "-1", "396", "cec", "9999-12-31", "0000-00-00", "1_000", "%D9%A3", "0x10", "5.0"),
    *("9" * 400, "1e999", "NaN", "%00", "%ED%A0%80", "%ff", "..%2f", "%0d%0ax:y", "a;b", "%"),
    *("%22a", "NEAR(", "a*", "col:x", "{{7*7}}", "'--", "%3Cscript%3E", "%E2%80%AE", "(" * 400),
    *("A" * 6000, "%F0%9F%92%A9" * 300, "//", "%2e%2e", ".json", ".rss", "%5c"),
)
BODIES = (
    *(b"", b"{}", b"[", b"\xff", b"[1]", b'{"age":1e999}', b'{"a":' * 500, b"9" * 5000),
    *(b'"\\ud800"', b"email=a%40b.ca&topics=%00", b"--\r\n", b"csrfmiddlewaretoken=x"),
)
# Seconds for one answer, on a machine with little else to do.
TOO_LONG = 2.0
# What oEmbed says to a format that nobody has; everything else from 500 is a fault.
KNOWN = (501,)


@dataclass
class Found:
    asked: int = 0
    faults: list[str] = field(default_factory=list)


def fuzz(site: Secure, seed: int, seconds: float) -> Found:
    """Ask until the time is over. The same seed asks the same, in the same order."""
    from config.tests.security.addresses import addresses
    from config.tests.security.test_secure_site import PARAMS

    chance, found = random.Random(seed), Found()  # noqa: S311 - no secret is made of it
    paths = [each.path for each in addresses()]
    public = [path for path in paths if not path.startswith("/admin/")]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        path = _spoilt(chance, chance.choice(public if chance.random() < 0.8 else paths))
        names = chance.choices(PARAMS, k=chance.randrange(8))
        query = "&".join(f"{name}={chance.choice(VALUES)}" for name in names)
        _ask(site, chance, f"{path}?{query}"[:7000], found)
    return found


def _spoilt(chance: random.Random, path: str) -> str:
    if chance.random() < 0.7:
        return path
    at = chance.randrange(1, len(path) + 1)
    return path[:at] + chance.choice(VALUES) + path[at:]


def _ask(site: Secure, chance: random.Random, address: str, found: Found) -> None:
    method = chance.choice(METHODS)
    body = chance.choice(BODIES) if method in ("POST", "PUT") else None
    given = {name: chance.choice(WORDS) for name in chance.sample(HEADERS, chance.randrange(3))}
    begun = time.monotonic()
    try:
        answer = site.ask(address, method, body, **{"Host": HOST, **given})
    except (OSError, http.client.HTTPException) as broken:
        found.faults.append(f"{broken!r}: {method} {address[:200]} {given}")
        return
    took = time.monotonic() - begun
    found.asked += 1
    is_fault = answer.status >= 500 and answer.status not in KNOWN
    if is_fault or "Traceback" in answer.text or took > TOO_LONG:
        found.faults.append(f"{answer.status} {took:.1f} s: {method} {address[:200]} {given}")


def main(seconds: float, seed: int) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.tests.settings"
    django.setup()
    with tempfile.TemporaryDirectory() as folder, secure(Path(folder)) as site:
        found = fuzz(site, seed, seconds)
    lines = [*found.faults, f"{found.asked} requests, {len(found.faults)} faults (seed {seed})"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if found.faults else 0


if __name__ == "__main__":
    seconds, seed = [*sys.argv[1:], "300", "1"][:2] if len(sys.argv) != 2 else [sys.argv[1], "1"]
    sys.exit(main(float(seconds), int(seed)))
