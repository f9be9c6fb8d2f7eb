"""The receipt_pages table: the addresses at which anybody can see whether a receipt holds. Never what it says of whom.

An address is made from the receipt's number with a key, so that nobody can guess it, and is kept nowhere but there.
"""

import base64

from msgspec import Struct

from conversations.consent import Receipt
from conversations.contact import Contact
from storage.consents import Consents
from storage.lookup import of_contact, of_receipt, of_receipt_token
from storage.sealing import Keyring
from storage.transaction import Transaction, Write

TOKEN_BYTES = 16
_NOTE = Write(
    "receipt_pages", "INSERT INTO receipt_pages (token, contact) VALUES (?, ?) ON CONFLICT (token) DO NOTHING"
)


class ReceiptPages(Struct, frozen=True):
    """Notes and finds them within a transaction that the caller holds. `prefix` is what a token is appended to."""

    keyring: Keyring
    prefix: str = ""

    def publish(self, tx: Transaction, contact: Contact, reference: str) -> str:
        """The address of a receipt of that chat, from now on; "" where there are none."""
        if not self.prefix:
            return ""
        token = self._token(reference)
        key = of_receipt_token(self.keyring, token)
        tx.put(_NOTE, (key, of_contact(self.keyring, contact)))
        return self.prefix + token

    def find(self, tx: Transaction, token: str) -> Receipt | None:
        """What is on record now of the receipt at an address; None for every other text."""
        key = of_receipt_token(self.keyring, token)
        row = tx.execute("SELECT contact FROM receipt_pages WHERE token = ?", (key,)).fetchone()
        known = Consents(self.keyring).receipts_under(tx, row[0])[0] if row else ()
        return next((each for each in known if self._token(each.agreement.reference) == token), None)

    def _token(self, reference: str) -> str:
        made = of_receipt(self.keyring, reference)[:TOKEN_BYTES]
        return base64.b32encode(made).decode().rstrip("=").lower()
