"""`telcolink demo --web`: the demo in a browser, on loopback, at an address nobody can guess. Never in production."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from bot.sandbox.demo.script import Script
from bot.sandbox.demo.venue import Venue
from bot.sandbox.demo.web.broadcast import Broadcast
from bot.sandbox.demo.web.guard import Guard
from bot.sandbox.demo.web.routes import PageRoutes
from bot.sandbox.demo.web.simulator import Simulator
from bot.sandbox.emulators.loopback import serve


@asynccontextmanager
async def open_page(simulator: Simulator, port: int = 0, token: str | None = None) -> AsyncIterator[str]:
    """The page of a simulator that is opened and closed with it; its address. OSError for a port that is taken."""
    broadcast = Broadcast(simulator)
    guard = Guard(PageRoutes(simulator, broadcast).app(), token)
    async with serve(guard, port=port) as url:
        await simulator.open()
        looking = asyncio.create_task(broadcast.run())
        try:
            yield f"{url}/{guard.token}/"
        finally:
            looking.cancel()
            with suppress(asyncio.CancelledError):
                await looking
            await simulator.close()


async def show(venue: Venue, port: int, tell: Callable[[str], None], script: Script | None = None) -> None:
    """Serve until cancelled."""
    simulator = Simulator(venue)
    async with open_page(simulator, port) as address:
        if script:
            await simulator.show(script, script.title)
        tell(address)
        await asyncio.Event().wait()
