"""Everything is sealed anew with the newest key, bound to its cell as before; cut off anywhere, it goes on."""

import asyncio
import os
import random
from pathlib import Path

import pytest

from conversations.changing import replace
from conversations.contact import Contact
from storage.database import Database
from storage.errors import KeysUnfit
from storage.keys.admission import admit
from storage.keys.census import count_unopened, take_census
from storage.keys.reseal import reseal, reseal_batch
from storage.keys.reseal_wish import ResealWish
from storage.keys.sealed_columns import SEALED_COLUMNS, SealedColumn
from storage.store import Store
from storage.transaction import Transaction
from tests.for_every import for_every
from tests.scenes import ADA, AGREEMENT, LINKED, NOON, RULES
from tests.storage.keys.keys_stage import NEW, OLD, all_sealed, ring, use_all

ROWS, FEW = 1_000, 10
ACCOUNTS = next(column for column in SEALED_COLUMNS if column.table == "accounts")
CONSENTS = next(column for column in SEALED_COLUMNS if column.table == "consents")


def fill(tx: Transaction, rows: int = ROWS) -> None:
    use_all(tx, ring(OLD))
    consents = Store.under(ring(OLD), RULES).consents
    for _ in range(rows):
        consents.record(tx, ADA, AGREEMENT, NOON, withdrawn=False)


def batch_all(tx: Transaction, column: SealedColumn, most: int) -> int:
    sealed, after = 0, column.start
    while True:
        batch = reseal_batch(tx, ring(NEW, OLD), column, after, most)
        sealed += batch.sealed
        if batch.last is None:
            return sealed
        after = batch.last


@pytest.mark.parametrize("most", [1, 200])
@for_every("column", SEALED_COLUMNS)
def test_every_table_opens_with_the_new_key_alone(tx: Transaction, column: SealedColumn, most: int) -> None:
    use_all(tx, ring(OLD))
    before = {cell: sealed for cell, sealed in all_sealed(tx).items() if cell[0] == column.table}
    assert batch_all(tx, column, most) == len(before)
    for (table, key), sealed in all_sealed(tx).items():
        if table == column.table:
            old = column.place.open(ring(OLD), key, before[table, key])
            assert column.place.open(ring(NEW), key, sealed) == old
    assert batch_all(tx, column, most) == 0


@pytest.mark.parametrize("most", [1, 2, 200])
def test_the_rows_of_several_holders_of_one_line_stay_their_own(tx: Transaction, most: int) -> None:
    holders = [Contact("console", f"chat-{number}") for number in range(5)]
    before, after = (Store.under(ring(*keys), RULES).accounts for keys in ((OLD,), (NEW, OLD)))
    for holder in holders:
        before.keep(tx, holder, replace(LINKED, reference=holder.address))
    assert batch_all(tx, ACCOUNTS, most) == len(holders)
    assert [after.of(tx, holder)[0].reference for holder in holders] == [holder.address for holder in holders]
    assert batch_all(tx, ACCOUNTS, most) == 0


def test_what_is_sealed_anew_opens_in_its_own_cell_and_nowhere_else(tx: Transaction) -> None:
    fill(tx, FEW)
    batch_all(tx, CONSENTS, 4)
    sealed = all_sealed(tx)
    assert CONSENTS.place.open(ring(NEW), 1, sealed["consents", 1])
    assert CONSENTS.place.open(ring(NEW), 2, sealed["consents", 1]) is None


async def test_a_thousand_rows_at_random_open_with_the_new_key_alone_and_the_chains_are_whole(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "test.db")
    await database.run(fill)
    await admit(database, ring(NEW, OLD), NOON)
    sealed, unopened = await reseal(database, ring(NEW, OLD))
    assert (sealed > ROWS, unopened) == (True, 0)
    cells = random.Random(7).sample(sorted(await database.run(all_sealed), key=str), ROWS)
    columns = {column.table: column for column in SEALED_COLUMNS}
    values = await database.run(all_sealed)
    assert all(columns[table].place.open(ring(NEW), key, values[table, key]) for table, key in cells)
    assert await database.run(lambda tx: count_unopened(tx, ring(NEW))) == {}
    assert set(await database.run(take_census)) == {ring(NEW).ids[0]}
    store = Store.under(ring(NEW, index_key=OLD), RULES)
    assert await database.run(store.consents.first_broken) is None
    assert await database.run(store.audit.first_broken) is None
    assert len(await database.run(lambda tx: store.consents.of(tx, ADA))) == ROWS + 2
    await admit(database, ring(NEW, index_key=OLD), NOON)
    with pytest.raises(KeysUnfit, match="INDEX_KEY"):
        await admit(database, ring(NEW), NOON)
    await database.close()


async def test_turns_go_on_meanwhile_and_what_they_write_is_sealed_once(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "test.db")
    await database.run(fill)
    store = Store.under(ring(NEW, OLD), RULES)
    resealing = asyncio.create_task(reseal(database, ring(NEW, OLD)))
    turns = 0
    while not resealing.done():
        await database.run(lambda tx: store.consents.record(tx, ADA, AGREEMENT, NOON, withdrawn=True))
        turns += 1
    assert turns > 5
    assert (await resealing)[1] == 0
    assert set(await database.run(take_census)) == {ring(NEW).ids[0]}
    assert await database.run(store.consents.first_broken) is None
    await database.close()


def test_cut_off_it_finds_what_is_left(tx: Transaction) -> None:
    fill(tx, FEW)
    done = reseal_batch(tx, ring(NEW, OLD), CONSENTS, CONSENTS.start, 3)
    assert (done.sealed, done.last) == (3, 3)
    assert batch_all(tx, CONSENTS, 2) == FEW + 2 - 3


def test_what_no_key_opens_is_counted_and_left_as_it_is(tx: Transaction) -> None:
    use_all(tx, ring(OLD))
    tx.execute("UPDATE sessions SET sealed = substr(sealed, 1, 40)")
    sessions = SEALED_COLUMNS[0]
    before = all_sealed(tx)
    batch = reseal_batch(tx, ring(NEW, OLD), sessions, sessions.start)
    assert (batch.sealed, batch.unopened) == (0, 1)
    assert all_sealed(tx) == before


def test_a_wish_is_a_file_that_names_the_key(tmp_path: Path) -> None:
    wish = ResealWish.beside(tmp_path / "test.db")
    assert wish.read() is None
    (tmp_path / "test.db").touch()
    wish.make(ring(NEW).ids[0])
    assert ResealWish.beside(tmp_path / "test.db").read() == ring(NEW).ids[0]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["test.db", "test.db.reseal"]
    wish.take_back()
    wish.take_back()
    assert wish.read() is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to others")
def test_a_wish_that_root_makes_is_the_services_own(tmp_path: Path) -> None:
    database = tmp_path / "test.db"
    database.touch()
    os.chown(database, 12345, 12345)
    wish = ResealWish.beside(database)
    wish.make(ring(NEW).ids[0])
    assert (wish.path.stat().st_uid, wish.path.stat().st_gid) == (12345, 12345)


@pytest.mark.parametrize("content", [b"", b"now!", b"\xff", b"0\x00", "٣٣".encode()])
def test_a_file_that_says_something_else_is_no_key(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "test.db.reseal").write_bytes(content)
    assert ResealWish.beside(tmp_path / "test.db").read() == b""
