"""The API's door: key, path, method and body are checked here, as strictly as Mono does; then the call is made."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.emulators.clock import Clock
from bot.emulators.mono.answers import Refused, answer_refused
from bot.emulators.mono.faults import FaultScript, perform
from bot.emulators.mono.reading import Reading
from bot.emulators.mono.telecom import Telecom

MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Call:
    """One request that was made, for tests to count."""

    method: str
    path: str
    phone: str
    at: datetime


Work = Callable[[Request, Mapping[str, Any], str, str], ASGIApp]


class ApiDoor:
    """An ASGI application for the API of both families."""

    def __init__(self, key: str, telecom: Telecom, reading: Reading, clock: Clock) -> None:
        self._key = key
        self._clock = clock
        self.script = FaultScript()
        self.calls: list[Call] = []
        self.latency = 0.0
        self._routes = _routes(telecom, reading)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        body = await _read(request)
        phone = body.get("phone") if isinstance(body, dict) else None
        path = request.url.path
        self.calls.append(Call(request.method, path, phone if isinstance(phone, str) else "", self._clock.now()))
        if self.latency:
            await self._clock.sleep(self.latency)
        fault = self.script.take(path)
        if fault and fault.delay:
            await self._clock.sleep(fault.delay)
        answer = perform(fault, lambda: self._answer(request, body), self._clock.now())
        await answer(scope, receive, send)

    def _answer(self, request: Request, body: object) -> ASGIApp:
        path = request.url.path
        bare = not path.startswith(("/v1", "/v2"))
        try:
            return self._route(request, body)
        except Refused as refused:
            return answer_refused(refused, self._clock.now(), bare=bare and refused.status == 404)

    def _route(self, request: Request, body: object) -> ASGIApp:
        if request.headers.get("mono-sec-key") != self._key:
            raise Refused(401, "Unauthorized")
        for method, pattern, work in self._routes:
            found = pattern.fullmatch(request.url.path)
            if found and method == request.method:
                names = (*found.groups(), "", "")
                return work(request, _fields(request, body), names[0], names[1])
        raise Refused(404, "Not found")


async def _read(request: Request) -> object:
    """The JSON of a body; None for none, or for what is no JSON."""
    raw = b""
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > MOST_BYTES:
            return None
    try:
        return json.loads(raw) if raw else None
    except (ValueError, RecursionError):
        return None


def _fields(request: Request, body: object) -> Mapping[str, Any]:
    """A POST that carries anything carries a JSON object, and says so."""
    if request.method != "POST" or request.headers.get("content-length", "0") == "0":
        return {}
    if not request.headers.get("content-type", "").startswith("application/json") or not isinstance(body, dict):
        raise Refused(400, "Body must be JSON")
    return body


def _routes(telecom: Telecom, reading: Reading) -> list[tuple[str, re.Pattern[str], Work]]:
    """Method, path and work. Before the exchange both families have a version; after it v1 has none."""
    account = r"/accounts/([0-9a-f]{24})"
    table: list[tuple[str, str, Work]] = [
        ("POST", r"/v[12]/telecom/auth", lambda _, body, *__: telecom.auth(body)),
        ("POST", r"/v[12]/telecom/verify", lambda r, body, *_: telecom.verify(r.headers.get("x-session-id"), body)),
        ("POST", r"/account/auth", lambda _, body, *__: telecom.exchange(body, enveloped=False)),
        ("POST", r"/v2/accounts/auth", lambda _, body, *__: telecom.exchange(body, enveloped=True)),
        ("GET", r"/v2/accounts", lambda *_: reading.all_accounts()),
        ("GET", account, lambda _, __, name, ___: reading.details(name, v2=False)),
        ("GET", "/v2" + account, lambda _, __, name, ___: reading.details(name, v2=True)),
        ("GET", account + "/identity", lambda _, __, name, ___: reading.identity(name, v2=False)),
        ("GET", "/v2" + account + "/identity", lambda _, __, name, ___: reading.identity(name, v2=True)),
        ("GET", account + "/balances", lambda _, __, name, ___: reading.balances(name)),
        ("GET", "/v2" + account + "/balance", lambda r, _, name, __: reading.balance(name, realtime=_realtime(r))),
        ("GET", account + "/transactions", lambda r, _, name, __: reading.transactions(name, r.query_params, v2=False)),
        (
            "GET",
            f"/v2{account}/transactions",
            lambda r, _, name, __: reading.transactions(name, r.query_params, v2=True),
        ),
        ("GET", f"/v2{account}/jobs/([0-9a-f]+)", lambda _, __, name, job: reading.job(name, job)),
        ("POST", r"(?:/v2)?" + account + "/unlink", lambda _, __, name, ___: reading.unlink(name)),
    ]
    return [(method, re.compile(path), work) for method, path, work in table]


def _realtime(request: Request) -> bool:
    return request.headers.get("x-realtime") == "true"
