"""Calls to Mono over HTTP: bounded in time and size, repeated only where that is safe, counted; never their meaning."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar
from urllib.parse import urlencode

import msgspec
import structlog
from msgspec import Struct

from bot.errors import ProviderError, ProviderRefusal, ProviderSilent
from bot.log.straight import CallLine, straight_log
from bot.outgoing.client import LeanClient
from bot.outgoing.errors import AnswerTooLarge, RequestFailed
from bot.outgoing.messages import Headers, HttpAnswer, Origin
from bot.providers.breaker import Breaker, Permit
from bot.providers.mono.operations import UNREADABLE, MonoAnswer, MonoCall, Operation, read_content
from bot.providers.mono.refusals import Plain, judge
from bot.providers.mono.routes import ROUTES, Family, MonoRoute
from bot.providers.patience import Patience, Timing
from bot.providers.port import Observe
from conversations.otp import DEFAULT_LENGTH
from conversations.refusal import Refusal
from conversations.secret import Secret

T = TypeVar("T")
Read = Callable[[object], T]

LARGEST_BODY = 1_000_000  # bytes
_SECONDS = re.compile(r"[0-9]{1,5}")
_JSON = Headers.of({"content-type": "application/json"})

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


class MonoAccess(Struct, frozen=True):
    """Where Mono is, and what opens it. There is no version in `base_url`."""

    base_url: str
    secret_key: Secret
    family: Family = Family.AUTO
    otp_length: int = DEFAULT_LENGTH  # of a code of which Mono says nothing


def no_observer(operation: str, outcome: str, seconds: float) -> None:
    """Where nobody counts."""


class MonoTransport:
    """Asks Mono. Raises `ProviderRefusal` or `ProviderSilent`, which hold nothing of what Mono or the network said."""

    def __init__(self, http: LeanClient, access: MonoAccess, timing: Timing, observe: Observe) -> None:
        self._http = http
        self._origin = Origin.of(access.base_url)
        self._routes = ROUTES[access.family]
        self._headers = {operation: _headers(access, route) for operation, route in self._routes.items()}
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
            self._record(permit, failed=outcome in {Plain.SILENT, Refusal.UNAVAILABLE})
            self._note(call, reply, outcome, self._timing.monotonic() - began)
            if outcome == Refusal.NOT_ALLOWED and isinstance(reply, MonoAnswer):
                _log.error("provider_refuses_us", once=str(reply.status), **_why_refused(reply.status))

    def _record(self, permit: Permit, *, failed: bool) -> None:
        was_open = self._breaker.is_open
        self._breaker.record(permit, failed=failed)
        if self._breaker.is_open and not was_open:
            remedy = "nobody is asked for a code until Mono answers again, which is tried every 30 s: see Mono's status"
            _log.error("breaker_open", remedy=remedy)
        elif was_open and not self._breaker.is_open:
            _log.warning("breaker_closed")

    async def _send(self, call: MonoCall, bound: float) -> MonoAnswer | RequestFailed:
        route, headers = self._routes[call.operation], self._headers[call.operation]
        target, body = route.path_for(call.account), b""
        if call.query:
            target += f"?{urlencode(call.query)}"
        if call.session:
            headers += Headers.of({"x-session-id": call.session.reveal()})
        if call.body is not None:
            headers, body = headers + _JSON, msgspec.json.encode(call.body)
        try:
            answer = await self._http.ask(
                self._origin, route.method, target, headers, body, patience=bound, most=LARGEST_BODY
            )
        except AnswerTooLarge as error:
            return MonoAnswer(error.status, UNREADABLE) if error.status else error
        except RequestFailed as error:
            return error
        return MonoAnswer(answer.status, read_content(answer.body), _retry_after(answer))

    def _note(self, call: MonoCall, reply: MonoAnswer | RequestFailed | None, outcome: str, seconds: float) -> None:
        status = reply.status if isinstance(reply, MonoAnswer) else None
        self._observe(call.operation.value, str(outcome), seconds)
        if call.operation is Operation.CHECK_KEY and outcome == Plain.DONE:
            return  # every minute
        straight_log.tell([CallLine(call.operation.value, status, str(outcome), round(seconds, 3))])


def _why_refused(status: int) -> dict[str, object]:
    """docs.mono.co/docs/errors"""
    remedies = {
        401: "copy MONO_SECRET_KEY again from Mono's dashboard",
        402: "top up the wallet on Mono's dashboard: until then no customer gets a code",
    }
    return {
        "status": status,
        "remedy": remedies.get(status, "see on Mono's dashboard what the app may do"),
    }


def _understand(operation: Operation, reply: MonoAnswer | RequestFailed, read: Read[T]) -> T:
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


def _headers(access: MonoAccess, route: MonoRoute) -> Headers:
    key = access.secret_key.reveal()
    return Headers.of({**route.headers, "mono-sec-key": key, "accept": "application/json", "user-agent": "telcolink"})


def _retry_after(answer: HttpAnswer) -> timedelta | None:
    # The form with a date needs both clocks to agree; Mono documents neither form.
    seconds = answer.header("retry-after")
    return timedelta(seconds=int(seconds)) if _SECONDS.fullmatch(seconds) else None
