"""Impatient thumbs on WhatsApp: numbers that are typed again before the next question is there, and whole albums."""

import pytest

from bot.outbox.carrying import SHOWN_AFTER
from bot.sandbox.emulators.twilio import TwilioFault, WhatsAppUser
from conversations.contact import Contact
from conversations.session import AskingConsent, AskingNetwork, AskingNumber
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, Stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Contact("whatsapp", ADAS_NUMBER)


async def test_a_number_typed_three_times_answers_one_question(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await stage.twilio.settle()
    for _ in range(2):
        stage.twilio.delay(60, "status")  # so that it is not seen before the third
    for _ in range(3):
        await stage.post(stage.form(ada, "1"))
    await stage.idle()
    assert await stage.step_of(ADA) is AskingNumber
    assert len(said_to(ada)) == 2


async def test_a_number_counts_once_its_question_is_on_the_screen(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await stage.hears(ada, "1")
    await stage.hears(ada, "1")
    assert await stage.step_of(ADA) is AskingNetwork


async def test_a_number_before_the_first_question_agrees_to_nothing(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.delay(60, "status")
    stage.twilio.delay(60, "status")
    await stage.hears(ada, "hello")
    await stage.hears(ada, "1")
    assert await stage.step_of(ADA) is AskingConsent


async def test_without_a_report_a_question_is_taken_to_be_there_a_moment_later(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.lose("status")
    stage.twilio.lose("status")
    await stage.hears(ada, "hello")
    await stage.idle()
    stage.clock.advance(SHOWN_AFTER.total_seconds())
    await stage.hears(ada, "1")
    assert await stage.step_of(ADA) is AskingNumber


async def test_a_report_that_overtakes_the_other_counts_as_well(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.scramble_callbacks()
    await stage.hears(ada, "hello")
    await stage.hears(ada, "1")
    assert await stage.step_of(ADA) is AskingNumber


async def test_ten_pictures_at_once_are_answered_once(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    for _ in range(10):
        stage.twilio.send_file(ada, b"picture", "image/jpeg")
    await stage.idle()
    assert len(said_to(ada)) == 2
    (number,) = await stage.hears(ada, "yes")
    assert "phone number" in number


async def test_what_was_sent_before_a_crash_is_on_the_screen_since_then(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    stage.twilio.lose("status")
    stage.twilio.lose("status")
    stage.twilio.say(ada, "hello")
    await stage.until(lambda: said_to(ada))
    await stage.crash()
    stage.clock.advance(SHOWN_AFTER.total_seconds())
    await stage.start()
    await stage.until(lambda: stage.calls("GET", "/Messages.json") == 1)
    await stage.idle()
    await stage.hears(ada, "1")
    assert await stage.step_of(ADA) is AskingNumber


async def test_the_log_tells_the_second_of_a_number_and_it_counts_from_what_was_there_at_its_end(
    stage: Stage, ada: WhatsAppUser
) -> None:
    stage.twilio.lose("status")
    stage.twilio.lose("status")
    stage.clock.advance(0.6)
    await stage.hears(ada, "hello")
    await stage.idle()
    await stage.crash()
    stage.clock.advance(SHOWN_AFTER.total_seconds() + 0.2)
    stage.twilio.say(ada, "1")
    await stage.twilio.settle()
    stage.clock.advance(60)
    await stage.start()
    await stage.module.catch_up()
    await stage.idle()
    assert await stage.step_of(ADA) is AskingNumber
