"""Sending one message, never twice where it can be helped: an unknown outcome is looked up before anything is repeated.

So is, after a start, what may have been on its way when the last process ended.

Twilio documents no way to name a message so that a repeat is known (twilio.com/docs/messaging/api/message-resource).
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta

from bot.channels.whatsapp.addresses import NAME
from bot.channels.whatsapp.contents import body, fill
from bot.channels.whatsapp.messages import bare, numbered
from bot.channels.whatsapp.pictures import Fetching, Pictures
from bot.channels.whatsapp.refusals import NotOnWhatsApp, OursToMend, OutcomeUnknown
from bot.channels.whatsapp.tables import WhatsAppTables
from bot.channels.whatsapp.twilio import Copy, Twilio
from bot.errors import MessageRefused
from bot.outbox.payloads import LIVES, NOTICE, ChatMessage, payload_of
from bot.ports import Acceptance, Clock
from conversations.contact import Contact
from conversations.wording import Rendered

LOOKED_THROUGH = 20  # messages; more than anybody is sent while one outcome is unknown
SKEW = timedelta(minutes=1)  # between our clock and Twilio's
REMEMBERED = timedelta(hours=24)  # as long as a message is tried

Unconfirmed = tuple[Contact, Rendered]


class Sending:
    """Sends messages. `contents` are the account's, by name; empty as long as they are not known."""

    def __init__(self, twilio: Twilio, tables: WhatsAppTables, clock: Clock, pictures: Pictures) -> None:
        self.contents: Mapping[str, str] = {}
        self.pictures = pictures
        self.fetching = Fetching(clock)
        self._twilio = twilio
        self._tables = tables
        self._clock = clock
        self._unknown: dict[Unconfirmed, datetime] = {}
        self._under_way: set[asyncio.Future[None]] = set()

    async def recall(self) -> None:
        """To be called at a start, before anything is sent: the first of each chat may have gone out already.

        So may its first answer, which goes before news that came earlier.
        """
        waiting = await self._tables.database.read(self._tables.outbox.waiting)
        for message in {(each.lane, each.kind == NOTICE): each for each in reversed(waiting)}.values():
            promised = payload_of(message)
            if isinstance(promised, ChatMessage) and promised.contact.channel == NAME:
                told_at = min(message.due_at, message.drop_at - LIVES[ChatMessage])
                self._unknown[promised.contact, promised.content] = told_at

    async def send(self, contact: Contact, address: str, message: Rendered, *, text_only: bool = False) -> Acceptance:
        """Raises `DeliveryError`s."""
        unconfirmed, now = (contact, message), self._clock.now()
        told_at = self._unknown.get(unconfirmed) if self._unknown else None  # the key is a whole message
        if told_at and (found := await self._find(address, message, _earliest(told_at, now))):
            self._unknown.pop(unconfirmed, None)
            return Acceptance(found.message, at=found.created_at)
        try:
            sent = await self._send(address, bare(message) if text_only else message)
        except OutcomeUnknown:
            self._remember(unconfirmed, told_at or now, now)
            raise
        if told_at:
            self._unknown.pop(unconfirmed, None)
        return Acceptance(sent)

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """While a message is being sent, until the dispatcher has it in the hand that it arrived."""
        done = asyncio.get_running_loop().create_future()
        self._under_way.add(done)
        try:
            yield
        finally:
            self._under_way.discard(done)
            done.set_result(None)

    async def settled(self) -> None:
        """Until all that is being sent now was sent, or was not."""
        if self._under_way:
            await asyncio.wait(self._under_way)

    async def _send(self, address: str, message: Rendered) -> str:
        """With its picture, or as buttons or a list where that fits; refused so, it goes as plain text after all."""
        text, filled = numbered(message), fill(message, self.contents)
        picture = await self.pictures.address_of(message, self._tables, self._clock)
        try:
            if picture:
                sent = await self._twilio.send_text(address, text, picture)
                self.fetching.begin(address, sent)
                return sent
            if filled:
                return await self._twilio.send_content(address, filled.content, filled.variables)
        except (MessageRefused, NotOnWhatsApp):  # it may be the app that knows no buttons
            pass
        return await self._twilio.send_text(address, text)

    def is_bare(self, message: Rendered) -> bool:
        """Whether it goes as text alone."""
        return not self.pictures.has(message) and fill(message, self.contents) is None

    def is_listed(self, message: Rendered) -> bool:
        """Whether its answers stand in its text, or in the one under its picture."""
        return self.pictures.has(message) or fill(message, self.contents) is None

    async def find(self, address: str, is_it: Callable[[Copy], bool]) -> Copy | None:
        """The newest message that is it, among those that Twilio has and that we do not know of."""
        for copy in await self._twilio.sent_to(address, LOOKED_THROUGH):
            if is_it(copy) and not await self._knows(copy.message):
                return copy
        return None

    async def _find(self, address: str, message: Rendered, since: datetime) -> Copy | None:
        """The message, with buttons or without, unless it is one that did not arrive: that is sent again."""
        texts = {numbered(message), body(message)}

        def is_it(copy: Copy) -> bool:
            return copy.created_at >= since - SKEW and copy.text in texts and not copy.failed

        try:
            return await self.find(address, is_it)
        except (MessageRefused, OursToMend):  # a key that may not look must still be able to send
            return None

    async def _knows(self, message: str) -> bool:
        sent = self._tables.sent_messages
        return await self._tables.database.read(lambda tx: sent.find(tx, message)) is not None

    def _remember(self, unconfirmed: Unconfirmed, told_at: datetime, now: datetime) -> None:
        kept = {each: at for each, at in self._unknown.items() if at > now - REMEMBERED}
        self._unknown = kept | {unconfirmed: told_at}


def _earliest(told_at: datetime, now: datetime) -> datetime:
    """When it may have gone out first. Of what a clock that was ahead has dated nobody knows, but that it is tried for
    a day.
    """
    return told_at if told_at <= now else now - REMEMBERED
