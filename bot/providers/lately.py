"""What the provider has just answered of a line: it serves whoever asks for the same within a minute. Never for longer.

Each call may cost money, and who asks twice in a minute is shown what they were shown.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from bot.ports import Clock
from conversations.freshness import is_fresh
from conversations.reading import Reading
from conversations.secret import AccountId

T = TypeVar("T")


class Lately:
    """Answers in memory, each for so long as `serves` says."""

    def __init__(self, clock: Clock, serves: timedelta) -> None:
        self._serves = serves
        self._clock = clock
        self._answers: dict[tuple[AccountId, Reading], tuple[datetime, Any]] = {}

    async def read(self, account: AccountId, reading: Reading, ask: Callable[[], Awaitable[T]]) -> T:
        """The answer of a moment ago, or a new one. None is no answer: the provider is still preparing it."""
        known = self._answers.get((account, reading))
        return known[1] if known and self._is_fresh(known[0]) else await self.read_anew(account, reading, ask)

    async def read_anew(self, account: AccountId, reading: Reading, ask: Callable[[], Awaitable[T]]) -> T:
        """A new one, whatever is known; that is no answer any more, also where none comes."""
        self.drop(account, reading)
        asked_at = self._clock.now()
        answer = await ask()
        if answer is not None:
            self._answers[account, reading] = asked_at, answer
        return answer

    def drop(self, account: AccountId, reading: Reading) -> None:
        self._answers.pop((account, reading), None)

    def forget(self, account: AccountId) -> None:
        """What was read of a line that is shared no more is not kept."""
        self._answers = {of: answer for of, answer in self._answers.items() if of[0] != account}

    def forget_old(self) -> None:
        """What serves nobody any more is not kept."""
        self._answers = {of: answer for of, answer in self._answers.items() if self._is_fresh(answer[0])}

    def _is_fresh(self, asked_at: datetime) -> bool:
        return is_fresh(asked_at, self._clock.now(), self._serves)
