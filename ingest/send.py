"""The door outwards: a body posted to an address that somebody gave us.

A try is over after the setting SEND_TIMEOUT (seconds, all of it). What the receiver answers is
not read beyond its status. See `ingest.outside` for where we do not go.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

import httpcore2
import httpx2
from django.conf import settings

from ingest.deadline import Deadline, TimedBackend, TimedTransport
from ingest.outside import NotOutside, outside

MAX_REDIRECTS = 3
# Only these keep the method and the body.
_REDIRECTS = frozenset({307, 308})
_SCHEMES = {"http": ("http", "https"), "https": ("https",)}
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Sent:
    """What the receiver answered."""

    status: int

    @property
    def accepted(self) -> bool:
        return 200 <= self.status < 300

    @property
    def gone(self) -> bool:
        """The receiver asks for nothing more, ever."""
        return self.status == 410


class SendFailed(Exception):
    """No answer came; str() is one clear line."""


class _OutsideBackend(TimedBackend):
    """Looks a name up once and connects to what was found and allowed, so that neither a
    redirect nor a change of the name leads inside."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        *others, last = outside(host, port)
        for address in others:
            with suppress(httpcore2.ConnectError, httpcore2.ConnectTimeout):
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
        return super().connect_tcp(last, port, timeout, local_address, socket_options)


def send(url: str, body: bytes, headers: Mapping[str, str]) -> Sent:
    """Post a body. Follows redirects that keep it; raises SendFailed."""
    deadline = Deadline(settings.SEND_TIMEOUT)
    given = {"User-Agent": settings.INGEST_USER_AGENT, **headers}
    try:
        target = httpx2.URL(url)
        for _hop in range(1 + MAX_REDIRECTS):
            answer = _post(target, body, given, deadline)
            if isinstance(answer, Sent):
                return answer
            target = answer
    except NotOutside as inside:
        raise SendFailed(str(inside)) from inside
    except httpx2.TimeoutException as slow:
        raise SendFailed(f"no answer within {settings.SEND_TIMEOUT:g} s") from slow
    except (httpx2.TransportError, OSError) as broken:
        raise SendFailed(f"cannot be reached: {_reason(broken)}") from broken
    except (httpx2.InvalidURL, ValueError, OverflowError) as wrong:
        raise SendFailed(f"this is not an address: {_reason(wrong)}") from wrong
    raise SendFailed(f"redirects more than {MAX_REDIRECTS} times")


def _post(
    url: httpx2.URL, body: bytes, headers: Mapping[str, str], deadline: Deadline
) -> Sent | httpx2.URL:
    """One request: the answer, or the address that it redirects to."""
    if url.scheme not in _SCHEMES or not url.host:
        raise SendFailed("this is not an http or https address")
    transport = TimedTransport(_OutsideBackend(deadline))
    with (
        httpx2.Client(
            transport=transport, timeout=settings.SEND_TIMEOUT, trust_env=False
        ) as client,
        client.stream(
            "POST", url, content=body, headers=dict(headers), follow_redirects=False
        ) as response,
    ):
        status = response.status_code
        if status in _REDIRECTS and "location" in response.headers:
            target = url.join(response.headers["location"])
            if target.scheme not in _SCHEMES[url.scheme]:
                raise SendFailed("redirects to where we do not go")
            return target
        return Sent(status)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:_LONGEST_REASON] or type(error).__name__
