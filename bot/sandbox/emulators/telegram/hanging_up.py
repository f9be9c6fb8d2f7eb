"""Work for a caller who may hang up before it is done, and is then not worked for any more."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.types import Receive

from bot.sandbox.emulators.loopback import wait_for_disconnect

Result = TypeVar("Result")


async def unless_hung_up(work: Coroutine[Any, Any, Result], receive: Receive) -> Result | None:
    """What the work gives, or None when the caller left before it was done. The request must have been read."""
    async with asyncio.TaskGroup() as tasks:
        working = tasks.create_task(work)
        leaving = tasks.create_task(wait_for_disconnect(receive))
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        working.cancel()
        leaving.cancel()
    return None if working.cancelled() else working.result()
