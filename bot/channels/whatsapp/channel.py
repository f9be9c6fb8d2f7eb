"""The WhatsApp channel: messages out, in WhatsApp's terms; never what comes in (`inbound`).

WhatsApp lets a business write freely for 24 hours after a person's last message. What comes later is held until they
write again; an approved template, where there is one, tells them once that something waits.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

import structlog
from msgspec import Struct

from bot.channels.whatsapp.addresses import NAME
from bot.channels.whatsapp.pacing import WhatsAppPacing
from bot.channels.whatsapp.pictures import Pictures
from bot.channels.whatsapp.refusals import NotThere, TooEarly
from bot.channels.whatsapp.sending import Sending
from bot.channels.whatsapp.tables import WhatsAppTables
from bot.channels.whatsapp.twilio import Twilio
from bot.errors import ChannelBusy, DeliveryError, MessageRefused, WindowClosed
from bot.outbox.payloads import MessageDeletion, kind_of
from bot.ports import Acceptance, Clock
from conversations.changing import replace
from conversations.contact import Contact
from conversations.effects import MenuItem
from conversations.wording import Rendered
from storage.chats import Chat
from storage.codec import encode
from storage.transaction import Transaction

WINDOW = timedelta(hours=24)  # twilio.com/docs/whatsapp/key-concepts
HASTE = timedelta(minutes=1)  # a message that is sent so late may come too late
TYPING = timedelta(seconds=20)  # WhatsApp shows it for 25
# Twilio deletes nothing younger than a minute (error 20009), and its dates have no fractions.
SETTLED = timedelta(seconds=61)
REDACTED_WITHIN = timedelta(days=14)  # Twilio's own word for how long 20009 may last

log = structlog.get_logger()


class Templates(Struct, frozen=True):
    """Approved contents without variables, "" where there is none: `done` tells that a line's details came, `news` that
    there is news of a link.
    """

    resume: str = ""
    done: str = ""
    news: str = ""

    def for_message(self, message: Rendered) -> str:
        if message.sensitive:
            return self.done
        return (self.news if message.news else "") or self.resume


class WhatsAppSender(Struct, frozen=True):
    """The business's own number there, what goes out with its messages, and how fast they may be."""

    handle: str
    templates: Templates
    pictures: Pictures
    pacing: WhatsAppPacing


class WhatsApp:
    """Implements `Channel`. `handle` is the business's own number there."""

    name = NAME
    brand = "WhatsApp"
    shares_contact = False
    deletes_messages = False
    shows_menus = False
    sends_files = False  # a table is nothing that WhatsApp takes: developers.facebook.com, "Supported media types"

    def __init__(self, twilio: Twilio, tables: WhatsAppTables, clock: Clock, sender: WhatsAppSender) -> None:
        self.twilio = twilio
        self.tables = tables
        self.clock = clock
        self.handle = sender.handle
        self.sending = Sending(twilio, tables, clock, sender.pictures)
        self.pacing = sender.pacing
        # Whether Twilio empties what came within the last minute is documented nowhere: the first refusal tells.
        self.deletes_after = timedelta()
        self._templates = sender.templates
        self._typing: dict[str, datetime] = {}

    @property
    def way_in(self) -> str:
        """A chat with the text already typed, faq.whatsapp.com/5913398998672934."""
        return f"https://wa.me/{self.handle.removeprefix('+')}?text=START%20"

    def numbers_answers(self, contact: Contact, message: Rendered) -> bool:
        """Where it is not sent as buttons: it has a picture, there is no content for it, or the app shows none."""
        chat = self.tables.chats.at_hand(contact)
        return message.is_numbered and (self.sending.is_listed(message) or bool(chat and chat.text_only))

    async def wait_turn(self, contact: Contact) -> None:
        await self.pacing.wait_turn(contact.address)

    async def deliver(self, contact: Contact, message: Rendered) -> Acceptance:
        chat = await self._find(contact)
        if chat and chat.opted_out and not message.last:
            raise MessageRefused("they opted out")
        if chat is None:
            raise WindowClosed
        if not self.is_open(chat):
            await self._call(chat, message)
            raise WindowClosed(heard_at=chat.heard_at)
        try:
            return await self._send(chat, message)
        except WindowClosed as closed:
            closed.heard_at = chat.heard_at
            raise

    async def delete(self, contact: Contact, message: str) -> None:
        """Empty Twilio's copy, its picture too: at once or after a minute, and again when it is twice as old."""
        with suppress(NotThere):
            try:
                if await self.twilio.redact(message):
                    await self.twilio.delete_files(message)
            except TooEarly:
                raise ChannelBusy(await self._until_older(message)) from None

    async def _until_older(self, message: str) -> timedelta:
        """After how long to ask Twilio again, which keeps a message that is too young, or still on its way to somebody.

        Theirs is on its way to nobody: with its text refused, no other of that age needs to be tried.
        """
        kept = await self.twilio.look(message)
        if kept.is_theirs and kept.has_text:
            self.deletes_after = SETTLED
        age = max(self.clock.now() - kept.created_at, timedelta())  # our clock may be behind Twilio's, by hours
        return SETTLED - age if age < SETTLED else age

    async def show_menu(self, contact: Contact, items: tuple[MenuItem, ...]) -> None:
        """There is none."""

    async def show_typing(self, contact: Contact) -> None:
        chat, now = await self._find(contact), self.clock.now()
        if chat is None or self._typing.get(chat.place.message, now) > now:
            return
        shown = {message: until for message, until in self._typing.items() if until > now}
        self._typing = shown | {chat.place.message: now + TYPING}
        await self.twilio.show_typing(chat.place.message)

    async def show_progress(self, contact: Contact, text: str, shown: str | None) -> None:
        """Never: each message costs money and a part of what may be sent to one person."""

    def is_open(self, chat: Chat) -> bool:
        """Whether WhatsApp lets us write freely."""
        return not chat.window_closed and self.clock.now() < chat.heard_at + WINDOW - HASTE

    async def announce(self, contact: Contact, message: Rendered) -> None:
        """A message of theirs is held: tell them, where that is set up."""
        chat = await self._find(contact)
        if chat:
            await self._call(chat, message)

    async def _send(self, chat: Chat, message: Rendered) -> Acceptance:
        place = chat.place
        await self.sending.fetching.ended(place.reply_to)
        with self.sending.under_way():
            accepted = await self.sending.send(place.contact, place.reply_to, message, text_only=chat.text_only)
        # Nothing waits from here to the dispatcher's note of it, on which `under_way` relies.
        return replace(accepted, also=self._redaction(place.contact, accepted.name)) if message.sensitive else accepted

    async def _find(self, contact: Contact) -> Chat | None:
        chats = self.tables.chats
        if chat := chats.at_hand(contact):
            return chat
        return await self.tables.database.read(lambda tx: chats.find(tx, contact), (chats.wanted(contact),))

    async def _call(self, chat: Chat, message: Rendered) -> None:
        """Send a template, at most once until they write again, whatever comes of it."""
        template = self._templates.for_message(message)
        contact = chat.place.contact
        if not template or not await self.tables.database.run(lambda tx: self._note_call(tx, contact)):
            return
        try:
            await self.twilio.send_content(chat.place.reply_to, template)
        except DeliveryError as error:
            log.warning("template_not_sent", reason=str(error))

    def _note_call(self, tx: Transaction, contact: Contact) -> bool:
        """Whether it falls to us to call."""
        chat = self.tables.chats.find(tx, contact)
        if chat is None or chat.template_sent or chat.opted_out or self.is_open(chat):
            return False
        self.tables.chats.keep(tx, replace(chat, template_sent=True))
        return True

    def _redaction(self, contact: Contact, message: str) -> Callable[[Transaction], None]:
        """What was read of a line does not stay at Twilio. The message is found in the outbox's next round."""
        body, now = MessageDeletion(contact, message), self.clock.now()
        lane = body.lane_beside(self.tables.lane(contact))

        def write(tx: Transaction) -> None:
            content, until = encode(body, MessageDeletion), now + REDACTED_WITHIN
            self.tables.outbox.add(tx, lane, kind_of(body), content, now, until, rest=SETTLED)

        return write
