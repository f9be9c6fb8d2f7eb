"""The accounts table: the lines that can be read without an OTP, a row for each chat that holds one.

Never what is read of them.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from msgspec import Struct, field

from conversations.contact import Contact
from conversations.linked_line import LinkedLine
from conversations.phone import PhoneNumber
from conversations.secret import AccountId
from storage.account_counts import AccountCounts
from storage.codec import to_ms
from storage.lookup import of_account, of_contact, of_number
from storage.paging import InOrder, in_pages
from storage.recent import Recent
from storage.sealed import sealed
from storage.sealing import Keyring
from storage.transaction import Found, OneMore, RowSet, Transaction, Wanted, Write

_COLUMNS = "id, contact, number, linked_at, due_at, missing_at, tend_at, sealed"
_CHANGED = ("number", "linked_at", "due_at", "missing_at", "tend_at", "sealed")
AT_ONCE = 0  # the moment of a line whose consent was never scheduled, as in the first release


class Owned(Struct, frozen=True):
    """A row's content: a holder, and the line as that chat holds it."""

    contact: Contact
    line: LinkedLine


_OWNED = sealed("accounts", Owned)
_OF_CONTACT = RowSet("accounts", ("contact",), ("id", "sealed"), order="linked_at, id")
_OF_NUMBER = RowSet("accounts", ("number",), ("id", "contact", "sealed"))
_WITHOUT_LINK = (
    "FROM accounts WHERE linked_at >= ? AND NOT EXISTS (SELECT 1 FROM links WHERE links.account = accounts.id)"
)
_KEEP = Write(
    "accounts",
    f"INSERT INTO accounts ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - names of ours
    f" ON CONFLICT (id, contact) DO UPDATE SET {', '.join(f'{column} = excluded.{column}' for column in _CHANGED)}",
)


class Accounts(Struct, frozen=True):
    """Keeps and forgets linked lines within a transaction that the caller holds."""

    keyring: Keyring
    counts: AccountCounts = field(default_factory=AccountCounts)
    _recent: Recent[Owned] = field(default_factory=lambda: Recent(_OWNED))

    def wanted(self, contact: Contact) -> Wanted:
        """What `of` asks for."""
        return _OF_CONTACT, (of_contact(self.keyring, contact),)

    def wanted_of_number(self, number: PhoneNumber) -> Wanted:
        """What is asked for where it matters who holds a number's line."""
        return _OF_NUMBER, (of_number(self.keyring, number),)

    def key(self, account: AccountId) -> bytes:
        """What an account is kept under."""
        return of_account(self.keyring, account)

    def keep(self, tx: Transaction, contact: Contact, line: LinkedLine) -> None:
        key, holder = self.key(line.account), of_contact(self.keyring, contact)
        number, content = of_number(self.keyring, line.claim.line.number), self._seal(key, contact, line)
        held = tx.find(_OF_CONTACT, holder)
        row = (
            key,
            holder,
            number,
            to_ms(line.linked_at),
            to_ms(line.due_at) if line.due_at else None,
            to_ms(line.missing.since) if line.missing else None,
            to_ms(line.tend_at) if line.tend_at else AT_ONCE,
            content,
        )
        is_new = all(each[1] != key for each in held)
        is_last = is_new and all(to_ms(each.linked_at) < row[3] for each in self.of(tx, contact))  # a clock may go back
        tx.put(
            _KEEP,
            row,
            (_OF_CONTACT, (holder,), OneMore((holder, key, content)) if is_last else None),
            (_OF_NUMBER, (number,), OneMore((number, key, holder, content)) if is_new else None),
        )

    def forget(self, tx: Transaction, contact: Contact, account: AccountId) -> None:
        """The chat holds the line no longer; others may."""
        key = self.key(account)
        self._recent.forget(key)
        tx.execute("DELETE FROM accounts WHERE id = ? AND contact = ?", (key, of_contact(self.keyring, contact)))

    def of(self, tx: Transaction, contact: Contact) -> tuple[LinkedLine, ...]:
        """The contact's lines, oldest first."""
        rows = tx.find(_OF_CONTACT, of_contact(self.keyring, contact))
        opened = (self._open((key, holder, content)) for holder, key, content in rows)
        return tuple(owned.line for owned in opened if owned)

    def has_any(self, tx: Transaction, contact: Contact) -> bool:
        return bool(tx.find(_OF_CONTACT, of_contact(self.keyring, contact)))

    def holders(self, tx: Transaction, account: AccountId) -> tuple[Owned, ...]:
        """Every chat that holds an account: the provider's webhooks name nothing else."""
        query = "SELECT id, contact, sealed FROM accounts WHERE id = ?"
        return self._all(tx, query, self.key(account))

    def of_number(self, tx: Transaction, number: PhoneNumber) -> tuple[Owned, ...]:
        """Every chat that holds a number's line, oldest first: the provider may name one number by several accounts."""
        found = [owned for _, *row in self._rows_of(tx, number) if (owned := self._open(row, number))]
        return tuple(sorted(found, key=lambda owned: (owned.line.linked_at, str(owned.contact))))

    def all(self, tx: Transaction) -> tuple[Owned, ...]:
        """Every linked line, once for each chat that holds it, oldest first."""
        return self._all(tx, "SELECT id, contact, sealed FROM accounts ORDER BY linked_at, id, contact")

    def is_held(self, tx: Transaction, account: AccountId) -> bool:
        query = "SELECT 1 FROM accounts WHERE id = ? LIMIT 1"
        return tx.execute(query, (self.key(account),)).fetchone() is not None

    def is_held_elsewhere(self, tx: Transaction, contact: Contact, number: PhoneNumber) -> bool:
        """Whether another chat holds the number's line."""
        key = of_contact(self.keyring, contact)
        others = (row for _, *row in self._rows_of(tx, number) if row[1] != key)
        return any(self._open(row, number) for row in others)

    def due(self, tx: Transaction, now: datetime, most: int = 100) -> list[Owned]:
        """The lines that are to be asked for again: the summary did not come, or the account was not found."""
        return self._first(tx, "due_at", now, most)

    def to_tend(self, tx: Transaction, now: datetime, most: int = 500) -> list[Owned]:
        """The lines whose consent has to be seen to: its end, the notice of it, or a reminder may be due."""
        return self._first(tx, "tend_at", now, most)

    def without_link(self, tx: Transaction, since: datetime, start: int, most: int) -> tuple[Owned, ...]:
        """The lines linked since then that no link knows, the newest first, `most` of them from `start` on."""
        query = f"SELECT id, contact, sealed {_WITHOUT_LINK} ORDER BY linked_at DESC LIMIT ? OFFSET ?"
        return self._all(tx, query, to_ms(since), most, start)

    def count_without_link(self, tx: Transaction, since: datetime) -> int:
        return int(tx.execute(f"SELECT count(*) {_WITHOUT_LINK}", (to_ms(since),)).fetchone()[0])

    def _first(self, tx: Transaction, moment: str, now: datetime, most: int) -> list[Owned]:
        """At most so many whose moment has come, in its order. One that cannot be read takes no other's place."""
        due = InOrder("accounts", ("id", "contact", "sealed"), f"{moment} <= ?", (moment, "id", "contact"))
        return list(islice(filter(None, map(self._open, in_pages(tx, due, (to_ms(now),), most))), most))

    def _all(self, tx: Transaction, query: str, *values: object) -> tuple[Owned, ...]:
        rows = tx.execute(query, values).fetchall()
        return tuple(owned for owned in map(self._open, rows) if owned)

    def _rows_of(self, tx: Transaction, number: PhoneNumber) -> Found:
        return tx.find(_OF_NUMBER, of_number(self.keyring, number))

    def _seal(self, key: bytes, contact: Contact, line: LinkedLine) -> bytes:
        return self._recent.seal(self.keyring, key, Owned(contact, line))

    def _open(self, row: Sequence[bytes], number: PhoneNumber | None = None) -> Owned | None:
        """Nothing for a row into which another holder's value was moved: the account alone does not tell them apart.

        Nor for one that was found by a number which is not its line's.
        """
        key, contact, content = row
        owned = self._recent.open(self.keyring, key, content)
        if owned is None:
            return None
        if of_contact(self.keyring, owned.contact) == contact and number in (None, owned.line.claim.line.number):
            return owned
        self.keyring.note_unopened("accounts", key)
        return None
