"""Of several processes nobody leads who cannot open what is there, and nobody seals what the leader cannot open."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

import pytest
from structlog.testing import capture_logs

from bot.clock import SystemClock
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.resources import open_resources
from bot.standby.leading import Leadership
from storage.database import Database
from storage.errors import KeysUnfit
from storage.kept_posts import KeptPosts
from storage.keys.admission import admit_beside_others, note
from storage.keys.canaries import keys_in_use
from storage.place import ServerUrl
from storage.sealing import show_id
from storage.transaction import Transaction
from tests.bot.standby.leading_stage import hurry, process
from tests.bot.standby.posts_stage import open_pair
from tests.local_postgres import LocalPostgres
from tests.scenes import NOON
from tests.storage.keys.keys_stage import NEW, OLD, ring, use_all
from tests.waiting import until

BEFORE, AFTER = ring(OLD), ring(NEW, OLD)
MISSING = f"Key {show_id(AFTER.ids[0])} is missing from ENCRYPTION_KEYS: rows of "


@pytest.fixture
def place(postgres: LocalPostgres, monkeypatch: pytest.MonkeyPatch) -> ServerUrl:
    hurry(monkeypatch)
    return postgres.place()


@asynccontextmanager
async def leading(leadership: Leadership) -> AsyncIterator[None]:
    await asyncio.wait_for(leadership.gain(), timeout=5)
    async with leadership.held():
        yield


@asynccontextmanager
async def gaining(leadership: Leadership) -> AsyncIterator[asyncio.Task[None]]:
    """For as long as it is wanted."""
    task = asyncio.create_task(leadership.gain())
    try:
        yield task
    finally:
        leadership.decline()
        await asyncio.wait_for(task, timeout=5)


async def everything_in(database: Database) -> list[tuple[object, ...]]:
    def look(tx: Transaction) -> list[tuple[object, ...]]:
        return [*tx.execute("SELECT * FROM leases"), *tx.execute("SELECT * FROM keys ORDER BY purpose, id")]

    return await database.read(look)


def seal_anything(tx: Transaction) -> None:
    KeptPosts(AFTER).keep(tx, "/telegram", b"{", NOON)


async def test_who_lacks_a_key_with_which_another_has_sealed_does_not_lead_and_says_so(place: ServerUrl) -> None:
    async with AsyncExitStack() as stack:
        (first, leader), (second, behind), (_, other) = [
            await stack.enter_async_context(process(place, keyring)) for keyring in (AFTER, BEFORE, AFTER)
        ]
        await admit_beside_others(second, BEFORE, NOON)  # as it started, nothing was there that it could not open
        async with leading(leader):
            await first.run(partial(use_all, keyring=AFTER))
        before = await everything_in(second)
        with capture_logs() as logged:
            async with gaining(behind) as task:
                await until(lambda: behind.hindrance.startswith(MISSING))
                await until(lambda: [each for each in logged if each["event"] == "cannot_lead"] != [])
                assert not task.done()
                assert await everything_in(second) == before  # the lease is anybody's, and its epoch nobody's
                async with leading(other):
                    assert not task.done()
        (told,) = [each for each in logged if each["event"] == "cannot_lead"]
        assert told["log_level"] == "error"
        assert told["reason"] == [behind.hindrance]
        with pytest.raises(KeysUnfit, match="is missing from ENCRYPTION_KEYS") as start:
            await admit_beside_others(second, BEFORE, NOON)
        assert start.value.problems == told["reason"]  # in the same words


async def test_it_is_told_while_the_other_still_leads(place: ServerUrl) -> None:
    async with process(place, AFTER) as (database, leader), process(place, BEFORE) as (_, behind), leading(leader):
        with capture_logs() as logged:
            async with gaining(behind):
                await until(lambda: [each["event"] for each in logged] == ["standing_by"])
                await database.run(seal_anything)
                await until(lambda: behind.hindrance.startswith(MISSING))


async def test_who_has_another_index_key_does_not_lead_either(place: ServerUrl) -> None:
    apart = ring(OLD, index_key=NEW)
    async with process(place, BEFORE) as (_, leader), process(place, apart) as (database, behind):
        await admit_beside_others(database, apart, NOON)
        async with leading(leader):
            pass
        async with gaining(behind):
            await until(lambda: "the look-up values of this database are made, is in the wrong" in behind.hindrance)


async def test_who_can_open_everything_after_all_leads(place: ServerUrl) -> None:
    async with process(place, AFTER) as (database, leader), process(place, BEFORE) as (beside, behind):
        async with leading(leader):
            await database.run(seal_anything)
        async with gaining(behind) as task:
            await until(lambda: behind.hindrance.startswith(MISSING))
            await beside.run(lambda tx: tx.execute("DELETE FROM kept_posts").rowcount)
            await asyncio.wait_for(task, timeout=5)


async def test_the_keys_in_use_are_those_of_whoever_leads(place: ServerUrl) -> None:
    async with AsyncExitStack() as stack:
        (beside, _), *others = [
            await stack.enter_async_context(process(place, keyring)) for keyring in (AFTER, BEFORE, AFTER, BEFORE)
        ]
        found = []
        for _, leadership in others:
            async with leading(leadership):
                await admit_beside_others(beside, AFTER, NOON)  # who starts meanwhile changes nothing
                found.append(await beside.read(keys_in_use))
    assert found == [{*BEFORE.ids}, {*AFTER.ids}, {*BEFORE.ids}]


async def test_a_start_notes_no_key_for_another_may_lead(place: ServerUrl) -> None:
    async with process(place, BEFORE) as (beside, leader), leading(leader), AsyncExitStack() as stack:
        await open_resources(stack, settings_of(place, NEW, OLD), SystemClock(), ())
        assert await beside.read(keys_in_use) == {*BEFORE.ids}
        with pytest.raises(KeysUnfit):
            await open_resources(stack, settings_of(place, NEW), SystemClock(), ())


def settings_of(place: ServerUrl, *keys: str) -> Settings:
    given = {
        "DATABASE_URL": place.reveal(),
        "ENCRYPTION_KEYS": ",".join(keys),
        "MONO_SECRET_KEY": "test_sk_0123456789",
    }
    return read_settings(given, needs_channel=False)


# What is posted to who stands by


async def test_who_has_a_newer_key_than_the_leader_keeps_posts_that_it_can_open(postgres: LocalPostgres) -> None:
    async with open_pair(postgres, (AFTER, BEFORE)) as pair:
        await pair.database.run(partial(note, keyring=BEFORE, now=NOON))
        await pair.keep("ada:1")
        await pair.catching_up.take_all()
        assert pair.door.heard == ["ada:1"]


async def test_who_shares_no_key_with_the_leader_keeps_nothing_and_says_so(postgres: LocalPostgres) -> None:
    async with open_pair(postgres, (ring(OLD), ring(NEW, index_key=OLD))) as pair:
        await pair.database.run(partial(note, keyring=ring(NEW, index_key=OLD), now=NOON))
        with capture_logs() as logged:
            assert (await pair.standby.post("/door", content=b"ada:1")).status_code == 503
        assert await pair.waiting() == 0
        (told,) = [each for each in logged if each["event"] == "post_not_kept"]
        assert told["log_level"] == "error"
        assert "give every process the same ENCRYPTION_KEYS" in told["remedy"]


async def test_a_post_that_the_leader_cannot_open_is_told_with_the_key_and_what_helps(postgres: LocalPostgres) -> None:
    async with open_pair(postgres, (AFTER, BEFORE)) as pair:
        await pair.keep("ada:1")  # nobody has ever led
        with capture_logs() as logged:
            await pair.catching_up.take_all()
        assert await pair.waiting() == 1
    key = show_id(AFTER.ids[0])
    (told,) = [each for each in logged if each["event"] == "post_not_taken"]
    assert told["reason"] == f"it is sealed with key {key}, which is missing here"
    assert told["remedy"] == f"put key {key} behind the newest, and restart"


async def test_one_that_was_altered_or_whose_channel_is_off_is_told_otherwise(postgres: LocalPostgres) -> None:
    async with open_pair(postgres, (AFTER, AFTER)) as pair:
        await pair.keep("ada:1", "ada:2")
        await pair.database.run(alter)
        with capture_logs() as logged:
            await pair.catching_up.take_all()
    assert [each["reason"] for each in logged if each["event"] == "post_not_taken"] == [
        "it was altered",
        "its channel is off",
    ]


def alter(tx: Transaction) -> None:
    tx.execute("UPDATE kept_posts SET sealed = substr(sealed, 1, 20) WHERE id = (SELECT min(id) FROM kept_posts)")
    tx.execute("UPDATE kept_posts SET door = '/gone' WHERE id = (SELECT max(id) FROM kept_posts)")
