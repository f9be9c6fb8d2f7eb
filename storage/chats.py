"""The chats table: how a person is reached on a channel, and whether they may be written to. Never what is said.

For channels on which one person goes by several names, and which let us write freely for a day after they did.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from msgspec import Struct, field

from conversations.changing import replace
from conversations.contact import Contact
from conversations.discretion import Discreet, Hidden
from storage.codec import from_ms, to_ms
from storage.lookup import of_chat_name, of_contact
from storage.recent import AtHand
from storage.sealed import sealed
from storage.sealing import Keyring
from storage.transaction import RowSet, Transaction, Wanted, Write

MOST_NAMES = 8  # of one person, beside where they write from and what the channel calls them
KEPT = timedelta(days=30)  # after the last message of whoever is not kept longer; see `forget_old`
AT_ONCE = 200  # chats that are looked at to be forgotten, before others have the database
ChatMark = tuple[int, bytes]  # of a chat among all, by when it was heard last
FIRST: ChatMark = (0, b"")

_COLUMNS = ("heard_at", "window_closed", "opted_out", "template_sent", "text_only", "sealed")
_CHATS = RowSet("chats", ("contact",), _COLUMNS)
_NAMES = RowSet("chat_names", ("name",), ("contact",))
_KEEP = Write(
    "chats",
    "INSERT INTO chats (contact, heard_at, window_closed, opted_out, template_sent, text_only, sealed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (contact) DO UPDATE SET heard_at = excluded.heard_at,"
    " window_closed = excluded.window_closed, opted_out = excluded.opted_out,"
    " template_sent = excluded.template_sent, text_only = excluded.text_only, sealed = excluded.sealed",
)
_NAME = Write(
    "chat_names",
    "INSERT INTO chat_names (name, contact) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET contact = excluded.contact",
)
_SILENT = (
    "SELECT heard_at, contact, opted_out FROM chats"
    " WHERE heard_at < ? AND heard_at >= ? AND (heard_at > ? OR contact > ?) ORDER BY heard_at, contact LIMIT ?"
)


class ChatAddress(Discreet, frozen=True):
    """Where a chat is: what the channel sends to, its own id for the person ("" unknown), their newest message.

    `doubted`: that message may have been another person's, to whom the number has gone. `names`: what else they go by,
    or went by, the latest last.
    """

    contact: Contact
    reply_to: Hidden[str]
    person: Hidden[str]
    message: str
    doubted: bool = False
    names: Hidden[tuple[str, ...]] = ()

    def goes_by(self, name: str) -> bool:
        return name in (self.contact.address, self.reply_to, self.person, *self.names)


_ADDRESSES = sealed("chats", ChatAddress)


class Chat(Struct, frozen=True):
    """One row. `heard_at` is the person's newest message.

    `window_closed`: the channel has let nothing through since. `opted_out`: they asked for nothing more.
    `template_sent`: they were told since then, by a template, that something waits for them. `text_only`: their app
    shows no buttons.
    """

    place: ChatAddress
    heard_at: datetime
    window_closed: bool = False
    opted_out: bool = False
    template_sent: bool = False
    text_only: bool = False


class Chats(Struct, frozen=True):
    """Finds and keeps chats within a transaction that the caller holds. `admins` come from the settings."""

    keyring: Keyring
    admins: Collection[Contact] = ()
    _recent: AtHand[Chat] = field(default_factory=AtHand)

    def at_hand(self, contact: Contact) -> Chat | None:
        """The chat as a transaction has seen it last, without waiting for one; None where it has to be looked up.

        It is never behind what is on the disk; ahead of that by the group that is being written, or by a turn that was
        undone: what they did, they did.
        """
        return self._recent.newest(of_contact(self.keyring, contact))

    def find(self, tx: Transaction, contact: Contact) -> Chat | None:
        return self._of(tx, of_contact(self.keyring, contact))

    def named(self, tx: Transaction, channel: str, name: str) -> Chat | None:
        """The chat of the person who goes by this name there; None where only the name's row says so, and not the chat.

        That row is in the clear: whoever may write to the disk could have it lead to another person's chat.
        """
        named = of_chat_name(self.keyring, channel, name)
        found = tx.find(_NAMES, named)
        chat = self._of(tx, found[0][1]) if found else None
        if chat is None or (chat.place.contact.channel == channel and chat.place.goes_by(name)):
            return chat
        self.keyring.note_unopened("chat_names", named)
        return None

    def wanted(self, contact: Contact) -> Wanted:
        """What `find` asks for."""
        return _CHATS, (of_contact(self.keyring, contact),)

    def wanted_name(self, channel: str, name: str) -> Wanted:
        """What `named` asks for, and then for the chat of whose name it is."""
        return _NAMES, (of_chat_name(self.keyring, channel, name),)

    def keep(self, tx: Transaction, chat: Chat) -> None:
        key = of_contact(self.keyring, chat.place.contact)
        content = _ADDRESSES.seal(self.keyring, key, chat.place)
        told = chat.window_closed, chat.opted_out, chat.template_sent, chat.text_only
        row = (key, to_ms(chat.heard_at), *told, content)
        tx.put(_KEEP, row, (_CHATS, (key,), (row,)))
        self._recent.note(key, row, replace(chat, heard_at=from_ms(row[1])))  # as it is read: to the millisecond

    def silence(self, tx: Transaction, contact: Contact) -> None:
        """They asked for nothing more, in whatever words. Nothing where the channel keeps no chats."""
        key = of_contact(self.keyring, contact)
        tx.execute("UPDATE chats SET opted_out = TRUE WHERE contact = ?", (key,))
        self._recent.forget(key)

    def name(self, tx: Transaction, contact: Contact, name: str) -> None:
        """From now on this name means this contact, whoever had it before; when all is kept, they must have a chat."""
        named, key = of_chat_name(self.keyring, contact.channel, name), of_contact(self.keyring, contact)
        if tx.find(_NAMES, named) != ((named, key),):
            tx.put(_NAME, (named, key), (_NAMES, (named,), ((named, key),)))

    def forget_old(self, tx: Transaction, now: datetime, after: ChatMark = FIRST) -> ChatMark | None:
        """Of some who have been silent for long, remove whom nothing keeps; behind whom to go on, None at the end.

        Not those with a linked line, of whom there may be many, nor those who opted out. Nor agents: the channel's id
        for the person is what tells them from the next owner of their number.
        """
        some = tx.execute(_SILENT, (to_ms(now - KEPT), after[0], *after, AT_ONCE)).fetchall()
        silent = [key for _, key, opted_out in some if not opted_out]
        kept = {of_contact(self.keyring, admin) for admin in self.admins}
        kept |= _those_in(tx, "accounts", silent) | _those_in(tx, "agents", silent)
        gone = [(key,) for key in silent if key not in kept]
        for (key,) in gone:
            self._recent.forget(key)
        tx.executemany("DELETE FROM chat_names WHERE contact = ?", gone)
        tx.executemany("DELETE FROM chats WHERE contact = ?", gone)
        return some[-1][:2] if len(some) == AT_ONCE else None

    def _of(self, tx: Transaction, key: bytes) -> Chat | None:
        found = tx.find(_CHATS, key)
        if not found:
            return None
        if known := self._recent.under(key, found[0]):
            return known
        contact, heard_at, *told, content = found[0]
        place = _ADDRESSES.open(self.keyring, contact, content)
        if not place:
            return None
        chat = Chat(place, from_ms(heard_at), *map(bool, told))
        self._recent.note(key, found[0], chat)
        return chat


def _those_in(tx: Transaction, table: str, contacts: list[bytes]) -> set[bytes]:
    """Asked about by key: a server that is asked for chats without a row there looks through the whole table."""
    marks = ", ".join("?" * len(contacts))
    query = f"SELECT contact FROM {table} WHERE contact IN ({marks})"  # noqa: S608 - names of ours
    return {key for (key,) in tx.execute(query, contacts)} if contacts else set()
