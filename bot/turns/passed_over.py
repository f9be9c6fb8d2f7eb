"""Rows whose turn met a defect of ours: tried again a minute later, and not in the place of others meanwhile.

Sweeps look for the first so many by their moment, where what breaks would stand in front for ever.
"""

from datetime import datetime, timedelta
from typing import Generic, TypeVar

PASSED_FOR = timedelta(minutes=1)

Key = TypeVar("Key")


class PassedOver(Generic[Key]):
    """Known to this process alone: after a start all are tried, for it may be of the release that mends them."""

    def __init__(self) -> None:
        self._until: dict[Key, datetime] = {}

    def beside(self, most: int, now: datetime) -> int:
        """How many are to be looked for, so that `most` others can be among them."""
        self._until = {key: until for key, until in self._until.items() if now < until <= now + PASSED_FOR}
        return most + len(self._until)

    def has(self, key: Key) -> bool:
        return key in self._until

    def note(self, key: Key, now: datetime) -> None:
        self._until[key] = now + PASSED_FOR
