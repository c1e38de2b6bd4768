"""How often one visitor may do a thing, without keeping who they are."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

# So many bits of an address of version 6 are one customer's.
NETWORK = 64


def allowed(action: str, who: str, *, most: int, seconds: int) -> bool:
    """Whether this is one of the first `most` times in the present stretch of `seconds`."""
    return times(action, who, seconds)[0] <= most


def times(action: str, who: str, seconds: int) -> tuple[int, int]:
    """How many times, with this one, in the present stretch of `seconds`, and the seconds that
    are left of it.

    `who` goes into a keyed hash that changes with each stretch and is gone soon after it.
    """
    stretch, passed = divmod(int(timezone.now().timestamp()), seconds)
    digest = salted_hmac("articles.throttle", f"{action} {stretch} {who}").hexdigest()
    key = f"throttle:{digest}"
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key)), seconds - passed
    except ValueError:  # dropped between the two calls: nobody is turned away for that
        return 1, seconds - passed


def visitor(request: HttpRequest) -> str:
    """The network address that a request comes from; behind a proxy of ours, as that saw it.

    Of an address of version 6 the network: whoever has one has all of its addresses. Never to be
    stored or written into a log: see `times`.
    """
    came_from = str(request.META.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:
        came_from = request.headers.get("X-Forwarded-For", came_from).rsplit(",", 1)[-1].strip()
    try:
        address = ip_address(came_from)
    except ValueError:
        return came_from
    if not isinstance(address, IPv6Address):
        return str(address)
    return str(address.ipv4_mapped or ip_network((int(address), NETWORK), strict=False))
