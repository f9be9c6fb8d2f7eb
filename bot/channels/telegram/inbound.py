"""Inbound updates, by webhook or polling alike: on disk with their turns, or put aside; never what they mean.

Either way an update is acknowledged only when its turn is on disk.
"""

import structlog

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.settings import NAME
from bot.channels.telegram.updates import AnswerTap, Decoded, LeaveChat
from bot.ports import Inbound, Receive, UnreadableInbound
from conversations.changing import replace
from conversations.contact import Contact
from storage.errors import StorageError

log = structlog.get_logger()


async def take_update(telegram: Telegram, decoded: Decoded, body: bytes, receive: Receive) -> AnswerTap | None:
    """Hand one update on, then leave where it asks for that; the tap that is still to be answered, if it is one.

    Raises storage's errors: do not acknowledge it.
    """
    toast = await _receive(decoded.inbound, body, receive) if decoded.inbound else None
    match decoded.reaction:
        case AnswerTap() as answer:
            return replace(answer, toast=toast or "")
        case LeaveChat() as leave:
            telegram.react(leave)
    return None


async def _receive(inbound: Inbound | UnreadableInbound, body: bytes, receive: Receive) -> str | None:
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
