"""What is on record of a chat's agreements, looked up within its turn. Never how a receipt reads."""

from conversations.consent_events import ReceiptsFound
from conversations.contact import Contact
from conversations.effects import FindReceipts
from storage.consents import Consents
from storage.transaction import Transaction


def find_receipts(consents: Consents, tx: Transaction, contact: Contact, asked: FindReceipts) -> ReceiptsFound:
    """Of all that the chat agreed to, or of the one that was asked for."""
    known, unreadable = consents.receipts(tx, contact)
    wanted = tuple(each for each in known if asked.reference in ("", each.agreement.reference))
    return ReceiptsFound(wanted, asked.reference, unreadable, str(consents.ledger.head(tx)), asked.for_card)
