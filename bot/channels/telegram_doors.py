"""What comes in from Telegram: its webhook, or long polling where there is no public address. Never what it means.

Either way an update is acknowledged only after its turn is on disk.
"""

import asyncio
import hmac
from typing import Any

import structlog
from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.channels.telegram import POLL_SECONDS, Telegram
from bot.channels.telegram_updates import Decoded, decode, decode_update
from bot.errors import ChannelBusy, DeliveryError
from bot.ports import Receive
from bot.web import BodyTooLarge, Endpoint, read_body
from storage.errors import StorageError

MOST_BYTES = 256 * 1024
SECRET_HEADER = b"x-telegram-bot-api-secret-token"
RETRY_LATER = {"Retry-After": "5"}
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0

log = structlog.get_logger()


def webhook(telegram: Telegram, secret: SecretStr, receive: Receive) -> Endpoint:
    """`POST /telegram`: 401 without the secret, 413 for too much, 503 when the disk fails, else 200: an update that
    is refused for its content would block its chat for a day."""
    expected = secret.get_secret_value().encode()

    async def take(request: Request) -> Response:
        given = next((value for name, value in request.scope["headers"] if name == SECRET_HEADER), b"")
        if not expected or not hmac.compare_digest(given, expected):
            return PlainTextResponse("401", status_code=401)
        try:
            body = await read_body(request, MOST_BYTES)
        except BodyTooLarge:
            return PlainTextResponse("413", status_code=413)
        try:
            await _take(telegram, decode(body, telegram.bot), receive)
        except StorageError:
            return PlainTextResponse("503", status_code=503, headers=RETRY_LATER)
        return PlainTextResponse("ok")

    return take


async def poll(telegram: Telegram, receive: Receive) -> None:
    """Ask for updates until cancelled. The next offset, which is the acknowledgement, is sent after the turns."""
    offset, wait = 0, FIRST_WAIT
    while True:
        try:
            updates = await _fetch(telegram, offset)
            await _take_all(telegram, updates, receive)
        except (DeliveryError, StorageError) as error:
            log.warning("polling_failed", error=type(error).__name__)
            pause = error.retry_after.total_seconds() if isinstance(error, ChannelBusy) else wait
            await asyncio.sleep(pause)
            wait = min(wait * 2, LONGEST_WAIT)
        else:
            wait = FIRST_WAIT
            offset = max((_number(update) for update in updates), default=offset - 1) + 1


async def _fetch(telegram: Telegram, offset: int) -> list[Any]:
    """The raw updates: each is decoded by itself, so that one that cannot be parsed holds up no other."""
    arguments = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": list(ALLOWED_UPDATES)}
    found = await telegram.ask_raw("getUpdates", arguments)
    return [update for update in found if isinstance(update, dict)] if isinstance(found, list) else []


async def _take_all(telegram: Telegram, updates: list[Any], receive: Receive) -> None:
    """All turns share a commit; the database takes them in the order of the list."""
    taken = (_take(telegram, decode_update(update, telegram.bot), receive) for update in updates)
    await asyncio.gather(*taken)


def _number(update: Any) -> int:
    number = update.get("update_id")
    return number if type(number) is int else 0


async def _take(telegram: Telegram, decoded: Decoded, receive: Receive) -> None:
    if decoded.inbound:
        await receive(decoded.inbound)
    if decoded.callback:
        telegram.answer_tap(decoded.callback)
    if decoded.leave:
        telegram.leave(decoded.leave)
