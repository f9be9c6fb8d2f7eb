"""On a full disk the dispatcher repeats nothing that arrived, forgets nothing, and keeps every lane's order."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import ChannelBusy, MessageRefused, RecipientGone, WindowClosed
from bot.ports import Acceptance
from storage.errors import StorageBusy, StorageFull
from storage.transaction import Transaction
from tests.bot.outbox.dispatcher_stage import ADA, BEN, Office, Trouble, open_office
from tests.waiting import until, until_quiet

CLOSED = WindowClosed()


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(tmp_path) as office:
        yield office


async def without_room(office: Office, *texts: str, trouble: Trouble | None = None) -> None:
    """The messages are written, then the disk is full, and what becomes of the first of them cannot be noted."""
    messages = await office.write(*texts)
    office.platform.plan(*([trouble] if trouble else []))
    office.database.full = True
    office.dispatcher.send(messages)
    await until(lambda: office.database.refused > 0)
    await until_quiet()  # and whoever asked for it has heard so


async def test_what_was_sent_is_noted_once_there_is_room_and_not_sent_again(office: Office) -> None:
    await without_room(office, "hello")
    office.database.full = False
    await office.dispatcher.adopt()
    assert (office.platform.taken, await office.waiting()) == (["hello"], [])


async def test_a_lane_that_stopped_goes_on_without_waiting_for_the_next_round(office: Office) -> None:
    await without_room(office, "one", "two")
    office.database.full = False
    await office.dispatcher.go_on()
    await office.settle()
    assert office.platform.taken == ["one", "two"]
    await office.write("three")  # found by a round alone
    await office.dispatcher.go_on()
    assert office.platform.taken == ["one", "two"]


async def test_what_was_sent_is_not_sent_again_while_there_is_no_room(office: Office) -> None:
    await without_room(office, "hello")
    for _ in range(3):
        with pytest.raises(StorageFull):
            await office.dispatcher.adopt()
    office.dispatcher.send(await office.waiting())
    office.database.full = False
    await office.dispatcher.adopt()
    await office.settle()
    assert office.platform.taken == ["hello"]


async def test_what_was_sent_is_not_sent_again_after_an_orderly_end(office: Office) -> None:
    await without_room(office, "hello")
    office.database.full = False
    await office.die()
    await office.dispatcher.adopt()
    await office.settle()
    assert office.platform.taken == ["hello"]


async def test_an_end_without_room_is_an_end_all_the_same(office: Office) -> None:
    await without_room(office, "hello")
    await office.dispatcher.finish(patience=0)
    assert [message.number for message in await office.waiting()] == [1]


async def test_an_overloaded_disk_is_told_later(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    (message,) = await office.write("hello")
    with monkeypatch.context() as crowd:
        crowd.setattr("storage.database.QUEUE_SIZE", 0)
        with pytest.raises(StorageBusy):
            await office.waiting()
        office.dispatcher.send([message])
        await until(lambda: office.platform.taken == ["hello"])
    await office.dispatcher.adopt()
    assert (office.platform.taken, await office.waiting()) == (["hello"], [])


async def test_what_another_process_may_have_sent_by_now_is_not_sent(office: Office) -> None:
    office.database.lost = True
    await office.send("hello")
    await office.idle()
    assert (office.platform.taken, len(await office.waiting())) == ([], 1)


async def test_a_lane_goes_on_in_its_order_also_with_what_was_written_meanwhile(office: Office) -> None:
    await without_room(office, "one", "two", "three")
    office.database.full = False
    await office.send("four")
    await office.send("for Ben", contact=BEN)
    await until(lambda: office.platform.taken == ["one", "for Ben"])
    await office.dispatcher.adopt()
    await office.settle()
    assert office.platform.taken == ["one", "for Ben", "two", "three", "four"]


async def test_what_goes_on_disk_with_the_news_of_a_message_goes_with_it_late_too(office: Office) -> None:
    def wish(tx: Transaction) -> None:
        now = office.clock.now()
        office.outbox.add(tx, b"elsewhere", "deletion", b"{}", now, now + timedelta(days=1))

    office.platform.receipt = Acceptance("SM1", wish)
    await without_room(office, "a summary")
    assert [message.kind for message in await office.waiting()] == ["message"]
    office.database.full = False
    await office.die()
    assert [message.kind for message in await office.waiting()] == ["deletion"]
    assert office.platform.taken == ["a summary"]


@pytest.mark.parametrize("trouble", [MessageRefused("too long"), RecipientGone("blocked")], ids=["refused", "gone"])
async def test_what_was_given_up_is_not_tried_again(office: Office, trouble: Trouble) -> None:
    await without_room(office, "hello", trouble=trouble)
    office.database.full = False
    await office.dispatcher.adopt()
    assert (len(office.platform.asked), await office.waiting()) == (1, [])


async def test_who_is_gone_is_told_of_once_whatever_waited_for_them(office: Office) -> None:
    await without_room(office, "one", "two", trouble=RecipientGone("blocked"))
    office.database.full = False
    await office.dispatcher.adopt()
    assert (office.platform.gone, await office.waiting()) == ([ADA], [])


async def test_what_could_not_be_held_is_tried_again_and_then_held(office: Office) -> None:
    await without_room(office, "hello", trouble=CLOSED)
    office.platform.plan(CLOSED)
    office.database.full = False
    await office.dispatcher.adopt()
    await until(lambda: len(office.platform.asked) == 2)
    assert await office.waiting() == []
    lane, now = str(ADA).encode(), office.clock.now()
    office.dispatcher.send(await office.database.run(lambda tx: office.outbox.release(tx, lane, now)))
    await until(lambda: office.platform.taken == ["hello"])


async def test_what_could_not_be_held_reaches_who_wrote_meanwhile(office: Office) -> None:
    await without_room(office, "hello", trouble=CLOSED)
    office.database.full = False
    lane, now = str(ADA).encode(), office.clock.now()
    assert await office.database.run(lambda tx: office.outbox.release(tx, lane, now)) == []
    await office.dispatcher.adopt()
    await office.settle()
    assert office.platform.taken == ["hello"]


async def test_a_busy_platform_is_left_in_peace_although_that_could_not_be_noted(office: Office) -> None:
    await without_room(office, "one", "two", trouble=ChannelBusy(timedelta(seconds=40)))
    office.database.full = False
    await office.dispatcher.adopt()
    await office.settle()
    assert [moment.total_seconds() for _, moment in office.platform.asked][:2] == [0, 40]
    assert office.platform.taken == ["one", "two"]
