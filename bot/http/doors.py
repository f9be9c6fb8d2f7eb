"""A door: an address that a platform posts to, in two halves. Never what a post means.

What is genuine is told by whoever has the secret. Taking it needs all that stands behind: a turn, and what follows it.
"""

from collections.abc import Awaitable, Callable, Hashable, Iterable
from datetime import datetime
from functools import partial
from typing import Any, Protocol, TypeVar

from starlette.routing import Route

from bot.http.prepared_answer import PreparedAnswer
from bot.http.refused import RefusedPosts
from bot.http.webhook_endpoint import Delivery, WebhookEndpoint
from storage.errors import StorageError

T = TypeVar("T")


class Door(Protocol[T]):
    """What is posted there is a `T` once it was admitted. `taken` is the answer that says no more than that."""

    @property
    def path(self) -> str:
        """The address."""

    @property
    def refused(self) -> RefusedPosts:
        """What is told of each post that is not admitted."""

    @property
    def taken(self) -> PreparedAnswer:
        """For what was kept, and will have its turn."""

    async def admit(self, delivery: Delivery) -> T:
        """Authentic on its raw bytes, and decoded. Raises `NotAdmitted`, and as `Delivery.read`."""

    def read(self, body: bytes) -> T:
        """The same of a body that was admitted once."""

    def lane_of(self, posted: T) -> Hashable:
        """What it keeps its order with; None where it has none to keep."""

    async def take(self, posted: T) -> PreparedAnswer:
        """On disk with its turn when this returns. Raises storage's errors: then it must not be acknowledged."""

    def note_not_taken(self) -> None:
        """Something was admitted and the disk did not take it, which the platform hears; it may not post it again."""

    async def take_late(self, posted: T, at: datetime) -> None:
        """The same of what came at that moment and was acknowledged: what its answer would have brought is sent."""


Doors = Iterable[Door[Any]]
Before = Callable[[], Awaitable[None]]


def door_routes(doors: Doors, before: Before | None = None) -> list[Route]:
    """Where they are open. With `before`, which may have to wait, whatever is admitted is taken after it."""
    return [_route(door, WebhookEndpoint(partial(_take, before, door), door.refused)) for door in doors]


def _route(door: Door[Any], endpoint: WebhookEndpoint) -> Route:
    return Route(door.path, endpoint, methods=["POST"])


async def _take(before: Before | None, door: Door[T], delivery: Delivery) -> PreparedAnswer:
    posted = await door.admit(delivery)
    try:
        if before:
            await before()
        return await door.take(posted)
    except StorageError:
        door.note_not_taken()
        raise
