"""A stage for the Mono adapter: a scripted Mono that remembers what it was asked, time wound by hand, and bodies."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any

import httpx
import pytest

from bot.errors import ProviderRefusal
from bot.outgoing.errors import ConnectionBroke, NotSent
from bot.providers.mono.provider import Mono
from bot.providers.mono.routes import Family
from bot.providers.mono.transport import MonoAccess
from bot.providers.patience import Timing
from conversations.network import Line, Network
from conversations.phone import PhoneNumber
from conversations.secret import AccountId, ExchangeCode, OtpCode, Secret, SessionReference
from tests.bot.outgoing.scripted import ScriptedClient

KEY = f"test_sk_{secrets.token_hex(8)}"
LINE = Line(PhoneNumber("+2348139990001"), Network.MTN)
SESSION = SessionReference("S3ss10n")
OTP = OtpCode("135790")
CODE = ExchangeCode("code_k3")
ACCOUNT = AccountId("acc0ffee")

Reply = httpx.Response | Exception
OPERATIONS: dict[str, Callable[[Mono], Any]] = {
    "request_otp": lambda mono: mono.request_otp(LINE),
    "check_otp": lambda mono: mono.check_otp(SESSION, OTP),
    "exchange": lambda mono: mono.exchange(CODE),
    "fetch_details": lambda mono: mono.fetch_details(ACCOUNT),
    "fetch_identity": lambda mono: mono.fetch_identity(ACCOUNT),
    "fetch_balances": lambda mono: mono.fetch_balances(ACCOUNT),
    "fetch_transactions": lambda mono: mono.fetch_transactions(ACCOUNT),
    "refresh": lambda mono: mono.refresh(ACCOUNT),
    "unlink": lambda mono: mono.unlink(ACCOUNT),
    "check_key": lambda mono: mono.check_key(),
}
REPEATED = ("fetch_details", "fetch_identity", "fetch_balances", "fetch_transactions", "unlink")
ONCE = tuple(operation for operation in OPERATIONS if operation not in REPEATED)


class Stage:
    """Mono answers with `replies` in turn, the last one for ever; an exception among them is raised."""

    def __init__(self, *replies: Reply, family: Family = Family.AUTO, seconds_per_call: float = 0.0) -> None:
        self.requests: list[httpx.Request] = []
        self.slept: list[float] = []
        self.observed: list[tuple[str, str, float]] = []
        self.now = 1000.0
        self.replies = list(replies)
        self._seconds_per_call = seconds_per_call
        self.mono = Mono(
            ScriptedClient(self._answer),
            MonoAccess("https://mono.test/", Secret(KEY), family),
            timing=Timing(lambda: self.now, self._sleep, lambda: 0.5),
            observe=lambda *seen: self.observed.append(seen),
        )

    async def refusal_of(self, operation: str) -> ProviderRefusal:
        """How Mono refuses `operation`, which it must."""
        with pytest.raises(ProviderRefusal) as caught:
            await OPERATIONS[operation](self.mono)
        return caught.value

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        self.now += self._seconds_per_call
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, Exception):
            raise reply
        return httpx.Response(reply.status_code, headers=reply.headers, content=reply.content)


def said(content: object, status: int = 200, **headers: str) -> httpx.Response:
    """An answer with JSON."""
    dashed = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, json=content, headers=dashed)


def enveloped(data: object, **more: object) -> dict[str, object]:
    """What v2 puts around its data."""
    return {"status": "successful", "message": "Fine", "timestamp": "2026-05-02T08:00:00.000Z", "data": data, **more}


def failed(message: str = "No", **more: object) -> dict[str, object]:
    return {"status": "failed", "message": message, "data": None, **more}


def log_in(*fields: Mapping[str, object]) -> dict[str, object]:
    """An answer to the log-in with this form."""
    result = {"title": "Enter the code", "form": list(fields)}
    return {"status": "successful", "data": {"session_id": "S3ss10n", "result": result}}


def otp_field(**changes: object) -> dict[str, object]:
    field = {"type": "elements.input", "name": "otp", "hint": "Your code", "contentType": "password"}
    return {**field, "minLength": 6, "maxLength": 6, **changes}


READY = said({"meta": {"data_status": "AVAILABLE"}})
BROKEN = ConnectionBroke("upstream words", 0)
UNREACHABLE = NotSent("upstream words")
