"""The same conversation on WhatsApp: whoever writes, in whatever form, however often and in whatever order."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.sandbox.emulators.twilio import MapPlace, TwilioEmulator, WhatsAppMessage, WhatsAppUser
from bot.sandbox.emulators.twilio.state import AccountRules
from conversations.contact import Contact
from conversations.session import AskingConsent, AskingNumber
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_network import NAME
from tests.bot.channels.whatsapp_stage import (
    ADAS_NUMBER,
    Stage,
    contact_of,
    from_bot,
    open_stage,
    said_to,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

CODE = "482913"
TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


# The conversation


async def test_a_line_is_linked_in_five_messages_with_the_own_number_in_one_tap(
    stage: Stage, ada: WhatsAppUser
) -> None:
    greeting, number, network, prompt, summary, receipt = await stage.link(ada)
    assert greeting.startswith("Hello! Kudi Loans asked me")
    assert "1. Use 0803 123 4567" in number
    assert network.startswith("0803 123 4567: which network")
    assert "own" not in network  # it is proven, so that nobody is asked whether it is theirs
    assert "6-digit code by SMS to 0803 ••• 4567" in prompt
    assert summary.startswith("Your MTN line 0803 ••• 4567 is linked.\n\nPlease delete your message with the code now")
    assert f"{NAME} · female · born 14 May 1994" in summary
    assert receipt.endswith("1. Balance\n2. Transactions\n3. Unlink")


async def test_it_goes_by_buttons_where_they_are_set_up(stage: Stage, ada: WhatsAppUser) -> None:
    stage.set_up_contents()
    await stage.module.catch_up()
    await stage.hears(ada, "hello")
    for label in ("I agree", "Use 0803 123 4567", "MTN"):
        said = len(said_to(ada))
        stage.twilio.tap(ada, from_bot(ada.chat)[-1].sid, label)
        await stage.until(lambda said=said: len(said_to(ada)) > said)  # type: ignore[misc]
    assert "6-digit code" in said_to(ada)[-1]
    assert [choice.title for choice in from_bot(ada.chat)[-1].shown.choices] == ["Send a new code", "Change number"]


async def test_typed_words_mean_the_same_as_buttons(stage: Stage, ada: WhatsAppUser) -> None:
    stage.set_up_contents()
    await stage.module.catch_up()
    assert "which network" in (await link_until_network(stage, ada))[-1]


async def link_until_emptied(stage: Stage, person: WhatsAppUser) -> WhatsAppMessage:
    """Their message with the code."""
    await stage.link(person)
    await stage.idle()
    (typed,) = [message for message in person.chat if message.shown.text == CODE]
    stage.clock.advance(61)
    await stage.until(lambda: typed.redacted)
    return typed


async def link_until_network(stage: Stage, person: WhatsAppUser) -> list[str]:
    return [(await stage.hears(person, text))[-1] for text in ("hello", "I agree", "my number")]


async def test_a_button_of_an_older_question_says_so(stage: Stage, ada: WhatsAppUser) -> None:
    stage.set_up_contents()
    await stage.module.catch_up()
    await stage.hears(ada, "hello")
    await stage.hears(ada, "yes")
    said = len(said_to(ada))
    stage.twilio.tap(ada, from_bot(ada.chat)[0].sid, "No, thanks")
    await stage.until(lambda: len(said_to(ada)) > said)
    assert said_to(ada)[-1].startswith("That answers an earlier question")
    assert await stage.step_of(contact_of(ada)) is AskingNumber


async def test_a_number_of_an_older_list_says_so_when_the_list_is_quoted(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await stage.hears(ada, "yes")
    greeting, question = (message.sid for message in from_bot(ada.chat))
    (answer,) = await stage.replies(ada, greeting, "2")
    assert answer.startswith("That answers an earlier question")
    assert await stage.step_of(contact_of(ada)) is AskingNumber
    (answer,) = await stage.replies(ada, question, "1")
    assert "which network" not in answer  # the question was asked again, and that one is the newest
    (answer,) = await stage.replies(ada, from_bot(ada.chat)[-1].sid, "1")
    assert "0803 123 4567: which network" in answer
    (answer,) = await stage.replies(ada, question, "0803 123 4568")
    assert "0803 123 4568: which network" in answer


async def test_the_code_and_the_summary_do_not_stay_at_twilio(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.link(ada)
    await stage.idle()
    stage.clock.advance(61)
    await stage.service.dispatcher.adopt()
    await stage.until(lambda: sum(message.redacted for message in ada.chat) == 2)
    (typed,) = [message for message in ada.chat if message.shown.text == CODE]
    (told,) = [message for message in ada.chat if NAME in message.shown.text]
    assert (typed.redacted, told.redacted) == (True, True)
    assert not any(CODE in message.body or NAME in message.body for message in ada.chat)
    assert stage.calls("POST", f"{told.sid}.json") == 1


async def test_whether_twilio_empties_a_code_at_once_is_tried_once(stage: Stage) -> None:
    asked = []
    for number in (ADAS_NUMBER, "+2348031234568"):
        typed = await link_until_emptied(stage, stage.twilio.person(number))
        asked.append([stage.calls(method, f"{typed.sid}.json") for method in ("POST", "GET")])
    assert asked == [[2, 1], [1, 0]]


async def test_a_code_is_emptied_at_once_where_twilio_lets_it(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.state.rules = AccountRules(early_redaction=True)
    await stage.link(ada)
    await stage.idle()
    assert [message.shown.text for message in ada.chat if message.redacted] == [CODE]
    (typed,) = [message for message in ada.chat if message.redacted]
    assert stage.calls("POST", f"{typed.sid}.json") == 1


# Who it is


async def test_somebody_who_hides_their_number_is_served_too(stage: Stage) -> None:
    hidden = stage.twilio.person("", bsuid="NG.1A2B3C4D5E6F7890")
    await stage.hears(hidden, "hello")
    (number,) = await stage.hears(hidden, "yes")
    assert number.startswith("What is the phone number of your own line?")
    assert "Choose only if this line is your own." in (await stage.hears(hidden, "0803 123 4567"))[0]


async def test_who_hides_their_number_later_goes_on_where_they_were(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    ada.phone = ""
    assert "Use 0803 123 4567" in (await stage.hears(ada, "yes"))[0]
    assert (await stage.step_of(Contact("whatsapp", ADAS_NUMBER)), await stage.count("sessions")) == (
        AskingNumber,
        1,
    )
    assert from_bot(ada.chat)[-1].to == f"whatsapp:{ada.bsuid}"


async def test_so_does_who_shows_it_later(stage: Stage) -> None:
    ada = stage.twilio.person("", bsuid="NG.1A2B3C4D5E6F7890")
    await stage.hears(ada, "hello")
    ada.phone = ADAS_NUMBER
    stage.twilio.state.people._by_address[ada.address] = ada
    assert "Use 0803 123 4567" in (await stage.hears(ada, "yes"))[0]
    assert await stage.count("sessions") == 1


async def test_a_number_with_a_new_owner_is_another_contact(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.link(ada)
    ada.bsuid = "NG.00000000000000AA"
    stage.twilio.state.people._by_address[f"whatsapp:{ada.bsuid}"] = ada
    assert (await stage.hears(ada, "balance"))[0].startswith("No line is linked here now.")
    assert await stage.step_of(Contact("whatsapp", ada.bsuid)) is not type(None)


async def test_an_administrators_number_is_nobody_elses_office_after_a_month_of_silence(
    board: Board, tmp_path: Path
) -> None:
    async with open_stage(board, tmp_path, ADMINS=f"whatsapp:{ADAS_NUMBER}") as stage:
        boss = stage.twilio.person(ADAS_NUMBER)
        assert await stage.hears(boss, "today") == ["No link was made today."]
        stage.clock.advance(31 * 24 * 3600)
        await stage.sweeps.old_rows()
        boss.bsuid = "NG.00000000000000AA"
        stage.twilio.state.people._by_address[f"whatsapp:{boss.bsuid}"] = boss
        (told,) = await stage.hears(boss, "today")
        assert "Kudi Loans" in told
        assert await stage.step_of(Contact("whatsapp", boss.bsuid)) is AskingConsent


async def test_a_foreign_number_is_not_offered_as_a_line(stage: Stage) -> None:
    abroad = stage.twilio.person("+447911123456")
    await stage.hears(abroad, "hello")
    assert (await stage.hears(abroad, "yes"))[0].startswith("What is the phone number of your own line?")


# What can be sent


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("x" * 5000, "Do you agree?"),
        ("😀👍🏽🇳🇬", "type"),
        ("   ", "I can only read text."),
        ("", "I can only read text."),
        ("*_~`<b>{$business}", "Do you agree?"),
    ],
)
async def test_a_text_of_any_kind_gets_an_answer(stage: Stage, ada: WhatsAppUser, text: str, answer: str) -> None:
    await stage.hears(ada, "hello")
    assert answer in (await stage.hears(ada, text))[0]
    assert await stage.step_of(contact_of(ada)) is AskingConsent


@pytest.mark.parametrize(
    ("send", "answer"),
    [
        (lambda twilio, ada: twilio.send_voice(ada), "I cannot listen to voice notes."),
        (lambda twilio, ada: twilio.send_file(ada, b"x", "image/jpeg", "0803 123 4567"), "I cannot read pictures."),
        (lambda twilio, ada: twilio.send_file(ada, b"x", "image/webp"), "Nice one!"),
        (lambda twilio, ada: twilio.send_file(ada, b"x", "application/pdf"), "I cannot open files."),
        (lambda twilio, ada: twilio.send_place(ada, MapPlace(6.45, 3.39)), "I do not need your location."),
        (lambda twilio, ada: twilio.say(ada, "0803 123 4567", {"Forwarded": "true"}), "I only read what you write"),
        (lambda twilio, ada: twilio.send_contact(ada, "Ada", ADAS_NUMBER), "For your safety I only take your own"),
    ],
    ids=["voice", "picture", "sticker", "document", "place", "forwarded", "contact"],
)
async def test_what_is_no_text_is_kindly_refused(
    stage: Stage, ada: WhatsAppUser, send: Callable[[TwilioEmulator, WhatsAppUser], object], answer: str
) -> None:
    await stage.hears(ada, "hello")
    await stage.hears(ada, "yes")
    send(stage.twilio, ada)
    await stage.until(lambda: len(said_to(ada)) == 3)
    assert said_to(ada)[-1].startswith(answer)
    assert await stage.step_of(contact_of(ada)) is AskingNumber


async def test_a_quoted_answer_is_an_answer(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await stage.replies(ada, from_bot(ada.chat)[0].sid, "yes")
    assert await stage.step_of(contact_of(ada)) is AskingNumber


async def test_fields_that_nobody_knows_are_signed_and_passed_over(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.say(ada, "hello", {"ReferralBody": "an ad", "SomethingNew": "1", "Empty": ""})
    await stage.until(lambda: said_to(ada))


async def test_a_link_opens_the_chat_by_its_text(stage: Stage, ada: WhatsAppUser) -> None:
    (told,) = await stage.hears(ada, "START k7Qp2-Xy_9aBcDeFgHiJkL")
    assert told.startswith("That link cannot be used any more.")
