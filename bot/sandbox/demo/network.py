"""The demo's network: it can go down, and a server can come and go behind its address. Never what is said over it."""

import asyncio

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.emulators.loopback import drop_connection
from bot.sandbox.emulators.patience import comes_within


class DemoNetwork:
    """While it is `down`, whoever asks anybody across it gets a broken connection and no answer."""

    def __init__(self) -> None:
        self.down = False
        self._stirred = asyncio.Event()

    async def wait(self, patience: float) -> None:
        """Until something has gone across it since the last wait, or it was stirred; at most so many real seconds."""
        await comes_within(patience, self._stirred.wait())
        self._stirred.clear()

    def stir(self) -> None:
        """Somebody did what may be seen, but not by anything that goes across."""
        self._stirred.set()

    def across(self, app: ASGIApp) -> ASGIApp:
        """The application as it is reached by the others."""

        async def reached(scope: Scope, receive: Receive, send: Send) -> None:
            try:
                if self.down and scope["type"] == "http":
                    await drop_connection(scope, receive)
                else:
                    await app(scope, receive, send)
            finally:
                self.stir()

        return reached


class Plug:
    """A fixed address for a server that comes and goes."""

    def __init__(self) -> None:
        self.app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            app = self.app or PlainTextResponse("starting", status_code=503, headers={"Retry-After": "1"})
            await app(scope, receive, send)
