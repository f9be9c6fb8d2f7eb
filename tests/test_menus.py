"""What a person's menu shows on Telegram from one day to the next: a customer's, an agent's, an administrator's."""

import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot.app import App, run_app
from bot.config.reading import read_settings
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.telegram import TelegramEmulator, TelegramFault, make_token
from conversations.agents.usage import ADMINS_COMMANDS, COMMANDS
from conversations.customer.commands import COMMANDS as CUSTOMERS
from storage.sealing import Keyring
from tests.waiting import until

BOSS, ADA, TUNDE = 900_001, 900_002, 900_003
ADMINS = f"telegram:{BOSS}"


class Town:
    """People on an emulated Telegram, and a service that can be started again with other administrators."""

    def __init__(self, folder: Path) -> None:
        self.clock = EmulatedClock()
        self.telegram = TelegramEmulator(make_token(), clock=self.clock, limits=False)
        for person, name in ((BOSS, "Boss"), (ADA, "Ada"), (TUNDE, "Tunde")):
            self.telegram.add_person(name, person_id=person)
        self._environment = {
            "DATABASE_URL": f"sqlite:///{folder / 'telcolink.db'}",
            "ENCRYPTION_KEYS": Keyring.generate_key(),
            "TELEGRAM_TOKEN": self.telegram.token,
            "TELEGRAM_SECONDS_PER_CHAT": "0",
            "MONO_SECRET_KEY": f"test_sk_{secrets.token_hex(8)}",
            "MONO_API_BASE": "http://127.0.0.1:9",
        }
        self._running = AsyncExitStack()
        self.app: App

    async def open(self, url: str) -> None:
        self._environment["TELEGRAM_API_BASE"] = url
        await self.start()

    async def start(self, admins: str = ADMINS) -> None:
        settings = read_settings(self._environment | {"ADMINS": admins})
        self.app = await self._running.enter_async_context(run_app(settings, self.clock))

    async def stop(self) -> None:
        """As after a crash: whatever is under way gets no chance to finish."""
        self.app.service.drain_seconds = 0
        await self._running.aclose()

    async def restart(self, admins: str = ADMINS) -> None:
        await self.stop()
        await self.start(admins)

    async def ask(self, person: int, text: str) -> str:
        """What is answered; the newest message, where there are several."""
        before = len(self.said(person))
        self.telegram.say(person, text)
        await until(lambda: len(self.said(person)) > before)
        return self.said(person)[-1]

    def said(self, person: int) -> list[str]:
        return [line.text for line in self.telegram.screen(person).shown if line.by_bot]

    async def recruit(self, person: int, name: str) -> None:
        await self.ask(BOSS, f"/invite {name}")
        await until(lambda: "/join" in self.said(BOSS)[-1])
        welcome = await self.ask(person, "/join" + self.said(BOSS)[-1].rpartition("/join")[2])
        assert "Welcome" in welcome

    async def shows(self, person: int, *commands: str) -> None:
        """Wait until a person's menu does, and nothing else."""
        await until(lambda: tuple(self.telegram.menu(person)) == commands)

    def calls(self, method: str) -> int:
        return self.telegram.journal.counts[method.lower(), 200]

    async def waiting(self) -> int:
        return len(await self.app.database.read(self.app.store.outbox.waiting))


@asynccontextmanager
async def open_town(folder: Path) -> AsyncIterator[Town]:
    town = Town(folder)
    async with serve(town.telegram.app) as url:
        await town.open(url)
        try:
            yield town
        finally:
            await town.stop()


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with open_town(tmp_path) as town:
        yield town


async def test_everybody_sees_what_they_can_type_and_nobody_anything_else(town: Town) -> None:
    await town.ask(ADA, "/start")
    await town.ask(BOSS, "/start")
    await town.recruit(TUNDE, "Tunde")
    await town.shows(TUNDE, *COMMANDS)
    await town.shows(BOSS, *COMMANDS, *ADMINS_COMMANDS)
    await town.shows(ADA, *CUSTOMERS)
    assert town.telegram.menu(TUNDE)["link"] == "make a link: number, network, note"


async def test_what_is_picked_from_the_menu_is_understood(town: Town) -> None:
    await town.recruit(TUNDE, "Tunde")
    await town.shows(TUNDE, *COMMANDS)
    for command in town.telegram.menu(TUNDE):
        assert "I did not understand" not in await town.ask(TUNDE, f"/{command}"), command


async def test_the_menu_speaks_as_its_agent_does(town: Town) -> None:
    await town.recruit(TUNDE, "Tunde")
    await town.ask(TUNDE, "/language")
    await town.ask(TUNDE, "Pidgin")
    await until(lambda: town.telegram.menu(TUNDE).get("link") == "make link: number, network, note")
    assert town.telegram.menu(BOSS)["link"] == "make a link: number, network, note"
    await town.app.service.idle()
    assert town.calls("setMyCommands") == 4  # everybody's, the boss's, Tunde's two


async def test_who_is_removed_is_shown_what_customers_are(town: Town) -> None:
    await town.recruit(TUNDE, "Tunde")
    await town.shows(TUNDE, *COMMANDS)
    await town.ask(BOSS, "/remove Tunde")
    await town.shows(TUNDE, *CUSTOMERS)
    await town.ask(TUNDE, "hello")
    await town.shows(TUNDE, *CUSTOMERS)
    await town.shows(BOSS, *COMMANDS, *ADMINS_COMMANDS)


async def test_who_is_no_administrator_any_more_is_shown_it_without_a_word(town: Town) -> None:
    await town.ask(BOSS, "/start")
    await town.shows(BOSS, *COMMANDS, *ADMINS_COMMANDS)
    await town.restart(admins="")
    await town.shows(BOSS, *CUSTOMERS)
    await town.restart()
    await town.ask(BOSS, "/start")
    await town.shows(BOSS, *COMMANDS, *ADMINS_COMMANDS)


async def test_a_start_shows_nobody_anything_again(town: Town) -> None:
    await town.recruit(TUNDE, "Tunde")
    await town.shows(TUNDE, *COMMANDS)
    await town.shows(BOSS, *COMMANDS, *ADMINS_COMMANDS)
    await town.shows(ADA, *CUSTOMERS)
    await town.app.service.idle()  # that they were shown is on disk
    shown = town.calls("setMyCommands")
    await town.restart()
    await town.ask(TUNDE, "/today")
    await town.ask(BOSS, "/today")
    await town.app.service.idle()
    assert (town.calls("setMyCommands"), town.calls("deleteMyCommands")) == (shown, 0)


async def test_a_menu_that_was_not_taken_before_the_end_is_shown_after_the_next_start(town: Town) -> None:
    await until(lambda: town.calls("setMyCommands"))
    town.telegram.fail(TelegramFault("setMyCommands", times=2, status=500))
    await town.recruit(TUNDE, "Tunde")
    await until(lambda: town.telegram.journal.counts["setmycommands", 500] == 2)
    await town.restart()
    town.clock.advance(10)
    await town.shows(TUNDE, *COMMANDS)
    await town.shows(BOSS, *COMMANDS, *ADMINS_COMMANDS)


async def test_telegrams_hour_of_rest_for_menus_holds_up_no_answer(town: Town) -> None:
    await until(lambda: town.calls("setMyCommands"))
    town.telegram.fail(TelegramFault("setMyCommands", status=429, retry_after=3600))
    await town.ask(BOSS, "/start")
    await until(lambda: town.telegram.journal.counts["setmycommands", 429])
    assert "today" in await town.ask(BOSS, "/today")
    await town.shows(BOSS, *CUSTOMERS)
    await town.app.service.idle()  # it knows of that hour by then, which begins with the answer
    town.clock.advance(3601)
    await town.shows(BOSS, *COMMANDS, *ADMINS_COMMANDS)


async def test_who_blocked_the_bot_before_it_was_shown_sees_it_when_they_come_back(town: Town) -> None:
    await until(lambda: town.calls("setMyCommands"))
    town.telegram.fail(TelegramFault("setMyCommands", status=403, description="Forbidden: bot was blocked by the user"))
    await town.ask(BOSS, "/start")
    await until(lambda: town.telegram.journal.counts["setmycommands", 403])
    assert "today" in await town.ask(BOSS, "/today")
    await town.shows(BOSS, *CUSTOMERS)
    await town.app.service.idle()  # it knows that they have
    town.telegram.block(BOSS)
    town.telegram.start(BOSS)
    await town.shows(BOSS, *COMMANDS, *ADMINS_COMMANDS)
