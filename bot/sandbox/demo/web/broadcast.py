"""Server-sent events: every page hears each part when it changes, and all of them when it comes. Never what they say.

html.spec.whatwg.org/multipage/server-sent-events.html
"""

import asyncio
from collections.abc import AsyncIterator

import structlog

from bot.sandbox.demo.web.simulator import Simulator
from bot.sandbox.demo.web.snapshot import encode, parts
from bot.sandbox.emulators.patience import comes_within

BLINK = 0.01  # seconds between two looks at what people see, at least
GLANCE = 0.1  # the same at most, for not all of it goes over the network
BREATH = 15.0  # seconds after which a page that hears nothing is told that nothing is new

log = structlog.get_logger()


class Broadcast:
    """Looks at the scene whenever something happened there, and remembers each part as it was told last."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._told: dict[str, str] = {}
        self._news = asyncio.Event()

    async def run(self) -> None:
        """Without end. A look that fails, as one may while a scene is being changed, is followed by another."""
        while True:
            try:
                await self._simulator.listen()
                self._look()
            except Exception as error:
                log.error("look_failed", reason=type(error).__name__, exc_info=error)
            await asyncio.sleep(BLINK)
            await self._simulator.scene.stage.network.wait(GLANCE)

    async def events(self) -> AsyncIterator[str]:
        """For one page: what there is, and then what changes."""
        heard: dict[str, str] = {}
        yield "retry: 1000\n\n"
        while True:
            news = self._news
            for name, data in list(self._told.items()):
                if heard.get(name) != data:
                    heard[name] = data
                    yield f"event: {name}\ndata: {data}\n\n"
            if not await comes_within(BREATH, news.wait()):
                yield ": still here\n\n"

    def _look(self) -> None:
        seen = {name: encode(part) for name, part in parts(self._simulator)}
        if seen != self._told:
            self._told = seen
            news, self._news = self._news, asyncio.Event()
            news.set()
