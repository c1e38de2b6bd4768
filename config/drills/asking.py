"""One request, and what was answered."""

import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from config.drills.world import World

SINCE = re.compile(r'since="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"')


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` 0: nobody answered."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def says_its_age(self) -> bool:
        """Whether it tells that it may be out of date, and since when."""
        known = SINCE.fullmatch(self.headers.get("cutline-stale", ""))
        return bool(known) and self.headers.get("age", "").isdecimal()


def ask(world: World, path: str, form: Mapping[str, str] | None = None) -> Answer:
    """GET, or POST with a form, as a page of the site itself would send it."""
    own = {"Host": f"localhost:{world.port}", "Origin": world.url, "Accept-Language": "en"}
    connection = http.client.HTTPConnection("127.0.0.1", world.port, timeout=20)
    try:
        if form is None:
            connection.request("GET", path, headers=own)
        else:
            own["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request("POST", path, urlencode(form), own)
        came = connection.getresponse()
        headers = {name.lower(): value for name, value in came.getheaders()}
        return Answer(came.status, headers, came.read().decode("utf-8", "replace"))
    except (OSError, http.client.HTTPException) as error:
        return Answer(0, {}, str(error))
    finally:
        connection.close()
