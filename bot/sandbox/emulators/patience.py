"""Waiting for something, and no longer than so many real seconds. Never what is waited for."""

import asyncio
from collections.abc import Awaitable


async def comes_within(patience: float | None, awaited: Awaitable[object]) -> bool:
    """Whether it came; None is for ever."""
    try:
        async with asyncio.timeout(patience):
            await awaited
    except TimeoutError:
        return False
    return True
