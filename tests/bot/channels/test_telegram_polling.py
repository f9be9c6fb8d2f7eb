"""Long polling: what is asked for, in which order it is taken, and when it is acknowledged."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from bot.channels.telegram.polling import MOST_UPDATES, poll
from bot.monitoring.channel_health import ChannelHealth, Way
from bot.ports import Inbound, UnreadableInbound
from bot.sandbox.emulators.telegram import TelegramFault
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped, Event, TextReceived
from conversations.wording import Button, Rendered
from storage.errors import StorageFull
from tests.bot.channels.telegram_stage import EmulatedTelegram, Receiver, Stage, open_stage
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def stage(emulated: EmulatedTelegram) -> AsyncIterator[Stage]:
    async with open_stage(emulated) as stage:
        yield stage


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@asynccontextmanager
async def polling(
    stage: Stage, receiver: Receiver, health: ChannelHealth | None = None
) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(poll(stage.telegram, receiver.receive, health or ChannelHealth()))
    try:
        yield task
    finally:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


def texts(events: list[Event]) -> list[str]:
    return [event.text for event in events if isinstance(event, TextReceived)]


async def test_what_people_do_arrives_and_taps_are_answered(stage: Stage, receiver: Receiver) -> None:
    async with polling(stage, receiver):
        await stage.telegram.deliver(stage.ada, Rendered("May we?", (Button("agree", "I agree"),), 7))
        stage.emulator.say(stage.person, "hello")
        press = stage.emulator.tap(stage.person, stage.emulator.screen(stage.person).lines[-2].message_id, "I agree")
        await until(lambda: len(receiver.got) == 2 and press.answered_at)
    assert receiver.events == [TextReceived("hello", "3"), ButtonTapped("agree", 7)]


async def test_an_update_is_acknowledged_only_when_its_turn_is_on_disk(stage: Stage, receiver: Receiver) -> None:
    receiver.free.clear()
    async with polling(stage, receiver):
        stage.emulator.say(stage.person, "hello")
        await until(lambda: receiver.asked)
        assert stage.emulator.updates.waiting()
        receiver.free.set()
        await until(lambda: not stage.emulator.updates.waiting())
    assert texts(receiver.events) == ["hello"]


async def test_a_tap_is_answered_only_after_its_turn(stage: Stage, receiver: Receiver) -> None:
    receiver.free.clear()
    async with polling(stage, receiver):
        await stage.telegram.deliver(stage.ada, Rendered("May we?", (Button("agree", "I agree"),), 7))
        press = stage.emulator.tap(stage.person, stage.emulator.screen(stage.person).lines[-1].message_id, "I agree")
        await until(lambda: receiver.asked)
        await stage.telegram.show_typing(stage.ada)  # a whole call later
        assert press.answered_at is None
        receiver.free.set()
        await until(lambda: press.answered_at)


async def test_a_disk_that_fails_is_tried_again_after_a_while_which_grows_to_five_seconds(
    stage: Stage, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(stage.clock, "sleep", sleep)
    receiver.failures = [StorageFull("no room") for _ in range(5)]
    with capture_logs() as said:
        async with polling(stage, receiver):
            stage.emulator.say(stage.person, "hello")
            await until(lambda: receiver.got)
    assert slept == [1, 2, 4, 5, 5]
    assert texts(receiver.events) == ["hello"]
    assert [line["once"] for line in said if line["event"] == "polling_failed"] == ["StorageFull"] * 5


async def test_a_disk_that_is_full_keeps_a_channel_from_taking_and_not_from_sending(
    stage: Stage, receiver: Receiver
) -> None:
    # Time is counted in rounds, not in looks: a busy machine looks twice while one round is under way.
    health = ChannelHealth(lambda: 40.0 * len(receiver.asked))
    health.expect("telegram")
    receiver.failures = [StorageFull("no room") for _ in range(3)]
    async with polling(stage, receiver, health):
        stage.emulator.say(stage.person, "hello")
        await until(lambda: len(receiver.failures) == 1, act=lambda: stage.clock.advance(1))
        assert [each.split(" for ")[0] for each in health.off()] == ["telegram takes nothing"]


async def test_one_persons_updates_keep_their_order_and_others_do_not_wait_for_them(
    stage: Stage, receiver: Receiver
) -> None:
    obi = stage.emulator.add_person("Obi").id
    stage.emulator.hold()
    for person, text in ((stage.person, "a1"), (stage.person, "a2"), (obi, "b1"), (stage.person, "a3"), (obi, "b2")):
        stage.emulator.say(person, text)
    stage.emulator.release()
    receiver.free.clear()
    async with polling(stage, receiver):
        await until(lambda: len(receiver.asked) == 2)
        receiver.free.set()
        await until(lambda: len(receiver.got) == 5)
    got = texts(receiver.events)
    assert [text for text in got if text[0] == "a"] == ["a1", "a2", "a3"]
    assert [text for text in got if text[0] == "b"] == ["b1", "b2"]


async def test_an_update_that_cannot_be_read_holds_up_no_other(stage: Stage, receiver: Receiver) -> None:
    stage.emulator.hold()
    stage.emulator.say(stage.person, "before")
    stage.emulator.inject({"message": {"text": "without a chat"}})
    stage.emulator.inject({"callback_query": []})
    stage.emulator.say(stage.person, "after")
    stage.emulator.release()
    async with polling(stage, receiver):
        await until(lambda: len(receiver.got) == 4)
        await until(lambda: not stage.emulator.updates.waiting())
    assert texts(receiver.events) == ["before", "after"]
    assert sum(isinstance(each, UnreadableInbound) for each in receiver.got) == 2


async def test_updates_without_numbers_are_not_taken_again_and_again(
    stage: Stage, receiver: Receiver, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.emulator.inject({"update_id": "seven", "message": {"text": "hello"}})
    async with polling(stage, receiver):
        await until(lambda: "polling_failed" in capsys.readouterr().out)
    assert receiver.asked == []


async def test_a_webhook_is_removed_first(stage: Stage, receiver: Receiver) -> None:
    stage.clock.advance(1)
    await stage.telegram.calls.do("setWebhook", {"url": "http://127.0.0.1:9/telegram"})
    async with polling(stage, receiver):
        stage.emulator.say(stage.person, "hello")
        await until(lambda: receiver.got, act=lambda: stage.clock.advance(0.1))
    assert stage.emulator.webhooks.webhook is None


async def test_a_webhook_that_somebody_sets_meanwhile_is_taken_away_again(stage: Stage, receiver: Receiver) -> None:
    with capture_logs() as said:
        async with polling(stage, receiver):
            stage.emulator.say(stage.person, "hello")
            await until(lambda: receiver.got)
            stage.clock.advance(1)
            await stage.telegram.calls.do("setWebhook", {"url": "http://127.0.0.1:9/telegram"})
            await until(lambda: not stage.emulator.webhooks.webhook, act=lambda: stage.clock.advance(1))
            stage.emulator.say(stage.person, "and again")
            await until(lambda: len(receiver.got) == 2, act=lambda: stage.clock.advance(0.1))
    assert {line["event"] for line in said if line["log_level"] == "error"} == {"webhook_taken_away"}


async def test_it_is_told_whether_updates_can_be_asked_for(stage: Stage, receiver: Receiver) -> None:
    health = ChannelHealth()
    health.expect("telegram")
    stage.emulator.fail(TelegramFault("getUpdates", 2, status=409, description="Conflict: terminated by other"))
    async with polling(stage, receiver, health):
        await until(lambda: not health.is_well("telegram", Way.TAKES))
        stage.emulator.say(stage.person, "hello")
        await until(lambda: health.is_well("telegram", Way.TAKES), act=lambda: stage.clock.advance(0.1))


@pytest.mark.parametrize("by", ["other getUpdates request", "setWebhook request"])
async def test_whoever_takes_the_updates_keeps_a_channel_from_taking_and_not_from_sending(
    stage: Stage, receiver: Receiver, by: str
) -> None:
    health = ChannelHealth(lambda: stage.clock.now().timestamp())
    health.expect("telegram")
    stage.emulator.fail(TelegramFault("getUpdates", 1000, status=409, description=f"Conflict: terminated by {by}"))
    async with polling(stage, receiver, health) as poller:
        # No second passes while an answer is under way: many would, and no sign that Telegram can be reached.
        await until(health.off, act=lambda: stage.clock.advance(stage.clock.is_waited_for_by([poller])))
        assert [each.split(" for ")[0] for each in health.off()] == ["telegram takes nothing"]


async def test_a_success_makes_the_next_wait_short_again(
    stage: Stage, receiver: Receiver, capsys: pytest.CaptureFixture[str]
) -> None:
    async with polling(stage, receiver):
        for _ in range(2):
            stage.emulator.fail(TelegramFault("getUpdates", 2, status=502))
            stage.emulator.say(stage.person, "hello")  # to the one who asks just now
            await until(lambda: not stage.emulator.faults, act=lambda: stage.clock.advance(0.1))
            receiver.got.clear()
            stage.emulator.say(stage.person, "hello again")
            await until(lambda: receiver.got, act=lambda: stage.clock.advance(0.1))
    told = capsys.readouterr().out
    assert [told.count(f"retry_seconds={seconds}.0") for seconds in (1, 2, 4)] == [2, 2, 0]


@pytest.mark.parametrize(
    "fault",
    [
        TelegramFault("getUpdates", 3, status=409, description="Conflict: terminated by other getUpdates request"),
        TelegramFault("getUpdates", 3, status=502),
        TelegramFault("getUpdates", 3, status=429, retry_after=9),
        TelegramFault("getUpdates", 3, drop=True),
    ],
    ids=["conflict", "down", "busy", "lost"],
)
async def test_failures_are_waited_out(
    stage: Stage, receiver: Receiver, fault: TelegramFault, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.emulator.fail(fault)
    began = stage.clock.now()
    async with polling(stage, receiver):
        stage.emulator.say(stage.person, "hello")
        await until(lambda: receiver.got, act=lambda: stage.clock.advance(0.1))
    assert (stage.clock.now() - began).total_seconds() >= (27 if fault.status == 429 else 1 + 2 + 4)
    told = capsys.readouterr().out
    assert told.count("polling_failed") == 3
    assert ("Conflict: terminated by other getUpdates request" in told) == (fault.status == 409)


async def test_an_update_that_nothing_can_be_made_of_stops_neither_polling_nor_other_people(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    receiver = Broken(stage.ada)
    obi = stage.emulator.add_person("Obi").id
    async with polling(stage, receiver):
        stage.emulator.say(stage.person, "poison")
        stage.emulator.say(obi, "hello")
        await until(lambda: texts(receiver.events) == ["hello"], act=lambda: stage.clock.advance(0.1))
        assert stage.emulator.updates.waiting()
        receiver.broken = False
        await until(lambda: not stage.emulator.updates.waiting(), act=lambda: stage.clock.advance(0.1))
    assert "poison" in texts(receiver.events)
    assert "reason=KeyError" in capsys.readouterr().out


async def test_such_an_update_gives_way_where_those_behind_it_would_never_come(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    receiver = Broken(stage.ada)
    obi = stage.emulator.add_person("Obi").id
    stage.emulator.hold()
    stage.emulator.say(stage.person, "poison")
    for number in range(MOST_UPDATES):
        stage.emulator.say(obi, str(number))
    stage.emulator.release()
    async with polling(stage, receiver):
        await until(lambda: str(MOST_UPDATES - 1) in texts(receiver.events), act=lambda: stage.clock.advance(0.1))
        await until(lambda: not stage.emulator.updates.waiting(), act=lambda: stage.clock.advance(0.1))
    assert capsys.readouterr().out.count("update_given_up") == 1


class Broken(Receiver):
    """A session that, as long as it is broken, neither takes nor puts aside what one person sends."""

    def __init__(self, who: Contact) -> None:
        super().__init__()
        self._who = who
        self.broken = True
        self._deliveries: set[str | None] = set()

    async def receive(self, inbound: Inbound | UnreadableInbound) -> str:
        if inbound.contact == self._who:
            self._deliveries.add(inbound.delivery)
        if self.broken and inbound.delivery in self._deliveries:
            raise KeyError("a defect of ours")
        return await super().receive(inbound)
