"""The picture beside a message, by an address that Twilio fetches it from. Never what is in it.

The QR code of a link's page is fetched from that page; figures are drawn, and put up to be fetched once.
twilio.com/docs/messaging/api/message-resource (MediaUrl)
"""

import asyncio
import secrets

from msgspec import Struct

from bot.channels.whatsapp.messages import measure, numbered
from bot.channels.whatsapp.tables import WhatsAppTables
from bot.drawing import png
from bot.ports import Clock
from conversations.secret import FileToken
from conversations.wording import Rendered
from storage.one_time_files import OneTimeFile

# developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages
LONGEST_CAPTION = 1024
TOKEN_BYTES = 24
NAME = "figures.png"
FETCHED_WITHIN = 3.0  # seconds, as a rule


class Pictures(Struct, frozen=True):
    """`pages` is what a link's token is appended to for its page, `files` a file's; "" where there is none."""

    pages: str = ""
    files: str = ""

    def has(self, message: Rendered) -> bool:
        """Whether it goes with a picture: it has one, and no more text than may stand under one."""
        drawn = self.files and message.picture
        paged = self.pages and message.qr.startswith(self.pages)
        return bool(drawn or paged) and measure(numbered(message)) <= LONGEST_CAPTION

    async def address_of(self, message: Rendered, tables: WhatsAppTables, clock: Clock) -> str:
        """Of the message's picture, which waits there from now on; "" where it has none. Raises storage's errors."""
        if not self.has(message):
            return ""
        return await self._put_up(message, tables, clock) if message.picture else f"{message.qr}/qr.png"

    async def _put_up(self, message: Rendered, tables: WhatsAppTables, clock: Clock) -> str:
        """The file of one try: another try has another address. None for what cannot be drawn."""
        picture = await png.draw(message.picture)
        if not picture:
            return ""
        token, file = FileToken(secrets.token_urlsafe(TOKEN_BYTES)), OneTimeFile(NAME, png.CONTENT_TYPE, picture)
        await tables.database.run(lambda tx: tables.files.put_up(tx, token, file, clock.now()))
        return f"{self.files}{token.reveal()}"


class Fetching:
    """Pictures that Twilio took the address of, and may still fetch: what is sent meanwhile would overtake them."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._under_way: dict[str, tuple[str, asyncio.Future[None]]] = {}  # by whom it is for: the message, its end

    def begin(self, address: str, message: str) -> None:
        """Until a report of it comes, or a while has passed: that of one who is offline does not."""
        self.end(address)
        self._under_way[address] = message, asyncio.get_running_loop().create_future()
        self._clock.call_later(FETCHED_WITHIN, lambda: self.note_report(message))

    def note_report(self, message: str) -> None:
        for address in [address for address, (name, _) in self._under_way.items() if name == message]:
            self.end(address)

    def end(self, address: str) -> None:
        _, done = self._under_way.pop(address, (None, None))
        if done and not done.done():
            done.set_result(None)

    async def ended(self, address: str) -> None:
        """Return when the next message to them may be sent."""
        if found := self._under_way.get(address):
            await asyncio.wait({found[1]})
