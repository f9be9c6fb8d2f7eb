"""The consents table: the evidence of who agreed to what, when, and when it ended. Append-only; never changed."""

from datetime import datetime

from msgspec import Struct

from conversations.changing import replace
from conversations.consent import Agreement, Asked, EndReason, Receipt, has_ended
from conversations.contact import Contact
from storage.ledger import Ledger
from storage.lookup import of_contact
from storage.sealing import Keyring
from storage.transaction import Transaction


class Evidence(Struct, frozen=True):
    """One row's content: an agreement, its end (`withdrawn`), or that less may be read under it (`narrowed`).

    The channel is the contact's. Rows of the first release have no more than the first four fields: neither what was
    `asked`, with its very words, nor `why` it ended.
    """

    contact: Contact
    agreement: Agreement
    withdrawn: bool
    at: datetime
    asked: Asked | None = None
    why: EndReason | None = None
    narrowed: bool = False


class Consents(Struct, frozen=True):
    """Appends to and checks the chain within a transaction that the caller holds."""

    keyring: Keyring

    def record(  # noqa: PLR0913 - a row's content
        self,
        tx: Transaction,
        contact: Contact,
        agreement: Agreement,
        now: datetime,
        *,
        withdrawn: bool,
        asked: Asked | None = None,
        why: EndReason | None = None,
        narrowed: bool = False,
    ) -> None:
        self.ledger.append(tx, contact, Evidence(contact, agreement, withdrawn, now, asked, why, narrowed), now)

    def of(self, tx: Transaction, contact: Contact) -> list[Evidence]:
        """Everything that a contact agreed to and withdrew, oldest first."""
        return self.ledger.of(tx, contact)

    def receipts(self, tx: Transaction, contact: Contact) -> tuple[tuple[Receipt, ...], int]:
        """What the customer may have of it: each agreement once, oldest first, with its end where it has one.

        And how many rows of theirs cannot be read.
        """
        return self.receipts_under(tx, of_contact(self.keyring, contact))

    def standing(self, tx: Transaction, contact: Contact, now: datetime) -> tuple[Receipt, ...]:
        """Those of a contact's agreements that have not ended, also by their date."""
        return tuple(each for each in self.receipts(tx, contact)[0] if not has_ended(each, now))

    def receipts_under(self, tx: Transaction, key: bytes) -> tuple[tuple[Receipt, ...], int]:
        """The same of the chat with that look-up value."""
        receipts: dict[str, Receipt] = {}
        rows, unreadable = self.ledger.readable_under(tx, key)
        for each in rows:
            known = receipts.get(each.agreement.reference, Receipt(each.agreement))
            if each.withdrawn:
                known = replace(known, ended_at=known.ended_at or each.at, why=known.why or each.why)
            elif each.narrowed:
                known = replace(known, agreement=each.agreement, narrowed_at=each.at)
            else:
                known = replace(known, asked=each.asked)
            receipts[each.agreement.reference] = known
        return tuple(receipts.values()), unreadable

    def first_broken(self, tx: Transaction) -> int | None:
        """The number of the first row that was changed, moved or taken out; None when all is well."""
        return self.ledger.first_broken(tx)

    @property
    def ledger(self) -> Ledger[Evidence]:
        return Ledger(self.keyring, "consents", Evidence)
