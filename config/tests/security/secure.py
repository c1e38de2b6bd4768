"""A site as readers of a public one meet it: its own process, behind a proxy that speaks TLS."""

import http.client
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import Morsel, SimpleCookie
from pathlib import Path
from urllib.parse import urlsplit

from config.tests.site import Site, running

HOST = "cutline.example"
# Signs somebody in, and says by which cookie, and which pages of the desk there are.
ADMINISTRATOR = """
import json
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from articles.signin import factors
user = get_user_model().objects.create_superuser("sue", "sue@example.org", "some long words")
factors.enrol(user)
client = Client()
client.force_login(user)
pages = [reverse("admin:index"), reverse("admin:search") + "?q=396", reverse("admin:guide")]
for model in admin.site._registry:
    names = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    pages += [reverse(names + "_changelist"), reverse(names + "_add")]
    row = model._default_manager.first()
    if row is not None:
        ends = ("change", "delete", "history")
        pages += [reverse(f"{names}_{end}", args=[row.pk]) for end in ends]
name = settings.SESSION_COOKIE_NAME
print(json.dumps({"cookie": f"{name}={client.cookies[name].value}", "pages": pages}))
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; names of headers in lower case."""

    status: int
    headers: dict[str, str]
    cookies: dict[str, Morsel[str]]
    raw: bytes

    @property
    def text(self) -> str:
        return self.raw.decode(errors="replace")


@dataclass(frozen=True, slots=True)
class Secure:
    """The site, and how to ask it."""

    site: Site
    log: Path

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        """As the proxy passes it on. A header is a keyword: X_Forwarded_For="…"."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {"Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}
        port = urlsplit(self.site.url).port
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request(method, path, body=body, headers=sent | given)
            answer = connection.getresponse()
            cookies: SimpleCookie = SimpleCookie()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    cookies.load(value)
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, dict(cookies.items()), answer.read())
        finally:
            connection.close()

    def administrator(self) -> tuple[str, list[str]]:
        """The cookie of somebody with every permission, and the pages that they have."""
        told = self.site.manage("shell", "--no-imports", "-c", ADMINISTRATOR)
        found = json.loads(told.strip().splitlines()[-1])
        return found["cookie"], found["pages"]


@contextmanager
def secure(data: Path) -> Iterator[Secure]:
    """The site with its demonstration content, until the block ends."""
    environment = {
        "SITE_URL": f"https://{HOST}",
        "ALLOWED_HOSTS": f"{HOST},localhost",
        "BEHIND_PROXY": "true",
        "SECRET_KEY": secrets.token_hex(32),
        "LOG_FORMAT": "json",
        "EMAIL_URL": "dummymail://",
    }
    with running(data, **environment) as site:
        yield Secure(site, data / "server.log")
