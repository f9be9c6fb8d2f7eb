"""What a command writes into the outbox beside the leader is carried by it, as soon as it is there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from bot.__main__ import main
from bot.app import run_app
from bot.channels.console import Console, ConsoleModule
from bot.config.reading import read_settings
from bot.standby import catching_up
from storage.backend import News
from storage.errors import StorageBusy
from storage.sealing import Keyring
from storage.store import Store
from tests.bot.standby.posts_stage import Pair, open_pair
from tests.local_postgres import LocalPostgres
from tests.scenes import ADA, LINKED, NUMBER
from tests.waiting import until


@pytest.fixture
async def pair(postgres: LocalPostgres) -> AsyncIterator[Pair]:
    async with open_pair(postgres) as pair:
        tasks = [
            asyncio.create_task(pair.catching_up.follow()),
            asyncio.create_task(pair.catching_up.take_what_is_left()),
        ]
        yield pair
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def test_the_customer_is_told_and_the_provider_asked_without_a_round_of_the_outbox(
    postgres: LocalPostgres, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {
        "DATABASE_URL": postgres.place().reveal(),
        "ENCRYPTION_KEYS": Keyring.generate_key(),
        "MONO_SECRET_KEY": "test_sk_0123456789",
        "MONO_API_BASE": "http://127.0.0.1:9",
    }
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = read_settings(given, needs_channel=False)
    store, console = Store.under(settings.keyring(), settings.rules()), Console()
    async with run_app(settings, extra=(ConsoleModule(console),)) as app:
        await app.database.run(lambda tx: store.accounts.keep(tx, ADA, LINKED))
        unlink = [
            "customers",
            "unlink",
            "--number",
            f"0{NUMBER.e164[4:]}",
            "--because",
            "lost",
            "--yes",
            "--as",
            "Ngozi",
        ]
        assert await asyncio.to_thread(main, unlink) == 0, capsys.readouterr().err
        await until(lambda: console.chat("ada").bubbles)
    assert "unlinked" in console.chat("ada").bubbles[0].text


async def test_the_leader_hears_of_it_at_once(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catching_up, "ADOPTS_EVERY", 3600.0)
    await until(lambda: pair.catching_up.hears and pair.adopted)
    before = pair.adopted
    lease = pair.database.lease
    assert lease
    await pair.database.run(lambda tx: lease.announce(tx, News.MESSAGES))
    await until(lambda: pair.adopted > before)
    await pair.keep("ada:1")  # which is no reason to look through the outbox
    await until(lambda: pair.door.heard == ["ada:1"])
    assert pair.adopted == before + 1


async def test_behind_a_pooler_it_looks_now_and_then(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catching_up, "ADOPTS_EVERY", 0.01)
    await until(lambda: pair.catching_up.hears)
    pair.catching_up.hears = False  # as it is from the beginning where a pooler hands a session to everybody
    pair.catching_up._left.set()
    before = pair.adopted
    await until(lambda: pair.adopted > before + 2)


async def test_a_look_that_the_disk_refused_is_made_again(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catching_up, "LOOKS_EVERY", 0.01)
    await until(lambda: pair.adopted)
    pair.refusals, before = [StorageBusy("for a test")] * 2, pair.adopted
    pair.catching_up._note(News.MESSAGES)
    await until(lambda: pair.adopted > before)
    assert pair.refusals == []
