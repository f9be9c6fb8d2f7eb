"""What comes in from Telegram: by its webhook, or by asking where there is no public address; never what it means.

Either way an update is acknowledged only when its turn is on disk.
"""

import asyncio
import hmac
import json
from dataclasses import dataclass
from typing import Any

import structlog
from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.telegram.background import pauses
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.updates import ALLOWED_UPDATES, NAME, Decoded, decode, decode_update
from bot.errors import ChannelDown
from bot.http.application import Endpoint, read_body, webhook_endpoint
from bot.ports import Inbound, Receive, UnreadableInbound
from bot.retry import log_failure
from conversations.contact import Contact
from storage.errors import StorageError

SECRET_HEADER = b"x-telegram-bot-api-secret-token"
POLL_SECONDS = 50  # the longest that Telegram waits for something to happen
MOST_UPDATES = 100  # that Telegram gives at once

log = structlog.get_logger()


def webhook(telegram: Telegram, secret: SecretStr, receive: Receive) -> Endpoint:
    """`POST /telegram`: 401 without the secret, else as any `webhook_endpoint`, and 200.

    core.telegram.org/bots/api#setwebhook. What an update contains is never a reason to refuse it.
    """
    expected = secret.get_secret_value().encode()

    async def take(request: Request) -> Response:
        if not _is_genuine(request, expected):
            return Response(status_code=401)
        body = await read_body(request)
        await _take(telegram, decode(body), body, receive)
        return Response()

    return webhook_endpoint(take)


async def poll(telegram: Telegram, receive: Receive) -> None:
    """Ask for updates until cancelled; failures of Telegram's, of the disk, or of ours only slow it down.

    core.telegram.org/bots/api#getupdates. Probe with a higher offset is the acknowledgement.
    """
    await telegram.background.retry_until_done("remove webhook", lambda: telegram.ask(telegram.bot.delete_webhook()))
    offset, waits = 0, pauses()
    while True:
        offset, error = await _poll_once(telegram, offset, receive)
        if error:
            await telegram.clock.sleep(log_failure("polling_failed", error, next(waits)))
        else:
            waits = pauses()


async def _poll_once(telegram: Telegram, offset: int, receive: Receive) -> tuple[int, Exception | None]:
    """The next offset, and what went wrong if something did."""
    try:
        updates = await _ask_for_updates(telegram, offset)
        acknowledging = _offset_after(updates, offset)
        failed = await _take_all(telegram, updates, receive)
    except Exception as error:  # noqa: BLE001 - whatever it is, the next round must come
        return offset, error
    if failed:
        return _offset_despite(failed, updates, offset), failed.error
    return acknowledging, None


@dataclass(frozen=True, slots=True)
class _Failed:
    """The first of some updates that could not be taken: its place among them."""

    place: int
    error: Exception


def _is_genuine(request: Request, expected: bytes) -> bool:
    """Bytes are compared, for a header may hold any, and in a time that says nothing. No secret matches nothing."""
    given = next((value for name, value in request.scope["headers"] if name == SECRET_HEADER), b"")
    return bool(expected) and hmac.compare_digest(given, expected)


async def _ask_for_updates(telegram: Telegram, offset: int) -> list[Any]:
    """Updates as plain JSON, so that each is decoded by itself: the library gives up a batch for one of them.

    The method is in lower case for the same reason as in `Telegram`.
    """
    arguments = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": ALLOWED_UPDATES}
    call = telegram.bot.do_api_request("getupdates", arguments, read_timeout=POLL_SECONDS + 10)
    updates = await telegram.ask(call)
    if not isinstance(updates, list):
        raise ChannelDown("the answer holds no updates")
    return updates


async def _take_all(telegram: Telegram, updates: list[Any], receive: Receive) -> _Failed | None:
    """One person's updates one after another, different people's side by side. The first that failed, after all."""
    lanes: dict[object, list[tuple[int, Decoded, bytes]]] = {}
    for place, update in enumerate(updates):
        body = _body_of(update)
        decoded = decode_update(update, body)
        contact = decoded.inbound.contact if decoded.inbound else None
        lanes.setdefault(contact or place, []).append((place, decoded, body))
    outcomes = await asyncio.gather(*(_take_lane(telegram, lane, receive) for lane in lanes.values()))
    return min(filter(None, outcomes), key=lambda failed: failed.place, default=None)


def _body_of(update: object) -> bytes:
    """For the quarantine. Nesting can be deep enough to be read and not to be written again."""
    try:
        return json.dumps(update).encode()
    except RecursionError:
        return b""


async def _take_lane(telegram: Telegram, lane: list[tuple[int, Decoded, bytes]], receive: Receive) -> _Failed | None:
    for place, decoded, body in lane:
        try:
            await _take(telegram, decoded, body, receive)
        except Exception as error:  # noqa: BLE001 - told to whoever asked for all of them
            return _Failed(place, error)
    return None


def _offset_despite(failed: _Failed, updates: list[Any], offset: int) -> int:
    """Nothing is acknowledged, and all of them come again: those that were taken are known by their numbers.

    As behind the webhook, what breaks on a defect of ours is brought for a day and keeps only its own chat waiting.
    So where as many wait as Telegram gives at once, and those behind them would never come, it is given up.
    """
    if isinstance(failed.error, StorageError) or len(updates) < MOST_UPDATES:
        return offset
    log.critical("update_given_up", error=type(failed.error).__name__)
    return _offset_after(updates[: failed.place + 1], offset)


def _offset_after(updates: list[Any], offset: int) -> int:
    """One more than the newest. Numbers start anew after a quiet week, so only those that came now count."""
    numbers = [update.get("update_id") for update in updates if isinstance(update, dict)]
    newest = max((number for number in numbers if type(number) is int), default=None)
    if newest is None and updates:
        raise ChannelDown("updates without numbers cannot be acknowledged")
    return offset if newest is None else newest + 1


async def _take(telegram: Telegram, decoded: Decoded, body: bytes, receive: Receive) -> None:
    if decoded.inbound:
        await _receive(decoded.inbound, body, receive)
    if decoded.reaction:
        telegram.react(decoded.reaction)


async def _receive(inbound: Inbound | UnreadableInbound, body: bytes, receive: Receive) -> None:
    """A turn that breaks on a defect of ours is put aside, with an answer or at last without one.

    Refused, the update would come again for a day, and keep the others of its chat from coming.
    """
    for attempt in (inbound, _put_aside(inbound, body, inbound.contact)):
        try:
            return await receive(attempt)
        except StorageError:
            raise
        except Exception as error:
            log.error("turn_failed", error=type(error).__name__, exc_info=error)
    return await receive(_put_aside(inbound, body, None))


def _put_aside(inbound: Inbound | UnreadableInbound, body: bytes, contact: Contact | None) -> UnreadableInbound:
    return UnreadableInbound(NAME, "turn failed", body, inbound.delivery, contact)
