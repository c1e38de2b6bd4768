"""Whether the secrets of a site that others can reach are ones: asked before anything starts.

Values are given, so that this knows no setting and reads no environment. A refusal names the
variable and never its value.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

LOCAL = ("localhost", "127.0.0.1", "::1", "")
# A key signs cookies and links and seals factors; passwords and tokens guard one door each.
SHORTEST_KEY, SHORTEST = 50, 16
# A key of many characters that are all alike is none.
FEWEST_DIFFERENT = 8
WELL_KNOWN = (
    *("insecure", "changeme", "change-me", "change_me", "secret", "password", "passw0rd"),
    *("cutline", "django", "postgres", "redis", "example", "default", "123456", "qwerty"),
    *("letmein", "your-", "admin"),
)
EXIT = 78  # EX_CONFIG of sysexits: what is wrong is the configuration


@dataclass(frozen=True, slots=True)
class Refusal:
    """`id` stays the same from release to release; `said` is for whoever runs the site."""

    id: str
    said: str

    def __str__(self) -> str:
        return f"{self.id}: {self.said}"


def is_public(site_url: str, *, behind_proxy: bool = False) -> bool:
    """Whether others than this machine reach a site of this address."""
    parts = urlsplit(site_url)
    host = parts.hostname or ""
    local = host in LOCAL or host.endswith(".localhost")
    return behind_proxy or parts.scheme == "https" or not local


def refusals(
    *, key: str, older: Iterable[str], services: Mapping[str, str], tokens: Mapping[str, str]
) -> list[Refusal]:
    """What stands against starting a public site.

    `key` is SECRET_KEY as the environment has it, `older` are keys that still open what they
    signed, `services` the addresses of services by the name of their variable, `tokens` further
    secrets that may be left out.
    """
    older = list(older)
    found = list(_of_key("SECRET_KEY", key))
    found += [each for old in older for each in _of_key("SECRET_KEY_FALLBACKS", old)]
    passwords = {name: _password(url) for name, url in services.items()}
    for name, url in services.items():
        found += _of_service(name, url, passwords[name])
    for name, token in tokens.items():
        found += _of_word(name, token, SHORTEST) if token else ()
    used = {"SECRET_KEY": key, **passwords, **tokens}
    used |= {f"SECRET_KEY_FALLBACKS ({n})": old for n, old in enumerate(older, 1)}
    return [*found, *_reused(used)]


def demand(found: Iterable[Refusal]) -> None:
    """Ends the process, with what is wrong on its error output, if anything is."""
    said = "\n".join(f"  {each}" for each in found)
    if said:
        sys.stderr.write(f"Cutline does not start: its secrets are not safe.\n{said}\n")
        raise SystemExit(EXIT)


def _of_key(name: str, value: str) -> Iterator[Refusal]:
    if not value:
        yield Refusal(
            "secrets.E001",
            f"{name} is not set. A site that others can reach takes it from the environment:"
            " python3 -c 'import secrets; print(secrets.token_hex(32))'",
        )
        return
    yield from _of_word(name, value, SHORTEST_KEY)


def _of_service(name: str, url: str, password: str) -> Iterator[Refusal]:
    host = (urlsplit(url).hostname or "") if url else ""
    if password:
        yield from _of_word(name, password, SHORTEST)
    elif host not in LOCAL:
        yield Refusal("secrets.E001", f"{name} has no password, and is on another machine.")


def _of_word(name: str, value: str, shortest: int) -> Iterator[Refusal]:
    if len(value) < shortest:
        yield Refusal("secrets.E002", f"{name} is shorter than {shortest} characters.")
    elif len(set(value)) < FEWEST_DIFFERENT:
        yield Refusal("secrets.E002", f"{name} repeats fewer than {FEWEST_DIFFERENT} characters.")
    elif len(_without_known(value)) < shortest:
        yield Refusal("secrets.E003", f"{name} is one that anybody would try first.")


def _without_known(value: str) -> str:
    """What is left to guess of a secret that holds words which all lists hold."""
    rest = value.casefold()
    for word in WELL_KNOWN:
        rest = rest.replace(word, "")
    return rest


def _reused(used: Mapping[str, str]) -> Iterator[Refusal]:
    first: dict[str, str] = {}
    for name, value in used.items():
        if value and first.setdefault(value, name) != name:
            yield Refusal("secrets.E004", f"{name} is the same as {first[value]}.")


def _password(url: str) -> str:
    return urlsplit(url).password or ""
