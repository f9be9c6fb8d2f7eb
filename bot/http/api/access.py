"""Who asks: a program by its key, and how often. Never what is asked for; never a key in a word."""

import hashlib
import hmac
import math
from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import unquote

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

    def admit(self, request: Request) -> None:
        """Note which program it is. Raises `ApiProblem`: no key, a wrong one, or too many requests."""
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        name = self._name_of(given.strip()) if scheme.lower() == "bearer" else ""
        if not name:
            self._count(self._strangers, address_of(request, self._proxies))
            said = "Send the header `Authorization: Bearer` with a key; `telcolink api-keys new NAME` makes one."
            raise ApiProblem("unauthorized", said, headers={"WWW-Authenticate": "Bearer"})
        self._count(self._requests, name)
        request.scope[_PROGRAM] = program_named(name)

    def refuse_key_in_address(self, request: Request) -> None:
        """Also where the right one stands in the header: it is in a log by now."""
        values = [*request.query_params.values(), *map(unquote, request.url.path.split("/"))]
        known = next(filter(None, map(self._name_of, values)), "")
        if known:
            log.warning("api_key_in_address", once=known, program=known)
        if known or KEY_NAMES.intersection(name.lower() for name in request.query_params):
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
