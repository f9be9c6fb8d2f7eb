"""Who asks: a program by its key, and how often. Never what is asked for; never a key in a word."""

import hashlib
import hmac
import math
import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import islice
from urllib.parse import unquote, unquote_plus

import structlog
from starlette.requests import Request

from bot.config.api_keys import ApiKey
from bot.http.api.problems import ApiProblem
from bot.http.rate_limit import RateLimit, address_of
from bot.ports import Clock
from conversations.agents.programs import program_named
from conversations.contact import Contact

MINUTE = timedelta(minutes=1)
REQUESTS = 600  # a minute for each key
STRANGERS = 60  # a minute for each address without one
# What people name a parameter that holds a key; an address ends up in logs, histories and referrers.
KEY_NAMES = frozenset(
    {"key", "api_key", "apikey", "api-key", "token", "access_token", "authorization", "auth", "secret"}
)

# As long as 32 bytes of chance are at least, and in the letters of keys: all else in an address is no key, unhashed.
_LIKE_A_KEY = re.compile(r"(?<![\w-])[\w-]{43,100}(?![\w-])", re.ASCII)
MOST_LOOKED_AT = 20  # of what is like a key, and of parameters; no address of ours has as many

_PROGRAM = "telcolink.program"  # in the scope of a request that was let in

log = structlog.get_logger()


class ApiAccess:
    """Lets in whoever has a key. `proxies` is how many stand in front of this service."""

    def __init__(self, keys: Sequence[ApiKey], clock: Clock, proxies: int) -> None:
        self._keys = keys
        self._clock = clock
        self._proxies = proxies
        self._requests = RateLimit(REQUESTS, MINUTE)
        self._strangers = RateLimit(STRANGERS, MINUTE)

    def admit(self, request: Request, *, is_for_all: bool = False) -> None:
        """Count the request, whatever it is, before more is read of it; then note which program it is.

        Raises `ApiProblem`: too many requests, a key in the address, or none in the header of what is not for all.
        """
        name = self._name_in_header(request)
        if name:
            self._count(self._requests, name)
        else:
            self._count(self._strangers, address_of(request, self._proxies))
        self._refuse_key_in_address(request)
        if name:
            request.scope[_PROGRAM] = program_named(name)
        elif not is_for_all:
            said = "Send the header `Authorization: Bearer` with a key; `telcolink api-keys new NAME` makes one."
            raise ApiProblem("unauthorized", said, headers={"WWW-Authenticate": "Bearer"})

    def _name_in_header(self, request: Request) -> str:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        return self._name_of(given.strip()) if scheme.lower() == "bearer" else ""

    def _refuse_key_in_address(self, request: Request) -> None:
        """Also where the right one stands in the header: it is in a log by now."""
        query = request.scope["query_string"].decode("latin-1")
        alike = islice(_LIKE_A_KEY.finditer(unquote(f"{request.scope['path']}?{query}")), MOST_LOOKED_AT)
        known = next(filter(None, (self._name_of(each[0]) for each in alike)), "")
        if known:
            log.warning("api_key_in_address", once=known, program=known)
        parameters = query.split("&", MOST_LOOKED_AT)[:MOST_LOOKED_AT]
        names = {unquote_plus(each.partition("=")[0]).lower() for each in parameters}
        if known or not KEY_NAMES.isdisjoint(names):
            said = "Addresses end up in logs. Take that key out of API_KEYS, make a new one, and send it in the header."
            raise ApiProblem("key-in-url", said)

    def _name_of(self, given: str) -> str:
        """Whose key it is; "" for nobody's. Every key is looked at, and each as long as any other."""
        digest = hashlib.sha256(given.encode("utf-8", "surrogateescape")).digest()
        found = [key.name for key in self._keys if hmac.compare_digest(key.digest, digest)]
        return found[0] if found else ""

    def _count(self, limit: RateLimit, who: str) -> None:
        if wait := limit.admit(who, self._clock.now()):
            seconds = str(math.ceil(wait.total_seconds()))
            raise ApiProblem("too-many-requests", f"Ask again in {seconds} seconds.", headers={"Retry-After": seconds})


def program_of(request: Request) -> Contact:
    """Who was let in with this request."""
    program: Contact = request.scope[_PROGRAM]
    return program
