"""A running service seals anew what the command wishes for, with the key that is meant, and takes the wish away."""

import asyncio
import re
from argparse import Namespace
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.commands import keys
from bot.config.reading import read_settings
from bot.operations.resealing import LOOK_EVERY, Resealing
from bot.ports import Clock
from bot.sandbox.emulators.clock import EmulatedClock
from storage.database import Database
from storage.keys.admission import admit
from storage.keys.census import take_census
from storage.keys.reseal_wish import ResealWish
from storage.sealing import Keyring
from tests.scenes import NOON
from tests.storage.keys.keys_stage import MIDDLE, NEW, OLD, ring, use_all
from tests.waiting import until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.db"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    """Of a service that has the new key in front; what is there was sealed with the old one."""
    database = await Database.open(path)
    await database.run(lambda tx: use_all(tx, ring(OLD)))
    await admit(database, ring(NEW, OLD), NOON)
    yield database
    await database.close()


def resealing(database: Database, keyring: Keyring, path: Path, clock: Clock | None = None) -> Resealing:
    return Resealing(database, keyring, ResealWish.beside(path), clock or SystemClock())


async def sealing_keys(database: Database) -> set[bytes]:
    return set(await database.read(take_census))


async def test_without_a_wish_nothing_is_done(database: Database, path: Path) -> None:
    await resealing(database, ring(NEW, OLD), path).carry_out()
    assert await sealing_keys(database) == {ring(OLD).ids[0]}


async def test_the_command_waits_until_the_service_has_done_it(
    database: Database, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {"DATABASE_URL": f"sqlite:///{path}", "ENCRYPTION_KEYS": f"{NEW},{OLD}", "MONO_SECRET_KEY": "k"}
    settings = read_settings(given, needs_channel=False)
    clock = EmulatedClock()
    watching = asyncio.create_task(resealing(database, ring(NEW, OLD), path, clock).watch())
    typing = asyncio.create_task(asyncio.to_thread(keys.main, Namespace(act="reseal"), settings))
    try:
        await until(typing.done, act=lambda: clock.advance(LOOK_EVERY.total_seconds()))
    finally:
        ResealWish.beside(path).take_back()  # for which the command would wait for ever
    assert await typing == 0
    watching.cancel()
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "The service is running, and seals anew between its turns."
    assert re.match(r"All \d+ rows are sealed with key ", said[-1])
    assert await sealing_keys(database) == {ring(NEW).ids[0]}


async def test_a_wish_for_a_key_that_is_not_in_front_is_refused(database: Database, path: Path) -> None:
    wish = ResealWish.beside(path)
    for unwanted in (ring(MIDDLE).ids[0], ring(OLD).ids[0], b""):
        wish.make(unwanted)
        await resealing(database, ring(NEW, OLD), path).carry_out()
        assert wish.read() is None
    assert await sealing_keys(database) == {ring(OLD).ids[0]}


async def test_a_database_that_cannot_answer_keeps_the_wish(database: Database, path: Path) -> None:
    wish = ResealWish.beside(path)
    wish.make(ring(NEW).ids[0])
    await database.close()
    watching = asyncio.create_task(resealing(database, ring(NEW, OLD), path).watch())
    await asyncio.sleep(0)
    assert not watching.done()
    watching.cancel()
    assert wish.read() == ring(NEW).ids[0]
