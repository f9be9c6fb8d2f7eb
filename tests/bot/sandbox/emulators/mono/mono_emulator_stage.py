"""Stages for the emulated Mono's tests: a room without sockets, one with them, a listener; clocks stand still."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.loopback import drop_connection, serve, wait_for_disconnect
from bot.sandbox.emulators.mono import BY_NAME, MonoEmulator
from tests.waiting import until

START = datetime(2026, 11, 2, 9, 30, 15, 250_000, tzinfo=UTC)
NOW = "2026-11-02T09:30:15.250Z"
MTN = BY_NAME["happy-mtn"].phone
AIRTEL = BY_NAME["happy-airtel"].phone
REAL_TIME = {"x-realtime": "true"}


class Room:
    """A business that calls Mono, and the phones of its customers."""

    def __init__(self, mono: MonoEmulator, http: httpx.AsyncClient) -> None:
        self.mono = mono
        self.http = http
        http.headers["mono-sec-key"] = mono.key

    async def ask_otp(self, phone: str = MTN, provider: str = "mtn", family: str = "v2") -> httpx.Response:
        return await self.http.post(f"/{family}/telecom/auth", json={"phone": phone, "provider": provider})

    async def log_in(self, phone: str = MTN, provider: str = "mtn") -> str:
        """A session."""
        session: str = (await self.ask_otp(phone, provider)).json()["data"]["session_id"]
        return session

    def otp(self, phone: str = MTN) -> str:
        """The code in the newest SMS."""
        found = re.search(r"\d+", self.mono.sms(phone)[-1].text)
        assert found
        return found[0]

    def wrong_otp(self, phone: str = MTN) -> str:
        return "".join(str(9 - int(digit)) for digit in self.otp(phone))

    async def check(self, session: str, otp: str, family: str = "v2", **more: object) -> httpx.Response:
        headers = {"x-session-id": session}
        return await self.http.post(f"/{family}/telecom/verify", json={"otp": otp, **more}, headers=headers)

    async def earn_code(self, phone: str = MTN, provider: str = "mtn") -> str:
        """Log in and check; what the right OTP is worth."""
        answer = await self.check(await self.log_in(phone, provider), self.otp(phone))
        code: str = answer.json()["data"]["code"]
        return code

    async def exchange(self, code: str, path: str = "/v2/accounts/auth") -> httpx.Response:
        return await self.http.post(path, json={"code": code})

    async def link(self, phone: str = MTN, provider: str = "mtn") -> str:
        """The account of a line."""
        answer = await self.exchange(await self.earn_code(phone, provider), "/account/auth")
        account: str = answer.json()["id"]
        return account

    async def link_named(self, name: str) -> str:
        """The account of a test number."""
        line = BY_NAME[name]
        return await self.link(line.phone, line.network or "")

    async def read(self, path: str, **query: object) -> Any:
        """What stands behind a path, which must be there."""
        answer = await self.http.get(path, params={name: str(value) for name, value in query.items()})
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def order(self, action: str, **arguments: object) -> httpx.Response:
        """Use a control route."""
        return await self.http.post(f"/_emulator/{action}", json=arguments)


@asynccontextmanager
async def open_room() -> AsyncIterator[Room]:
    """No sockets."""
    mono = MonoEmulator(clock=EmulatedClock(at=START))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(mono.app), base_url="http://mono") as http:
        yield Room(mono, http)


@asynccontextmanager
async def open_house() -> AsyncIterator[Room]:
    """With sockets, over which a connection can break."""
    mono = MonoEmulator(clock=EmulatedClock(at=START))
    async with serve(mono.app) as url, httpx.AsyncClient(base_url=url) as http:
        yield Room(mono, http)


@dataclass
class Listener:
    """A webhook: writes down what comes, and answers with the planned statuses, then with 200.

    Status 0 breaks the connection, -1 never answers.
    """

    plan: list[int] = field(default_factory=list)
    got: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        self.got.append(json.loads(await request.body()))
        self.headers.append(dict(request.headers))
        status = self.plan.pop(0) if self.plan else 200
        if status <= 0:
            await (drop_connection(scope, receive) if status == 0 else wait_for_disconnect(receive))
            return
        await send({"type": "http.response.start", "status": status, "headers": [(b"location", b"/elsewhere")]})
        await send({"type": "http.response.body", "body": b""})

    def names(self) -> list[str]:
        """The events that came, in alphabetical order: they overtake one another."""
        return sorted(event["event"].removeprefix("mono.") for event in self.got)

    def only(self, name: str) -> dict[str, Any]:
        """The data of the one event of that name."""
        [data] = [event["data"] for event in self.got if event["event"] == f"mono.{name}"]
        assert isinstance(data, dict)
        return data

    async def hear(self, number: int) -> None:
        """Wait until so many have come."""
        await until(lambda: len(self.got) >= number)
