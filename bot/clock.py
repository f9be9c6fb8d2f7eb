"""The real clock. Never used where a time is handed in."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime


class SystemClock:
    """Implements `Clock` with the world's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def call_later(self, seconds: float, call: Callable[[], object]) -> Callable[[], object]:
        return asyncio.get_running_loop().call_later(seconds, call).cancel
