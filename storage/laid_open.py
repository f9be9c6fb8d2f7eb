"""All that is held of one chat, under names that can be read: for an operator's export, and for the customer's own.

What a later release keeps of a line or an agreement is in it too. Never what is held of others, agents included.
"""

import json
from datetime import datetime
from typing import Any

from conversations.contact import Contact
from conversations.link import Link
from conversations.linked_line import LinkedLine
from conversations.phone import PhoneNumber
from conversations.session import Session
from storage.chats import Chat
from storage.codec import encode
from storage.consents import Evidence
from storage.customers import Customer, Holdings, gather
from storage.labels import legend_of
from storage.lookup import of_contact
from storage.store import Store
from storage.transaction import Transaction

_ELSEWHERE = ("contact", "lines", "held_elsewhere")  # in a conversation, and listed by themselves
_HOLDING, _KEYS = ("asked", "before"), ("reference", "code")  # in its step: the keys to a code, and what holds them
_NOT_THEIRS = ("enrolled_by", "served_by", "token", "binds_tokens")  # of a link: who its agent is, and what opens it
# What is held and not listed, and why.
NOT_LISTED = {
    "how often something was asked for": "counted under a keyed value without content; gone in 2 days, of invitations"
    " in 2 weeks",
    "ids of messages that were taken in": "half of a keyed value, tied to nobody; gone in 2 days, or in 395"
    " where they can be posted anew",
    "messages that could not be read": "nobody's, for they could not be read; gone in 30 days",
    "words of messages that wait": "they come to the chat by themselves; here is how many do",
    "addresses of links, receipts and files": "a keyed value; the address itself stands in the message that brought it",
    "keys to a code that is being asked for": "they are the provider's, open the line, and are gone in ten minutes",
    "what the business was told": "kept under the link, for 30 days; the business holds it itself",
    "what the business's programs were answered": "kept under a keyed value, with the number masked; gone in 24 hours,"
    " the reference alone in 30 days",
    "what the business's people did": "on record for good; where it was about you, under the numbers of your receipts,"
    " without name and number",
    "who the agents are": "theirs; what they are called stands in what they sent",
    "the whole number of a link that may have been sent on": "until you type it, or share it as your own",
    "links for the same number that somebody else uses": "theirs",
    "order of rows, and when one is looked at again": "follows from what is listed, and says nothing more",
}


def own_data(tx: Transaction, store: Store, contact: Contact, now: datetime) -> str:
    """For the customer, as JSON. What of their record cannot be read is left out, and they are told so elsewhere.

    Whoever opened a link that was sent on learns its number here no more than from the chat.
    """
    evidence, _ = store.consents.ledger.readable_under(tx, of_contact(store.keyring, contact))
    holdings = gather(tx, store, Customer(contact, store.accounts.of(tx, contact), tuple(evidence)))
    held = {"as_of": now.isoformat(), **lay_open(holdings)}
    for number in _unshown(holdings.session) if holdings.session else ():
        held = _mask(held, number)
    return as_file(held)


def as_file(held: dict[str, Any]) -> str:
    """For programs, with what the names in it mean, and what is not in it and why."""
    told = {**held, "what_the_names_mean": legend_of(held), "not_listed": NOT_LISTED}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def lay_open(held: Holdings) -> dict[str, Any]:
    customer, session = held.customer, held.session
    return {
        "chat": {"channel": customer.contact.channel, "address": customer.contact.address},
        "lines": [_plain(line, LinkedLine) for line in customer.lines],
        "agreements": [_plain(each, Evidence) for each in customer.evidence],
        "conversation": _conversation(session) if session else None,
        "reached_by": _plain(held.chat, Chat) if held.chat else None,
        "links": [_link(link, held) for link in held.links if link.customer in (None, customer.contact)],
        "messages_to_be_sent": held.waiting,
    }


def _unshown(session: Session) -> set[PhoneNumber]:
    """Numbers of a link that they neither typed nor proved: the one they agreed by, and the one they may yet."""
    offered = {session.offer.number} if session.offer else set()
    hidden = {session.unshown, *(offered - session.numbers - {session.own_number})}
    return {number for number in hidden if number}


def _mask(value: Any, hidden: PhoneNumber) -> Any:
    """The same with that number as others see it, wherever it stands."""
    if isinstance(value, dict):
        return {name: _mask(inner, hidden) for name, inner in value.items()}
    if isinstance(value, list):
        return [_mask(inner, hidden) for inner in value]
    return hidden.masked if value == hidden.e164 else value


def _conversation(session: Session) -> dict[str, Any]:
    """Where it stands and what is remembered, without what stands elsewhere and the keys of a code on its way."""
    whole = {name: value for name, value in _plain(session, Session).items() if name not in _ELSEWHERE}
    for holder in (whole["step"], *(whole["step"].get(name) or {} for name in _HOLDING)):
        for key in _KEYS:
            holder.pop(key, None)
    return whole


def _plain(value: Any, kind: type) -> dict[str, Any]:
    """As it stands on the disk, unsealed."""
    plain: dict[str, Any] = json.loads(encode(value, kind))
    return plain


def _link(link: Link, held: Holdings) -> dict[str, Any]:
    """With when it was opened, agreed to and linked, which no later change of it takes back."""
    told = {name: value for name, value in _plain(link, Link).items() if name not in _NOT_THEIRS}
    opened_at, agreed_at, linked_at = (at and at.isoformat() for at in held.moments[link.reference])
    return {**told, "opened_at": opened_at, "agreed_at": agreed_at, "linked_at": linked_at}
