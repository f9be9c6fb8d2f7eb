"""Finding a customer by a line's number, a chat or a receipt, and showing them masked. Never anything else of them."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from re import fullmatch

from bot.channels.settings import DECLARATIONS
from bot.commands.operator import Operator
from bot.commands.records import mask
from bot.turns.log_lines import tag_of
from conversations.contact import Contact
from conversations.linked_line import LinkedLine
from conversations.phone import PhoneNumber
from storage.customers import Customer, find_by_number, find_by_receipt, find_customer, find_talking_of
from storage.sealing import Keyring

HEADINGS = ("CHAT", "IN LOG", "LINE", "RECEIPT", "AGREED (UTC)", "STATE")
WIDTHS = (18, 8, 22, 10, 16, 6)


def find(operator: Operator, options: argparse.Namespace) -> list[Customer]:
    """Who is known, also where they agreed to nothing. Raises storage's errors and `OSError`.

    Who only gave a number is shown by it; no act is done for them by it.
    """
    with operator.look() as (tx, store):
        if options.number:
            owners = find_by_number(tx, store, options.number, _called_by(options.number))
            talking = find_talking_of(tx, store, options.number) if options.act == "find" else []
            return [*owners, *(each for each in talking if each.contact not in {owner.contact for owner in owners})]
        if options.receipt:
            return find_by_receipt(tx, store, options.receipt)
        customer = find_customer(tx, store, options.contact)
        return [customer] if customer.is_known else []


def rows(found: Sequence[Customer], keyring: Keyring, day: date) -> Iterator[tuple[str, ...]]:
    """Each agreement, newest last, with its line where one is linked under it, and what the log of `day` calls them.

    A row also of who agreed to nothing.
    """
    for customer in found:
        tag = tag_of(keyring, customer.contact, day)
        if not customer.evidence:
            yield mask(customer.contact), tag, describe(None), "-", "-", "never agreed"
        for each in customer.evidence:
            if not each.withdrawn:
                agreement = each.agreement
                line = line_under(customer, agreement.reference)
                at = agreement.at.strftime("%Y-%m-%d %H:%M")
                state = _state(customer, agreement.reference, line)
                yield mask(customer.contact), tag, describe(line), agreement.reference, at, state


def line_under(customer: Customer, receipt: str) -> LinkedLine | None:
    return next((line for line in customer.lines if line.claim.agreement.reference == receipt), None)


def describe(line: LinkedLine | None) -> str:
    return f"{line.claim.line.network.label} {line.claim.line.number.masked}" if line else "-"


def about(found: Sequence[Customer]) -> str:
    """What an act was about, for the audit: no name and no number."""
    receipts = dict.fromkeys(receipt for customer in found for receipt in customer.receipts)
    return " ".join(receipts) or ("who never agreed" if found else "nobody")


def nobody(options: argparse.Namespace) -> str:
    if options.receipt:
        return f"The receipt {options.receipt} is nobody's."
    if not options.number:
        return "Nothing is known of that chat."
    if options.act != "find":  # it may be anybody's who typed it
        gave = "`telcolink customers find` shows who only gave it: name their receipt or chat."
        return f"Nobody has linked that number. {gave}"
    kept = "who linked no line is found by it for a day, and later by their receipt or their chat."
    return f"Nobody is known by that number: {kept}"


def _state(customer: Customer, receipt: str, line: LinkedLine | None) -> str:
    ended = customer.ended_at(receipt)
    if ended:
        return f"ended {ended:%Y-%m-%d %H:%M}"
    return "linked" if line else "agreed, nothing linked"


def _called_by(number: PhoneNumber) -> list[Contact]:
    """The chats that are called by a number, where a channel calls people so."""
    channels = [each.name for each in DECLARATIONS if fullmatch(each.address.pattern, number.e164)]
    return [Contact(name, number.e164) for name in channels]
