"""A database is moved into another kind and back without a row that is lost, changed or overwritten."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.copying import Copied, compare, copy, destination_at
from storage.database import Database
from storage.errors import CopyRefused
from storage.place import DatabasePlace
from storage.store import Store
from storage.transaction import Transaction
from tests.local_postgres import LocalPostgres
from tests.raw import everything_in
from tests.scenes import ADA, AGREEMENT, NOON, RULES
from tests.storage.keys.keys_stage import NEW, OLD, ring, use_all

KEYRING = ring(NEW, OLD)
STORE = Store.under(KEYRING, RULES)
MANY = 40


def fill(tx: Transaction) -> None:
    """A row of every kind under an old key, and more of some than a batch holds."""
    use_all(tx, ring(OLD))
    STORE.chats.name(tx, ADA, "ada")
    STORE.chats.silence(tx, ADA)
    for number in range(MANY):
        STORE.outbox.add(tx, STORE.sessions.key(ADA), "message", b"%d" % number, NOON, NOON)
        STORE.inbound_ids.claim(tx, "console", f"{number}", NOON)


@pytest.fixture
async def source(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(tmp_path / "source.db")
    await database.run(fill)
    yield database
    await database.close()


@pytest.fixture
def there(postgres: LocalPostgres) -> DatabasePlace:
    return postgres.place()


@pytest.fixture
async def target(there: DatabasePlace) -> AsyncIterator[Database]:
    database = await Database.open(there)
    yield database
    await database.close()


async def copied(source: Database, target: Database, place: DatabasePlace, most: int | None = None) -> list[Copied]:
    """As many tables of it."""
    done: list[Copied] = []
    async for each in copy(source, target, KEYRING, destination_at(place)):
        done.append(each)
        if len(done) == most:
            break
    return done


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.copying.BATCH", 16)


async def test_there_and_back_it_is_the_same(
    source: Database, target: Database, there: DatabasePlace, tmp_path: Path
) -> None:
    assert sum(each.written for each in await copied(source, target, there)) > 2 * MANY
    back = await Database.open(tmp_path / "back.db")
    await copied(target, back, tmp_path / "back.db")
    assert sorted((await back.read(everything_in)).splitlines()) == sorted(
        (await source.read(everything_in)).splitlines()
    )
    assert [each async for each in compare(source, target, KEYRING)] == [
        each async for each in compare(source, back, KEYRING)
    ]
    await back.close()


async def test_what_was_cut_off_goes_on_where_it_was(source: Database, target: Database, there: DatabasePlace) -> None:
    first = await copied(source, target, there, most=8)
    again = await copied(source, target, there)
    assert [each.written for each in again[:8]] == [0] * 8
    assert [each.rows for each in again[:8]] == [each.rows for each in first]
    assert sum(each.written for each in again)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sessions SET step = 'Idle'",
        "UPDATE outbox SET sealed = (SELECT sealed FROM sessions) WHERE id = 20",
        "INSERT INTO inbound_ids SELECT 'other', id, forget_at FROM inbound_ids",
    ],
    ids=["altered", "moved", "added"],
)
async def test_what_is_otherwise_there_is_refused_and_left_alone(
    source: Database, target: Database, there: DatabasePlace, change: str
) -> None:
    await copied(source, target, there)
    await target.run(lambda tx: tx.execute(change))
    before = await target.read(everything_in)
    with pytest.raises(CopyRefused, match="holds other rows"):
        await copied(source, target, there)
    with pytest.raises(CopyRefused):
        [each async for each in compare(source, target, KEYRING)]
    assert await target.read(everything_in) == before


async def test_an_older_copy_of_the_same_database_gets_no_row_of_it(
    source: Database, target: Database, there: DatabasePlace
) -> None:
    await copied(source, target, there)
    await source.run(lambda tx: STORE.consents.record(tx, ADA, AGREEMENT, NOON, withdrawn=True))
    before = await target.read(everything_in)
    with pytest.raises(CopyRefused, match="ledgers: the other database holds other rows"):
        await copied(source, target, there)
    assert await target.read(everything_in) == before


async def test_a_row_that_is_missing_fails_the_comparison(
    source: Database, target: Database, there: DatabasePlace
) -> None:
    await copied(source, target, there)
    await target.run(lambda tx: tx.execute("DELETE FROM outbox WHERE id = 7"))
    with pytest.raises(CopyRefused, match="outbox: 1 rows are not there"):
        [each async for each in compare(source, target, KEYRING)]


async def test_what_no_key_opens_is_copied_as_it_is_and_told(
    source: Database, target: Database, there: DatabasePlace
) -> None:
    done = [each async for each in copy(source, target, ring(NEW), destination_at(there))]
    assert {each.table for each in done if each.unopened} >= {"sessions", "consents", "links"}


async def test_numbers_go_on_where_they_were(source: Database, target: Database, there: DatabasePlace) -> None:
    await copied(source, target, there)
    number = await target.run(lambda tx: tx.next_number("outbox"))
    assert number > await source.read(lambda tx: tx.execute("SELECT max(id) FROM outbox").fetchone()[0])
    await target.run(lambda tx: STORE.quarantine.add(tx, "console", "odd", b"{", NOON))
