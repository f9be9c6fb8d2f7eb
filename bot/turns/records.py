"""What a customer's turn records, each in its own table and within the turn's transaction."""

from collections.abc import Collection
from datetime import datetime

from conversations.consent import EndReason
from conversations.contact import Contact
from conversations.effects import (
    EndForHolders,
    ForgetCustomer,
    ForgetLine,
    KeepLine,
    NarrowForHolders,
    Record,
    RecordConsent,
    ReturnAllowances,
    SilenceChat,
    TellHolders,
)
from storage.store import Store
from storage.transaction import Transaction


def keep_record(store: Store, tx: Transaction, contact: Contact, record: Record, now: datetime) -> None:
    match record:
        case RecordConsent(agreement, withdrawn, asked, why, narrowed):
            if not (withdrawn or narrowed):
                # Whoever agrees anew cannot go on with what they agreed to before and linked nothing under.
                linked = (line.claim.agreement.reference for line in store.accounts.of(tx, contact))
                _end_agreements(store, tx, contact, EndReason.RENEWED, now, stay={agreement.reference, *linked})
            ended = why if withdrawn else None
            store.consents.record(
                tx, contact, agreement, now, withdrawn=withdrawn, asked=asked, why=ended, narrowed=narrowed
            )
        case KeepLine(line):
            store.accounts.keep(tx, contact, line)
        case ForgetLine(account):
            store.accounts.forget(tx, contact, account)
        case ReturnAllowances(allowances):
            store.counters.give_back(tx, allowances)
        case SilenceChat():
            store.chats.silence(tx, contact)
        case ForgetCustomer(why):
            _end_agreements(store, tx, contact, why, now)
        case TellHolders() | EndForHolders() | NarrowForHolders():
            pass  # done by other chats' own turns


def _end_agreements(
    store: Store, tx: Transaction, contact: Contact, why: EndReason, now: datetime, *, stay: Collection[str] = ()
) -> None:
    """Those that stand still, on record, but for these receipts."""
    for receipt in store.consents.standing(tx, contact, now):
        if receipt.agreement.reference not in stay:
            store.consents.record(tx, contact, receipt.agreement, now, withdrawn=True, why=why)
