"""Calls of Telegram's methods over the lean client, in JSON; never when.

python-telegram-bot makes a request and an answer of many objects, and takes long to load: it is for what is more than
an object of JSON (`library`).
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, TypeVar

import msgspec

from bot.channels.telegram.answers import NOT_REACHED, CallFailed, failure_in, parse
from bot.channels.telegram.transport import ANSWER_SECONDS, JSON, Transport

T = TypeVar("T")

NOTHING: Mapping[str, Any] = {}

_encode = msgspec.json.Encoder().encode


class SentShape(msgspec.Struct, frozen=True):
    """Of a Message that was sent, its name."""

    message_id: int


class _Sent(msgspec.Struct, frozen=True):
    result: SentShape


class _Done(msgspec.Struct, frozen=True):
    result: Any


_SENT, _DONE = msgspec.json.Decoder(_Sent), msgspec.json.Decoder(_Done)


class BotCalls:
    """Calls of one bot. Each raises `CallFailed` and nothing else."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def send(self, arguments: Mapping[str, Any]) -> int:
        """core.telegram.org/bots/api#sendmessage; the message's id."""
        return _read(await self._call("sendMessage", arguments), _SENT).result.message_id

    async def do(self, method: str, arguments: Mapping[str, Any]) -> object:
        """A method whose result says no more than that it was done; None where there is no result."""
        return _read(await self._call(method, arguments), _DONE).result

    async def look_up(self, method: str, shape: type[T], arguments: Mapping[str, Any] = NOTHING) -> T:
        """A method that is asked for its result, in that shape."""
        result = parse(await self._call(method, arguments)).get("result")
        with suppress(msgspec.ValidationError):
            return msgspec.convert(result, shape)
        raise _no_answer()

    async def wait_for(self, method: str, arguments: Mapping[str, Any], patience: float) -> object:
        """A method that may take Telegram so many seconds; its result as plain JSON, None where there is none."""
        return parse(await self._call(method, arguments, patience)).get("result")

    async def _call(self, method: str, arguments: Mapping[str, Any], patience: float = ANSWER_SECONDS) -> bytes:
        answer = await self._transport.call(method, JSON, _encode(arguments), patience)
        if 200 <= answer.status <= 299:
            return answer.body
        raise failure_in(answer.status, answer.body)


def _read(body: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    """A second time where it is no strict JSON: a message that was sent must not be sent again for half a character."""
    with suppress(msgspec.MsgspecError, ValueError, RecursionError):
        return decoder.decode(body)
    with suppress(msgspec.ValidationError):
        return msgspec.convert(parse(body), decoder.type)
    raise _no_answer()  # outside the handler: what is chained may quote it


def _no_answer() -> CallFailed:
    return CallFailed(NOT_REACHED, "the answer is not Telegram's")
