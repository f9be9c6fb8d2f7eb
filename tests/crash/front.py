"""A careless proxy in front of several processes: whoever answers, leader or not, gets the next post."""

import asyncio
from collections.abc import Callable
from itertools import count
from types import TracebackType
from typing import Self

import httpx
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

PATIENCE = 12.0  # seconds; Twilio waits for 15
LOOKS_EVERY = 0.25  # seconds, whether one is still there
_OURS = {b"host", b"connection", b"content-length", b"transfer-encoding"}


class Front:
    """An ASGI application. `ports` are those of the processes that are there."""

    def __init__(self, ports: Callable[[], list[str]]) -> None:
        self._ports = ports
        self._turns = count()
        self._http = httpx.AsyncClient(timeout=PATIENCE)
        self.refused: list[int] = []
        self._left: list[asyncio.Task[httpx.Response]] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(*self._left, return_exceptions=True)
        await self._http.aclose()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        answer = await self._ask(request, await request.body())
        await answer(scope, receive, send)

    async def _ask(self, request: Request, body: bytes) -> Response:
        """Of one after the other, until one says no 503."""
        ports = self._ports()
        begin, status = next(self._turns), 502
        headers = [(name, value) for name, value in request.headers.raw if name not in _OURS]
        for place in range(len(ports)):
            port = ports[(begin + place) % len(ports)]
            url = f"http://127.0.0.1:{port}{request.url.path}"
            asking = asyncio.create_task(self._http.request(request.method, url, headers=headers, content=body))
            while not asking.done() and port in self._ports():
                await asyncio.wait({asking}, timeout=LOOKS_EVERY)
            if not asking.done():  # nobody waits for it any more; cut off, it would leave its connection open
                self._left.append(asking)
                continue
            (answer,) = await asyncio.gather(asking, return_exceptions=True)
            if isinstance(answer, httpx.Response) and (status := answer.status_code) != 503:
                kind = answer.headers.get("content-type")
                return Response(answer.content, status, media_type=kind)
        self.refused.append(status)
        return Response(status_code=status)
