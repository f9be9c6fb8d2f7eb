"""The wiring: a service that runs until its block is left, alone with its database."""

import asyncio
import os
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from structlog.testing import capture_logs

from bot.app import App, run_app
from bot.channels.console import Console, ConsoleModule
from bot.clock import SystemClock
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.ports import Forward, Receive
from bot.resources import open_resources
from bot.retry import Work
from bot.scheduler import Scheduler, Sweep
from conversations.link import Addresses
from storage.errors import StorageClosed, StorageError
from storage.sealing import Keyring
from tests.waiting import PATIENCE, until_quiet

KEY = Keyring.generate_key()


def settings(folder: Path, **more: str) -> Settings:
    environment = {
        "DATABASE_URL": f"sqlite:///{folder / 'telcolink.tx'}",
        "ENCRYPTION_KEYS": KEY,
        "MONO_SECRET_KEY": "test_sk_0123456789",
        "MONO_API_BASE": "http://127.0.0.1:9",
    }
    return read_settings(environment | more, needs_channel=False)


async def greet(app: App, console: Console, name: str = "ada") -> str:
    """What the bot says to somebody new."""
    await console.say(name, "/start")
    assert await console.wait(name, 0, patience=PATIENCE)
    return console.chat(name).bubbles[-1].text


async def status_of(app: App, path: str, method: str = "GET") -> int:
    transport = httpx.ASGITransport(app.web)
    async with httpx.AsyncClient(transport=transport, base_url="http://telcolink") as http:
        return (await http.request(method, path)).status_code


def test_without_a_channel_there_is_nothing_to_run(tmp_path: Path) -> None:
    with pytest.raises(SettingsWrong, match="No channel is set up"):
        read_settings({"ENCRYPTION_KEYS": KEY, "MONO_SECRET_KEY": "test_sk_0123456789"})


async def test_a_channel_that_is_brought_along_is_served(tmp_path: Path) -> None:
    console = Console()
    async with run_app(settings(tmp_path), extra=(ConsoleModule(console),)) as app:
        assert "Hello!" in await greet(app, console)


async def test_doors_are_there_only_for_what_is_set_up(tmp_path: Path) -> None:
    async with run_app(settings(tmp_path), extra=(ConsoleModule(Console()),)) as app:
        assert await status_of(app, "/readyz") == 200
        assert await status_of(app, "/mono", "POST") == 404
        assert await status_of(app, "/telegram", "POST") == 404
    async with run_app(
        settings(tmp_path, MONO_WEBHOOK_SECRET="7f3a9c51e0b24d68"), extra=(ConsoleModule(Console()),)
    ) as app:
        assert await status_of(app, "/mono", "POST") == 401


async def test_every_page_speaks_the_languages_that_are_set(tmp_path: Path) -> None:
    chosen = settings(tmp_path, PUBLIC_URL="http://127.0.0.1:9", LANGUAGES="ha")
    async with run_app(chosen, extra=(ConsoleModule(Console()),)) as app:
        transport = httpx.ASGITransport(app.web)
        async with httpx.AsyncClient(transport=transport, base_url="http://telcolink") as http:
            for page in ("l", "r", "d"):
                spoken = [
                    (await http.get(f"/{page}/none?lang={code}")).headers["content-language"] for code in ("ha", "pcm")
                ]
                assert spoken == ["ha", "en"], page


class Watched(ConsoleModule):
    """Notes what the service asks of it."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.asked: list[str] = []

    async def prepare(self, receive: Receive, forward: Forward) -> None:
        self.asked.append("prepare")
        await super().prepare(receive, forward)

    async def register(self, business: str) -> None:
        self.asked.append(f"register {business}")

    def doors(self) -> tuple[()]:
        self.asked.append("doors")
        return ()

    def sweeps(self) -> list[tuple[timedelta, Sweep]]:
        self.asked.append("sweeps")
        return []

    def background(self) -> list[tuple[str, Work]]:
        self.asked.append("background")
        return [("listening", self._listen)]

    async def _listen(self) -> None:
        self.asked.append("listening")


async def test_a_channel_starts_in_the_order_that_it_relies_on(tmp_path: Path) -> None:
    module = Watched(Console())
    async with run_app(settings(tmp_path, BUSINESS_NAME="Kudi"), extra=(module,)):
        pass
    assert [each for each in module.asked if each != "listening"] == [
        *("prepare", "sweeps", "register Kudi", "background", "doors")
    ]
    assert "listening" in module.asked


async def test_a_link_leads_into_a_chat_as_soon_as_its_address_is_known(tmp_path: Path) -> None:
    console = Console()
    async with AsyncExitStack() as stack:
        resources = await open_resources(
            stack, settings(tmp_path, PUBLIC_URL="https://kudi.example/"), SystemClock(), (ConsoleModule(console),)
        )
        assert resources.addresses() == Addresses("https://kudi.example/l/")
        console.way_in = "https://chat.example/?start="
        assert resources.addresses().chats == (("the console", "https://chat.example/?start="),)


async def test_a_failed_disk_makes_it_unready(tmp_path: Path) -> None:
    async with run_app(settings(tmp_path), extra=(ConsoleModule(Console()),)) as app:
        # A commit within the work breaks the group's own: nobody can tell what was kept.
        with pytest.raises(StorageError):  # a commit within the work: nobody can tell what was kept
            await app.database.run(lambda tx: tx.execute("COMMIT"))
        assert await status_of(app, "/readyz") == 503
        assert await status_of(app, "/healthz") == 200
        assert await status_of(app, "/metrics") == 200


async def test_a_schedule_that_cannot_begin_ends_the_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing would end in time, and nobody would hear of it."""

    def plan_nothing(_: object) -> None:
        raise ImportError("a library is missing")

    monkeypatch.setattr("bot.scheduler._plan", plan_nothing)
    with capture_logs() as logged:
        async with run_app(settings(tmp_path), extra=(ConsoleModule(Console()),)) as app:
            async with asyncio.timeout(20):
                await app.supervisor.wait_broken()
            assert await status_of(app, "/readyz") == 503
    assert [(each["event"], each["work"]) for each in logged if each["log_level"] == "critical"] == [
        ("work_ended", "beginning the schedule")
    ]


async def test_what_was_read_of_lines_is_forgotten_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned: list[Sweep] = []
    monkeypatch.setattr(Scheduler, "every", lambda _, __, sweep: planned.append(sweep))
    async with run_app(settings(tmp_path), extra=(ConsoleModule(Console()),)) as app:
        assert app.parts.lines.forget_old in planned


async def test_the_second_of_two_says_that_it_waits_and_begins_when_the_first_has_ended(tmp_path: Path) -> None:
    first, second = Console(), Console()
    with capture_logs() as logged:
        async with run_app(settings(tmp_path), extra=(ConsoleModule(first),)) as app:
            heir = run_app(settings(tmp_path), extra=(ConsoleModule(second),))
            waiting = asyncio.create_task(heir.__aenter__())
            await greet(app, first)
            assert not waiting.done()
        async with asyncio.timeout(PATIENCE):
            began = await waiting
    try:
        assert "Hello!" in await greet(began, second, "ben")
        (told,) = [each for each in logged if each["event"] == "waiting_for_database"]
        assert (told["log_level"], told["place"]) == ("warning", settings(tmp_path).database_place())
        assert told["reason"] == f"it is in use by process {os.getpid()}, which has to end first"
    finally:
        await heir.__aexit__(None, None, None)


async def test_after_the_block_nothing_runs_and_the_database_is_closed(tmp_path: Path) -> None:
    before = asyncio.all_tasks()
    async with run_app(settings(tmp_path), extra=(ConsoleModule(Console()),)) as app:
        pass
    await until_quiet()
    assert asyncio.all_tasks() == before
    with pytest.raises(StorageClosed):
        await app.database.run(lambda _: None)
