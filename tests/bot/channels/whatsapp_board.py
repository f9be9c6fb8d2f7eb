"""Where an emulated Twilio and the bot are reached, one stage after another. Never what they say to each other."""

from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass

import httpx
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.outgoing.client import LeanClient
from bot.sandbox.emulators.loopback import serve


@dataclass
class Board:
    """One server, and one HTTP client of either side, for every stage of a test module: they take a while to start."""

    http: httpx.AsyncClient
    outgoing: LeanClient
    url: str = ""
    bot: ASGIApp | None = None
    twilio: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.bot if scope.get("path", "").startswith(("/whatsapp", "/l/", "/f/")) else self.twilio
        if app is not None:
            await app(scope, receive, send)


@asynccontextmanager
async def open_board() -> AsyncIterator[Board]:
    async with httpx.AsyncClient() as http, aclosing(LeanClient()) as outgoing:
        board = Board(http, outgoing)
        async with serve(board) as board.url:
            yield board
