"""What a database is to the queue in front of it: where groups are committed, and whose. Never which one it is."""

import time
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Protocol

from storage.jobs import Job
from storage.transaction import Transaction

# Nobody sets it, and where the system has such a one, it runs on while the machine sleeps: others may lead meanwhile.
_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


def passed() -> float:
    """Seconds by the clock that a lease is counted by."""
    return time.clock_gettime(_CLOCK)


class News(StrEnum):
    """What waits for whoever holds the lease. Both are read by it, and neither says anything of anybody."""

    POSTS = ""  # what was posted to who stands by
    MESSAGES = "messages"  # what a command left in the outbox, or hurried there


class Lease(Protocol):
    """Of several processes the one that holds it carries the service on."""

    def take(self, tx: Transaction, owner: str) -> int | None:
        """Its epoch, None while somebody else has it. Raises `DatabaseTooNew` after a newer release has had it."""

    def renew(self, tx: Transaction, epoch: int) -> None:
        """Raises `LeaseLost`."""

    def give_up(self, tx: Transaction, epoch: int) -> None:
        """At an orderly end."""

    async def is_free(self) -> bool:
        """Whether nobody holds it. Who was stopped, and keeps others from the database all the same, is cut off then.

        Waits for nobody. Raises `DatabaseTooNew` as `take` does, and `StorageBusy`.
        """

    def announce(self, tx: Transaction, news: News) -> None:
        """Once this is kept, who holds it is to hear that something waits."""

    async def hear(self, tell: Callable[[News], None]) -> None:
        """`tell` of both once it hears, and of each whenever it is announced, until the connection is lost.

        Raises `StorageBusy`. Returns where nothing can be heard, as behind a pooler.
        """

    def fence(self, epoch: int) -> None:
        """From now on all work is done under it, or fails as `LeaseLost`."""

    def note_renewed(self) -> None:
        """The latest renewal was kept."""

    @property
    def epoch(self) -> int:
        """Under which all work is done: each holder's is higher than the one before; 0 before there is one."""

    @property
    def certain_until(self) -> float:
        """Nobody else has it before that time, as `passed` counts. Without an end where nobody has asked for it."""


class Backend(Protocol):
    """What groups are committed to. One task uses it; its errors are `StorageError`s."""

    async def commit(self, jobs: Sequence[Job[Any]]) -> None:
        """Attempt all jobs in one transaction, durable when this returns. If it raises, none of them was done.

        Raises `CommitUnknown` where that is to be found out before anything else is done.
        """

    async def find_out(self) -> bool | None:
        """Whether they were done after all; None while that cannot be known. Raises `CommitLost` if it never can."""

    async def tend(self) -> None:
        """What is to be done between two groups, if anything is."""

    async def checkpoint(self) -> bool:
        """Let what was deleted be gone from the disk too; False if that has to be tried again."""

    async def close(self) -> None:
        """Let go of everything."""

    async def open_beside(self) -> "Backend":
        """The same database once more, for what may be written beside whoever has it, and depends on nothing there.

        Only where several processes may have it.
        """

    @property
    def size(self) -> int:
        """Bytes on disk."""

    @property
    def found(self) -> int:
        """The number of the last migration when it was opened, before any was applied; 0 for a new one."""

    @property
    def lease(self) -> Lease | None:
        """What of several processes one has at a time; None where nobody else can have the database."""
