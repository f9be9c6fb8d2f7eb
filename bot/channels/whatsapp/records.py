"""What the channel keeps on disk, in one place for its parts to share. Never SQL."""

from dataclasses import dataclass
from typing import Self

from conversations.contact import Contact
from storage.chats import Chats
from storage.database import Database
from storage.outbox import Outbox
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Records:
    """The database and the tables that this channel reads and writes."""

    database: Database
    chats: Chats
    outbox: Outbox
    store: Store

    @classmethod
    def of(cls, database: Database, store: Store) -> Self:
        return cls(database, Chats(store.keyring), store.outbox, store)

    def lane(self, contact: Contact) -> bytes:
        """Where the letters of one person's chat stand in line."""
        return self.store.sessions.key(contact)
