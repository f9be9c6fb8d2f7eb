"""Somebody's chat with a bot, as far as a crowd needs it: how much was shown, and what can be answered. Never how."""

import asyncio
from collections.abc import Callable


class Phone:
    """`type_in` sends a text of theirs, `give` an answer that was offered, by what the platform calls it."""

    def __init__(self, type_in: Callable[[str], None], give: Callable[[str], None]) -> None:
        self._type_in = type_in
        self._give = give
        self._answers: dict[str, str] = {}
        self._shown = 0
        self._changed: asyncio.Future[None] | None = None

    def say(self, text: str) -> None:
        self._type_in(text)

    def tap(self, label: str) -> None:
        """The newest answer of that label. KeyError where none was offered."""
        self._give(self._answers[label])

    def count_shown(self) -> int:
        """How many messages of the bot's."""
        return self._shown

    def show(self, answers: dict[str, str]) -> None:
        """One more message, with its answers by their labels."""
        self._answers |= answers
        self._shown += 1
        if self._changed and not self._changed.done():
            self._changed.set_result(None)

    async def change(self) -> None:
        """Until something is shown."""
        self._changed = asyncio.get_running_loop().create_future()
        await self._changed
