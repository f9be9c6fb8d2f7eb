"""Accounts are counted each once, however many chats hold one, and in steps between which others have the database."""

from datetime import timedelta

import pytest

from conversations.account import Missing, Rumour
from conversations.changing import replace
from conversations.contact import Contact
from conversations.secret import AccountId
from storage import account_counts
from storage.account_counts import AccountCounts, count_missing
from storage.accounts import Accounts
from storage.database import Database
from storage.place import DatabasePlace
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.scenes import LINKED, NOON
from tests.storage.conftest import KINDS

ACCOUNTS = Accounts(Keyring.parse(Keyring.generate_key()))
HOLDERS = (1, 3, 2, 1, 2)  # of five accounts; of the first three the provider knows nothing


def keep(tx: Transaction) -> None:
    for number, holders in enumerate(HOLDERS):
        line = replace(LINKED, account=AccountId(f"account-{number}"), rumour=Rumour(NOON, NOON))
        for holder in range(holders):
            since = NOON - timedelta(minutes=holder)
            lost = replace(line, missing=Missing(since, NOON)) if number < 3 else line
            ACCOUNTS.keep(tx, Contact("console", f"holder-{holder}"), lost)


def test_no_more_of_those_that_are_missing_are_counted_than_are_asked_for(tx: Transaction) -> None:
    keep(tx)
    assert [count_missing(tx, most) for most in range(1, 6)] == [1, 2, 3, 3, 3]


@pytest.mark.parametrize("place", KINDS, indirect=True)
@pytest.mark.parametrize("at_once", [1, 2, 3, 9, 10])
async def test_all_are_counted_in_steps_and_turns_take_what_was_counted_last(
    place: DatabasePlace, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(account_counts, "AT_ONCE", at_once)
    database, counts, steps = await Database.open(place), AccountCounts(), list[int]()
    try:
        assert await AccountCounts().count(database) == (0, 0)
        await database.run(keep)
        assert counts.held == 0
        database.on_commit = lambda jobs, seconds: steps.append(jobs)
        assert await counts.count(database) == (5, 3)
        assert len(steps) == sum(HOLDERS) // at_once + 1
        await database.run(lambda tx: tx.execute("DELETE FROM accounts"))
        assert counts.held == 5
        assert await counts.count(database) == (0, 0)
        assert counts.held == 0
    finally:
        await database.close()
