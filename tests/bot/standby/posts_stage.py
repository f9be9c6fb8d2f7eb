"""Two processes on one server of PostgreSQL's: one keeps what is posted, one takes it; and a door that both have."""

from collections import Counter
from collections.abc import AsyncIterator, Hashable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime

import httpx
from starlette.applications import Starlette

from bot.clock import SystemClock
from bot.http.doors import door_routes
from bot.http.prepared_answer import PreparedAnswer
from bot.http.refused import RefusedPosts
from bot.http.webhook_endpoint import NOT_GENUINE, Delivery, NotAdmitted
from bot.monitoring.metrics import Metrics
from bot.standby.catching_up import CatchingUp
from bot.standby.keeping import Keeping
from conversations.rules import Rules
from storage.backend import Lease
from storage.database import Database
from storage.errors import StorageBusy
from storage.sealing import Keyring
from storage.store import Store
from tests.local_postgres import LocalPostgres

GENUINE = {"x-secret": "right"}


class CountedDoor:
    """Takes "lane:text", remembers the order, and breaks as often as it is told to."""

    path = "/door"
    taken = PreparedAnswer.text(200, "kept")

    def __init__(self, metrics: Metrics) -> None:
        self.refused = RefusedPosts("door", metrics, ("secret", "size"))
        self.heard: list[str] = []
        self.late: list[datetime] = []
        self.breaks: Counter[str] = Counter()
        self.error: Exception = StorageBusy("for a test")
        self.strange = b""  # what it cannot read, though another release's may have

    async def admit(self, delivery: Delivery) -> str:
        if delivery.header(b"x-secret") != b"right":
            raise NotAdmitted(NOT_GENUINE)
        return self.read(await delivery.read())

    def read(self, body: bytes) -> str:
        if body == self.strange:
            raise ValueError("for a test")
        return body.decode()

    def lane_of(self, posted: str) -> Hashable:
        return posted.partition(":")[0]

    async def take(self, posted: str) -> PreparedAnswer:
        if self.breaks[posted]:
            self.breaks[posted] -= 1
            raise self.error
        self.heard.append(posted)
        return PreparedAnswer.text(200, "taken")

    def note_not_taken(self) -> None:
        """Whoever posts to it does so again."""

    async def take_late(self, posted: str, at: datetime) -> None:
        await self.take(posted)
        self.late.append(at)


class Pair:
    """`standby` and `leader` are what each of them answers."""

    def __init__(self, standby: Database, leader: Database, lease: Lease, keys: tuple[Keyring, Keyring]) -> None:
        """`keys` are those of each."""
        self.metrics = Metrics()
        self.door = CountedDoor(self.metrics)
        others, self.store = [Store.under(keyring, Rules()) for keyring in keys]
        self.database = leader
        clock = SystemClock()
        self.adopted = 0  # how often the outbox was looked through
        self.refusals = list[Exception]()  # what keeps it from that, each once
        self.catching_up = CatchingUp(leader, self.store, lease, [self.door], clock, self._adopt)
        keeping = Keeping(standby, others.kept_posts, lease, clock, self.metrics)
        self.standby = _client(Starlette(routes=keeping.routes([self.door])))
        self.leader = _client(Starlette(routes=door_routes([self.door], self.catching_up.caught_up)))

    async def keep(self, *bodies: str) -> None:
        for body in bodies:
            assert (await self.standby.post("/door", content=body.encode())).text == "kept"

    async def _adopt(self) -> None:
        if self.refusals:
            raise self.refusals.pop()
        self.adopted += 1

    async def waiting(self) -> int:
        return await self.database.read(self.store.kept_posts.count)


def _client(app: Starlette) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot", headers=GENUINE)


@asynccontextmanager
async def open_pair(postgres: LocalPostgres, keys: tuple[Keyring, Keyring] | None = None) -> AsyncIterator[Pair]:
    """By default both have the same keys."""
    place, keys = postgres.place(), keys or (keyring := Keyring.parse(Keyring.generate_key()), keyring)
    async with AsyncExitStack() as stack:
        databases = []
        for _ in range(2):
            databases.append(database := await Database.open(place))
            stack.push_async_callback(database.close)
        leader, other = databases
        standby = await other.open_beside()
        stack.push_async_callback(standby.close)
        assert leader.lease
        pair = Pair(standby, leader, leader.lease, keys)
        for client in (pair.standby, pair.leader):
            stack.push_async_callback(client.aclose)
        yield pair
