"""Taking in what was written: whose it is, whether it was seen before, what waited for it. Never its meaning.

A person goes by a number, by WhatsApp's id, or by both, and may hide the number from one day to the next. Their
contact is the name under which we first met them; every other name leads to it. What is sent goes to where their
newest message came from.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from bot.channels.whatsapp.addresses import NAME, own_number
from bot.channels.whatsapp.inbound import Written
from bot.channels.whatsapp.keywords import Keyword
from bot.channels.whatsapp.records import Records
from bot.ports import Clock, Inbound, Receive, Unreadable
from conversations.contact import Contact
from conversations.events import CustomerLeft, Event, LinkOpened, OptedOut, TextReceived
from storage import deliveries
from storage.chats import Chat, Place
from storage.errors import StorageError
from storage.outbox import Letter

Forward = Callable[[Iterable[Letter]], None]  # to the courier

_QUIET_AFTER: Mapping[Keyword | None, bool] = {Keyword.STOP: True, Keyword.START: False}

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Heard:
    """Whose message it was, what the conversation is to hear of it (None: nothing), and what may now be sent."""

    contact: Contact
    event: Event | None
    released: tuple[Letter, ...] = ()


class Intake:
    """Every message passes here, whether Twilio posted it or it was found in Twilio's log."""

    def __init__(self, records: Records, clock: Clock, receive: Receive, forward: Forward) -> None:
        self._records = records
        self._clock = clock
        self._receive = receive
        self._forward = forward

    async def take(self, written: Written, at: datetime | None = None) -> bool:
        """On disk with its turn when this returns; `at` is when it was written, now unless given.

        Whether the conversation heard of it. Raises storage's errors, and then it must not be acknowledged.
        """
        now = self._clock.now()
        heard = await self._records.database.run(lambda db: self._hear(db, written, at or now, now))
        if heard is None:
            return False
        self._forward(heard.released)  # what was held comes before what is answered now
        if heard.event is None:
            return False
        await self._hand_on(heard.contact, heard.event, written)
        return True

    async def _hand_on(self, contact: Contact, event: Event, written: Written) -> None:
        """A turn that breaks on a defect of ours is put aside: refused, it would be lost."""
        number = own_number(written.sender)
        inbound = Inbound(contact, event, written.message, own_number=number, name=written.name)
        try:
            await self._receive(inbound)
        except StorageError:
            raise
        except Exception as error:
            log.error("turn_failed", error=type(error).__name__, exc_info=error)
            content = event.text if isinstance(event, TextReceived) else type(event).__name__
            await self._receive(Unreadable(NAME, "turn failed", content.encode(), written.message, contact))

    def _hear(self, db: sqlite3.Connection, written: Written, at: datetime, now: datetime) -> Heard | None:
        """None for what was seen before."""
        if deliveries.seen(db, NAME, written.message):
            return None
        contact, known = self._recognise(db, written)
        chat = _chat_after(contact, known, written, at)
        self._records.chats.keep(db, chat)
        for name in filter(None, (written.sender, written.person)):
            self._records.chats.name(db, contact, name)
        released = () if chat.quiet else self._records.outbox.release(db, self._records.lane(contact), now)
        event = _event_for(written, was_quiet=_was_quiet(known, written))
        if event is None:  # it has no turn that would mark it, and is found in Twilio's log once more
            deliveries.claim(db, NAME, written.message, now)
        return Heard(contact, self._under_question(db, event, written.quoted), tuple(released))

    def _under_question(self, db: sqlite3.Connection, event: Event | None, quoted: str) -> Event | None:
        """A text that quotes a question of ours answers that one. A statement asks nothing."""
        if not quoted or not isinstance(event, TextReceived):
            return event
        prompt = self._records.outbox.prompt_of(db, quoted)
        return event if prompt == 0 else replace(event, quoted=prompt or 0)

    def _recognise(self, db: sqlite3.Connection, written: Written) -> tuple[Contact, Chat | None]:
        """Who it is, by whichever name we know. A number that another account has now is not its last owner's."""
        chats, person = self._records.chats, written.person
        known = chats.named(db, NAME, person) if person else None
        if known:
            return known.place.contact, known
        known = chats.named(db, NAME, written.sender)
        if known is None:
            return Contact(NAME, written.sender), None
        if person and known.place.person not in ("", person):
            return Contact(NAME, person), None
        return known.place.contact, known


def _chat_after(contact: Contact, known: Chat | None, written: Written, at: datetime) -> Chat:
    """The chat with this message in it. One that is older than what we have seen changes only what its word asks."""
    quiet = _QUIET_AFTER.get(written.keyword, bool(known and known.quiet))
    if known and at < known.heard_at:
        return replace(known, quiet=quiet)
    person = written.person or (known.place.person if known else "")
    return Chat(Place(contact, written.sender, person, written.message), at, quiet=quiet)


def _was_quiet(known: Chat | None, written: Written) -> bool:
    """Whether they had opted out before this message; it may have been heard already, and its turn cut off."""
    return known is not None and known.quiet and known.place.message != written.message


def _event_for(written: Written, *, was_quiet: bool) -> Event | None:
    """Who has opted out is answered again only when they opt in."""
    match written.keyword:
        case Keyword.STOP if written.answered:
            return CustomerLeft()
        case _ if written.answered:
            return None
        case Keyword.STOP:
            return None if was_quiet else OptedOut()
        case Keyword.START:
            return LinkOpened() if isinstance(written.event, TextReceived) else written.event
        case _:
            return None if was_quiet else written.event
