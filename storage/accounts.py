"""The accounts table: the lines that can be read without an OTP. Never what is read of them."""

from dataclasses import dataclass
from datetime import datetime

from conversations.contact import Contact
from conversations.secret import AccountId
from conversations.session import LinkedLine
from storage.codec import to_ms
from storage.lookup import of_account, of_contact, of_number
from storage.sealed import sealed
from storage.sealing import Keyring
from storage.transaction import Transaction

AT_ONCE = 0  # the moment of a line whose consent was never scheduled, as in the first release


@dataclass(frozen=True, slots=True)
class Owned:
    """A row's content: whose line it is, and the line."""

    contact: Contact
    line: LinkedLine


_OWNED = sealed("accounts", Owned)


@dataclass(frozen=True, slots=True)
class Accounts:
    """Keeps and forgets linked lines within a transaction that the caller holds."""

    keyring: Keyring

    def keep(self, tx: Transaction, contact: Contact, line: LinkedLine) -> None:
        key = of_account(self.keyring, line.account)
        number = of_number(self.keyring, line.claim.line.number)
        due = to_ms(line.summary_due) if line.summary_due else None
        tend_at = to_ms(line.tend_at) if line.tend_at else AT_ONCE
        tx.execute(
            "INSERT INTO accounts (id, contact, number, linked_at, due_at, tend_at, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET contact = excluded.contact, number = excluded.number,"
            " linked_at = excluded.linked_at, due_at = excluded.due_at, tend_at = excluded.tend_at,"
            " sealed = excluded.sealed",
            (
                key,
                of_contact(self.keyring, contact),
                number,
                to_ms(line.linked_at),
                due,
                tend_at,
                _OWNED.seal(self.keyring, key, Owned(contact, line)),
            ),
        )

    def forget(self, tx: Transaction, account: AccountId) -> None:
        tx.execute("DELETE FROM accounts WHERE id = ?", (of_account(self.keyring, account),))

    def of(self, tx: Transaction, contact: Contact) -> tuple[LinkedLine, ...]:
        """The contact's lines, oldest first."""
        query = "SELECT id, sealed FROM accounts WHERE contact = ? ORDER BY linked_at"
        rows = tx.execute(query, (of_contact(self.keyring, contact),)).fetchall()
        return tuple(owned.line for owned in map(self._open, rows) if owned)

    def owner(self, tx: Transaction, account: AccountId) -> Contact | None:
        """Whose line an account is: the provider's webhooks name nothing else."""
        key = of_account(self.keyring, account)
        row = tx.execute("SELECT id, sealed FROM accounts WHERE id = ?", (key,)).fetchone()
        owned = self._open(row) if row else None
        return owned.contact if owned else None

    def due(self, tx: Transaction, now: datetime, most: int = 100) -> list[Owned]:
        """The lines whose summary did not come yet and may have by now."""
        rows = tx.execute("SELECT id, sealed FROM accounts WHERE due_at <= ?", (to_ms(now),))
        return _OWNED.open_some(self.keyring, rows, most)[0]

    def to_tend(self, tx: Transaction, now: datetime, most: int = 500) -> list[Owned]:
        """The lines whose consent has to be seen to: its end, the notice of it, or a reminder may be due."""
        query = "SELECT id, sealed FROM accounts WHERE tend_at <= ? ORDER BY tend_at LIMIT ?"
        owned = map(self._open, tx.execute(query, (to_ms(now), most)).fetchall())
        return [each for each in owned if each]

    def _open(self, row: tuple[bytes, bytes]) -> Owned | None:
        return _OWNED.open(self.keyring, *row)
