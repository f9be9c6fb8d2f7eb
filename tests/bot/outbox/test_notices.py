"""What waits for its turn is looked at again: answers go first, and no notice that a later one has overtaken."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.whatsapp.pacing import WhatsAppPacing
from bot.errors import ChannelDown, WindowClosed
from bot.monitoring.metrics import Metrics
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.notices import LONGEST, choose
from bot.outbox.payloads import NOTICE, ChatMessage, Payload
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.wording import Rendered
from storage.codec import encode
from storage.outbox import OutboxMessage
from tests.bot.outbox.dispatcher_stage import ADA, DAY, START, Office, Platform, notify, open_office
from tests.waiting import until

K7M, P3X = "K7M-4Q2", "P3X-9W4"


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(tmp_path) as opened:
        yield opened


def message(number: int, text: str, about: str = "", kind: str = NOTICE, tries: int = 0) -> OutboxMessage:
    body = encode(ChatMessage(ADA, Rendered(text), about), ChatMessage)
    return OutboxMessage(number, b"lane", kind, body, tries, START, START + timedelta(days=1))


def test_an_answer_goes_before_news() -> None:
    chosen = choose(
        [message(1, "opened", K7M), message(2, "here is your board", kind="message"), message(3, "more")], START
    )
    assert (chosen.message.number, chosen.overtaken, chosen.joined) == (2, (), ())


def test_of_one_links_notices_only_the_latest_is_sent_and_what_is_no_progress_stays() -> None:
    chosen = choose(
        [message(1, "opened", K7M), message(2, "somebody else tried"), message(3, "linked", K7M), message(4, "x", P3X)],
        START,
    )
    assert [each.number for each in chosen.overtaken] == [1]
    assert (chosen.message.number, [each.number for each in chosen.joined]) == (2, [3, 4])
    assert chosen.body
    assert chosen.body.content.text == "somebody else tried\n\nlinked\n\nx"


def test_no_more_are_joined_than_one_message_holds() -> None:
    chosen = choose([message(number, "n" * 300, f"L{number}") for number in range(1, 7)], START)
    assert len(chosen.joined) == 2
    assert chosen.body
    assert len(chosen.body.content.text) <= LONGEST


def test_what_was_tried_and_may_have_arrived_is_tried_again_as_it_was() -> None:
    chosen = choose(
        [message(1, "opened", K7M, tries=1), message(2, "linked", K7M), message(3, "yes", kind="message")], START
    )
    assert (chosen.message.number, chosen.overtaken, chosen.joined) == (1, (), ())


async def test_what_comes_while_one_waits_for_its_turn_is_chosen_from(office: Office) -> None:
    office.platform.room = asyncio.Event()
    await notify(office, ("opened", K7M), ("opened too", P3X))
    await notify(office, ("linked", K7M), ("stuck", P3X))
    await office.send("your board")
    office.platform.room.set()
    await office.settle()
    assert office.platform.taken == ["your board", "linked\n\nstuck"]
    assert await office.waiting() == []


async def test_an_answer_that_cannot_be_read_any_more_is_not_sent_as_the_news_before_it(office: Office) -> None:
    office.platform.room = asyncio.Event()
    await notify(office, ("opened", K7M))
    lane, now = str(ADA).encode(), office.clock.now()
    office.dispatcher.send(
        [await office.database.run(lambda tx: office.outbox.add(tx, lane, "message", b"{", now, now + DAY))]
    )
    office.platform.room.set()
    await office.settle()
    assert office.platform.taken == ["opened"]


async def let_pass(office: Office, seconds: float) -> None:
    """Once nothing goes on without it, time passes."""
    await until(lambda: office.clock.is_waited_for_by(office.dispatcher.under_way))
    office.clock.advance(seconds)


class OneEverySixSeconds(Platform):
    """As WhatsApp takes messages for one person."""

    def __init__(self, clock: EmulatedClock) -> None:
        super().__init__(clock)
        self._pacing = WhatsAppPacing(clock)

    async def ready(self, body: Payload) -> None:
        await self._pacing.wait_turn("ada")


async def test_of_ten_customers_at_once_each_result_is_known_within_thirty_seconds(office: Office) -> None:
    office.platform = OneEverySixSeconds(office.clock)
    office.dispatcher = Dispatcher(office.database, office.outbox, office.clock, office.platform, Metrics())
    for step in ("opened", "agreed", "code sent", "stuck", "code sent", "linked"):
        for customer in range(10):
            await notify(office, (f"L{customer} {step}", f"L{customer}"))
        await let_pass(office, 1)
    while office.dispatcher.under_way:
        await let_pass(office, 1)
    for customer in range(10):
        at = next(moment for text, moment in office.platform.asked if f"L{customer} linked" in text)
        assert at <= timedelta(seconds=30)


async def test_what_was_joined_is_on_disk_and_goes_out_once_after_a_death(office: Office) -> None:
    office.platform.room = asyncio.Event()
    office.platform.plan(ChannelDown("500"))
    await notify(office, ("linked", K7M), ("stuck", P3X))
    office.platform.room.set()
    await office.idle()
    await office.die()
    office.platform.troubles.clear()
    await office.dispatcher.adopt()
    await office.settle()
    assert office.platform.taken == ["linked\n\nstuck"]


async def test_a_result_that_is_held_back_is_not_read_with_a_step_of_weeks_ago(office: Office) -> None:
    office.platform.room = asyncio.Event()
    office.platform.plan(WindowClosed(), WindowClosed())
    await notify(office, ("nobody has opened it, and it ends at three", P3X))
    await notify(office, ("linked", K7M), life=30 * DAY)
    await notify(office, ("agreed", "R5T-6Y7"))
    await notify(office, ("declined", "M2N-8B9"), life=30 * DAY)
    office.platform.room.set()
    await office.idle()
    assert [text for text, _ in office.platform.asked] == [
        "nobody has opened it, and it ends at three\n\nagreed",
        "linked\n\ndeclined",
    ]
    office.clock.advance((29 * DAY).total_seconds())
    now = office.clock.now()
    office.dispatcher.send(await office.database.run(lambda tx: office.outbox.release(tx, str(ADA).encode(), now)))
    await office.settle()
    assert office.platform.taken == ["linked\n\ndeclined"]
