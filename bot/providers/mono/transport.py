"""Calls to Mono over HTTP: bounded in time and size, repeated only where that is safe, counted; never their meaning."""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import httpx
import structlog
from pydantic import SecretStr

from bot.errors import ProviderError, ProviderRefusal, ProviderSilent
from bot.providers.breaker import Breaker
from bot.providers.mono.operations import UNREADABLE, MonoAnswer, MonoCall, Operation, read_content
from bot.providers.mono.refusals import Plain, judge
from bot.providers.mono.routes import ROUTES, Family
from bot.providers.patience import Patience, Timing
from bot.providers.port import Observe
from conversations.refusal import Refusal

T = TypeVar("T")
Read = Callable[[object], T]

LARGEST_BODY = 1_000_000  # bytes
_LONGEST_CONNECT = 4.0  # seconds

# Reading changes nothing and giving back twice is giving back; everything else may cost an SMS, a try or money.
_REPEATABLE = frozenset(
    {
        Operation.FETCH_DETAILS,
        Operation.FETCH_IDENTITY,
        Operation.FETCH_BALANCES,
        Operation.FETCH_TRANSACTIONS,
        Operation.UNLINK,
    }
)
_PASSING = frozenset({Refusal.UNAVAILABLE, Refusal.TOO_MANY_REQUESTS})

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class MonoAccess:
    """Where Mono is, and what opens it. There is no version in `base_url`."""

    base_url: str
    secret_key: SecretStr
    family: Family = Family.AUTO


def no_observer(operation: str, outcome: str, seconds: float) -> None:
    """Where nobody counts."""


class MonoTransport:
    """Asks Mono. Raises `ProviderRefusal` or `ProviderSilent`, which hold nothing of what Mono or the network said."""

    def __init__(self, http: httpx.AsyncClient, access: MonoAccess, timing: Timing, observe: Observe) -> None:
        self._http = http
        self._access = access
        self._timing = timing
        self._breaker = Breaker(timing.monotonic)
        self._observe = observe

    async def ask(self, call: MonoCall, read: Read[T]) -> T:
        """What `read` makes of the answer's JSON (None where Mono has nothing); it raises ValueError for no shape."""
        patience = self._timing.repeated if call.operation in _REPEATABLE else self._timing.once
        deadline = self._timing.monotonic() + patience.total.total_seconds()
        tried = 0
        while True:
            tried += 1
            left = deadline - self._timing.monotonic()
            try:
                return await self._try(call, read, min(left, patience.each.total_seconds()))
            except ProviderError as error:
                pause = self._pause(error, patience, tried)
                if pause is None or self._timing.monotonic() + pause >= deadline:
                    raise
            await self._timing.sleep(pause)

    def _pause(self, error: ProviderError, patience: Patience, tried: int) -> float | None:
        asked = None
        if isinstance(error, ProviderRefusal):
            if error.refusal not in _PASSING or self._breaker.is_open:
                return None
            asked = error.retry_after
        pause = patience.pause_after(tried, self._timing.jitter(), asked)
        return None if pause is None else pause.total_seconds()

    async def _try(self, call: MonoCall, read: Read[T], bound: float) -> T:
        permit = self._breaker.admit()
        if permit is None:
            self._note(call, None, Refusal.UNAVAILABLE, 0.0)
            raise ProviderRefusal(Refusal.UNAVAILABLE)
        began = self._timing.monotonic()
        reply = await self._send(call, bound)
        outcome: str = Plain.DONE
        try:
            return _understand(call.operation, reply, read)
        except ProviderError as error:
            outcome = error.refusal if isinstance(error, ProviderRefusal) else Plain.SILENT
            raise
        finally:
            self._breaker.record(permit, failed=outcome in {Plain.SILENT, Refusal.UNAVAILABLE})
            self._note(call, reply, outcome, self._timing.monotonic() - began)

    async def _send(self, call: MonoCall, bound: float) -> MonoAnswer | Exception:
        try:
            async with asyncio.timeout(bound):
                response = await self._http.send(self._request(call, bound), stream=True, follow_redirects=False)
                try:
                    content = await _read_body(response)
                finally:
                    await response.aclose()
        except (httpx.HTTPError, TimeoutError) as error:
            return error
        return MonoAnswer(response.status_code, content, _retry_after(response.headers))

    def _request(self, call: MonoCall, bound: float) -> httpx.Request:
        route = ROUTES[self._access.family][call.operation]
        connect = min(bound, _LONGEST_CONNECT)
        return httpx.Request(
            route.method,
            self._access.base_url.rstrip("/") + route.path_for(call.account),
            headers={**route.headers, **self._headers(call)},
            params=call.query,
            json=call.body,
            extensions={"timeout": httpx.Timeout(bound, connect=connect, pool=connect).as_dict()},
        )

    def _headers(self, call: MonoCall) -> Mapping[str, str]:
        headers = {
            "mono-sec-key": self._access.secret_key.get_secret_value(),
            "accept": "application/json",
            "accept-encoding": "identity",  # answers are small; a packed one could unfold past the limit
        }
        return {**headers, "x-session-id": call.session.reveal()} if call.session else headers

    def _note(self, call: MonoCall, reply: MonoAnswer | Exception | None, outcome: str, seconds: float) -> None:
        status = reply.status if isinstance(reply, MonoAnswer) else None
        self._observe(call.operation.value, str(outcome), seconds)
        _log.info(
            "provider_called",
            operation=call.operation.value,
            status=status,
            outcome=str(outcome),
            seconds=round(seconds, 3),
        )


def _understand(operation: Operation, reply: MonoAnswer | Exception, read: Read[T]) -> T:
    verdict = judge(operation, reply)
    if verdict is Plain.SILENT:
        raise ProviderSilent(operation.value)
    if isinstance(verdict, Refusal):
        raise ProviderRefusal(verdict, reply.retry_after if isinstance(reply, MonoAnswer) else None)
    content = reply.content if isinstance(reply, MonoAnswer) and verdict is Plain.DONE else None
    try:
        return read(content)
    except ValueError:  # the reader's error shows parts of the answer: it ends here
        pass
    raise ProviderRefusal(Refusal.NOT_UNDERSTOOD)


async def _read_body(response: httpx.Response) -> object:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > LARGEST_BODY:
            return UNREADABLE
    return read_content(bytes(body))


def _retry_after(headers: httpx.Headers) -> timedelta | None:
    # The form with a date needs both clocks to agree; Mono documents neither form.
    seconds = headers.get("retry-after", "")
    return timedelta(seconds=int(seconds)) if re.fullmatch(r"[0-9]{1,5}", seconds) else None
