"""Polling: updates are asked for where there is no public address, and acknowledged when on disk; never what they mean.

core.telegram.org/bots/api#getupdates
"""

import asyncio
import json
from typing import Any

import structlog
from msgspec import Struct

from bot.channels.telegram.background import pauses
from bot.channels.telegram.calls import NOTHING
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.inbound import take_update
from bot.channels.telegram.refusals import PolledElsewhere, WebhookInTheWay
from bot.channels.telegram.settings import NAME
from bot.channels.telegram.updates import ALLOWED_UPDATES, Decoded, decode_update
from bot.errors import ChannelDown, DeliveryError
from bot.monitoring.channel_health import ChannelHealth, Way
from bot.ports import Receive
from bot.retry import log_failure
from storage.errors import StorageError

POLL_SECONDS = 25  # that Telegram waits for something to happen; it could be 50, and a silence would show too late
MOST_UPDATES = 100  # that Telegram gives at once
LONGEST_FOR_DISK = 5.0  # seconds: a disk of our own is asked again soon, for those who have written wait for it

log = structlog.get_logger()


async def poll(telegram: Telegram, receive: Receive, health: ChannelHealth) -> None:
    """Ask for updates until cancelled; failures of Telegram's, of the disk, or of ours only slow it down.

    To ask with a higher offset is the acknowledgement.
    """
    await _remove_webhook(telegram)
    offset, waits = 0, pauses()
    while True:
        offset, error = await _poll_once(telegram, offset, receive, health)
        if error is None:
            health.well(NAME, Way.TAKES)
            waits = pauses()
            continue
        if isinstance(error, PolledElsewhere | WebhookInTheWay):
            health.reached(NAME)  # it knows us: messages would be taken
        health.failed(NAME, Way.TAKES, _why(error))
        wait = min(next(waits), LONGEST_FOR_DISK) if isinstance(error, StorageError) else next(waits)
        await telegram.clock.sleep(log_failure("polling_failed", error, wait))
        await _mend(telegram, error)


async def _remove_webhook(telegram: Telegram) -> None:
    await telegram.background.retry_until_done(
        "remove webhook", lambda: telegram.ask(telegram.calls.do("deleteWebhook", NOTHING))
    )


async def _mend(telegram: Telegram, error: Exception) -> None:
    """Take away what somebody has put in the way, or say what only they can."""
    if isinstance(error, WebhookInTheWay):
        remedy = "somebody else has this bot's token: if it was not you, have @BotFather revoke it"
        log.error("webhook_taken_away", once="", remedy=remedy)
        await _remove_webhook(telegram)
    elif isinstance(error, PolledElsewhere):
        log.error("polled_elsewhere", once="", remedy="stop the other program that has this bot's token")


def _why(error: Exception) -> str:
    """What is said of it to whoever asks whether we are ready."""
    return str(error) if isinstance(error, DeliveryError) else type(error).__name__


async def _poll_once(
    telegram: Telegram, offset: int, receive: Receive, health: ChannelHealth
) -> tuple[int, Exception | None]:
    """The next offset, and what went wrong if something did. Whether they can be taken is no matter of Telegram's."""
    try:
        updates = await _ask_for_updates(telegram, offset)
        health.reached(NAME)
        acknowledging = _offset_after(updates, offset)
        failed = await _take_all(telegram, updates, receive)
    except Exception as error:  # noqa: BLE001 - whatever it is, the next round must come
        return offset, error
    if failed:
        return _offset_despite(failed, updates, offset), failed.error
    return acknowledging, None


class _Failed(Struct, frozen=True):
    """The first of some updates that could not be taken: its place among them."""

    place: int
    error: Exception


async def _ask_for_updates(telegram: Telegram, offset: int) -> list[Any]:
    """Updates as plain JSON, so that each is decoded by itself, and none is given up for another."""
    arguments = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": ALLOWED_UPDATES}
    call = telegram.calls.wait_for("getUpdates", arguments, POLL_SECONDS + 10)
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
            if tap := await take_update(telegram, decoded, body, receive):
                telegram.react(tap)
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
