"""A client without a network: a function answers each request. What it gets is what would have gone out."""

import inspect
from collections.abc import Awaitable, Callable

import httpx

from bot.outgoing.client import LeanClient
from bot.outgoing.errors import AnswerTooLarge
from bot.outgoing.messages import Headers, HttpAnswer, Origin

Respond = Callable[[httpx.Request], httpx.Response | Awaitable[httpx.Response]]


class ScriptedClient(LeanClient):
    """Raises what `respond` raises. The patience of a request is among its extensions."""

    def __init__(self, respond: Respond) -> None:
        super().__init__()
        self._respond = respond

    async def ask(
        self,
        origin: Origin,
        method: str,
        target: str,
        headers: Headers,
        body: bytes = b"",
        *,
        patience: float,
        most: int,
    ) -> HttpAnswer:
        response = self._respond(read_request(origin.encode(method, target, headers, body), patience))
        if inspect.isawaitable(response):
            response = await response
        if len(response.content) > most:
            raise AnswerTooLarge("the answer is too large", response.status_code)
        return HttpAnswer(response.status_code, list(response.headers.raw), response.content)


def read_request(written: bytes, patience: float) -> httpx.Request:
    """What a server would read."""
    head, _, body = written.partition(b"\r\n\r\n")
    start, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = start.split(" ")
    headers = dict(line.split(": ", maxsplit=1) for line in lines)
    url = f"https://{headers['host']}{target}"
    return httpx.Request(method, url, headers=headers, content=body, extensions={"patience": patience})
