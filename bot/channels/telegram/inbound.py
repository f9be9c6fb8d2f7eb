"""Inbound updates, by webhook or polling alike: on disk with their turns, or put aside; never what they mean.

Either way an update is acknowledged only when its turn is on disk.
"""

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.updates import AnswerTap, Decoded, LeaveChat
from bot.ports import Receive
from bot.turns.putting_aside import receive_or_put_aside
from conversations.changing import replace


async def take_update(telegram: Telegram, decoded: Decoded, body: bytes, receive: Receive) -> AnswerTap | None:
    """Hand one update on, then leave where it asks for that; the tap that is still to be answered, if it is one.

    Raises storage's errors: do not acknowledge it. What is refused comes again for a day, and keeps the others of its
    chat from coming.
    """
    toast = await receive_or_put_aside(receive, decoded.inbound, body) if decoded.inbound else None
    match decoded.reaction:
        case AnswerTap() as answer:
            return replace(answer, toast=toast or "")
        case LeaveChat() as leave:
            telegram.react(leave)
    return None
