"""What is posted to a process that stands by is admitted there, kept, and taken by the leader, once and in order."""

import asyncio
import gc
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest
from structlog.testing import capture_logs

from bot.http.webhook_endpoint import MOST_BYTES
from bot.standby import catching_up
from storage.backend import News
from storage.errors import StorageBusy
from storage.transaction import Transaction
from tests.bot.standby.posts_stage import Pair, open_pair
from tests.local_postgres import LocalPostgres
from tests.waiting import until, until_found


@pytest.fixture
async def pair(postgres: LocalPostgres) -> AsyncIterator[Pair]:
    async with open_pair(postgres) as pair:
        yield pair


@asynccontextmanager
async def following(pair: Pair) -> AsyncIterator[None]:
    task = asyncio.create_task(pair.catching_up.follow())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_what_is_not_genuine_or_too_much_is_refused_and_not_kept(pair: Pair) -> None:
    assert (await pair.standby.post("/door", content=b"ada:1", headers={"x-secret": "wrong"})).status_code == 401
    assert (await pair.standby.post("/door", content=b" " * (MOST_BYTES + 1))).status_code == 413
    assert (await pair.standby.get("/door")).status_code == 405
    assert await pair.waiting() == 0


async def test_what_is_genuine_is_kept_and_then_taken_in_the_order_of_each_lane(pair: Pair) -> None:
    await pair.keep("ada:1", "bola:1", "ada:2", "bola:2")
    assert pair.door.heard == []
    await pair.catching_up.take_all()
    assert [each for each in pair.door.heard if each.startswith("ada")] == ["ada:1", "ada:2"]
    assert [each for each in pair.door.heard if each.startswith("bola")] == ["bola:1", "bola:2"]
    assert pair.door.late == sorted(pair.door.late)
    assert await pair.waiting() == 0
    assert 'telcolink_posts_kept_total{door="door"} 4.0' in pair.metrics.render().decode()


async def test_it_is_kept_also_while_somebody_is_stopped_with_the_lock_in_hand(pair: Pair) -> None:
    held, free = threading.Event(), threading.Event()

    def hold(tx: Transaction) -> None:
        tx.execute("SELECT 1")
        held.set()
        free.wait()

    holding = asyncio.create_task(pair.database.run(hold))
    await until(held.is_set)
    await pair.keep("ada:1")
    free.set()
    await holding
    assert await pair.waiting() == 1


async def test_while_the_disk_cannot_take_it_a_lane_waits_and_keeps_its_order(pair: Pair) -> None:
    await pair.keep("ada:1", "ada:2", "bola:1")
    pair.door.breaks["ada:1"] = 1
    with pytest.raises(StorageBusy):
        await pair.catching_up.take_all()
    assert pair.door.heard == ["bola:1"]
    await pair.catching_up.take_all()
    assert pair.door.heard == ["bola:1", "ada:1", "ada:2"]


async def test_what_breaks_on_a_defect_is_put_aside_and_holds_up_nothing(pair: Pair) -> None:
    await pair.keep("ada:1", "ada:2")
    pair.door.breaks["ada:1"], pair.door.error = 9, ValueError("for a test")
    await pair.catching_up.take_all()
    assert pair.door.heard == ["ada:2"]
    assert await pair.waiting() == 0
    assert await pair.database.read(pair.store.quarantine.count) == 1


async def test_what_another_release_admitted_and_this_one_cannot_read_is_put_aside_too(pair: Pair) -> None:
    await pair.keep("ada:1", "ada:2")
    pair.door.strange = b"ada:1"
    await pair.catching_up.take_all()
    assert pair.door.heard == ["ada:2"]
    assert await pair.waiting() == 0
    assert await pair.database.read(pair.store.quarantine.count) == 1


async def test_a_look_that_fails_when_who_asked_is_gone_is_no_error_of_nobodys(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    await pair.keep("ada:1")
    read, begun, goes_on = pair.database.read, asyncio.Event(), asyncio.Event()

    async def read_late(work: Callable[[Transaction], object]) -> object:
        begun.set()
        await goes_on.wait()
        raise StorageBusy("for a test")

    monkeypatch.setattr(pair.database, "read", read_late)
    unheard = list[dict[str, object]]()
    asyncio.get_running_loop().set_exception_handler(lambda _, context: unheard.append(context))
    asking = asyncio.create_task(pair.catching_up.take_all())
    await begun.wait()
    asking.cancel()
    goes_on.set()
    with suppress(asyncio.CancelledError):
        await asking
    monkeypatch.setattr(pair.database, "read", read)
    await pair.catching_up.take_all()  # it waits for the one before
    gc.collect()
    assert (pair.door.heard, unheard) == (["ada:1"], [])


async def test_the_leader_hears_of_it_at_once(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catching_up, "LOOKS_EVERY", 3600.0)
    async with following(pair):
        await until(lambda: pair.catching_up.hears)
        await pair.keep("ada:1")
        await until(lambda: pair.door.heard == ["ada:1"])


@pytest.mark.parametrize("error", [StorageBusy("for a test"), KeyError("a defect of ours")], ids=["lost", "defect"])
async def test_where_it_hears_no_more_what_was_kept_still_comes_first_and_it_hears_again(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    breaks, again, hear = asyncio.Event(), asyncio.Event(), pair.catching_up._lease.hear

    async def hear_for_a_while(tell: Callable[[News], None]) -> None:
        monkeypatch.setattr(pair.catching_up._lease, "hear", hear_again)
        tell(News.POSTS)
        await breaks.wait()
        raise error

    async def hear_again(tell: Callable[[News], None]) -> None:
        await again.wait()
        await hear(tell)

    monkeypatch.setattr(catching_up, "LOOKS_EVERY", 3600.0)
    monkeypatch.setattr(catching_up, "HEARS_AGAIN", 0.0)
    monkeypatch.setattr(pair.catching_up._lease, "hear", hear_for_a_while)
    with capture_logs() as logged:
        async with following(pair):
            await until(lambda: pair.catching_up.hears and not pair.catching_up._told.is_set())
            breaks.set()
            await until(lambda: not pair.catching_up.hears)
            await pair.keep("ada:1")
            assert (await pair.leader.post("/door", content=b"ada:2")).text == "taken"
            assert pair.door.heard == ["ada:1", "ada:2"]
            again.set()
            await until(lambda: pair.catching_up.hears)
    defects = [(each["event"], each["error"]) for each in logged if each["log_level"] == "error"]
    assert defects == [("posts_unheard", "KeyError")] * isinstance(error, KeyError)


async def test_who_follows_no_more_hears_nothing(pair: Pair) -> None:
    async with following(pair):
        await until(lambda: pair.catching_up.hears)
    assert not pair.catching_up.hears


async def test_a_driver_that_hides_the_end_holds_nobody_up(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    async def hear_and_hide_the_end(tell: Callable[[News], None]) -> None:
        tell(News.POSTS)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError as error:
            raise StorageBusy("for a test") from error

    monkeypatch.setattr(pair.catching_up._lease, "hear", hear_and_hide_the_end)
    async with following(pair):
        await until(lambda: pair.catching_up.hears)
    assert not pair.catching_up.hears


async def test_where_nothing_can_be_heard_it_looks_now_and_then(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catching_up, "LOOKS_EVERY", 0.01)
    monkeypatch.setattr(pair.catching_up, "_hear", asyncio.Event().wait)
    async with following(pair):
        await pair.keep("ada:1")
        await until(lambda: pair.door.heard == ["ada:1"])


async def test_what_was_kept_comes_before_what_is_posted_to_the_leader_afterwards(pair: Pair) -> None:
    for number in range(0, 20, 2):
        await pair.keep(f"ada:{number}")
        assert (await pair.leader.post("/door", content=f"ada:{number + 1}".encode())).text == "taken"
    assert pair.door.heard == [f"ada:{number}" for number in range(20)]


async def test_so_it_does_after_a_look_that_did_not_come_through(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> None:
        raise StorageBusy("for a test")

    await pair.keep("ada:1")
    pair.catching_up._note(News.POSTS)
    with monkeypatch.context() as outage:
        outage.setattr(pair.database, "read", fail)
        with pytest.raises(StorageBusy):
            await pair.catching_up.caught_up()
    assert (await pair.leader.post("/door", content=b"ada:2")).text == "taken"
    assert pair.door.heard == ["ada:1", "ada:2"]


async def test_a_connection_that_was_lost_hears_again(
    pair: Pair, postgres: LocalPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching_up, "HEARS_AGAIN", 0.01)
    async with following(pair):
        await until(lambda: pair.catching_up.hears)
        listening = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
        postgres.run(listening)
        await until(lambda: not pair.catching_up.hears)
        await pair.keep("ada:1")
        await until_found(lambda: is_taken(pair))
        await until(lambda: pair.catching_up.hears)


async def is_taken(pair: Pair) -> bool:
    return await pair.waiting() == 0
