"""Somebody at Telegram's place who answers whatever a test says, for calls that go over a real wire."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.sandbox.emulators.loopback import drop_connection
from bot.sandbox.emulators.telegram import make_token

TOKEN = make_token()


class Server:
    """Answers everything with `answer`, and remembers what it was asked."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self.answer: Response | None = Response(b'{"ok": true, "result": true}')
        self.asked: list[tuple[str, dict[str, str], bytes]] = []
        self.free = asyncio.Event()
        self.free.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        self.asked.append((request.url.path, dict(request.headers), await request.body()))
        await self.free.wait()
        await (self.answer(scope, receive, send) if self.answer else drop_connection(scope, receive))
