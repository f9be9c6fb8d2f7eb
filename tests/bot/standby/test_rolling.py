"""A new release with a migration comes after the old one has ended, and takes over all that it left."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from bot.clock import SystemClock
from bot.standby.leading import Leadership
from storage.database import Database
from storage.errors import DatabaseLocked, DatabaseTooNew
from storage.kept_posts import KeptPosts
from storage.migrations import Migration, read_twins
from storage.sealing import Keyring
from tests.local_postgres import LocalPostgres
from tests.scenes import NOON

OLD = read_twins()
NEW = (*OLD, Migration(OLD[-1].number + 1, "9999_next.sql", "CREATE TABLE next_release (id BIGINT)"))


KEYRING = Keyring.parse(Keyring.generate_key())


def leadership_of(database: Database) -> Leadership:
    assert database.lease
    return Leadership(database, database, database.lease, KEYRING, SystemClock())


async def test_a_release_with_a_migration_waits_for_the_old_leader_and_takes_what_was_kept(
    postgres: LocalPostgres,
) -> None:
    place, posts = postgres.place(), KeptPosts(KEYRING)
    async with AsyncExitStack() as stack:
        leader, standby = [await Database.open(place, migrations=OLD) for _ in range(2)]
        stack.push_async_callback(standby.close)
        led = leadership_of(leader)
        await led.gain()
        async with led.held():
            with pytest.raises(DatabaseLocked, match="earlier release"):
                await Database.open(place, migrations=NEW)
            await standby.run(lambda tx: posts.keep(tx, "/telegram", b"kept by the old one", NOON))
        await leader.close()
        new = await Database.open(place, migrations=NEW)
        stack.push_async_callback(new.close)
        await asyncio.wait_for(leadership_of(new).gain(), timeout=20)
        with pytest.raises(DatabaseTooNew):
            await leadership_of(standby).gain()
        assert [post.body for post in await new.read(posts.oldest)] == [b"kept by the old one"]
