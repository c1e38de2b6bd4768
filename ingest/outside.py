"""Which addresses lie outside: what others gave us to send to never leads into our network."""

import ipaddress
import socket
from collections.abc import Iterable, Iterator

from django.conf import settings

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Addresses that carry another one: 64:ff9b::/96 is translated to IPv4 on its way (RFC 6052).
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
# Web servers, and ports that no system service has.
_WEB_PORTS = frozenset({80, 443})
_FIRST_FREE_PORT = 1024


class NotOutside(Exception):
    """The address leads into a private network, or is none; str() is one clear line."""


def outside(host: str, port: int) -> list[str]:
    """The IP addresses of a host that may be connected to, in the resolver's order.

    Networks in the setting OUTGOING_PRIVATE_NETWORKS count as outside. Raises NotOutside, and
    OSError where the name leads nowhere. Connect to what this returns, never to the name again:
    a second look-up may answer something else.
    """
    if port not in _WEB_PORTS and port < _FIRST_FREE_PORT:
        raise NotOutside(f"port {port} belongs to no web server")
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    allowed = [address for address in addresses if is_outside(address)]
    if not allowed:
        raise NotOutside(f"{host} leads to {addresses[0]}, which is not on the public internet")
    return allowed


def is_outside(text: str) -> bool:
    """Whether an IP address, and any that it carries, is on the public internet."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if any(address in network for network in _own_exceptions()):
        return True
    return all(_is_public(one) for one in (address, *_carried(address)))


def _own_exceptions() -> Iterable[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    return (ipaddress.ip_network(text) for text in settings.OUTGOING_PRIVATE_NETWORKS)


def _is_public(address: Address) -> bool:
    odd = address.is_multicast or address.is_reserved or address.is_unspecified
    return (address.is_global and not odd) or address in _TRANSLATED


def _carried(address: Address) -> Iterator[Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if not isinstance(address, ipaddress.IPv6Address):
        return
    if address in _TRANSLATED:
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    yield from (carried for carried in (address.ipv4_mapped, address.sixtofour) if carried)
    yield from address.teredo or ()
