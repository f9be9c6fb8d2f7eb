"""Stages for the emulated Telegram's tests: a room without sockets, and a stage with a webhook; clocks stand still."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.loopback import drop_connection, serve
from bot.sandbox.emulators.telegram import TelegramEmulator, make_token
from tests.waiting import until

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
HOUR = 3600.0


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


AGREE = inline({"text": "I agree", "callback_data": "agree"}, {"text": "Terms", "url": "https://example.com"})


class Room:
    """A bot that calls without a socket, and Ada who has started it."""

    def __init__(self) -> None:
        self.telegram = TelegramEmulator(make_token(), clock=EmulatedClock(at=START))
        self.api = f"/bot{self.telegram.token}"
        transport = httpx.ASGITransport(self.telegram.app)
        self.http = httpx.AsyncClient(transport=transport, base_url="http://telegram")
        self.ada = start_known(self.telegram)

    async def answer(self, method: str, **arguments: Any) -> httpx.Response:
        """JSON with escapes, by which half a surrogate pair can be sent too."""
        headers = {"Content-Type": "application/json"}
        return await self.http.post(f"{self.api}/{method}", content=json.dumps(arguments), headers=headers)

    async def call(self, method: str, **arguments: Any) -> Any:
        body = (await self.answer(method, **arguments)).json()
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **arguments: Any) -> tuple[int, str]:
        """The status and the description, without the words that go before all that are 400."""
        answer = await self.answer(method, **arguments)
        body = answer.json()
        assert (body["ok"], body["error_code"]) == (False, answer.status_code)
        return answer.status_code, body["description"].removeprefix("Bad Request: ")

    async def send(self, text: str, **arguments: Any) -> int:
        """A message to Ada; its number."""
        number: int = (await self.call("sendMessage", chat_id=self.ada, text=text, **arguments))["message_id"]
        return number


@asynccontextmanager
async def open_room() -> AsyncIterator[Room]:
    room = Room()
    async with room.http:
        yield room


@dataclass(frozen=True)
class Served:
    """An emulator behind a URL; its clock runs."""

    telegram: TelegramEmulator
    url: str


@asynccontextmanager
async def serve_telegram() -> AsyncIterator[Served]:
    telegram = TelegramEmulator(make_token())
    async with serve(telegram.app) as url:
        yield Served(telegram, url)


def start_known(telegram: TelegramEmulator) -> int:
    """Somebody who has pressed Start, which the bot has heard of."""
    person = telegram.add_person("Ada", phone_number="2348031234567")
    telegram.start(person.id)
    telegram.updates.forget(telegram.updates.waiting())
    return person.id


@dataclass
class Planned:
    """How the bot answers an update. Status 0 breaks the connection; `hold` answers when it is set."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    hold: asyncio.Event | None = None


@dataclass
class Webhook:
    """Writes down what comes and when (counted from `since`), and answers as planned, then as usual."""

    clock: EmulatedClock
    since: datetime
    plan: list[Planned] = field(default_factory=list)
    usual: Planned = field(default_factory=Planned)
    got: list[dict[str, Any]] = field(default_factory=list)
    at: list[timedelta] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    under_way: int = 0
    most_under_way: int = 0

    async def take(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        self.got.append(json.loads(await request.body()))
        self.at.append(self.clock.now() - self.since)
        self.headers.append(dict(request.headers))
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        await self.answer(self.plan.pop(0) if self.plan else self.usual, scope, receive, send)
        self.under_way -= 1

    async def answer(self, planned: Planned, scope: Scope, receive: Receive, send: Send) -> None:
        if planned.hold is not None:
            await planned.hold.wait()
        if planned.status == 0:
            await drop_connection(scope, receive)
            return
        headers = [(name.encode(), value.encode()) for name, value in planned.headers.items()]
        await send({"type": "http.response.start", "status": planned.status, "headers": headers})
        await send({"type": "http.response.body", "body": planned.body})

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got if "message" in update]


class Hall:
    """Two servers for many tests: the emulator, and one behind which each test puts its own webhook."""

    def __init__(self) -> None:
        self.telegram = TelegramEmulator(make_token(), clock=EmulatedClock(at=START))
        self.webhook: Webhook | None = None
        self.url = self.webhook_url = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.webhook is not None and scope["type"] == "http":
            await self.webhook.take(scope, receive, send)


@asynccontextmanager
async def open_hall() -> AsyncIterator[Hall]:
    hall = Hall()
    async with serve(hall.telegram.app) as hall.url, serve(hall) as url:
        hall.webhook_url = f"{url}/telegram"
        yield hall


class Stage:
    """The hall for one test: a webhook that is set, and Ada who is known to the bot."""

    def __init__(self, hall: Hall) -> None:
        self.telegram, self.clock = hall.telegram, hall.telegram.clock
        self.url, self.webhook_url = hall.url, hall.webhook_url
        self.bot = hall.webhook = Webhook(self.clock, since=self.clock.now() + timedelta(seconds=1))
        self.http = httpx.AsyncClient()
        self.ada = start_known(self.telegram)

    async def call(self, method: str, **arguments: Any) -> Any:
        url = f"{self.url}/bot{self.telegram.token}/{method}"
        answer = (await self.http.post(url, json=arguments)).json()
        assert answer["ok"], answer
        return answer["result"]

    async def set_webhook(self, **settings: Any) -> None:
        """At most once a second, so a second passes first."""
        self.clock.advance(1)
        await self.call("setWebhook", url=self.webhook_url, secret_token="s3cret-T0ken_", **settings)

    async def rest(self) -> float:
        """Wait until the only queue rests before its next attempt; the seconds that it rests."""
        await until(lambda: self.telegram.webhooks.resting)
        (due,) = self.telegram.webhooks.resting.values()
        return (due - self.clock.now()).total_seconds()

    async def attempts(self, number: int) -> None:
        """Wait until so many updates were posted."""
        await until(lambda: len(self.bot.got) == number)

    async def settle(self) -> None:
        """Wait until nothing is left to be delivered."""
        await until(lambda: not self.telegram.updates.waiting())


@asynccontextmanager
async def open_stage(hall: Hall) -> AsyncIterator[Stage]:
    hall.telegram.reset()
    stage = Stage(hall)
    async with stage.http:
        await stage.set_webhook()
        yield stage
