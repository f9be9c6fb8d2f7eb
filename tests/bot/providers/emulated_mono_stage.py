"""The real Mono client in front of the emulated Mono, over loopback: whole conversations, and how they end."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.errors import ProviderRefusal
from bot.outgoing.client import LeanClient
from bot.providers.mono.news import decode_event
from bot.providers.mono.provider import Mono
from bot.providers.mono.routes import Family
from bot.providers.mono.transport import MonoAccess
from bot.providers.mono.webhooks import is_genuine
from bot.providers.patience import ONCE, Patience, Timing
from bot.providers.port import OtpChallenge
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.mono import BY_NAME, MonoEmulator
from conversations.network import Line, Network
from conversations.phone import PhoneNumber
from conversations.refusal import Refusal
from conversations.secret import AccountId, ExchangeCode, OtpCode, Secret

START = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
IMPATIENT = Patience(total=timedelta(milliseconds=150), each=timedelta(milliseconds=150))
SECRET = Secret("any text will do here")
FAMILIES = tuple(Family)


@dataclass(frozen=True)
class Ended:
    """Where a conversation ended, and with which refusal; None for no usable answer."""

    operation: str
    refusal: Refusal | None
    retry_after: timedelta | None = None


class Stage:
    """One client, and one emulator with nothing in it but its clock's time."""

    def __init__(self, hall: "Hall", family: Family, once: Patience, key: str) -> None:
        self.emulator = hall.emulator
        self.outcomes: list[tuple[str, str]] = []
        access = MonoAccess(hall.url, Secret(key or hall.emulator.key), family)
        self.mono = Mono(hall.http, access, timing=Timing(sleep=_no_pause, once=once), observe=self._observe)

    def count(self, ending: str) -> int:
        """How many calls there were of paths that end so."""
        return sum(call.path.endswith(ending) for call in self.emulator.journal.calls)

    async def ask(self, name: str = "happy-mtn") -> OtpChallenge:
        return await self.mono.request_otp(line_named(name))

    def otp(self, name: str = "happy-mtn") -> OtpCode:
        """The code in the newest SMS."""
        found = re.search(r"\d+", self.emulator.sms(BY_NAME[name].phone)[-1].text)
        assert found
        return OtpCode(found[0])

    async def check(self, name: str = "happy-mtn") -> ExchangeCode:
        challenge = await self.ask(name)
        return await self.mono.check_otp(challenge.reference, self.otp(name))

    async def link(self, name: str = "happy-mtn") -> AccountId:
        return await self.mono.exchange(await self.check(name))

    def ended(self, error: Exception) -> Ended:
        """What the last call came to."""
        operation = self.outcomes[-1][0]
        if isinstance(error, ProviderRefusal):
            return Ended(operation, error.refusal, error.retry_after)
        return Ended(operation, None)

    def _observe(self, operation: str, outcome: str, _: float) -> None:
        self.outcomes.append((operation, outcome))


class Hall:
    """Two servers for many tests: the emulator, and a webhook that writes down what comes."""

    def __init__(self, http: LeanClient) -> None:
        self.http = http
        self.emulator = MonoEmulator(clock=EmulatedClock(at=START))
        self.url = self.webhook_url = ""
        self.heard: list[Any] = []

    def open_stage(self, family: Family = Family.AUTO, once: Patience = ONCE, key: str = "") -> Stage:
        self.emulator.reset()
        self.emulator.set_webhook(self.webhook_url, SECRET.reveal())
        self.heard.clear()
        return Stage(self, family, once, key)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        assert is_genuine(request.headers.get("mono-webhook-secret"), SECRET)
        assert json.loads(await request.body())
        self.heard.append(decode_event(await request.body()))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


@asynccontextmanager
async def open_hall() -> AsyncIterator[Hall]:
    async with aclosing(LeanClient()) as http:
        hall = Hall(http)
        async with serve(hall.emulator.app) as hall.url, serve(hall) as hall.webhook_url:
            yield hall


def line_named(name: str) -> Line:
    """The line of a test number, on the network that it lives on; one that lives nowhere is tried at MTN."""
    known = BY_NAME[name]
    return Line(PhoneNumber(f"+234{known.phone[1:]}"), Network(known.network or "mtn"))


async def _no_pause(_: float) -> None:
    """Tests do not wait."""
