"""The calls that go by python-telegram-bot, and its requests over the lean client; never when it is loaded (`library`).

Neither its errors nor its log name an address, which holds the bot's token, or quote an answer, which holds texts.
"""

import json
from collections.abc import Awaitable, Sequence
from datetime import timedelta
from typing import Any, TypeVar

import httpx
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.answers import (
    TOO_LATE,
    TOO_MANY_REQUESTS,
    CallFailed,
    description_in,
    parse,
    retry_after_in,
)
from bot.channels.telegram.transport import ANSWER_SECONDS, JSON, Transport
from bot.outgoing.messages import NO_HEADERS, Headers
from conversations.effects import MenuItem

T = TypeVar("T")

UPLOAD_SECONDS = 30.0


class TooManyRequests(TelegramError):  # noqa: N818 - as the library's own are called
    """A 429, with its wait as a span. The library's own error for it warns about itself when it is made."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__("Too Many Requests")
        self.retry_after = retry_after


class LibraryRequests(BaseRequest):
    """The library's requests over ours: there is nothing here to open or to shut down."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @property
    def read_timeout(self) -> float | None:
        return ANSWER_SECONDS

    async def initialize(self) -> None:
        """The library's word; nothing."""

    async def shutdown(self) -> None:
        """The library's word; nothing."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        """The status and the body. `read_timeout` bounds the request as a whole; the other bounds are the client's."""
        headers, body = _encode(request_data)
        try:
            name = url.rsplit("/", maxsplit=1)[1]
            answer = await self._transport.call(name, headers, body, _patience(read_timeout, request_data))
        except CallFailed as failed:
            failure: TelegramError = TimedOut() if failed.kind == TOO_LATE else NetworkError(failed.words)
        else:
            if answer.status != TOO_MANY_REQUESTS:
                return answer.status, answer.body
            failure = TooManyRequests(retry_after_in(parse(answer.body)))
        raise failure  # outside the handler, so that no chained error carries more

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """An answer in the one shape that the library relies on, whatever came; a result of None where there is none.

        core.telegram.org/bots/api#making-requests
        """
        content = parse(payload)
        parameters = content.get("parameters")
        return {
            "result": content.get("result"),
            "description": description_in(content),
            "parameters": parameters if isinstance(parameters, dict) else {},
        }


class LibraryCalls:
    """Calls of one bot; None where the answer has no result. Each raises `CallFailed`, or whatever an answer of a
    strange shape makes of the library."""

    def __init__(self, transport: Transport, token: str, base: str) -> None:
        requests = LibraryRequests(transport)
        self._bot = Bot(token, base, request=requests, get_updates_request=requests)

    async def send_picture(self, chat: str, picture: bytes, text: str | None, keyboard: Any) -> object:
        """The picture with the text below it; core.telegram.org/bots/api#sendphoto."""
        return await _as_ours(self._bot.send_photo(chat, picture, text, reply_markup=keyboard))

    async def send_file(self, chat: str, name: str, content: bytes, text: str, keyboard: Any) -> object:
        """With the text below it; core.telegram.org/bots/api#senddocument."""
        return await _as_ours(self._bot.send_document(chat, content, text, filename=name, reply_markup=keyboard))

    async def show_menu(self, chat: str, items: Sequence[MenuItem]) -> object:
        """core.telegram.org/bots/api#botcommandscope: a chat's own list goes before that of all private chats."""
        scope = BotCommandScopeChat(chat)
        commands = [BotCommand(item.command, item.does) for item in items]
        changing = self._bot.set_my_commands(commands, scope) if commands else self._bot.delete_my_commands(scope)
        return await _as_ours(changing)


async def _as_ours(call: Awaitable[T]) -> T:
    try:
        return await call
    except TooManyRequests as error:
        failure = CallFailed(type(error).__name__, error.message, error.retry_after)
    except TelegramError as error:
        failure = CallFailed(type(error).__name__, error.message)
    raise failure  # outside the handler: what is chained may quote the message


def _patience(read_timeout: Any, request: RequestData | None) -> float:
    if isinstance(read_timeout, int | float):
        return float(read_timeout)
    return UPLOAD_SECONDS if request is not None and request.contains_files else ANSWER_SECONDS


def _encode(request: RequestData | None) -> tuple[Headers, bytes]:
    """JSON, cheaper than a form; multipart where there are files."""
    if request is None:
        return NO_HEADERS, b""
    if not request.contains_files:
        return JSON, json.dumps(request.parameters).encode()
    form = httpx.Request("POST", "", data=request.json_parameters, files=request.multipart_data)
    return Headers.of({"content-type": form.headers["content-type"]}), form.read()
