"""What is on record of a chat's agreements, looked up within its turn. Never how a receipt reads."""

from datetime import datetime

from conversations.changing import replace
from conversations.consent import Receipt, ShownAs
from conversations.consent_events import ReceiptsFound
from conversations.contact import Contact
from conversations.effects import FindReceipts
from storage.laid_open import own_data
from storage.store import Store
from storage.transaction import Transaction


def find_receipts(store: Store, tx: Transaction, contact: Contact, asked: FindReceipts, now: datetime) -> ReceiptsFound:
    """Of all that the chat agreed to, or of the one that was asked for."""
    if asked.shown is ShownAs.FILE:
        return ReceiptsFound((), shown=asked.shown, held=own_data(tx, store, contact, now))
    known, unreadable = store.consents.receipts(tx, contact)
    wanted = tuple(each for each in known if asked.reference in ("", each.agreement.reference))
    if asked.shown is ShownAs.RECEIPTS:
        wanted = tuple(_with_page(store, tx, contact, each) for each in wanted)
    head = str(store.consents.ledger.head(tx))
    return ReceiptsFound(wanted, asked.reference, unreadable, head, asked.shown)


def _with_page(store: Store, tx: Transaction, contact: Contact, receipt: Receipt) -> Receipt:
    """An agreement that stands, with the address at which anybody can see whether it does."""
    if receipt.ended_at:
        return receipt
    return replace(receipt, page=store.receipt_pages.publish(tx, contact, receipt.agreement.reference))
