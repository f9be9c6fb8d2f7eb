"""Where an emulated Twilio and the bot are reached, one stage after another. Never what they say to each other."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.http_client import open_http
from bot.sandbox.emulators.loopback import serve


@dataclass
class Board:
    """One server and one HTTP client for every stage of a test module: both take a while to start."""

    http: httpx.AsyncClient
    url: str = ""
    bot: ASGIApp | None = None
    twilio: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.bot if scope.get("path", "").startswith(("/whatsapp", "/l/")) else self.twilio
        if app is not None:
            await app(scope, receive, send)


@asynccontextmanager
async def open_board() -> AsyncIterator[Board]:
    async with open_http() as http:
        board = Board(http)
        async with serve(board) as board.url:
            yield board
