"""Letters wait, are held, sent and reported on; in order, and only for as long as they matter."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from storage.database import Database
from storage.outbox import KEPT, Letter, Outbox, State
from storage.sealing import Keyring

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
LANE, OTHER = b"ada", b"ben"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(tmp_path / "test.db")
    yield database
    await database.close()


@pytest.fixture
def outbox() -> Outbox:
    return Outbox(Keyring([b"k" * 32]))


async def add(
    database: Database, outbox: Outbox, *texts: str, lane: bytes = LANE, life: timedelta = DAY
) -> list[Letter]:
    return await database.run(
        lambda db: [outbox.add(db, lane, "message", text.encode(), NOW, NOW + life) for text in texts]
    )


async def bodies(database: Database, outbox: Outbox) -> list[bytes]:
    return [letter.body for letter in await database.read(outbox.waiting)]


async def test_what_waits_is_given_out_oldest_first_whatever_its_lane(database: Database, outbox: Outbox) -> None:
    for lane, text in ((OTHER, "one"), (LANE, "two"), (OTHER, "three")):
        await add(database, outbox, text, lane=lane)
    assert await bodies(database, outbox) == [b"one", b"two", b"three"]


async def test_what_is_held_does_not_wait_until_it_is_released_in_its_order(database: Database, outbox: Outbox) -> None:
    letters = await add(database, outbox, "one", "two", "three")
    for letter in letters[:2]:
        await database.run(lambda db, letter=letter: outbox.hold(db, letter.number))  # type: ignore[misc]
    assert await bodies(database, outbox) == [b"three"]
    released = await database.run(lambda db: outbox.release(db, LANE, NOW))
    assert [letter.body for letter in released] == [b"one", b"two"]
    assert await bodies(database, outbox) == [b"one", b"two", b"three"]
    assert await database.run(lambda db: outbox.release(db, LANE, NOW)) == []


async def test_only_ones_own_lane_is_released_and_only_what_still_matters(database: Database, outbox: Outbox) -> None:
    (stale,) = await add(database, outbox, "stale", life=timedelta(hours=1))
    (other,) = await add(database, outbox, "other", lane=OTHER)
    for letter in (stale, other):
        await database.run(lambda db, letter=letter: outbox.hold(db, letter.number))  # type: ignore[misc]
    assert await database.run(lambda db: outbox.release(db, LANE, NOW + timedelta(hours=1))) == []
    states = await database.read(lambda db: db.execute("SELECT lane, state FROM outbox").fetchall())
    assert states == [(OTHER, "held")]


async def test_who_is_gone_is_sent_nothing_that_waits_or_is_held(database: Database, outbox: Outbox) -> None:
    first, second = await add(database, outbox, "one", "two")
    await database.run(lambda db: outbox.hold(db, first.number))
    assert await database.run(lambda db: outbox.clear_lane(db, LANE)) == 2
    assert second.number > first.number
    assert await database.run(lambda db: outbox.release(db, LANE, NOW)) == []


async def test_what_the_platform_took_is_found_by_its_receipt(database: Database, outbox: Outbox) -> None:
    (letter,) = await add(database, outbox, "one")
    await database.run(lambda db: outbox.sent(db, letter.number, "SM1"))
    assert await bodies(database, outbox) == []
    sent = await database.read(lambda db: outbox.find_sent(db, "SM1"))
    assert sent is not None
    assert (sent.number, sent.state, sent.letter and sent.letter.body) == (letter.number, State.SENT, b"one")
    assert await database.read(lambda db: outbox.find_sent(db, "SM2")) is None


async def test_what_was_sent_tells_which_question_it_asked_also_when_it_has_arrived(
    database: Database, outbox: Outbox
) -> None:
    (letter,) = await add(database, outbox, "one")
    await database.run(lambda db: outbox.sent(db, letter.number, "SM1", prompt=7))
    await database.run(lambda db: outbox.note(db, letter.number, State.READ))
    assert await database.read(lambda db: outbox.prompt_of(db, "SM1")) == 7
    assert await database.read(lambda db: outbox.prompt_of(db, "SM2")) is None


async def test_what_is_not_reported_on_is_gone_when_it_is_sent(database: Database, outbox: Outbox) -> None:
    (letter,) = await add(database, outbox, "one")
    await database.run(lambda db: outbox.sent(db, letter.number, None))
    assert await database.read(lambda db: db.execute("SELECT * FROM outbox").fetchall()) == []


@pytest.mark.parametrize("state", [State.FAILED, State.DELIVERED, State.READ])
async def test_what_was_said_is_forgotten_with_the_report(database: Database, outbox: Outbox, state: State) -> None:
    (letter,) = await add(database, outbox, "one")
    await database.run(lambda db: outbox.sent(db, letter.number, "SM1"))
    await database.run(lambda db: outbox.note(db, letter.number, state))
    sent = await database.read(lambda db: outbox.find_sent(db, "SM1"))
    assert sent is not None
    assert (sent.state, sent.letter) == (state, None)


async def test_what_failed_can_wait_again(database: Database, outbox: Outbox) -> None:
    (letter,) = await add(database, outbox, "one")
    await database.run(lambda db: outbox.sent(db, letter.number, "SM1"))
    await database.run(lambda db: outbox.postpone(db, letter.number, 1, NOW + timedelta(seconds=30)))
    (again,) = await database.read(outbox.waiting)
    assert (again.body, again.tries, again.due_at) == (b"one", 1, NOW + timedelta(seconds=30))


async def test_what_another_key_sealed_is_dropped_wherever_it_stands(database: Database, outbox: Outbox) -> None:
    held, sent, _ = await add(database, outbox, "held", "sent", "waiting")
    await database.run(lambda db: outbox.hold(db, held.number))
    await database.run(lambda db: outbox.sent(db, sent.number, "SM1"))
    stranger = Outbox(Keyring([b"x" * 32]))
    assert await database.run(lambda db: stranger.release(db, LANE, NOW)) == []
    found = await database.run(lambda db: stranger.find_sent(db, "SM1"))
    assert found is not None
    assert found.letter is None
    assert await database.run(stranger.waiting) == []


async def test_old_rows_are_removed_whatever_their_state(database: Database, outbox: Outbox) -> None:
    first, second, _ = await add(database, outbox, "one", "two", "three")
    await database.run(lambda db: outbox.hold(db, first.number))
    await database.run(lambda db: outbox.sent(db, second.number, "SM1"))
    assert await database.run(lambda db: outbox.forget_old(db, NOW + DAY + KEPT)) == 0
    assert await database.run(lambda db: outbox.forget_old(db, NOW + DAY + KEPT + timedelta(seconds=1))) == 3


def test_reports_go_one_way_whatever_their_order() -> None:
    order = (State.SENT, State.FAILED, State.DELIVERED, State.READ)
    for earlier, later in pairwise(order):
        assert later.is_news_after(earlier)
        assert not earlier.is_news_after(later)
    for state in order:
        assert not state.is_news_after(state)
        assert not state.is_news_after(State.WAITING)
        assert not state.is_news_after(State.HELD)
