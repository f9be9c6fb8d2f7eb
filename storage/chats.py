"""The chats table: how a person is reached on a channel, and whether they may be written to. Never what is said.

For channels on which one person goes by several names, and which let us write freely for a day after they did.
"""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from conversations.contact import Contact
from storage.codec import Unreadable, decode, encode, from_ms, to_ms
from storage.errors import Unsealable
from storage.sealing import Keyring

KEPT = timedelta(days=30)  # after the last message of whoever is not kept longer; see `forget_old`

_PLACE = {"table": "chats", "column": "sealed"}
_COLUMNS = "chats.contact, heard_at, shut, quiet, called, sealed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chat is: what the channel sends to, its own id for the person ("" unknown), their newest message."""

    contact: Contact
    reply_to: str = field(repr=False)
    person: str = field(repr=False)
    message: str


@dataclass(frozen=True, slots=True)
class Chat:
    """One row. `heard_at` is the person's newest message; `shut` says that the channel let nothing through since.

    `quiet`: they asked for nothing more. `called`: they were told since then that something waits for them.
    """

    place: Place
    heard_at: datetime
    shut: bool = False
    quiet: bool = False
    called: bool = False


@dataclass(frozen=True, slots=True)
class Chats:
    """Finds and keeps chats within a transaction that the caller holds. `admins` come from the settings."""

    keyring: Keyring
    admins: Collection[Contact] = ()

    def find(self, db: sqlite3.Connection, contact: Contact) -> Chat | None:
        return self._one(db, f"SELECT {_COLUMNS} FROM chats WHERE contact = ?", self.keyring.contact(contact))  # noqa: S608

    def named(self, db: sqlite3.Connection, channel: str, name: str) -> Chat | None:
        """The chat of the person who goes by this name there."""
        query = f"SELECT {_COLUMNS} FROM chats JOIN chat_names USING (contact) WHERE name = ?"  # noqa: S608
        return self._one(db, query, self._name(channel, name))

    def keep(self, db: sqlite3.Connection, chat: Chat) -> None:
        key = self.keyring.contact(chat.place.contact)
        sealed = self.keyring.seal(encode(chat.place, Place), row=key, **_PLACE)
        db.execute(
            "INSERT INTO chats (contact, heard_at, shut, quiet, called, sealed) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (contact) DO UPDATE SET heard_at = excluded.heard_at, shut = excluded.shut,"
            " quiet = excluded.quiet, called = excluded.called, sealed = excluded.sealed",
            (key, to_ms(chat.heard_at), chat.shut, chat.quiet, chat.called, sealed),
        )

    def name(self, db: sqlite3.Connection, contact: Contact, name: str) -> None:
        """From now on this name means this contact, whoever had it before."""
        db.execute(
            "INSERT INTO chat_names (name, contact) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET"
            " contact = excluded.contact WHERE contact != excluded.contact",
            (self._name(contact.channel, name), self.keyring.contact(contact)),
        )

    def forget_old(self, db: sqlite3.Connection, now: datetime) -> int:
        """Remove whoever has been silent for long; not those with a linked line, nor those who opted out.

        Nor agents: the channel's id for the person is what tells them from the next owner of their number.
        """
        admins = [self.keyring.contact(admin) for admin in self.admins]
        return db.execute(
            "DELETE FROM chats WHERE heard_at < ? AND NOT quiet"  # noqa: S608 - only question marks
            " AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.contact = chats.contact)"
            " AND NOT EXISTS (SELECT 1 FROM agents WHERE agents.contact = chats.contact)"
            f" AND contact NOT IN ({', '.join('?' * len(admins))})",
            (to_ms(now - KEPT), *admins),
        ).rowcount

    def _one(self, db: sqlite3.Connection, query: str, key: bytes) -> Chat | None:
        row = db.execute(query, (key,)).fetchone()
        if not row:
            return None
        contact, heard_at, shut, quiet, called, sealed = row
        try:
            place = decode(self.keyring.open(sealed, row=contact, **_PLACE), Place)
        except (Unreadable, Unsealable):  # a row of another release, or of a key that is gone, is as none
            return None
        return Chat(place, from_ms(heard_at), bool(shut), bool(quiet), bool(called))

    def _name(self, channel: str, name: str) -> bytes:
        return self.keyring.index(f"{channel}:{name}", "name")
