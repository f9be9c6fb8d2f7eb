"""What is done around a message: the 24 hours, the typing sign, and what Twilio keeps of it afterwards."""

from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.whatsapp.channel import SETTLED
from bot.errors import ChannelBusy, WindowClosed
from bot.sandbox.emulators.twilio import TwilioFault, WhatsAppUser
from conversations.changing import replace
from conversations.contact import Contact
from conversations.wording import Button, Rendered
from storage.transaction import Transaction
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, Stage, from_bot, open_stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Contact("whatsapp", ADAS_NUMBER)
HELLO = Rendered("hello")
ASKING = Rendered(
    "May we?",
    (Button("agree", "I agree"), Button("decline", "No, thanks")),
    prompt=7,
    menu_hint="Reply with a number or the word:",
)
SUMMARY = Rendered("Adaeze Okafor · ₦1,234.50", sensitive=True)


@pytest_asyncio.fixture(loop_scope="module")
async def ada(stage: Stage) -> WhatsAppUser:
    """Somebody who has just written, and was greeted."""
    ada = stage.twilio.person(ADAS_NUMBER)
    await stage.hears(ada, "hello")
    ada.chat.clear()
    return ada


def creations(stage: Stage) -> int:
    return stage.calls("POST", "Messages.json")


async def test_after_24_hours_nothing_is_sent_until_they_write(stage: Stage, ada: WhatsAppUser) -> None:
    stage.clock.advance(24 * 3600 - 120)
    await stage.whatsapp.deliver(ADA, HELLO)
    stage.clock.advance(120)
    before = creations(stage)
    with pytest.raises(WindowClosed):
        await stage.whatsapp.deliver(ADA, HELLO)
    assert creations(stage) == before


async def test_who_writes_after_a_clock_that_was_ahead_is_right_again_can_be_written_to(
    stage: Stage, ada: WhatsAppUser
) -> None:
    """Their message is newer than one that is of some hours from now, and opens what was shut since."""

    def shut(tx: Transaction) -> None:
        chat = stage.store.chats.find(tx, ADA)
        assert chat
        later = chat.heard_at + timedelta(hours=3)
        stage.store.chats.keep(tx, replace(chat, heard_at=later, window_closed=True))

    await stage.database.run(shut)
    stage.twilio.say(ada, "help")
    await stage.idle()
    chat = await stage.database.read(lambda tx: stage.store.chats.find(tx, ADA))
    assert chat
    assert (chat.heard_at, chat.window_closed) == (stage.clock.now(), False)
    assert await stage.states() == ["delivered", "delivered"]


async def test_who_never_wrote_cannot_be_written_to(stage: Stage) -> None:
    with pytest.raises(WindowClosed):
        await stage.whatsapp.deliver(Contact("whatsapp", "+2348099999999"), HELLO)


async def test_a_template_says_once_that_something_waits(board: Board, tmp_path: Path) -> None:
    async with open_stage(board, tmp_path) as stage:
        ada = stage.twilio.person(ADAS_NUMBER)
        told = ("Something waits.", "Your line is linked.", "There is news of a link.")
        resume, done, news = map(stage.twilio.add_template, told)
        await stage.restart(TWILIO_TEMPLATE_RESUME=resume, TWILIO_TEMPLATE_DONE=done, TWILIO_TEMPLATE_NEWS=news)
        for message, template in zip((HELLO, SUMMARY, Rendered("expired", news=True)), told, strict=True):
            await stage.hears(ada, "hello")
            await stage.idle()  # the second one hears first that the time of the last conversation is over
            ada.chat.clear()
            stage.clock.advance(25 * 3600)
            for _ in range(2):
                with pytest.raises(WindowClosed):
                    await stage.whatsapp.deliver(ADA, message)
            await stage.twilio.settle()
            assert said_to(ada) == [template]


async def test_a_template_that_is_refused_changes_nothing(board: Board, tmp_path: Path) -> None:
    async with open_stage(board, tmp_path, TWILIO_TEMPLATE_RESUME=f"HX{'0' * 32}") as stage:
        await stage.hears(stage.twilio.person(ADAS_NUMBER), "hello")
        stage.clock.advance(25 * 3600)
        with pytest.raises(WindowClosed):
            await stage.whatsapp.deliver(ADA, HELLO)


async def test_typing_is_shown_at_their_newest_message_and_not_asked_for_again_at_once(
    stage: Stage, ada: WhatsAppUser
) -> None:
    path = "Indicators/Typing.json"
    for _ in range(3):
        await stage.whatsapp.show_typing(ADA)
    assert ada.is_shown_typing(stage.clock.now())
    assert stage.calls("POST", path) == 1
    stage.clock.advance(20)
    await stage.whatsapp.show_typing(ADA)
    assert stage.calls("POST", path) == 2
    await stage.whatsapp.show_typing(Contact("whatsapp", "+2348099999999"))
    assert stage.calls("POST", path) == 2


async def test_there_are_no_progress_notes(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.whatsapp.show_progress(ADA, "still asking", None)
    await stage.twilio.settle()
    assert ada.chat == []


async def test_twilios_copy_is_emptied_after_a_minute_and_the_phone_keeps_its_own(
    stage: Stage, ada: WhatsAppUser
) -> None:
    message = stage.twilio.say(ada, "hello again")
    await stage.twilio.settle()
    with pytest.raises(ChannelBusy) as early:
        await stage.whatsapp.delete(ADA, message.sid)
    assert early.value.retry_after == SETTLED
    stage.clock.advance(SETTLED.total_seconds())
    await stage.whatsapp.delete(ADA, message.sid)
    assert (message.body, message.redacted, message.shown.text) == ("", True, "hello again")
    await stage.whatsapp.delete(ADA, message.sid)


async def test_a_clock_that_is_an_hour_behind_keeps_no_copy_there_for_an_hour(stage: Stage, ada: WhatsAppUser) -> None:
    message = stage.twilio.say(ada, "hello again")
    await stage.twilio.settle()
    message.created_at += timedelta(hours=1)
    with pytest.raises(ChannelBusy) as early:
        await stage.whatsapp.delete(ADA, message.sid)
    assert early.value.retry_after == SETTLED


async def test_what_twilio_keeps_longer_is_tried_again_after_twice_as_long(stage: Stage, ada: WhatsAppUser) -> None:
    message = stage.twilio.say(ada, "hello again")
    await stage.twilio.settle()
    waits = []
    stage.twilio.fail(TwilioFault("POST", f"{message.sid}.json", status=409, code=20009, times=4))
    stage.clock.advance(SETTLED.total_seconds())
    for _ in range(4):
        with pytest.raises(ChannelBusy) as early:
            await stage.whatsapp.delete(ADA, message.sid)
        waits.append(early.value.retry_after.total_seconds())
        stage.clock.advance(waits[-1])
    await stage.whatsapp.delete(ADA, message.sid)
    assert waits == [61, 122, 244, 488]
    assert message.redacted


async def test_only_a_persons_text_that_is_kept_tells_that_twilio_wants_a_minute(
    stage: Stage, ada: WhatsAppUser
) -> None:
    await stage.hears(ada, "hello")
    ours, theirs, emptied = from_bot(ada.chat)[-1], stage.twilio.say(ada, "hi"), stage.twilio.say(ada, "hello")
    await stage.twilio.settle()
    emptied.body = ""  # and what came with it is left
    learnt = []
    for message in (ours, emptied, theirs):
        stage.twilio.fail(TwilioFault("POST", f"{message.sid}.json", status=409, code=20009))
        with pytest.raises(ChannelBusy):
            await stage.whatsapp.delete(ADA, message.sid)
        learnt.append(stage.whatsapp.deletes_after)
    assert learnt == [timedelta(), timedelta(), SETTLED]


async def test_a_clock_that_is_ahead_learns_it_too(stage: Stage, ada: WhatsAppUser) -> None:
    message = stage.twilio.say(ada, "hello")
    await stage.twilio.settle()
    message.created_at -= timedelta(hours=3)
    with pytest.raises(ChannelBusy):
        await stage.whatsapp.delete(ADA, message.sid)
    assert stage.whatsapp.deletes_after == SETTLED


async def test_what_is_gone_already_is_no_error(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.whatsapp.delete(ADA, f"SM{'0' * 32}")


async def test_what_was_read_of_a_line_is_emptied_at_twilio_also_after_a_crash(stage: Stage, ada: WhatsAppUser) -> None:
    for message in (SUMMARY, HELLO):
        await stage.write(ADA, message)
    await stage.until(lambda: len(from_bot(ada.chat)) == 2)
    await stage.idle()
    await stage.crash()
    stage.clock.advance(SETTLED.total_seconds())
    await stage.start()
    await stage.until(lambda: from_bot(ada.chat)[0].redacted)
    assert [message.body for message in from_bot(ada.chat)] == ["", "hello"]
    assert said_to(ada) == [SUMMARY.text, "hello"]


async def test_a_copy_that_twilio_keeps_holds_up_the_emptying_of_no_other(stage: Stage, ada: WhatsAppUser) -> None:
    for text in ("first", "second"):
        await stage.write(ADA, Rendered(text, sensitive=True))
    await stage.until(lambda: len(from_bot(ada.chat)) == 2)
    await stage.idle()
    kept, other = from_bot(ada.chat)
    stage.twilio.fail(TwilioFault("POST", f"{kept.sid}.json", status=409, code=20009))
    stage.clock.advance(SETTLED.total_seconds())
    await stage.service.dispatcher.adopt()
    await stage.idle()
    assert (kept.redacted, other.redacted) == (False, True)
    stage.clock.advance(2 * SETTLED.total_seconds())
    await stage.service.dispatcher.adopt()
    await stage.until(lambda: kept.redacted)
