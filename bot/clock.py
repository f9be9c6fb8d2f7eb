"""The real clock. Never used where a time is handed in."""

import asyncio
from datetime import UTC, datetime


class SystemClock:
    """Implements `Clock` with the world's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
