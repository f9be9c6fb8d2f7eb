"""Many accounts are missing at once from five on, and from one in a hundred; how many chats hold each is no matter."""

from itertools import product

from bot.turns.line_holders import FEW, SHARE, are_many, are_many_missing
from storage.account_counts import AccountCounts
from storage.database import MEMORY, Database
from storage.transaction import Transaction

INSERT = "INSERT INTO accounts (id, contact, number, linked_at, missing_at, sealed) VALUES (?, ?, ?, 0, ?, ?)"
ENOUGH = FEW * SHARE


def hold(tx: Transaction, missing: int, found: int, chats: int) -> None:
    """So many accounts of either kind, each in so many chats."""
    rows = [(b"m%d" % number, b"%d" % chat, b"", 1, b"") for number in range(missing) for chat in range(chats)]
    others = [(b"f%d" % number, b"%d" % chat, b"", None, b"") for number in range(found) for chat in range(chats)]
    tx.execute("DELETE FROM accounts")
    tx.executemany(INSERT, [*rows, *others])


def test_five_are_many_where_there_are_few_and_one_in_a_hundred_where_there_are_many() -> None:
    assert [are_many(held, 4) for held in (4, 5, ENOUGH)] == [False] * 3
    assert [are_many(held, 5) for held in (5, ENOUGH, ENOUGH + 1)] == [True, True, False]
    assert [are_many(held, 6) for held in (ENOUGH + SHARE, ENOUGH + SHARE + 1)] == [True, False]


async def test_a_turn_finds_what_all_that_were_counted_come_to() -> None:
    database, counts = await Database.open(MEMORY), AccountCounts()
    try:
        for missing, more, chats in product((0, 4, 5, 6), (-1, 0, 1), (1, 2)):
            found = ENOUGH - missing + more
            await database.run(lambda tx: hold(tx, missing, found, chats))  # noqa: B023 - it is run at once
            assert await counts.count(database) == (missing + found, missing)
            many = await database.read(lambda tx: are_many_missing(tx, counts))
            assert many == are_many(missing + found, missing), (missing, found, chats)
    finally:
        await database.close()


async def test_before_they_were_counted_a_few_are_many() -> None:
    database = await Database.open(MEMORY)
    try:
        for missing, expected in ((4, False), (5, True)):
            await database.run(lambda tx: hold(tx, missing, ENOUGH, 2))  # noqa: B023 - it is run at once
            assert await database.read(lambda tx: are_many_missing(tx, AccountCounts())) == expected
    finally:
        await database.close()
