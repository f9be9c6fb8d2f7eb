"""Clearings: up to which number nothing of a lane is wanted any more. Never the rows, which went with who cleared it.

A turn's messages are told of after its commit, and not always in the order of the commits: what was cleared may be told
of only after that it was.
"""

from collections.abc import Container

from msgspec import Struct

from storage.outbox import OutboxMessage


class Cleared(Struct, frozen=True):
    """What waited in a lane up to this number is gone from the disk."""

    lane: bytes
    until: int


class Clearings:
    """Those of which something may still be in memory, or on its way there."""

    def __init__(self) -> None:
        self._until: dict[bytes, int] = {}

    def note(self, cleared: Cleared) -> None:
        self._until[cleared.lane] = cleared.until

    def covers(self, message: OutboxMessage) -> bool:
        """Whether it was cleared."""
        return message.number <= self._until.get(message.lane, 0)

    def known(self) -> dict[bytes, int]:
        return self._until.copy()

    def forget(self, known: dict[bytes, int], lanes: Container[bytes]) -> None:
        """Those that were known before the outbox was looked through, but for the lanes of which something is here."""
        for lane, until in known.items():
            if lane not in lanes and self._until.get(lane) == until:
                del self._until[lane]
