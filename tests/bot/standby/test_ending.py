"""Why one that stands by ends, where it cannot go on."""

from contextlib import AsyncExitStack

import pytest
from structlog.testing import capture_logs

from bot.clock import SystemClock
from bot.commands.serving import run
from bot.config.reading import read_settings
from bot.standby.leading import Leadership
from storage.database import Database
from storage.errors import CommitLost
from storage.sealing import Keyring
from tests.local_postgres import LocalPostgres
from tests.ports import free_port

UNKNOWN = "the server crashed during a commit: it is unknown whether it was kept"


async def test_it_is_told_where_it_is_unknown_whether_a_post_was_kept(
    postgres: LocalPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, open_beside = postgres.place(), Database.open_beside
    settings = read_settings(
        {
            "DATABASE_URL": place.reveal(),
            "ENCRYPTION_KEYS": Keyring.generate_key(),
            "HOST": "127.0.0.1",
            "MONO_SECRET_KEY": "test_sk_0123456789",
            "PORT": str(free_port()),
        },
        needs_channel=False,
    )

    async def open_failing(database: Database) -> Database:
        beside = await open_beside(database)
        beside._note_failure(CommitLost(UNKNOWN))
        return beside

    monkeypatch.setattr(Database, "open_beside", open_failing)
    async with AsyncExitStack() as stack:
        leader, standby = [await Database.open(place) for _ in range(2)]
        for database in (leader, standby):
            stack.push_async_callback(database.close)
        assert leader.lease
        leading = Leadership(leader, leader, leader.lease, settings.keyring(), SystemClock())
        await leading.gain()
        with capture_logs() as logged:
            async with AsyncExitStack() as whole_life, leading.held():
                assert await run(whole_life, settings, standby)
    assert [each["reason"] for each in logged if each["event"] == "service_broken"] == [UNKNOWN]
