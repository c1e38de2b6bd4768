"""A transport of httpx2 of which no try outlasts its deadline. Only `ingest.fetch` and
`ingest.send` use it."""

import ssl
import time
from collections.abc import Iterable
from functools import cache

import httpcore2
import httpx2

LONGEST_CONNECT = 10.0  # seconds for one address of a host; a host may have several


class Deadline:
    """The moment at which a try is over, however busy the server keeps us until then."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def over(self) -> bool:
        return time.monotonic() >= self._end

    def left(self) -> float:
        """Seconds until the end; raises once it has come."""
        if self.over:
            raise httpcore2.ReadTimeout("the deadline has passed")
        return self._end - time.monotonic()


class _TimedStream(httpcore2.NetworkStream):
    """A connection of which each wait ends at the deadline: a dripping server gains nothing."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        secure = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(secure, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


class TimedBackend(httpcore2.SyncBackend):
    """Opens connections of which each wait ends at the deadline."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        wait = min(LONGEST_CONNECT, self._deadline.left())
        stream = super().connect_tcp(host, port, wait, local_address, socket_options)
        return _TimedStream(stream, self._deadline)


@cache
def _tls() -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=False)


class TimedTransport(httpx2.HTTPTransport):
    """HTTP/1.1 straight to the server: no proxy from the environment, no reused connection.

    Time limits of httpx2 are for each read, so a byte every 29 seconds would hold us for ever;
    its pool has the hook that we need, its transport does not pass it on.
    """

    def __init__(self, backend: TimedBackend) -> None:
        tls = _tls()
        super().__init__(verify=tls, trust_env=False)
        self._pool = httpcore2.ConnectionPool(
            ssl_context=tls, network_backend=backend, http1=True, http2=False
        )
