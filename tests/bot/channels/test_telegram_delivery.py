"""Replies on their way through the whole service to an emulated Telegram that keeps its limits; time is wound."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from bot.channels.telegram.pacing import TelegramPacing
from bot.sandbox.demo.stage import DemoStage, open_stage
from bot.sandbox.demo.venue import Venue
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.telegram import TelegramFault
from bot.sandbox.emulators.telegram.rate_limits import TelegramRateLimits as TelegramsLimits
from conversations.contact import Contact
from conversations.session import Idle, Session
from tests.waiting import until, until_found, until_quiet

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
BLOCKED = "Forbidden: bot was blocked by the user"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[DemoStage]:
    async with open_stage(tmp_path, Venue()) as stage:
        yield stage


class Chats:
    """People who have greeted the bot, which has greeted them back; and what it said to them since."""

    def __init__(self, stage: DemoStage, number: int) -> None:
        self._stage = stage
        self.people = [stage.telegram.add_person("Ada").id for _ in range(number)]

    async def greet(self) -> None:
        for person in self.people:
            self._stage.telegram.start(person)
        await self.until(lambda: all(self.said(person) for person in self.people))
        self._stage.clock.advance(60)

    def say(self, *texts: str) -> None:
        for person in self.people:
            for text in texts:
                self._stage.telegram.say(person, text)

    def said(self, person: int) -> list[str]:
        return [line.text for line in self._stage.telegram.screen(person).shown if line.by_bot]

    def moments(self) -> list[float]:
        """When each message to the first of them came, in seconds."""
        lines = [line for line in self._stage.telegram.screen(self.people[0]).lines if line.by_bot]
        return [line.at.timestamp() for line in lines]

    async def until(self, true: Callable[[], object]) -> None:
        """Time passes until it is true, twenty times as fast as it does for the machine at most."""
        await until(true, act=lambda: self._stage.clock.advance(0.1))

    async def session(self, person: int) -> Session:
        database, store = self._stage.app.database, self._stage.app.store
        session = await database.read(lambda tx: store.sessions.load(tx, Contact("telegram", str(person))))
        assert session
        return session


def refused(stage: DemoStage) -> int:
    """How often Telegram said "too fast"."""
    return sum(count for (_, status), count in stage.telegram.journal.counts.items() if status == 429)


async def waiting(stage: DemoStage) -> int:
    return len(await stage.app.database.read(stage.app.store.outbox.waiting))


async def are_waiting(stage: DemoStage, number: int) -> bool:
    return await waiting(stage) == number


# Limits


async def test_a_burst_to_one_chat_is_spread_and_telegram_never_says_too_fast(stage: DemoStage) -> None:
    chats = Chats(stage, 1)
    await chats.greet()
    chats.say(*["help"] * 12)
    await chats.until(lambda: len(chats.moments()) == 13)
    first, *_, last = chats.moments()[1:]
    assert last - first >= 9  # not each gap: where the machine stands still for a moment, two arrive together
    assert refused(stage) == 0


async def test_a_burst_to_many_chats_is_never_too_fast_for_telegrams_own_count() -> None:
    """Without a wire between, on which a busy machine would keep messages back for longer than the clock knows."""
    clock = EmulatedClock(at=START)
    ours, theirs = TelegramPacing(clock), TelegramsLimits(clock)
    sent: list[float] = []

    async def send(chat: int) -> None:
        await ours.wait_turn(str(chat))
        theirs.spend(chat)
        sent.append((clock.now() - START).total_seconds())

    async with asyncio.TaskGroup() as tasks:
        for place in range(300):
            tasks.create_task(send(place % 100 + 1))
        while len(sent) < 300:
            await until_quiet(rounds=1)
            clock.advance(0.05)
    assert 9 <= max(sent) <= 12


async def test_a_chat_that_is_told_to_wait_waits_as_long_as_it_was_told_and_no_other_does(stage: DemoStage) -> None:
    chats = Chats(stage, 2)
    await chats.greet()
    ada, ben = chats.people
    stage.telegram.fail(TelegramFault("sendMessage", status=429, retry_after=9, chat_id=ada))
    begun = stage.clock.now().timestamp()
    chats.say("help", "help")
    await chats.until(lambda: len(chats.said(ben)) == 3)
    assert len(chats.said(ada)) == 1
    await chats.until(lambda: len(chats.said(ada)) == 3)
    assert chats.moments()[1] - begun >= 9
    assert refused(stage) == 1


# People who leave


async def test_who_blocked_the_bot_is_left_in_peace_and_greeted_anew_when_they_return(stage: DemoStage) -> None:
    chats = Chats(stage, 1)
    await chats.greet()
    (ada,) = chats.people
    stage.telegram.block(ada)
    await settled(stage)
    assert isinstance((await chats.session(ada)).step, Idle)
    stage.telegram.start(ada)
    await chats.until(lambda: len(chats.said(ada)) == 2)
    assert "Hello!" in chats.said(ada)[-1]


async def test_a_block_that_shows_only_in_the_sending_ends_what_waits_to_be_sent(stage: DemoStage) -> None:
    chats = Chats(stage, 1)
    await chats.greet()
    (ada,) = chats.people
    late = TelegramFault("sendMessage", status=403, description=BLOCKED, delay=8)  # or once the clock was wound
    stage.telegram.fail(late)
    chats.say("help", "help", "help")
    await until_found(lambda: are_waiting(stage, 3))
    await chats.until(lambda: not stage.telegram.faults)
    while await waiting(stage):
        stage.clock.advance(0.5)
    assert isinstance((await chats.session(ada)).step, Idle)
    assert len(chats.said(ada)) == 1
    assert len(stage.telegram.journal.made("sendMessage")) == 2


# Deletions


async def test_a_deletion_is_tried_again_until_it_works_and_holds_no_reply_up(stage: DemoStage) -> None:
    chats = Chats(stage, 1)
    await chats.greet()
    (ada,) = chats.people
    stage.telegram.fail(TelegramFault("deleteMessage", times=3, status=500))
    chats.say("482915")
    await chats.until(lambda: len(chats.said(ada)) == 2)
    assert shows(stage, ada, "482915")
    await chats.until(lambda: not shows(stage, ada, "482915"))
    tried = [call.at.timestamp() for call in stage.telegram.journal.made("deleteMessage")]
    waits = [later - earlier for earlier, later in pairwise(tried)]
    assert [wait >= least for wait, least in zip(waits, (2, 4, 8), strict=True)] == [True] * 3


async def test_a_message_that_is_gone_already_needs_no_second_try(stage: DemoStage) -> None:
    chats = Chats(stage, 1)
    await chats.greet()
    gone = "Bad Request: message to delete not found"
    stage.telegram.fail(TelegramFault("deleteMessage", status=400, description=gone))
    chats.say("482915")
    await chats.until(lambda: stage.telegram.journal.made("deleteMessage"))
    await nothing_waits(stage)
    stage.clock.advance(300)
    await stage.app.service.dispatcher.adopt()
    await settled(stage)
    assert len(stage.telegram.journal.made("deleteMessage")) == 1


def shows(stage: DemoStage, person: int, text: str) -> bool:
    return any(line.text == text for line in stage.telegram.screen(person).shown)


async def nothing_waits(stage: DemoStage) -> None:
    """Every message came to its end, and that is on disk."""
    await stage.idle()
    assert not await waiting(stage)


async def settled(stage: DemoStage) -> None:
    """Telegram has handed over everything, and each turn is on disk."""
    await stage.idle()
