"""The route of the Bot API, `/bot<token>/<method>`, as plain ASGI because benchmarks go through it; no rules."""

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.emulators.loopback import drop_connection, unless_hung_up
from bot.sandbox.emulators.telegram.api import ApiAnswer, TelegramApi, refuse
from bot.sandbox.emulators.telegram.arguments import read_arguments
from bot.sandbox.emulators.telegram.refusals import TelegramRefusal

_PREFIX = "/bot"


class TelegramRoutes:
    """An ASGI application that answers the bot, and leaves all other paths to `others`."""

    def __init__(self, api: TelegramApi, others: ASGIApp) -> None:
        self._api = api
        self._others = others

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(_PREFIX):
            await self._others(scope, receive, send)
            return
        answer = await self._answer(scope, receive)
        if answer is None:
            return
        if answer.lost:
            await drop_connection(scope, receive)
        else:
            await _send(send, answer)

    async def _answer(self, scope: Scope, receive: Receive) -> ApiAnswer | None:
        token, _, method = scope["path"].removeprefix(_PREFIX).partition("/")
        try:
            self._api.admit(token, method)
            arguments = await read_arguments(scope, receive)
        except TelegramRefusal as refusal:
            return refuse(refusal)
        call = self._api.call(method, arguments)
        return await (unless_hung_up(call, receive) if self._api.may_wait(method) else call)


async def _send(send: Send, answer: ApiAnswer) -> None:
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(answer.body)).encode()),
    ]
    if answer.retry_after is not None:
        headers.append((b"retry-after", str(answer.retry_after).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
