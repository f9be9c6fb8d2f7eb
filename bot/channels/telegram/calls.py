"""The calls that every message needs, over the lean client: a text, a deletion, a tap, a sign of life; never when.

python-telegram-bot makes a request and an answer of many objects; that is for the calls that are made now and then.
Errors are the library's, so that all of them are judged by one table, and name neither an address nor a text.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, TypeVar

import msgspec
from telegram.error import NetworkError

from bot.channels.telegram.answers import error_in, parse
from bot.channels.telegram.transport import JSON, Transport

T = TypeVar("T")

_encode = msgspec.json.Encoder().encode


class SentShape(msgspec.Struct, frozen=True):
    """Of a Message that was sent, its name."""

    message_id: int


class _Sent(msgspec.Struct, frozen=True):
    result: SentShape


class _Done(msgspec.Struct, frozen=True):
    result: Any


_SENT, _DONE = msgspec.json.Decoder(_Sent), msgspec.json.Decoder(_Done)


class HotCalls:
    """Calls of one bot. Each raises the library's `TelegramError`s and nothing else."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def send(self, arguments: Mapping[str, Any]) -> int:
        """core.telegram.org/bots/api#sendmessage; the message's id."""
        return (await self._call("sendMessage", arguments, _SENT)).result.message_id

    async def do(self, method: str, arguments: Mapping[str, Any]) -> object:
        """A method whose result says no more than that it was done; None where there is no result."""
        return (await self._call(method, arguments, _DONE)).result

    async def _call(self, method: str, arguments: Mapping[str, Any], decoder: msgspec.json.Decoder[T]) -> T:
        answer = await self._transport.call(method, JSON, _encode(arguments))
        if 200 <= answer.status <= 299:
            return _read(answer.body, decoder)
        raise error_in(answer.status, answer.body)


def _read(body: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    """A second time where it is no strict JSON: a message that was sent must not be sent again for half a character."""
    with suppress(msgspec.MsgspecError, ValueError, RecursionError):
        return decoder.decode(body)
    with suppress(msgspec.ValidationError):
        return msgspec.convert(parse(body), decoder.type)
    raise NetworkError("the answer is not Telegram's")  # outside the handler: what is chained may quote it
