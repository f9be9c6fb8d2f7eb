"""The Telegram channel where Telegram is not there: when it opens, and when it is lost."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing
from datetime import timedelta

import pytest

from bot.channels.telegram.calls import BotCalls
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.library import Library
from bot.channels.telegram.pacing import TelegramPacing
from bot.channels.telegram.transport import Transport
from bot.errors import ChannelDown
from bot.outgoing.client import LeanClient
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.telegram import TelegramEmulator, TelegramFault, make_token
from conversations.contact import Contact
from conversations.wording import Rendered
from tests.bot.channels.telegram_stage import START, LeapingClock, settings_for
from tests.waiting import until


@pytest.fixture
async def http() -> AsyncIterator[LeanClient]:
    async with aclosing(LeanClient()) as http:
        yield http


async def test_it_opens_while_telegram_is_down_and_asks_until_it_is_not(http: LeanClient) -> None:
    clock = LeapingClock(at=START)
    emulator = TelegramEmulator(make_token(), clock=clock)
    emulator.fail(TelegramFault("getMe", times=3, status=502))
    async with serve(emulator.app) as url, Telegram.open(settings_for(emulator.token, url), clock, http) as telegram:
        await until(lambda: telegram.handle)
    assert clock.now() - START == timedelta(seconds=1 + 2 + 4)


async def test_there_is_no_way_in_until_telegram_has_said_what_the_bot_is_called(http: LeanClient) -> None:
    clock = LeapingClock(at=START)
    emulator = TelegramEmulator(make_token(), clock=clock)
    nowhere = Transport(http, "http://127.0.0.1:9")
    library = Library(nowhere, emulator.token, "http://127.0.0.1:9")
    assert Telegram(BotCalls(nowhere), library, TelegramPacing(clock), clock).way_in == ""
    async with serve(emulator.app) as url, Telegram.open(settings_for(emulator.token, url), clock, http) as telegram:
        assert telegram.way_in == f"https://t.me/{emulator.user['username']}?start="


async def test_no_error_and_no_log_names_the_token(http: LeanClient, capsys: pytest.CaptureFixture[str]) -> None:
    clock = LeapingClock(at=START)
    emulator = TelegramEmulator(make_token(), clock=clock)
    emulator.fail(TelegramFault("getMe", drop=True))
    async with AsyncExitStack() as server:
        url = await server.enter_async_context(serve(emulator.app))
        async with Telegram.open(settings_for(emulator.token, url), clock, http) as telegram:
            await server.aclose()
            with pytest.raises(ChannelDown) as failed:
                await telegram.deliver(Contact("telegram", "5"), Rendered("hello"))
    told = "".join(capsys.readouterr())
    assert "background_task_failed" in told
    assert emulator.token not in f"{told}{failed.value!r}"
    assert failed.value.__cause__ is failed.value.__context__ is None
