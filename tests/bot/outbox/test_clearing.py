"""Nothing that waited for who wants no more is sent; what is being sent may end, and the last words of all go out."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.errors import ChannelBusy, ChannelDown, MessageRefused, RecipientGone, WindowClosed
from bot.outbox.clearings import Cleared, Clearings
from bot.outbox.payloads import NOTICE, ChatMessage, Payload
from bot.ports import Acceptance
from conversations.wording import Rendered
from storage.codec import encode
from storage.outbox import Outbox
from storage.transaction import Transaction
from tests.bot.outbox.dispatcher_stage import ADA, BEN, DAY, Office, Platform, open_office
from tests.waiting import until, until_quiet

LANE = str(ADA).encode()
SILENCED = ["farewell", "welcome back"]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(tmp_path) as office:
        yield office


async def goes_on(office: Office) -> None:
    """A later conversation works, and nothing is left of the one before, here or on the disk."""
    await office.send("welcome back")
    await office.idle()
    for _ in range(2):
        await office.dispatcher.adopt()
        await office.idle()
    assert await office.waiting() == []
    assert (office.dispatcher._clearings.known(), office.dispatcher._lanes) == ({}, {})
    assert office.dispatcher._notes._carried == set()


async def test_of_what_waits_behind_a_slow_platform_nothing_is_sent_but_the_last_words(office: Office) -> None:
    office.platform.plan(slow := asyncio.Event())
    await office.send("one", "two", "three")
    await office.send("for Ben", contact=BEN)
    await until(lambda: office.platform.taken == ["one", "for Ben"])
    await office.clear("farewell")
    await office.send("more")  # of a later turn
    slow.set()
    await office.idle()
    assert office.platform.taken == ["one", "for Ben", "farewell", "more"]
    await goes_on(office)


@pytest.mark.parametrize(
    "error",
    [ChannelDown("500"), ChannelBusy(timedelta(hours=1)), WindowClosed(), MessageRefused("no"), ValueError("a defect")],
    ids=lambda error: type(error).__name__,
)
async def test_what_was_being_sent_then_and_failed_is_not_tried_again(office: Office, error: Exception) -> None:
    class Slow(Platform):
        async def hand_over(self, body: Payload) -> Acceptance | None:
            asked = len(self.asked)
            taken = await super().hand_over(body)
            if not asked:
                self.taken.clear()
                raise error
            return taken

    office.platform = office.dispatcher._carrying._carrier = Slow(office.clock)
    office.platform.plan(slow := asyncio.Event())
    await office.send("one", "two")
    await until(lambda: office.platform.asked)
    await office.clear("farewell")
    await office.dispatcher.adopt()
    slow.set()
    await office.idle()
    await goes_on(office)
    assert office.platform.taken == SILENCED


async def test_a_lane_that_rests_goes_on_with_the_last_words_at_once(office: Office) -> None:
    office.platform.plan(ChannelBusy(timedelta(hours=1)))
    await office.send("one", "two")
    await office.idle()
    await office.clear("farewell")
    await office.idle()
    await goes_on(office)
    office.clock.advance(7200)
    await office.settle()
    assert office.platform.taken == SILENCED


async def test_a_lane_that_rests_and_is_left_with_nothing_is_as_any_new_one(office: Office) -> None:
    office.platform.plan(ChannelBusy(timedelta(hours=1)))
    await office.send("one", "two")
    await office.idle()
    turns = office.platform.turns
    await office.clear()
    await office.idle()
    assert office.platform.turns == turns  # none is taken for nothing
    await goes_on(office)
    assert office.platform.taken == ["welcome back"]


async def test_what_waits_for_its_turn_leaves_it_to_the_last_words(office: Office) -> None:
    office.platform.room = asyncio.Event()
    await office.send("one", "two")
    await until(lambda: office.platform.turns == 1)
    await office.clear("farewell")
    office.platform.room.set()
    await office.idle()
    assert (office.platform.taken, office.platform.turns) == (["farewell"], 1)
    await goes_on(office)


async def test_what_waits_for_its_turn_and_is_left_with_nothing_sends_nothing(office: Office) -> None:
    office.platform.room = asyncio.Event()
    await office.send("one", "two")
    await until(lambda: office.platform.turns == 1)
    await office.clear()
    office.platform.room.set()
    with capture_logs() as logged:
        await office.idle()
    assert (logged, office.dispatcher._lanes) == ([], {})
    await goes_on(office)
    assert office.platform.taken == ["welcome back"]


async def test_what_waits_until_nobody_else_leads_is_not_sent_either(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, certain = list[None](), asyncio.Event()

    async def wait() -> None:
        asked.append(None)
        await certain.wait()

    monkeypatch.setattr(office.database, "certain", wait)
    await office.send("one", "two")
    await until(lambda: asked)
    await office.clear("farewell")
    certain.set()
    await office.idle()
    await goes_on(office)
    assert office.platform.taken == SILENCED


async def test_a_lane_that_stopped_goes_on_with_the_last_words_alone(office: Office) -> None:
    messages = await office.write("one", "two", "three")
    office.database.full = True
    office.dispatcher.send(messages)
    await until(lambda: office.database.refused > 0)
    await until_quiet()
    office.database.full = False
    await office.clear("farewell")
    await office.dispatcher.go_on()
    await office.idle()
    await goes_on(office)
    assert office.platform.taken == ["one", *SILENCED]


async def test_what_is_told_of_only_after_it_was_cleared_is_not_sent(office: Office) -> None:
    early, late = await office.write("one"), await office.write("two")
    await office.clear("farewell")
    office.dispatcher.send(early)
    await office.idle()
    office.dispatcher.send(late)
    await office.idle()
    await goes_on(office)
    assert office.platform.taken == SILENCED


async def test_who_turns_out_to_be_gone_is_told_of_once(office: Office) -> None:
    """Their turn clears what waits for them, while all of it is being given up."""

    class Telling(Platform):
        async def left_behind(self, body: Payload) -> None:
            await super().left_behind(body)
            await office.clear()

    office.platform = office.dispatcher._carrying._carrier = Telling(office.clock)
    office.platform.plan(RecipientGone("blocked"))
    await office.send("one", "two", "three")
    await office.idle()
    assert 'telcolink_outbox_attempts_total{kind="message",outcome="gone"} 3.0' in office.metrics.render().decode()
    await goes_on(office)
    assert (office.platform.gone, office.platform.taken) == ([ADA], ["welcome back"])


async def test_notices_that_are_being_joined_are_not_sent(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The turn that clears them commits with their joining, and is told of before it."""
    loop, join = asyncio.get_running_loop(), Outbox.join

    def join_and_clear(outbox: Outbox, tx: Transaction, number: int, *more: object) -> None:
        join(outbox, tx, number, *more)  # type: ignore[arg-type]
        loop.call_soon_threadsafe(office.dispatcher.clear, Cleared(LANE, outbox.clear_lane(tx, LANE)))

    monkeypatch.setattr(Outbox, "join", join_and_clear)
    now = office.clock.now()
    bodies = [encode(ChatMessage(ADA, Rendered(text)), ChatMessage) for text in ("one", "two", "three")]
    office.dispatcher.send(
        await office.database.run(
            lambda tx: [office.outbox.add(tx, LANE, NOTICE, body, now, now + DAY) for body in bodies]
        )
    )
    await office.idle()
    await goes_on(office)
    assert office.platform.taken == ["welcome back"]


def test_a_clearing_is_known_until_the_outbox_was_looked_through_and_nothing_of_its_lane_is_here() -> None:
    clearings = Clearings()
    for cleared in (Cleared(b"ada", 3), Cleared(b"ben", 4), Cleared(b"obi", 5)):
        clearings.note(cleared)
    known = clearings.known()
    clearings.note(Cleared(b"ada", 7))  # while it is looked through
    clearings.forget(known, {b"ben"})
    assert clearings.known() == {b"ada": 7, b"ben": 4}
