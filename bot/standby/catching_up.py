"""The leader takes what was posted to those that stand by, in the order in which it came. Never what a post means.

A post leaves when it was taken, or was put aside. Cut off in between, it is taken once more, and known by its id as
what platforms post twice is. What commands left in the outbox beside the leader is heard of in the same way, and is
the dispatcher's to take.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any

import structlog

from bot.http.doors import Door, Doors
from bot.ports import Clock
from bot.scheduler import alone
from bot.supervisor import apart
from bot.turns.putting_aside import FAILED, take_or_put_aside
from storage.backend import Lease, News
from storage.database import Database
from storage.errors import StorageBusy, StorageError, StorageFull
from storage.kept_posts import BATCH, KeptPost
from storage.sealing import show_id
from storage.store import Store
from storage.transaction import Transaction

LOOKS_EVERY = 1.0  # seconds, where nothing is heard
ADOPTS_EVERY = 5.0  # the same, for what a command left in the outbox: it is read as a whole
HEARS_AGAIN = 5.0  # seconds after which a connection that was lost is tried again

PostsInOrder = list[tuple[KeptPost, Door[Any], Any]]

log = structlog.get_logger()


class CatchingUp:
    """While nothing waits, as far as it hears, whoever asks `caught_up` goes on at once. Without `hears` it looks."""

    def __init__(
        self,
        database: Database,
        store: Store,
        lease: Lease,
        doors: Doors,
        clock: Clock,
        adopt: Callable[[], Awaitable[None]],
    ) -> None:
        """`adopt` takes what waits in the outbox, whoever wrote it."""
        self._database = database
        self._posts, self._quarantine, self._keys = store.kept_posts, store.quarantine, store.keyring.ids
        self._lease = lease
        self._doors = {door.path: door for door in doors}
        self._clock = clock
        self._adopt = adopt
        self.hears = False
        self._told = asyncio.Event()  # that something may wait
        self._left = asyncio.Event()  # the same of what commands leave
        self._taking = asyncio.Lock()
        self._coming: asyncio.Task[None] | None = None  # the look that has not begun

    async def caught_up(self) -> None:
        """Return when all that is there now has been taken. Raises storage's errors."""
        if not self.hears or self._told.is_set() or self._taking.locked():
            await self.take_all()

    async def take_all(self) -> None:
        """The same, by a look that begins from now on; whoever asks meanwhile shares it."""
        if self._coming is None:
            self._coming = asyncio.create_task(self._look())
        await apart(self._coming)  # whoever asked may be cut off, and then its error is nobody's

    async def follow(self) -> None:
        """Take what comes, as soon as it is heard of, or within a second. Never returns."""
        hearing = asyncio.create_task(self._hear())
        try:
            while True:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._told.wait(), LOOKS_EVERY)
                try:
                    await self.take_all()
                except (StorageBusy, StorageFull) as error:
                    log.warning("posts_not_taken", error=type(error).__name__)
                    await asyncio.sleep(LOOKS_EVERY)
        finally:
            hearing.cancel()
            await asyncio.gather(hearing, return_exceptions=True)

    async def _hear(self) -> None:
        """Also after a defect: until it hears again it looks, and who did not hear must never count as hearing."""
        while True:
            try:
                await self._lease.hear(self._note)
            except StorageError:
                pass  # it was lost
            except Exception as error:
                why = type(error).__name__
                log.error("posts_unheard", once=why, error=why, exc_info=error)
            finally:
                self.hears = False
            if is_cancelled():
                return  # which a driver may have told as an error of its own
            await asyncio.sleep(HEARS_AGAIN)

    def _note(self, news: News) -> None:
        self.hears = True
        (self._left if news is News.MESSAGES else self._told).set()

    async def take_what_is_left(self) -> None:
        """Adopt what commands leave in the outbox: as soon as it is heard of, or within seconds. Never returns."""
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._left.wait(), ADOPTS_EVERY)
            if self.hears and not self._left.is_set():
                continue
            self._left.clear()
            try:
                await alone(self._adopt())
            except (StorageBusy, StorageFull):  # what keeps nothing is told where it is looked at
                self._left.set()
                await asyncio.sleep(LOOKS_EVERY)

    async def _look(self) -> None:
        """Where it does not come through, what it was told of waits still: nothing new is taken before that."""
        async with self._taking:
            self._coming = None
            self._told.clear()
            try:
                await self._take_waiting()
            except BaseException:
                self._told.set()
                raise

    async def _take_waiting(self) -> None:
        """Of each lane one after another, of different ones side by side."""
        after, full = 0, True
        while full:
            posts = await self._database.read(partial(self._posts.oldest, after=after))
            after, full = posts[-1].number if posts else 0, len(posts) == BATCH
            await self._take(posts)

    async def _take(self, posts: Iterable[KeptPost]) -> None:
        lanes: dict[Hashable, PostsInOrder] = {}
        for post in posts:
            door = self._doors.get(post.door)
            if door is None or post.body is None:  # it is gone with its age, unless the setting comes back, or the key
                reason, remedy = self._why_not(post)
                log.error("post_not_taken", once=f"{post.door} {reason}", door=post.door, reason=reason, remedy=remedy)
                continue
            await self._take_or_put_aside(post, partial(_line_up, lanes, post, door, post.body))
        failures = await asyncio.gather(*map(self._take_lane, lanes.values()), return_exceptions=True)
        if error := next(filter(None, failures), None):
            raise error

    def _why_not(self, post: KeptPost) -> tuple[str, str]:
        """And what helps, for as long as the post is kept."""
        if post.door not in self._doors:
            return "its channel is off", "set what that channel needs, as the process has it that kept this"
        if post.key is None or post.key in self._keys:
            return "it was altered", "none: it goes with its age"
        key = show_id(post.key)
        return f"it is sealed with key {key}, which is missing here", f"put key {key} behind the newest, and restart"

    async def _take_lane(self, lane: PostsInOrder) -> None:
        for post, door, posted in lane:
            await self._take_or_put_aside(post, partial(self._take_one, post, door, posted))

    async def _take_one(self, post: KeptPost, door: Door[Any], posted: object) -> None:
        await door.take_late(posted, post.at)
        await self._database.run(partial(self._posts.drop, numbers=[post.number]))

    async def _take_or_put_aside(self, post: KeptPost, work: Callable[[], Awaitable[None]]) -> None:
        aside = partial(self._database.run, partial(self._write_aside, post=post))
        await take_or_put_aside(work, iter([aside]))

    def _write_aside(self, tx: Transaction, post: KeptPost) -> None:
        self._quarantine.add(tx, post.door.strip("/"), FAILED, post.body or b"", self._clock.now())
        self._posts.drop(tx, [post.number])


async def _line_up(lanes: dict[Hashable, PostsInOrder], post: KeptPost, door: Door[Any], body: bytes) -> None:
    """Behind what came before it of its lane. What another release admitted may be in no shape that this one reads."""
    posted = door.read(body)
    lane = door.lane_of(posted)
    lanes.setdefault(post.number if lane is None else (post.door, lane), []).append((post, door, posted))


def is_cancelled() -> bool:
    """Whether the task that runs is to end, also where what it awaited hid that."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
