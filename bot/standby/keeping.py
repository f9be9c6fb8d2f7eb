"""What is posted to a process that stands by: admitted as by the one that leads, kept for it, and acknowledged then.

Never taken here: whose turn it is, and what follows from that, only the leader knows.
"""

from functools import partial
from typing import Any

import structlog
from msgspec import field
from starlette.routing import Route

from bot.http.doors import Door, Doors
from bot.http.prepared_answer import PreparedAnswer
from bot.http.webhook_endpoint import MOST_BYTES, Delivery, WebhookEndpoint
from bot.monitoring.metrics import Metrics
from bot.ports import Clock
from bot.standby.leading import KEYS_REMEDY
from conversations.discretion import Hidden
from storage.backend import Lease, News
from storage.database import Database
from storage.errors import NoKeyShared
from storage.kept_posts import KeptPosts
from storage.transaction import Transaction

log = structlog.get_logger()


class CopiedDelivery(Delivery, frozen=True):
    """One whose body is still there when it was admitted."""

    chunks: Hidden[list[bytes]] = field(default_factory=list)

    async def read(self, most: int = MOST_BYTES) -> bytes:
        body = await Delivery.read(self, most)
        self.chunks.append(body)
        return body


class Keeping:
    """The doors of who stands by. The database is from `open_beside`: a leader may be stopped with a lock in hand."""

    def __init__(self, database: Database, posts: KeptPosts, lease: Lease, clock: Clock, metrics: Metrics) -> None:
        self._database = database
        self._posts = posts
        self._lease = lease
        self._clock = clock
        self._metrics = metrics

    def routes(self, doors: Doors) -> list[Route]:
        return [
            Route(door.path, WebhookEndpoint(partial(self._keep, door), door.refused), methods=["POST"])
            for door in doors
        ]

    async def _keep(self, door: Door[Any], delivery: Delivery) -> PreparedAnswer:
        """On disk when this returns. Raises storage's errors, and as `Door.admit`."""
        copied = CopiedDelivery(delivery.scope, delivery.receive)
        await door.admit(copied)
        try:
            await self._database.run(partial(self._write, path=door.path, body=b"".join(copied.chunks)))
        except NoKeyShared as error:
            log.error("post_not_kept", once=door.path, door=door.path, reason=str(error), remedy=KEYS_REMEDY)
            raise
        self._metrics.post_kept(door.path.strip("/"))
        return door.taken

    def _write(self, tx: Transaction, path: str, body: bytes) -> None:
        """Whoever leads by then: it is a row of its own, and nothing that a leader writes depends on it."""
        self._posts.keep(tx, path, body, self._clock.now())
        self._lease.announce(tx, News.POSTS)
