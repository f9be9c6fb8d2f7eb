"""Of what is due no more rows are handed over than are looked at, however many there are; the first of them first."""

from collections.abc import Callable, Collection
from datetime import timedelta
from typing import Any

import pytest

from conversations.changing import replace
from conversations.contact import Contact
from conversations.rules import Rules
from conversations.secret import AccountId
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.scenes import JUST_LINKED, NOON
from tests.storage.handing_over import HandedOver
from tests.storage.test_links import LINK

STORE = Store.under(Keyring.parse(Keyring.generate_key()), Rules())
MANY, SOME = 50, 5
LATER = NOON + timedelta(days=2)


def keep(tx: Transaction, number: int) -> None:
    """The one with the highest number is due first."""
    earlier = timedelta(seconds=number)
    STORE.links.keep(tx, replace(LINK, reference=f"R{number:02}", expires_at=LINK.expires_at - earlier))
    account, due = AccountId(f"account-{number}"), NOON - earlier
    line = replace(JUST_LINKED, account=account, summary_due=due, tend_at=due)
    STORE.accounts.keep(tx, Contact("console", f"{number:02}"), line)


DUE: dict[str, Callable[[Any], Collection[str]]] = {
    "links whose time is over": lambda tx: [each.reference[1:] for each in STORE.links.expired(tx, LATER, SOME)],
    "links to remind of": lambda tx: [each.reference[1:] for each in STORE.links.take_reminders(tx, LATER, SOME)],
    "lines to ask for again": lambda tx: [each.contact.address for each in STORE.accounts.due(tx, LATER, SOME)],
    "consents to see to": lambda tx: [each.contact.address for each in STORE.accounts.to_tend(tx, LATER, SOME)],
}


@pytest.mark.parametrize("what", DUE)
def test_of_many_that_are_due_some_are_handed_over_the_longest_due_first(tx: Transaction, what: str) -> None:
    for number in range(MANY):
        keep(tx, number)
    asking = HandedOver(tx)
    assert DUE[what](asking) == [f"{number:02}" for number in range(MANY - 1, MANY - 1 - SOME, -1)]
    assert asking.rows <= SOME
