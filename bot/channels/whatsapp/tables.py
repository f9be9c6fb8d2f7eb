"""The database and the tables that the channel reads and writes, in one place for its parts to share. Never SQL."""

from msgspec import Struct

from bot.channels.whatsapp.addresses import NAME
from conversations.contact import Contact
from storage.chats import Chats
from storage.database import Database
from storage.inbound_ids import InboundIds
from storage.one_time_files import OneTimeFiles
from storage.outbox import Outbox
from storage.sent_messages import SentMessages
from storage.store import Store
from storage.transaction import Wanted


class WhatsAppTables(Struct, frozen=True):
    """The database and the tables that this channel reads and writes."""

    database: Database
    store: Store

    @property
    def chats(self) -> Chats:
        return self.store.chats

    @property
    def outbox(self) -> Outbox:
        return self.store.outbox

    @property
    def sent_messages(self) -> SentMessages:
        return self.store.sent_messages

    @property
    def inbound_ids(self) -> InboundIds:
        return self.store.inbound_ids

    @property
    def files(self) -> OneTimeFiles:
        return self.store.one_time_files

    def lane(self, contact: Contact) -> bytes:
        """Where the messages of one person's chat stand in line."""
        return self.store.sessions.key(contact)

    def wanted_by(self, message: str, sender: str, person: str, *, is_figure: bool) -> tuple[Wanted, ...]:
        """The rows that hearing a message asks for, as a rule; `person` is "" where WhatsApp has no id for them."""
        contact = Contact(NAME, sender)  # as a rule that is their name here
        names = [self.chats.wanted_name(NAME, name) for name in (sender, person) if name]
        seen, lane = self.inbound_ids.wanted(NAME, message), self.lane(contact)
        shown = (self.sent_messages.wanted_seen(lane),) if is_figure else ()
        return (seen, *names, self.chats.wanted(contact), self.outbox.wanted_held(lane), *shown)
