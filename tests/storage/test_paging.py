"""Of what is due no more rows are handed over than are looked at, however many there are; the first of them first.

Nor is a row that was passed read again for each page behind it.
"""

from collections.abc import Callable, Collection
from datetime import timedelta
from typing import Any

import pytest

from conversations.changing import replace
from conversations.contact import Contact
from conversations.rules import Rules
from conversations.secret import AccountId
from storage.paging import InOrder, in_pages
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.raw import connection_of
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


MOMENTS = (3, 1, 3, 2, 3, 1, 3)  # several have one in common, as where a clock was put right for many at once
ROWS = InOrder("accounts", ("number",), "due_at <= ? AND linked_at = ?", ("due_at", "id", "contact"))


def put(tx: Transaction, moments: Collection[int]) -> None:
    """Rows that no key opens, each with its place in the order as its number; of one account there are two."""
    order = sorted(((moment, b"%d" % (at // 2), b"%d" % at) for at, moment in enumerate(moments)), reverse=True)
    rows = [(b"%d" % place, *row) for place, row in zip(range(len(order) - 1, -1, -1), order, strict=True)]
    statement = "INSERT INTO accounts (number, due_at, id, contact, linked_at, sealed) VALUES (?, ?, ?, ?, 1, ?)"
    tx.executemany(statement, [(*row, b"") for row in rows])


@pytest.mark.parametrize("size", range(1, len(MOMENTS) + 2))
def test_pages_of_any_size_hold_each_row_once_and_in_order(tx: Transaction, size: int) -> None:
    put(tx, MOMENTS)
    assert [int(number) for (number,) in in_pages(tx, ROWS, (2, 1), size)] == [0, 1, 2]
    assert [int(number) for (number,) in in_pages(tx, ROWS, (9, 1), size)] == list(range(len(MOMENTS)))


@pytest.mark.parametrize("tx", ["sqlite"], indirect=True)
def test_behind_twice_as_many_that_cannot_be_opened_one_is_found_in_twice_the_steps(tx: Transaction) -> None:
    """As many as a key was lost of."""
    few, many = (_steps_behind(tx, number) for number in (500, 1_000))
    assert few > 500
    assert many < 2.2 * few


def _steps_behind(tx: Transaction, number: int) -> int:
    """How often SQLite does something until the line is found that is due last, in pages of ten."""
    tx.execute("DELETE FROM accounts")
    put(tx, range(number))
    keep(tx, 0)
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    connection_of(tx).set_progress_handler(step, 1)
    (found,) = STORE.accounts.due(tx, LATER, 10)
    connection_of(tx).set_progress_handler(None, 1)
    assert found.contact.address == "00"
    return steps
