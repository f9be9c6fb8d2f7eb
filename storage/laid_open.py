"""All that is held of one chat, under names that can be read: for an operator's export, and for the customer's own.

What a later release keeps of a line or an agreement is in it too. Never what is held of others, agents included.
"""

import json
from datetime import datetime
from typing import Any

from conversations.contact import Contact
from conversations.link import Link
from conversations.session import LinkedLine, Session
from storage.chats import Chat
from storage.codec import encode
from storage.consents import Evidence
from storage.customers import Customer, Holdings, gather
from storage.lookup import of_contact
from storage.store import Store
from storage.transaction import Transaction

_OF_OTHERS = ("enrolled_by", "served_by")  # who the agent is
NOT_LISTED = (
    "Not in this list, for it can be found by nobody's name or number: how often something was asked for (2 days),"
    " the ids of messages that were taken in, and what could not be read (30 days)."
)


def own_data(tx: Transaction, store: Store, contact: Contact, now: datetime) -> str:
    """For the customer, as JSON. What of their record cannot be read is left out, and they are told so elsewhere."""
    evidence, _ = store.consents.ledger.readable_under(tx, of_contact(store.keyring, contact))
    customer = Customer(contact, store.accounts.of(tx, contact), tuple(evidence))
    held = {"as_of": now.isoformat(), **lay_open(gather(tx, store, customer)), "not_listed": NOT_LISTED}
    return json.dumps(held, indent=2, ensure_ascii=False) + "\n"


def lay_open(held: Holdings) -> dict[str, Any]:
    customer, session = held.customer, held.session
    return {
        "chat": {"channel": customer.contact.channel, "address": customer.contact.address},
        "lines": [_plain(line, LinkedLine) for line in customer.lines],
        "agreements": [_plain(each, Evidence) for each in customer.evidence],
        "conversation": _conversation(session) if session else None,
        "reached_by": _plain(held.chat, Chat) if held.chat else None,
        "links": [_without_others(_plain(link, Link)) for link in held.links],
        "messages_to_be_sent": held.waiting,
    }


def _conversation(session: Session) -> dict[str, Any]:
    """Where it stands and what is remembered. What a step holds beyond that is gone within ten minutes."""
    whole = _plain(session, Session)
    kept = ("language", "expires_at", "memory", "own_number")
    return {"step": type(session.step).__name__, **{name: whole[name] for name in kept}}


def _plain(value: Any, kind: type) -> dict[str, Any]:
    """As it stands on the disk, unsealed."""
    plain: dict[str, Any] = json.loads(encode(value, kind))
    return plain


def _without_others(link: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in link.items() if name not in _OF_OTHERS}
