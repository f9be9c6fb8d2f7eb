"""Putting aside: what breaks on a defect of ours is claimed, kept sealed and acknowledged. Never a fault of the disk.

Refused, it would be lost, or come again and break again, and keep what stands behind it from coming meanwhile.
"""

from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime
from functools import partial
from typing import TypeVar

import structlog

from bot.outbox.writer import OutboxWriter
from bot.ports import HeardInbound, Inbound, Receive, UnreadableInbound
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import OddityReceived, TextReceived
from conversations.effects import DeleteMessage
from conversations.languages import DEFAULT_LANGUAGE
from storage.errors import StorageError
from storage.outbox import OutboxMessage
from storage.quarantine import Quarantine
from storage.transaction import Transaction

FAILED = "turn failed"  # why it was put aside, on the disk
SHORTEST = 4  # digits of a code

T = TypeVar("T")
Attempt = Callable[[], Awaitable[T]]

log = structlog.get_logger()


async def take_or_put_aside(take: Attempt[T], asides: Iterator[Attempt[T]]) -> T:
    """What comes of taking it; where that breaks on a defect of ours, of the first of `asides` that does not.

    Raises storage's errors at once: nothing is on disk then, and it must not be acknowledged. Where the last of
    `asides` breaks too, what that met.
    """
    try:
        return await take()
    except StorageError:
        raise
    except Exception as error:
        aside = next(asides, None)
        if aside is None:
            raise
        log.error("turn_failed", error=type(error).__name__, exc_info=error)
    return await take_or_put_aside(aside, asides)


async def receive_or_put_aside(receive: Receive, inbound: Inbound | UnreadableInbound, content: bytes) -> str | None:
    """The same of one delivery: its turn; or an answer that it could not be read; or, at last, no answer.

    `content` is what is kept of it then.
    """
    asides = (partial(receive, aside) for aside in _asides_of(inbound, content))
    return await take_or_put_aside(partial(receive, inbound), asides)


def keep_aside(
    quarantine: Quarantine, writer: OutboxWriter, tx: Transaction, inbound: UnreadableInbound, now: datetime
) -> tuple[OutboxMessage, ...]:
    """Where a code may stand in it, that does not stay in the chat, whether anybody is answered or not."""
    quarantine.add(tx, inbound.channel, inbound.reason, inbound.content, now)
    if not inbound.with_code:
        return ()
    chat, message = inbound.with_code
    return (writer.write(tx, chat, DEFAULT_LANGUAGE, DeleteMessage(message), now),)


def _asides_of(inbound: Inbound | UnreadableInbound, content: bytes) -> Iterator[Inbound | UnreadableInbound]:
    """What its channel makes of it counts as long as that works: a word that stops all messages stops them."""
    if isinstance(inbound, Inbound) and inbound.hear:
        for answered in (True, False):
            yield replace(inbound, hear=partial(_hear_aside, inbound.hear, content, answered=answered))
    else:
        yield _aside_of(inbound, content, inbound.contact)
    yield _aside_of(inbound, content)


def _hear_aside(
    hear: Callable[[Transaction], HeardInbound], content: bytes, tx: Transaction, *, answered: bool
) -> HeardInbound:
    heard = hear(tx)
    if heard.inbound is None:
        return heard
    return replace(heard, inbound=_aside_of(heard.inbound, content, heard.inbound.contact if answered else None))


def _aside_of(
    inbound: Inbound | UnreadableInbound, content: bytes, contact: Contact | None = None
) -> UnreadableInbound:
    """A contact gets an answer."""
    return UnreadableInbound(
        inbound.channel, FAILED, content, inbound.delivery, contact, inbound.remembered, _with_code(inbound)
    )


def _with_code(inbound: Inbound | UnreadableInbound) -> tuple[Contact, str] | None:
    """The chat, and the message there, where a code may stand in it. Figures are counted and nothing is read: reading
    may be what broke.
    """
    if isinstance(inbound, UnreadableInbound):
        return inbound.with_code
    match inbound.event:
        case TextReceived(text, message) | OddityReceived(_, text, message) if message and _figures(text) >= SHORTEST:
            return inbound.contact, message
        case _:
            return None


def _figures(text: str) -> int:
    return sum(character.isdigit() for character in text)
