"""How often one address may come: a sliding window in memory, bounded whatever happens. Never who it is."""

import ipaddress
import re
from collections import OrderedDict, deque
from datetime import datetime, timedelta

from starlette.requests import Request

MOST_ADDRESSES = 10_000
# As some proxies write an address into X-Forwarded-For: `192.0.2.1:50111`, `[2001:db8::1]:443`, `[2001:db8::1]`.
_WITH_PORT = re.compile(r"(?:\[([^\[\]]+)\]|([0-9.]+))(?::[0-9]+)?")


class RateLimit:
    """Counts the visits of each address within `within`. Of too many addresses, the longest unseen is forgotten."""

    def __init__(self, most: int, within: timedelta, most_addresses: int = MOST_ADDRESSES) -> None:
        self._most = most
        self._within = within
        self._most_addresses = most_addresses
        self._visits: OrderedDict[str, deque[datetime]] = OrderedDict()

    def admit(self, address: str, now: datetime) -> timedelta | None:
        """None when the visit is admitted and counted; otherwise how long it is until the next one may come."""
        visits = self._visits.setdefault(address, deque())
        self._visits.move_to_end(address)
        if len(self._visits) > self._most_addresses:
            self._visits.popitem(last=False)
        if visits and visits[-1] > now:  # the clock was set back: they were of now, at the latest
            visits = self._visits[address] = deque(min(at, now) for at in visits)
        while visits and visits[0] <= now - self._within:
            visits.popleft()
        if len(visits) >= self._most:
            return visits[0] + self._within - now
        visits.append(now)
        return None


def address_of(request: Request, proxies: int) -> str:
    """The address that a request came from, as far as it can be trusted; "" where there is none.

    With no proxy in front that is the socket's peer. Each trusted proxy adds the peer that it saw to the end of
    X-Forwarded-For, so that with `proxies` of them the visitor is that many from its end; what stands before is
    the visitor's own invention.
    """
    claims = ",".join(request.headers.getlist("x-forwarded-for")).split(",")
    seen = [claim.strip() for claim in claims if claim.strip()]
    peer = request.client.host if request.client else ""
    return _network_of(seen[-proxies] if 0 < proxies <= len(seen) else peer)


def _network_of(text: str) -> str:
    """An IPv4 address, or the /64 that one customer of an IPv6 network has as a whole; other text as it is.

    The port is of one connection, and whoever comes opens as many as they like.
    """
    written = _WITH_PORT.fullmatch(text)
    try:
        address = ipaddress.ip_address((written[1] or written[2]) if written else text)
    except ValueError:
        return text[:64]
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or ipaddress.ip_network((int(address), 64), strict=False))
