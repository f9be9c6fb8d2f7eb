"""What Twilio posts is acknowledged when it is on disk, and refused for what is wrong with it; also over a crash."""

import secrets
from functools import partial
from pathlib import Path
from typing import Never
from urllib.parse import urlencode

import pytest

from bot.channels.whatsapp.inbound import TakingIn
from bot.ports import Inbound, UnreadableInbound
from bot.sandbox.emulators.twilio import TwilioFault, WhatsAppUser
from bot.sandbox.emulators.twilio.forged_webhooks import WAYS
from bot.sandbox.emulators.twilio.signature import sign
from conversations.customer.events import MessageUnreadable, OptedOut, TextReceived
from conversations.session import AskingConsent, AskingNetwork, AskingNumber
from storage.errors import StorageFull
from storage.sealed import SealedBytes
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_network import NAME
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, PUBLIC, Stage, break_turns, contact_of, open_stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

CODE = "482913"
TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


async def no_room(_: Inbound | UnreadableInbound) -> None:
    raise StorageFull("no room")


# The routes


async def test_the_answer_is_empty_twiml_after_the_turn_is_on_disk(stage: Stage, ada: WhatsAppUser) -> None:
    answer = await stage.post(stage.form(ada, "hello"))
    assert (answer.status_code, answer.text) == (200, TWIML)
    assert answer.headers["content-type"].partition(";")[0] == "text/xml"
    assert await stage.step_of(contact_of(ada)) is AskingConsent


async def test_the_debugger_stays_empty(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.link(ada)
    await stage.idle()
    assert list(stage.twilio.journal.debugger) == []


@pytest.mark.parametrize("way", WAYS)
async def test_a_forged_message_is_refused_and_changes_nothing(stage: Stage, ada: WhatsAppUser, way: str) -> None:
    assert await stage.twilio.forge(ada, "yes", way) in (400, 403)
    assert (await stage.count("sessions"), await stage.count("chats")) == (0, 0)


async def test_a_signature_for_http_is_none_for_https(stage: Stage, ada: WhatsAppUser) -> None:
    answer = await stage.post(stage.form(ada, "hello"), signed_as="http://bot.example/whatsapp")
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
    stage: Stage, ada: WhatsAppUser, field: str, value: str, status: int
) -> None:
    assert (await stage.post(stage.form(ada, "hello") | {field: value})).status_code == status
    assert await stage.count("sessions") == 0


async def test_too_much_is_refused_and_other_methods_are_not_known(stage: Stage) -> None:
    assert (await stage.post_raw(b"Body=" + b"x" * 70_000, {"X-Twilio-Signature": "A" * 27 + "="})).status_code == 413
    assert (await stage.board.http.get(f"{stage.board.url}/whatsapp")).status_code == 405


async def test_the_old_and_the_new_token_are_both_taken_while_they_are_changed(board: Board, tmp_path: Path) -> None:
    async with open_stage(board, tmp_path) as stage:
        ada = stage.twilio.person(ADAS_NUMBER)
        old, new = stage.twilio.account.auth_token, secrets.token_hex(16)
        await stage.restart(TWILIO_AUTH_TOKEN=f"{new},{old}")
        await stage.hears(ada, "hello")
        stage.twilio.promote_token(new)
        assert await stage.hears(ada, "yes")


async def test_a_replayed_message_changes_nothing_and_is_acknowledged(stage: Stage, ada: WhatsAppUser) -> None:
    form = stage.form(ada, "hello")
    answers = [await stage.post(form) for _ in range(3)]
    await stage.until(lambda: said_to(ada))
    await stage.idle()
    assert ([answer.status_code for answer in answers], len(said_to(ada))) == ([200] * 3, 1)


async def test_a_message_that_is_cut_elsewhere_is_no_other_message(stage: Stage, ada: WhatsAppUser) -> None:
    form = stage.form(ada, "hello")
    await stage.post(form)
    cut = {("MessageSi" if name == "MessageSid" else name): value for name, value in form.items()}
    cut["MessageSi"] = "d" + cut["MessageSi"]
    signature = sign(stage.twilio.account.auth_token, f"{PUBLIC}/whatsapp", form.items())
    assert (await stage.post_raw(urlencode(cut).encode(), {"X-Twilio-Signature": signature})).status_code == 400


async def test_a_doubled_webhook_is_answered_once(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.double()
    await stage.hears(ada, "hello")
    await stage.idle()
    assert len(said_to(ada)) == 1


async def test_two_messages_at_once_are_two_turns(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.say(ada, "yes")
    stage.twilio.say(ada, "0803 123 4567")
    await stage.until(lambda: len(said_to(ada)) == 3)
    assert await stage.step_of(contact_of(ada)) in (AskingNumber, AskingNetwork)


async def test_a_late_message_finds_where_we_are(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.delay(30)
    stage.twilio.say(ada, "first")
    await stage.hears(ada, "second")
    stage.clock.advance(30)
    await stage.until(lambda: len(said_to(ada)) == 2)
    assert await stage.step_of(contact_of(ada)) is AskingConsent


async def test_a_disk_that_fails_is_no_acknowledgement(stage: Stage, ada: WhatsAppUser) -> None:
    stage.module.inbound._receive = no_room
    answer = await stage.post(stage.form(ada, "hello"))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


async def test_a_defect_of_ours_is_put_aside_and_the_person_hears_of_it(
    stage: Stage, ada: WhatsAppUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = break_turns(monkeypatch, ada, times=1)
    assert (await stage.post(stage.form(ada, "hello"))).status_code == 200
    await stage.until(lambda: said_to(ada))
    assert said_to(ada)[0].startswith("I could not read your last message.")
    assert (broken, await stage.count("quarantine")) == ([TextReceived], 1)


async def test_one_that_breaks_the_answer_too_is_put_aside_and_others_are_answered(
    stage: Stage, ada: WhatsAppUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = break_turns(monkeypatch, ada)
    assert (await stage.post(form := stage.form(ada, "hello"))).status_code == 200
    assert await stage.count("quarantine") == 1
    assert await stage.hears(stage.twilio.person("+2348020000001"), "hello")
    assert (await stage.post(form)).status_code == 200
    assert (broken, said_to(ada)) == ([TextReceived, MessageUnreadable], [])


@pytest.mark.parametrize("times", [1, 9])
async def test_a_code_whose_turn_breaks_does_not_stay_at_twilio_nor_here(
    stage: Stage, ada: WhatsAppUser, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    for text in ("hello", "yes", "1", "mtn"):
        await stage.hears(ada, text)
    break_turns(monkeypatch, ada, TextReceived, MessageUnreadable, times=times)
    typed = stage.twilio.say(ada, f"it is {CODE[:3]} {CODE[3:]}")
    await stage.idle()
    stage.clock.advance(61)
    await stage.service.dispatcher.adopt()
    await stage.until(lambda: typed.redacted)
    assert await stage.database.read(partial(all_put_aside, stage.store.keyring)) == ["it is 000 000"]


def all_put_aside(keyring: Keyring, tx: Transaction) -> list[str]:
    rows = tx.execute("SELECT id, sealed FROM quarantine").fetchall()
    opened = (SealedBytes("quarantine").open(keyring, number, sealed) for number, sealed in rows)
    return [(content or b"").decode() for content in opened]


async def test_a_stop_whose_turn_breaks_counts_all_the_same(
    stage: Stage, ada: WhatsAppUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.hears(ada, "hello")
    broken = break_turns(monkeypatch, ada)
    assert (await stage.post(stage.form(ada, "STOP"))).status_code == 200
    assert broken == [OptedOut, MessageUnreadable]
    chat = await stage.database.read(lambda tx: stage.store.chats.find(tx, contact_of(ada)))
    assert chat
    assert chat.opted_out


async def test_a_message_that_cannot_even_be_heard_is_put_aside(
    stage: Stage, ada: WhatsAppUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    hear = TakingIn.hear

    def stumble(taking_in: TakingIn, tx: Transaction) -> Never:
        hear(taking_in, tx)
        raise ZeroDivisionError

    monkeypatch.setattr(TakingIn, "hear", stumble)
    assert (await stage.post(form := stage.form(ada, "hello"))).status_code == 200
    assert (await stage.post(form)).status_code == 200
    assert (await stage.count("quarantine"), await stage.count("chats")) == (1, 0)


# Crashes


async def test_a_message_that_had_no_turn_is_taken_when_it_comes_again(stage: Stage, ada: WhatsAppUser) -> None:
    form = stage.form(ada, "hello")
    stage.module.inbound._receive = no_room
    await stage.post(form)
    await stage.restart()
    assert (await stage.post(form)).status_code == 200
    await stage.until(lambda: said_to(ada))
    assert await stage.step_of(contact_of(ada)) is AskingConsent


async def test_so_is_a_stop_with_its_farewell(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    form = stage.form(ada, "STOP")
    stage.module.inbound._receive = no_room
    assert (await stage.post(form)).status_code == 503
    await stage.restart()
    await stage.post(form)
    await stage.until(lambda: len(said_to(ada)) == 2)
    assert said_to(ada)[1].startswith("All right: I will not write to you any more.")
    await stage.post(stage.form(ada, "STOP"))
    await stage.idle()
    assert len(said_to(ada)) == 2


async def test_a_reply_that_was_taken_and_not_noted_is_not_repeated_after_the_restart(
    stage: Stage, ada: WhatsAppUser
) -> None:
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    stage.twilio.say(ada, "hello")
    await stage.until(lambda: stage.calls("POST", "Messages.json"))
    await stage.crash()
    stage.clock.advance(5)
    await stage.start()
    await stage.until_states("sent")
    assert len(said_to(ada)) == 1


async def test_a_reply_that_was_promised_is_sent_after_the_restart(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.fail(TwilioFault("POST", "Messages.json", status=429, code=20429))
    stage.twilio.say(ada, "hello")
    await stage.until(lambda: stage.calls("POST", "Messages.json"))
    await stage.crash()
    assert said_to(ada) == []
    stage.clock.advance(10)
    await stage.start()
    await stage.until(lambda: said_to(ada))
    assert len(said_to(ada)) == 1


async def test_nothing_personal_stands_in_the_file(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.link(ada)
    await stage.idle()
    await stage.crash()
    content = b"".join(path.read_bytes() for path in stage.folder.iterdir())
    for text in (ADAS_NUMBER, ADAS_NUMBER[1:], ada.bsuid, NAME, CODE, "1,234.50"):
        assert text.encode() not in content
    await stage.start()
