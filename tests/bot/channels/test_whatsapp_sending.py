"""One message out: as buttons or a list, within the limits and the 24 hours, never twice, and redacted afterwards."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.whatsapp.channel import SETTLED
from bot.channels.whatsapp.pacing import BORROWED
from bot.channels.whatsapp.refusals import OursToMend, OutcomeUnknown
from bot.channels.whatsapp.twilio import VALIDITY
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, RecipientGone, WindowClosed
from bot.outbox.payloads import NOTICE
from bot.ports import Channel
from bot.sandbox.emulators.twilio import TwilioFault, WhatsAppUser
from conversations.changing import replace
from conversations.contact import Contact
from conversations.wording import Button, Rendered
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, PUBLIC, Stage, from_bot, open_stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Contact("whatsapp", ADAS_NUMBER)
HELLO = Rendered("hello")
ASKING = Rendered(
    "May we?",
    (Button("agree", "I agree"), Button("decline", "No, thanks")),
    prompt=7,
    menu_hint="Reply with a number or the word:",
)
THREE_HOURS = 3 * 3600 * 1000  # in milliseconds
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


async def test_it_is_a_channel_that_cannot_delete_and_goes_by_its_number(stage: Stage) -> None:
    channel: Channel = stage.whatsapp
    assert (channel.name, channel.shares_contact, channel.deletes_messages) == ("whatsapp", False, False)
    assert channel.handle == stage.twilio.sender.removeprefix("whatsapp:")


async def test_a_message_goes_to_whom_it_is_for_and_its_name_comes_back(stage: Stage, ada: WhatsAppUser) -> None:
    receipt = await stage.whatsapp.deliver(ADA, HELLO)
    await stage.twilio.settle()
    (message,) = from_bot(ada.chat)
    assert (message.sid, message.shown.text, message.status) == (receipt.name, "hello", "delivered")
    assert message.status_callback == f"{PUBLIC}/whatsapp/status"
    assert message.validity == timedelta(seconds=VALIDITY)


async def test_answers_are_a_numbered_list_until_contents_are_set_up(stage: Stage, ada: WhatsAppUser) -> None:
    assert stage.whatsapp.numbers_answers(ADA, ASKING)
    await stage.whatsapp.deliver(ADA, ASKING)
    await stage.twilio.settle()
    assert said_to(ada) == ["May we?\n\nReply with a number or the word:\n1. I agree\n2. No, thanks"]


async def test_then_they_are_buttons_which_bring_back_their_question(stage: Stage, ada: WhatsAppUser) -> None:
    stage.set_up_contents()
    await stage.module.catch_up()
    assert not stage.whatsapp.numbers_answers(ADA, ASKING)
    await stage.whatsapp.deliver(ADA, ASKING)
    await stage.twilio.settle()
    (message,) = from_bot(ada.chat)
    assert message.shown.text == "May we?"
    assert [(choice.title, choice.id) for choice in message.shown.choices] == [
        ("I agree", "7:agree"),
        ("No, thanks", "7:decline"),
    ]


async def test_a_content_that_is_gone_is_no_reason_to_say_nothing(stage: Stage, ada: WhatsAppUser) -> None:
    stage.set_up_contents()
    await stage.module.catch_up()
    for content in stage.twilio.state.contents.everything():
        stage.twilio.state.contents.delete(content.sid)
    await stage.whatsapp.deliver(ADA, ASKING)
    await stage.twilio.settle()
    assert said_to(ada)[0].endswith("1. I agree\n2. No, thanks")


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (TwilioFault("POST", "Messages.json", status=429, code=20429), ChannelBusy),
        (TwilioFault("POST", "Messages.json", status=400, code=21610), RecipientGone),
        (TwilioFault("POST", "Messages.json", status=400, code=21617), MessageRefused),
        (TwilioFault("POST", "Messages.json", status=400, code=63016), WindowClosed),
        (TwilioFault("POST", "Messages.json", status=401, code=20003), OursToMend),
        (TwilioFault("POST", "Messages.json", status=500), OutcomeUnknown),
        (TwilioFault("POST", "Messages.json", status=502, body="<html>bad gateway</html>"), OutcomeUnknown),
        (TwilioFault("POST", "Messages.json", drop=True), OutcomeUnknown),
        (TwilioFault("POST", "Messages.json", status=201, body="created"), OutcomeUnknown),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else None,
)
async def test_each_refusal_comes_in_our_words_and_nothing_is_repeated(
    stage: Stage, ada: WhatsAppUser, fault: TwilioFault, kind: type[DeliveryError]
) -> None:
    before = creations(stage)
    stage.twilio.fail(fault)
    with pytest.raises(kind) as refused:
        await stage.whatsapp.deliver(ADA, HELLO)
    assert type(refused.value) is kind
    assert (refused.value.__context__, refused.value.__cause__) == (None, None)
    assert creations(stage) == before + 1


async def test_a_twilio_that_is_not_there_was_sent_nothing(board: Board, tmp_path: Path) -> None:
    async with open_stage(board, tmp_path, TWILIO_API_BASE="http://127.0.0.1:9") as stage:
        stage.twilio.say(stage.twilio.person(ADAS_NUMBER), "hello")
        await stage.twilio.settle()
        with pytest.raises(ChannelDown) as down:
            await stage.whatsapp.deliver(ADA, HELLO)
        assert type(down.value) is ChannelDown


async def test_an_unknown_outcome_is_looked_up_and_what_was_sent_is_not_sent_again(
    stage: Stage, ada: WhatsAppUser
) -> None:
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    with pytest.raises(OutcomeUnknown):
        await stage.whatsapp.deliver(ADA, HELLO)
    receipt = await stage.whatsapp.deliver(ADA, HELLO)
    await stage.twilio.settle()
    assert [message.sid for message in from_bot(ada.chat)] == [receipt.name]


async def test_an_unknown_outcome_is_looked_up_and_what_was_not_sent_is_sent(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.fail(TwilioFault("POST", "Messages.json", status=503))
    with pytest.raises(OutcomeUnknown):
        await stage.whatsapp.deliver(ADA, HELLO)
    receipt = await stage.whatsapp.deliver(ADA, HELLO)
    await stage.twilio.settle()
    assert [message.sid for message in from_bot(ada.chat)] == [receipt.name]


async def test_nothing_is_repeated_while_it_cannot_be_looked_up(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    stage.twilio.fail(TwilioFault("GET", "Messages.json", status=500, times=2))
    for _ in range(3):
        with pytest.raises(OutcomeUnknown):
            await stage.whatsapp.deliver(ADA, HELLO)
    await stage.whatsapp.deliver(ADA, HELLO)
    await stage.twilio.settle()
    assert said_to(ada) == ["hello"]


@pytest.mark.parametrize("status", [403, 404])
async def test_a_key_that_may_not_look_things_up_can_still_send(stage: Stage, ada: WhatsAppUser, status: int) -> None:
    stage.twilio.fail(TwilioFault("POST", "Messages.json", status=503))
    stage.twilio.fail(TwilioFault("GET", "Messages.json", status=status))
    with pytest.raises(OutcomeUnknown):
        await stage.whatsapp.deliver(ADA, HELLO)
    await stage.whatsapp.deliver(ADA, HELLO)
    await stage.twilio.settle()
    assert said_to(ada) == ["hello"]


@pytest.mark.parametrize(
    "message", [HELLO, replace(ASKING, text="It's you?"), SUMMARY], ids=["text", "buttons", "summary"]
)
async def test_what_was_sent_and_not_noted_before_a_crash_is_found_after_the_start(
    stage: Stage, ada: WhatsAppUser, message: Rendered
) -> None:
    """The account's contents are not known again by then; and what was read of a line is emptied after all."""
    stage.set_up_contents()
    await stage.module.catch_up()
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    await stage.write(ADA, message)
    await stage.until(lambda: from_bot(ada.chat))
    await stage.restart()
    await stage.until(lambda: stage.calls("GET", "/Messages.json") == 2, winding=1)
    await stage.idle()
    stage.clock.advance(SETTLED.total_seconds())
    await stage.restart()
    (sent,) = from_bot(ada.chat)
    await stage.until(lambda: sent.redacted == message.sensitive)


async def test_what_a_clock_that_was_ahead_has_dated_is_found_after_the_start_too(
    stage: Stage, ada: WhatsAppUser
) -> None:
    """It was sent long before the time that is told of it."""
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    await stage.write(ADA, HELLO)
    await stage.until(lambda: from_bot(ada.chat))
    await stage.idle()
    ahead = "UPDATE outbox SET due_at = due_at + ?, drop_at = drop_at + ? WHERE state = 'waiting'"
    await stage.database.run(lambda tx: tx.execute(ahead, (THREE_HOURS, THREE_HOURS)))
    await stage.crash()
    stage.clock.advance(timedelta(minutes=10).total_seconds())
    await stage.start()
    await stage.until(lambda: stage.calls("GET", "/Messages.json"), winding=1)
    await stage.idle()
    assert said_to(ada) == ["hello"]


async def test_what_is_tried_again_after_the_clock_was_set_back_is_looked_up_first(
    stage: Stage, ada: WhatsAppUser
) -> None:
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    with pytest.raises(OutcomeUnknown):
        await stage.whatsapp.deliver(ADA, HELLO)
    sending = stage.whatsapp.sending
    sending._unknown = {each: at + timedelta(hours=3) for each, at in sending._unknown.items()}
    stage.clock.advance(timedelta(minutes=10).total_seconds())
    await stage.whatsapp.deliver(ADA, HELLO)
    await stage.twilio.settle()
    assert said_to(ada) == ["hello"]


async def test_an_answer_that_went_before_waiting_news_is_found_after_the_start_too(
    stage: Stage, ada: WhatsAppUser
) -> None:
    promised = [await stage.promise(ADA, "linked", NOTICE), await stage.promise(ADA, "your board")]
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    stage.service.dispatcher.send(promised)
    await stage.until(lambda: from_bot(ada.chat))
    await stage.restart()
    await stage.until(lambda: "linked" in said_to(ada), winding=1)
    await stage.idle()
    assert said_to(ada) == ["your board", "linked"]


async def test_the_same_words_said_before_are_not_taken_for_the_lost_ones(stage: Stage, ada: WhatsAppUser) -> None:
    """The earlier message is known by its receipt, which stands in the outbox."""
    await stage.hears(ada, "what?")
    await stage.idle()  # its receipts are on disk
    said = said_to(ada)[0]
    stage.twilio.fail(TwilioFault("POST", "Messages.json", status=503))
    with pytest.raises(OutcomeUnknown):
        await stage.whatsapp.deliver(ADA, Rendered(said))
    await stage.whatsapp.deliver(ADA, Rendered(said))
    await stage.twilio.settle()
    assert said_to(ada) == [said, said]


async def deliver_in_turn(stage: Stage, text: str) -> None:
    await stage.whatsapp.wait_turn(ADA)
    await stage.whatsapp.deliver(ADA, Rendered(text))


@pytest.mark.parametrize(
    ("settings", "at_once"),
    [({"WHATSAPP_SECONDS_PER_PERSON": "0"}, 20), ({"WHATSAPP_SENDS_PER_SECOND": "0.5"}, 0)],
    ids=["a load test", "a slow account"],
)
async def test_how_fast_it_may_be_is_a_setting(
    board: Board, tmp_path: Path, settings: dict[str, str], at_once: int
) -> None:
    async with open_stage(board, tmp_path, **settings) as stage:
        ada = stage.twilio.person(ADAS_NUMBER)
        await stage.hears(ada, "hello")
        ada.chat.clear()
        sending = [asyncio.create_task(deliver_in_turn(stage, str(number))) for number in range(20)]
        await stage.idle()
        await stage.until(lambda: len(said_to(ada)) == at_once)
        await stage.until(lambda: all(task.done() for task in sending), winding=2)


async def test_a_burst_waits_for_its_turn_and_whatsapp_never_has_to_refuse(stage: Stage, ada: WhatsAppUser) -> None:
    count = BORROWED + 2
    sending = [asyncio.create_task(deliver_in_turn(stage, str(number))) for number in range(count)]
    await stage.until(lambda: len(said_to(ada)) == BORROWED - 1)  # one was the greeting
    await stage.idle()
    assert len(said_to(ada)) == BORROWED - 1
    await stage.until(lambda: all(task.done() for task in sending), winding=6)
    await stage.twilio.settle()
    assert sorted(map(int, said_to(ada))) == list(range(count))
