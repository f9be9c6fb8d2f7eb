"""The same conversation on WhatsApp: whoever writes, in whatever form, however often and in whatever order."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
import pytest_asyncio

from bot.channels.whatsapp.setup import setup
from bot.emulators.twilio import Fault, Person, Place, TwilioEmulator
from bot.emulators.twilio.forgeries import WAYS
from bot.emulators.twilio.inbound import form_of
from bot.emulators.twilio.messages import Shown
from bot.emulators.twilio.signature import sign
from bot.ports import Inbound, Unreadable
from conversations.contact import Contact
from conversations.session import AskingConsent, AskingNetwork, AskingNumber, Idle
from storage.errors import StorageFull
from tests.bot.channels.whatsapp_stage import (
    ADAS_NUMBER,
    NAME,
    PUBLIC,
    Board,
    Stage,
    contact_of,
    from_bot,
    open_board,
    open_stage,
    said_to,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

CODE = "482913"
TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def board() -> AsyncIterator[Board]:
    async with open_board() as board:
        yield board


@pytest_asyncio.fixture(loop_scope="module")
async def stage(board: Board, tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(board, tmp_path) as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="module")
async def ada(stage: Stage) -> Person:
    return stage.twilio.person(ADAS_NUMBER)


async def count(stage: Stage, table: str) -> int:
    query = f"SELECT count(*) FROM {table}"  # noqa: S608 - a name from the tests
    return await stage.database.read(lambda db: int(db.execute(query).fetchone()[0]))


def form_for(stage: Stage, person: Person, text: str) -> dict[str, str]:
    """What Twilio posts of a message that they have written, for the tests to post it themselves."""
    message = stage.twilio._writing.draft(person, Shown(text))
    person.wrote(message)
    return form_of(message, person, stage.twilio.account)


async def link(stage: Stage, person: Person) -> list[str]:
    """Everything that is said until a line is linked."""
    told = []
    for text, answers in (("hello", 1), ("yes", 1), ("1", 1), ("mtn", 1), (CODE, 2)):
        told += await stage.hears(person, text, answers)
    return told


# The conversation


async def test_a_line_is_linked_in_five_messages_with_the_own_number_in_one_tap(stage: Stage, ada: Person) -> None:
    greeting, number, network, prompt, summary, receipt = await link(stage, ada)
    assert greeting.startswith("Hello! Kudi Loans asked me")
    assert "1. Use 0803 123 4567" in number
    assert network.startswith("0803 123 4567: which network")
    assert "own" not in network  # it is proven, so that nobody is asked whether it is theirs
    assert "6-digit code by SMS to 0803 ••• 4567" in prompt
    assert summary.startswith("Your MTN line 0803 ••• 4567 is linked. Please delete your message with the code now")
    assert f"{NAME} · female · born 14 May 1994" in summary
    assert receipt.endswith("1. Balance\n2. Transactions\n3. Unlink")


async def test_it_goes_by_buttons_where_they_are_set_up(stage: Stage, ada: Person) -> None:
    assert await asyncio.to_thread(setup, stage.settings) == 0
    await stage.desk.catch_up()
    await stage.hears(ada, "hello")
    for label in ("I agree", "Use 0803 123 4567", "MTN"):
        said = len(said_to(ada))
        stage.twilio.tap(ada, from_bot(ada.chat)[-1].sid, label)
        await stage.until(lambda said=said: len(said_to(ada)) > said)  # type: ignore[misc]
    assert "6-digit code" in said_to(ada)[-1]
    assert [choice.title for choice in from_bot(ada.chat)[-1].shown.choices] == ["Send a new code", "Change number"]


async def test_typed_words_mean_the_same_as_buttons(stage: Stage, ada: Person) -> None:
    assert await asyncio.to_thread(setup, stage.settings) == 0
    await stage.desk.catch_up()
    assert "which network" in (await link_until_network(stage, ada))[-1]


async def link_until_network(stage: Stage, person: Person) -> list[str]:
    return [(await stage.hears(person, text))[-1] for text in ("hello", "I agree", "my number")]


async def test_a_button_of_an_older_question_says_so(stage: Stage, ada: Person) -> None:
    assert await asyncio.to_thread(setup, stage.settings) == 0
    await stage.desk.catch_up()
    await stage.hears(ada, "hello")
    await stage.hears(ada, "yes")
    said = len(said_to(ada))
    stage.twilio.tap(ada, from_bot(ada.chat)[0].sid, "No, thanks")
    await stage.until(lambda: len(said_to(ada)) > said)
    assert said_to(ada)[-1].startswith("That button is from an earlier question.")
    assert await stage.step_of(contact_of(ada)) is AskingNumber


async def test_the_code_and_the_summary_do_not_stay_at_twilio(stage: Stage, ada: Person) -> None:
    await link(stage, ada)
    await stage.quiet()
    stage.clock.advance(61)
    await stage.service.courier.adopt()
    await stage.until(lambda: sum(message.redacted for message in ada.chat) == 2)
    (typed,) = [message for message in ada.chat if message.shown.text == CODE]
    (told,) = [message for message in ada.chat if NAME in message.shown.text]
    assert (typed.redacted, told.redacted) == (True, True)
    assert not any(CODE in message.body or NAME in message.body for message in ada.chat)


# Who it is


async def test_somebody_who_hides_their_number_is_served_too(stage: Stage) -> None:
    hidden = stage.twilio.person("", bsuid="NG.1A2B3C4D5E6F7890")
    await stage.hears(hidden, "hello")
    (number,) = await stage.hears(hidden, "yes")
    assert number.startswith("What is the phone number of the line?")
    assert "Choose only if this line is your own." in (await stage.hears(hidden, "0803 123 4567"))[0]


async def test_who_hides_their_number_later_goes_on_where_they_were(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    ada.phone = ""
    assert "Use 0803 123 4567" in (await stage.hears(ada, "yes"))[0]
    assert (await stage.step_of(Contact("whatsapp", ADAS_NUMBER)), await count(stage, "sessions")) == (
        AskingNumber,
        1,
    )
    assert from_bot(ada.chat)[-1].to == f"whatsapp:{ada.bsuid}"


async def test_so_does_who_shows_it_later(stage: Stage) -> None:
    ada = stage.twilio.person("", bsuid="NG.1A2B3C4D5E6F7890")
    await stage.hears(ada, "hello")
    ada.phone = ADAS_NUMBER
    stage.twilio.world.people._by_address[ada.address] = ada
    assert "Use 0803 123 4567" in (await stage.hears(ada, "yes"))[0]
    assert await count(stage, "sessions") == 1


async def test_a_number_with_a_new_owner_is_another_contact(stage: Stage, ada: Person) -> None:
    await link(stage, ada)
    ada.bsuid = "NG.00000000000000AA"
    stage.twilio.world.people._by_address[f"whatsapp:{ada.bsuid}"] = ada
    assert (await stage.hears(ada, "balance"))[0].startswith("No line is linked here yet.")
    assert await stage.step_of(Contact("whatsapp", ada.bsuid)) is not type(None)


async def test_a_foreign_number_is_not_offered_as_a_line(stage: Stage) -> None:
    abroad = stage.twilio.person("+447911123456")
    await stage.hears(abroad, "hello")
    assert (await stage.hears(abroad, "yes"))[0].startswith("What is the phone number of the line?")


# What can be sent


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("x" * 5000, "Do you agree"),
        ("😀👍🏽🇳🇬", "Do you agree"),
        ("   ", "I can only read text."),
        ("", "I can only read text."),
        ("*_~`<b>{$business}", "Do you agree"),
    ],
)
async def test_a_text_of_any_kind_gets_an_answer(stage: Stage, ada: Person, text: str, answer: str) -> None:
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
        (lambda twilio, ada: twilio.send_place(ada, Place(6.45, 3.39)), "I do not need your location."),
        (lambda twilio, ada: twilio.say(ada, "0803 123 4567", {"Forwarded": "true"}), "I only read what you write"),
        (lambda twilio, ada: twilio.send_contact(ada, "Ada", ADAS_NUMBER), "For your safety I only take your own"),
    ],
    ids=["voice", "picture", "sticker", "document", "place", "forwarded", "contact"],
)
async def test_what_is_no_text_is_kindly_refused(
    stage: Stage, ada: Person, send: Callable[[TwilioEmulator, Person], object], answer: str
) -> None:
    await stage.hears(ada, "hello")
    await stage.hears(ada, "yes")
    send(stage.twilio, ada)
    await stage.until(lambda: len(said_to(ada)) == 3)
    assert said_to(ada)[-1].startswith(answer)
    assert await stage.step_of(contact_of(ada)) is AskingNumber


async def test_a_quoted_answer_is_an_answer(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.reply(ada, from_bot(ada.chat)[0].sid, "yes")
    await stage.until(lambda: len(said_to(ada)) == 2)
    assert await stage.step_of(contact_of(ada)) is AskingNumber


async def test_fields_that_nobody_knows_are_signed_and_passed_over(stage: Stage, ada: Person) -> None:
    stage.twilio.say(ada, "hello", {"ReferralBody": "an ad", "SomethingNew": "1", "Empty": ""})
    await stage.until(lambda: said_to(ada))


async def test_a_link_opens_the_chat_by_its_text(stage: Stage, ada: Person) -> None:
    (told,) = await stage.hears(ada, "START k7Qp2-Xy_9aBcDeFgHiJkL")
    assert told.startswith("That link cannot be used any more.")


# STOP, START, HELP


@pytest.mark.parametrize("word", ["STOP", "no send me message again"])
async def test_who_says_stop_hears_one_thing_more_and_then_nothing_until_start(
    stage: Stage, ada: Person, word: str
) -> None:
    await stage.hears(ada, "hello")
    (farewell,) = await stage.hears(ada, word)
    assert farewell.startswith("All right: I will not write to you any more.")
    said = len(said_to(ada))
    for text in ("hello", "HELP", "STOP", "1"):
        stage.twilio.say(ada, text)
    await stage.quiet()
    assert len(said_to(ada)) == said
    assert await stage.step_of(contact_of(ada)) is Idle
    assert "Kudi Loans" in (await stage.hears(ada, "START"))[0]
    assert (await stage.hears(ada, "yes"))[0]


async def test_nothing_that_comes_about_later_reaches_who_opted_out(stage: Stage, ada: Person) -> None:
    stage.provider.ready = False
    for text in ("hello", "yes", "1", "mtn", CODE):
        await stage.hears(ada, text)
    await stage.hears(ada, "stop")
    said = len(said_to(ada))
    stage.provider.ready = True
    stage.clock.advance(3600)
    await stage.service.sweep_summaries()
    await stage.quiet()
    assert len(said_to(ada)) == said
    assert await stage.waiting() == []


async def test_stop_survives_a_restart(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    await stage.hears(ada, "stop")
    await stage.restart()
    said = len(said_to(ada))
    stage.twilio.say(ada, "hello")
    await stage.quiet()
    assert len(said_to(ada)) == said


@pytest.mark.parametrize("kind", ["STOP", "START", "HELP"])
async def test_what_twilio_has_answered_is_answered_by_nobody_else(stage: Stage, ada: Person, kind: str) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.say(ada, kind, {"OptOutType": kind})
    await stage.quiet()
    assert len(said_to(ada)) == 1
    assert await stage.step_of(contact_of(ada)) is (Idle if kind == "STOP" else AskingConsent)


async def test_help_helps_at_every_step_and_leads_to_a_person(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    assert "person, help" in (await stage.hears(ada, "HELP"))[0]
    assert "the person who sent you here" in (await stage.hears(ada, "person"))[0]


# The doors


async def test_the_answer_is_empty_twiml_after_the_turn_is_on_disk(stage: Stage, ada: Person) -> None:
    answer = await stage.post(form_for(stage, ada, "hello"))
    assert (answer.status_code, answer.text) == (200, TWIML)
    assert answer.headers["content-type"].partition(";")[0] == "text/xml"
    assert await stage.step_of(contact_of(ada)) is AskingConsent


async def test_the_debugger_stays_empty(stage: Stage, ada: Person) -> None:
    await link(stage, ada)
    await stage.quiet()
    assert list(stage.twilio.records.remarks) == []


@pytest.mark.parametrize("way", WAYS)
async def test_a_forged_message_is_refused_and_changes_nothing(stage: Stage, ada: Person, way: str) -> None:
    assert await stage.twilio.forge(ada, "yes", way) in (400, 403)
    assert (await count(stage, "sessions"), await count(stage, "chats")) == (0, 0)


async def test_a_signature_for_http_is_none_for_https(stage: Stage, ada: Person) -> None:
    answer = await stage.post(form_for(stage, ada, "hello"), signed_as="http://bot.example/whatsapp")
    assert (answer.status_code, answer.content) == (403, b"")


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        ("AccountSid", f"AC{'0' * 32}", 403),
        ("To", "whatsapp:+14155550100", 403),
        ("MessageSid", "SM1", 400),
        ("From", "whatsapp:", 400),
        ("NumMedia", "x", 400),
    ],
)
async def test_a_signed_message_that_is_not_for_us_or_makes_no_sense_is_refused(
    stage: Stage, ada: Person, field: str, value: str, status: int
) -> None:
    assert (await stage.post(form_for(stage, ada, "hello") | {field: value})).status_code == status
    assert await count(stage, "sessions") == 0


async def test_too_much_is_refused_and_other_methods_are_not_known(stage: Stage) -> None:
    assert (await stage.post_raw(b"Body=" + b"x" * 300_000, {})).status_code == 413
    assert (await stage.board.http.get(f"{stage.board.url}/whatsapp")).status_code == 405


async def test_the_old_and_the_new_token_are_both_taken_while_they_are_changed(board: Board, tmp_path: Path) -> None:
    async with open_stage(board, tmp_path) as stage:
        ada = stage.twilio.person(ADAS_NUMBER)
        old, new = stage.twilio.account.auth_token, secrets.token_hex(16)
        await stage.restart(TWILIO_AUTH_TOKEN=f"{new},{old}")
        await stage.hears(ada, "hello")
        stage.twilio.promote_token(new)
        assert await stage.hears(ada, "yes")


async def test_a_replayed_message_changes_nothing_and_is_acknowledged(stage: Stage, ada: Person) -> None:
    form = form_for(stage, ada, "hello")
    answers = [await stage.post(form) for _ in range(3)]
    await stage.until(lambda: said_to(ada))
    await stage.quiet()
    assert ([answer.status_code for answer in answers], len(said_to(ada))) == ([200] * 3, 1)


async def test_a_message_that_is_cut_elsewhere_is_no_other_message(stage: Stage, ada: Person) -> None:
    form = form_for(stage, ada, "hello")
    await stage.post(form)
    cut = {("MessageSi" if name == "MessageSid" else name): value for name, value in form.items()}
    cut["MessageSi"] = "d" + cut["MessageSi"]
    signature = sign(stage.twilio.account.auth_token, f"{PUBLIC}/whatsapp", form.items())
    assert (await stage.post_raw(urlencode(cut).encode(), {"X-Twilio-Signature": signature})).status_code == 400


async def test_a_doubled_webhook_is_answered_once(stage: Stage, ada: Person) -> None:
    stage.twilio.double()
    await stage.hears(ada, "hello")
    await stage.quiet()
    assert len(said_to(ada)) == 1


async def test_two_messages_at_once_are_two_turns(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.say(ada, "yes")
    stage.twilio.say(ada, "0803 123 4567")
    await stage.until(lambda: len(said_to(ada)) == 3)
    assert await stage.step_of(contact_of(ada)) in (AskingNumber, AskingNetwork)


async def test_a_late_message_finds_where_we_are(stage: Stage, ada: Person) -> None:
    stage.twilio.delay(30)
    stage.twilio.say(ada, "first")
    await stage.hears(ada, "second")
    stage.clock.advance(30)
    await stage.until(lambda: len(said_to(ada)) == 2)
    assert await stage.step_of(contact_of(ada)) is AskingConsent


async def test_a_disk_that_fails_is_no_acknowledgement(stage: Stage, ada: Person) -> None:
    async def fail(_: Inbound | Unreadable) -> None:
        raise StorageFull("no room")

    stage.desk.intake._receive = fail
    assert (await stage.post(form_for(stage, ada, "hello"))).status_code == 503


async def test_a_defect_of_ours_is_put_aside_and_the_person_hears_of_it(stage: Stage, ada: Person) -> None:
    receive = stage.desk.intake._receive

    async def stumble(inbound: Inbound | Unreadable) -> None:
        if isinstance(inbound, Inbound):
            raise ZeroDivisionError
        await receive(inbound)

    stage.desk.intake._receive = stumble
    assert (await stage.post(form_for(stage, ada, "hello"))).status_code == 200
    await stage.until(lambda: said_to(ada))
    assert said_to(ada)[0].startswith("I could not read your last message.")
    assert await count(stage, "quarantine") == 1


# Crashes


async def test_a_message_that_was_heard_but_had_no_turn_is_taken_when_it_comes_again(stage: Stage, ada: Person) -> None:
    """The process died between the two; Twilio was told nothing."""
    form = form_for(stage, ada, "hello")

    async def fail(_: Inbound | Unreadable) -> None:
        raise StorageFull("no room")

    stage.desk.intake._receive = fail
    await stage.post(form)
    await stage.restart()
    assert (await stage.post(form)).status_code == 200
    await stage.until(lambda: said_to(ada))
    assert await stage.step_of(contact_of(ada)) is AskingConsent


async def test_a_reply_is_repeated_only_when_the_process_died_before_it_was_noted(stage: Stage, ada: Person) -> None:
    stage.twilio.break_call(Fault("POST", "Messages.json", drop=True, after=True))
    stage.twilio.say(ada, "hello")
    await stage.until(lambda: stage.calls("POST", "Messages.json"))
    await stage.crash()
    stage.clock.advance(5)
    await stage.start()
    await stage.until(lambda: len(said_to(ada)) == 2)
    await stage.quiet()
    assert len(set(said_to(ada))) == 1
    assert len(said_to(ada)) == 2


async def test_a_reply_that_was_promised_is_sent_after_the_restart(stage: Stage, ada: Person) -> None:
    stage.twilio.break_call(Fault("POST", "Messages.json", status=429, code=20429))
    stage.twilio.say(ada, "hello")
    await stage.until(lambda: stage.calls("POST", "Messages.json"))
    await stage.crash()
    assert said_to(ada) == []
    stage.clock.advance(10)
    await stage.start()
    await stage.until(lambda: said_to(ada))
    assert len(said_to(ada)) == 1


async def test_nothing_personal_stands_in_the_file(stage: Stage, ada: Person) -> None:
    await link(stage, ada)
    await stage.quiet()
    await stage.crash()
    content = b"".join(path.read_bytes() for path in stage.folder.iterdir())
    for text in (ADAS_NUMBER, ADAS_NUMBER[1:], ada.bsuid, NAME, CODE, "1,234.50"):
        assert text.encode() not in content
    await stage.start()
