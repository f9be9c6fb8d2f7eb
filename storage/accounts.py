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
        tx.execute(
            "INSERT INTO accounts (id, contact, number, linked_at, due_at, sealed) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET contact = excluded.contact, number = excluded.number,"
            " linked_at = excluded.linked_at, due_at = excluded.due_at, sealed = excluded.sealed",
            (
                key,
                of_contact(self.keyring, contact),
                number,
                to_ms(line.linked_at),
                due,
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

    def _open(self, row: tuple[bytes, bytes]) -> Owned | None:
        return _OWNED.open(self.keyring, *row)
