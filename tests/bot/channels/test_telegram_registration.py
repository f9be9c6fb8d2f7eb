"""What the bot tells Telegram about itself: the webhook until it works, the rest once and for comfort."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.channels.telegram.background import BackgroundTasks, pauses
from bot.channels.telegram.registration import register
from bot.errors import ChannelDown
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.telegram import TelegramFault
from conversations.choice import Choice
from conversations.customer.commands import COMMANDS
from conversations.secret import Secret
from tests.bot.channels.telegram_stage import START, EmulatedTelegram, Stage, open_leaping_stage, open_stage
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRET = Secret("right-Secret_1")
URL = "http://127.0.0.1:9"


@pytest_asyncio.fixture(loop_scope="module")
async def stage(emulated: EmulatedTelegram) -> AsyncIterator[Stage]:
    emulated.emulator.clock.advance(1)
    async with open_stage(emulated) as stage:
        yield stage


async def described(stage: Stage) -> None:
    await until(lambda: stage.emulator.journal.made("setMyShortDescription"))


async def test_telegram_is_pointed_at_our_door(stage: Stage) -> None:
    await register(stage.telegram, URL, SECRET, "Kudi Loans")
    webhook = stage.emulator.webhooks.webhook
    assert webhook is not None
    assert (webhook.url, webhook.secret, webhook.max_connections) == (f"{URL}/telegram", SECRET.reveal(), 100)
    assert stage.emulator.updates.allowed == {"message", "edited_message", "callback_query", "my_chat_member"}


async def test_where_there_is_no_door_no_webhook_is_set(stage: Stage) -> None:
    await register(stage.telegram, "", SECRET, "Kudi Loans")
    await described(stage)
    assert stage.emulator.webhooks.webhook is None


async def test_the_bot_shows_its_commands_and_for_whom_it_works(stage: Stage) -> None:
    await register(stage.telegram, "", SECRET, "Kudi Loans")
    await described(stage)
    (commands,) = stage.emulator.profile.commands.values()
    assert [command["command"] for command in commands] == list(COMMANDS)
    assert all(command["description"] for command in commands)
    texts = stage.emulator.profile.texts
    assert "Kudi Loans" in texts["description", ""]
    assert "Kudi Loans" in texts["short_description", ""]


async def test_saying_it_again_changes_nothing(stage: Stage) -> None:
    counts = stage.emulator.journal.counts
    await register(stage.telegram, "", SECRET, "Kudi Loans")
    await described(stage)
    await register(stage.telegram, "", SECRET, "Kudi Loans")
    await until(lambda: counts["getmyshortdescription", 200] == 2)
    assert [counts[f"setmy{what}", 200] for what in ("commands", "description", "shortdescription")] == [1, 1, 1]


async def test_a_business_with_a_very_long_name_is_cut_short(stage: Stage) -> None:
    await register(stage.telegram, "", SECRET, "K" * 600)
    await described(stage)
    assert stage.emulator.journal.counts["setmyshortdescription", 200] == 1


@pytest.mark.parametrize("method", ["setMyCommands", "setMyDescription", "getMyCommands"])
async def test_a_bot_that_cannot_be_described_works_as_well(
    stage: Stage, method: str, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.emulator.fail(TelegramFault(method, status=429, retry_after=3600))
    await register(stage.telegram, URL, SECRET, "Kudi Loans")
    await until(lambda: "background_task_failed" in capsys.readouterr().out)
    assert stage.emulator.webhooks.webhook is not None


async def test_the_webhook_is_insisted_on() -> None:
    async with open_leaping_stage() as stage:
        stage.emulator.fail(TelegramFault("setWebhook", 2, status=502))
        stage.emulator.fail(TelegramFault("setWebhook", 1, status=429, retry_after=60))
        await register(stage.telegram, URL, SECRET, "Kudi Loans")
        assert stage.emulator.webhooks.webhook is not None
        assert (stage.clock.now() - START).total_seconds() == 1 + 2 + 60


async def test_commands_are_words_that_the_conversation_knows() -> None:
    assert set(COMMANDS) - {"start"} <= {choice.value for choice in Choice}


async def test_the_start_does_not_wait_for_an_errand_for_ever() -> None:
    clock = EmulatedClock(at=START)
    background = BackgroundTasks(clock, patience=0.01)
    attempts = []

    async def fail_once() -> None:
        attempts.append(clock.now())
        if len(attempts) == 1:
            raise ChannelDown

    await background.retry_until_done("try", fail_once)
    assert len(attempts) == 1
    await until(lambda: len(attempts) == 2, act=lambda: clock.advance(0.1))
    await background.close()


async def test_what_is_under_way_is_given_up_at_the_end() -> None:
    background = BackgroundTasks(EmulatedClock(at=START), patience=0.01)

    async def fail() -> None:
        raise ChannelDown

    await background.retry_until_done("try", fail)
    background.attempt("never begun", fail)
    await background.close()
    assert not background._running


async def test_pauses_double_up_to_half_a_minute() -> None:
    assert [pause for pause, _ in zip(pauses(), range(7), strict=False)] == [1, 2, 4, 8, 16, 30, 30]
