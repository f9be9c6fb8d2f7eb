"""What a customer's turn records, each in its own table and within the turn's transaction."""

from datetime import datetime

from conversations.consent import Agreement, EndReason
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
                _end_left_behind(store, tx, contact, agreement, now)
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


def _end_left_behind(store: Store, tx: Transaction, contact: Contact, newer: Agreement, now: datetime) -> None:
    """Whoever agrees anew cannot go on with what they agreed to before and linked nothing under."""
    stay = {newer.reference, *(line.claim.agreement.reference for line in store.accounts.of(tx, contact))}
    for receipt in store.consents.standing(tx, contact, now):
        if receipt.agreement.reference not in stay:
            store.consents.record(tx, contact, receipt.agreement, now, withdrawn=True, why=EndReason.RENEWED)


def _end_agreements(store: Store, tx: Transaction, contact: Contact, why: EndReason, now: datetime) -> None:
    """Those that stand still, on record."""
    for receipt in store.consents.standing(tx, contact, now):
        store.consents.record(tx, contact, receipt.agreement, now, withdrawn=True, why=why)
