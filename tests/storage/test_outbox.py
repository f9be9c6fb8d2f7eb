"""Messages wait, are held, sent and reported on; in order, and only for as long as they matter."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from storage.database import MEMORY, Database
from storage.outbox import KEPT, Outbox, OutboxMessage
from storage.sealing import Keyring
from storage.sent_messages import SentMessages

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY, HALF_MINUTE = timedelta(days=1), timedelta(seconds=30)
LANE, OTHER = b"ada", b"ben"


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    database = await Database.open(MEMORY)
    yield database
    await database.close()


@pytest.fixture
def outbox() -> Outbox:
    return Outbox(Keyring.parse(Keyring.generate_key()))


async def add(
    database: Database, outbox: Outbox, *texts: str, lane: bytes = LANE, life: timedelta = DAY
) -> list[OutboxMessage]:
    return await database.run(
        lambda tx: [outbox.add(tx, lane, "message", text.encode(), NOW, NOW + life) for text in texts]
    )


async def bodies(database: Database, outbox: Outbox) -> list[bytes]:
    return [message.body for message in await database.read(outbox.waiting)]


async def test_what_waits_is_given_out_oldest_first_whatever_its_lane(database: Database, outbox: Outbox) -> None:
    for lane, text in ((OTHER, "one"), (LANE, "two"), (OTHER, "three")):
        await add(database, outbox, text, lane=lane)
    assert await bodies(database, outbox) == [b"one", b"two", b"three"]


async def test_what_is_held_does_not_wait_until_it_is_released_in_its_order(database: Database, outbox: Outbox) -> None:
    messages = await add(database, outbox, "one", "two", "three")
    for message in messages[:2]:
        await database.run(lambda tx, message=message: outbox.hold(tx, message.number))  # type: ignore[misc]
    assert await bodies(database, outbox) == [b"three"]
    released = await database.run(lambda tx: outbox.release(tx, LANE, NOW))
    assert [message.body for message in released] == [b"one", b"two"]
    assert await bodies(database, outbox) == [b"one", b"two", b"three"]
    assert await database.run(lambda tx: outbox.release(tx, LANE, NOW)) == []


async def test_only_ones_own_lane_is_released_and_only_what_still_matters(database: Database, outbox: Outbox) -> None:
    (stale,) = await add(database, outbox, "stale", life=timedelta(hours=1))
    (other,) = await add(database, outbox, "other", lane=OTHER)
    for message in (stale, other):
        await database.run(lambda tx, message=message: outbox.hold(tx, message.number))  # type: ignore[misc]
    assert await database.run(lambda tx: outbox.release(tx, LANE, NOW + timedelta(hours=1))) == []
    states = await database.read(lambda tx: tx.execute("SELECT lane, state FROM outbox").fetchall())
    assert states == [(OTHER, "held")]


async def test_who_is_gone_is_sent_nothing_that_waits_or_is_held(database: Database, outbox: Outbox) -> None:
    first, second, third = await add(database, outbox, "one", "two", "three")
    (other,) = await add(database, outbox, "other", lane=OTHER)
    await database.run(lambda tx: outbox.hold(tx, first.number))
    await database.run(lambda tx: outbox.sent(tx, third.number, LANE, "SM1"))
    assert await database.run(lambda tx: outbox.clear_lane(tx, LANE)) == second.number
    assert await database.run(lambda tx: outbox.clear_lane(tx, LANE)) == 0
    assert await database.run(lambda tx: outbox.release(tx, LANE, NOW)) == []
    assert [message.number for message in await database.read(outbox.waiting)] == [other.number]


async def test_what_is_not_reported_on_is_gone_when_it_is_sent(database: Database, outbox: Outbox) -> None:
    (message,) = await add(database, outbox, "one")
    await database.run(lambda tx: outbox.sent(tx, message.number, LANE, None))
    assert await database.read(lambda tx: tx.execute("SELECT * FROM outbox").fetchall()) == []


async def test_what_failed_can_wait_again(database: Database, outbox: Outbox) -> None:
    (message,) = await add(database, outbox, "one")
    await database.run(lambda tx: outbox.sent(tx, message.number, LANE, "SM1"))
    await database.run(lambda tx: outbox.postpone(tx, message.number, 1, NOW, HALF_MINUTE))
    (again,) = await database.read(outbox.waiting)
    assert (again.body, again.tries, again.due_at) == (b"one", 1, NOW + timedelta(seconds=30))


async def test_what_another_key_sealed_is_left_where_it_stands(database: Database, outbox: Outbox) -> None:
    held, sent, _ = await add(database, outbox, "held", "sent", "waiting")
    await database.run(lambda tx: outbox.hold(tx, held.number))
    await database.run(lambda tx: outbox.sent(tx, sent.number, LANE, "SM1"))
    keyring = Keyring.parse(Keyring.generate_key())
    stranger, sent_messages = Outbox(keyring), SentMessages(keyring)
    assert await database.run(lambda tx: stranger.release(tx, LANE, NOW)) == []
    found = await database.run(lambda tx: sent_messages.find(tx, "SM1"))
    assert found is not None
    assert await database.run(lambda tx: sent_messages.content_of(tx, found)) is None
    assert await database.run(stranger.waiting) == []
    assert len(await database.run(outbox.waiting)) == 2


async def test_old_rows_are_removed_unless_they_still_wait(database: Database, outbox: Outbox) -> None:
    first, second, _ = await add(database, outbox, "one", "two", "three")
    await database.run(lambda tx: outbox.hold(tx, first.number))
    await database.run(lambda tx: outbox.sent(tx, second.number, LANE, "SM1"))
    assert await database.run(lambda tx: outbox.forget_old(tx, NOW + DAY + KEPT)) == 0
    assert await database.run(lambda tx: outbox.forget_old(tx, NOW + DAY + KEPT + timedelta(seconds=1))) == 2
