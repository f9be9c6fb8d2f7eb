"""A business's own system that receives events, our side that posts them, and the clock of both."""

import asyncio
import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from aiohttp import web

from bot.monitoring.metrics import Metrics
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.payloads import Payload
from bot.outbox.webhooks import OutgoingWebhooks, WebhookReceiver
from storage.database import MEMORY, Database
from storage.events import BusinessEvent, Events, WebhookPost
from storage.outbox import Outbox
from storage.sealing import Keyring

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
LINK = "K7M-4Q2"
ACCOUNT = secrets.token_hex(12)
DATA = {"account_id": ACCOUNT, "network": "mtn", "consent_id": "C-ABCDEFGH"}


class World:
    """A clock that moves when somebody waits."""

    def __init__(self) -> None:
        self.time = NOW

    def now(self) -> datetime:
        return self.time

    def call_later(self, seconds: float, call: Callable[[], object]) -> Callable[[], object]:
        raise AssertionError("nothing here is to happen by itself")

    async def sleep(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)
        await asyncio.sleep(0)


class Business:
    """A business's own system: it checks signatures by the book and answers as it is told to, then with 204."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.secret = new_secret()
        self.url = ""
        self.answers: list[int] = []
        self.tried: list[tuple[str, datetime, bytes]] = []
        self.taken: list[dict[str, object]] = []
        self.forged = 0

    async def receive(self, request: web.Request) -> web.Response:
        body = await request.read()
        if not self.verifies(request.headers, body):
            self.forged += 1
            return web.Response(status=401)
        self.tried.append((request.headers["webhook-id"], self.world.time, body))
        status = self.answers.pop(0) if self.answers else 204
        if status < 300:
            self.taken.append(json.loads(body))
        return web.Response(status=status, headers={"location": "/elsewhere"} if 300 <= status < 400 else None)

    def verifies(self, headers: Mapping[str, str], body: bytes) -> bool:
        """What a receiver has to do, written from the specification and from nothing of ours."""
        moment = int(headers["webhook-timestamp"])
        key = base64.b64decode(self.secret.split("_", 1)[1])
        text = f"{headers['webhook-id']}.{moment}.{body.decode()}"
        wanted = base64.b64encode(hmac.new(key, text.encode(), hashlib.sha256).digest()).decode()
        fresh = abs(self.world.time.timestamp() - moment) <= 300
        return fresh and any(
            hmac.compare_digest(each, f"v1,{wanted}") for each in headers["webhook-signature"].split(" ")
        )


def new_secret() -> str:
    return f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}"


@asynccontextmanager
async def open_for_business(world: World) -> AsyncIterator[Business]:
    """The business's system behind an address of its own on loopback."""
    business = Business(world)
    app = web.Application()
    app.router.add_post("/hooks", business.receive)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    business.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hooks"
    yield business
    await runner.cleanup()


class House:
    """Our side: the database, and the dispatcher that carries webhooks."""

    def __init__(self, database: Database, world: World, receiver: WebhookReceiver | None) -> None:
        self.database = database
        self.world = world
        self.events = Events(Keyring([secrets.token_bytes(32)]))
        self.webhooks = OutgoingWebhooks(database, self.events, receiver, world)
        self.outbox = Outbox(self.events.keyring)
        self.dispatcher = self.new_courier()

    def new_courier(self) -> Dispatcher:
        return Dispatcher(self.database, self.outbox, self.world, self, Metrics())

    async def ready(self, _: Payload) -> None: ...

    async def hand_over(self, body: Payload) -> None:
        assert isinstance(body, WebhookPost)
        await self.webhooks.deliver(body)

    async def left_behind(self, _: Payload) -> None:
        raise AssertionError("a receiver is never gone for good")

    async def tell(self, kind: str = "linked", link: str = LINK) -> str:
        message = await self.database.run(lambda tx: self.events.add(tx, kind, link, DATA, self.world.now()))
        assert message
        event: str = json.loads(message.body)["event"]
        return event

    async def carry(self) -> None:
        """Until nothing waits any more."""
        await self.dispatcher.adopt()
        await self.dispatcher.finish(patience=20)
        assert await self.database.read(self.outbox.waiting) == []

    async def find(self, event: str) -> BusinessEvent:
        found = await self.database.read(lambda tx: self.events.load(tx, event, self.world.now()))
        assert found
        return found


@asynccontextmanager
async def opened(world: World, receiver: WebhookReceiver | None) -> AsyncIterator[House]:
    database = await Database.open(MEMORY)
    try:
        yield House(database, world, receiver)
    finally:
        await database.close()
