"""What was written while nobody was there, or found no room, is taken in: once, in order, and not for ever back."""

import asyncio
from datetime import datetime, timedelta

import pytest
from starlette.applications import Starlette

from bot.channels.whatsapp import inbound_scan, late_words
from bot.channels.whatsapp.decoding import Written, read_text
from bot.channels.whatsapp.inbound import InboundMessages
from bot.channels.whatsapp.inbound_scan import OVERLAP, UNDER_WAY
from bot.channels.whatsapp.module import SCAN_AGAIN_EVERY, SCAN_EVERY
from bot.errors import DeliveryError
from bot.http.doors import door_routes
from bot.ports import Inbound, UnreadableInbound
from bot.sandbox.emulators.twilio import TwilioFault, WhatsAppUser
from conversations.contact import Contact
from conversations.customer.events import Event, MessageUnreadable, TextReceived
from conversations.session import AskingConsent, AskingNetwork, Idle
from storage.chats import Chat
from storage.errors import StorageBusy, StorageFull
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, Stage, break_turns, contact_of, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Contact("whatsapp", ADAS_NUMBER)


async def write_while_down(stage: Stage, person: WhatsAppUser, *texts: str, pause: float = 0) -> None:
    """The server is gone, messages are written, it comes back; what it missed it has not looked for yet."""
    await stage.crash()
    for text in texts:
        stage.clock.advance(1)
        stage.twilio.say(person, text)
        await stage.twilio.settle()
    stage.clock.advance(pause)
    await stage.start()


async def test_messages_are_taken_in_after_a_restart_oldest_first(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes", "0803 123 4567", pause=60)
    await stage.module.catch_up()
    await stage.until(lambda: len(said_to(ada)) == 3)
    assert await stage.step_of(ADA) is AskingNetwork


async def test_they_are_taken_in_once(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes")
    await stage.module.catch_up()
    await stage.module.catch_up()
    await stage.restart()
    await stage.module.catch_up()
    await stage.idle()
    assert len(said_to(ada)) == 2


async def test_a_message_whose_webhook_was_lost_is_found(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.lose()
    stage.twilio.say(ada, "hello")
    await stage.idle()
    await stage.restart()
    await stage.module.catch_up()
    await stage.until(lambda: said_to(ada))
    assert await stage.step_of(ADA) is AskingConsent


async def test_what_comes_in_before_we_have_looked_does_not_hide_what_was_missed(
    stage: Stage, ada: WhatsAppUser
) -> None:
    ben = stage.twilio.person("+2348020000001")
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes", pause=3 * 3600)
    await stage.hears(ben, "hello")
    await stage.module.catch_up()
    await stage.until(lambda: len(said_to(ada)) >= 2)


async def test_more_than_a_day_back_nobody_can_be_answered(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes", pause=25 * 3600)
    await stage.module.catch_up()
    await stage.idle()
    assert len(said_to(ada)) == 1
    assert "held" not in await stage.states()  # no answer was made that could not be sent: the "yes" was not taken in
    assert await stage.step_of(ADA) is AskingConsent


async def test_an_empty_database_does_not_answer_the_whole_day_again(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await stage.idle()
    await stage.crash()
    for file in stage.folder.iterdir():
        file.unlink()
    stage.clock.advance(3600)
    await stage.start()
    await stage.module.catch_up()
    await stage.idle()
    assert len(said_to(ada)) == 1


async def test_the_window_counts_from_when_it_was_written(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes", pause=23 * 3600)
    await stage.module.catch_up()
    await stage.until(lambda: len(said_to(ada)) >= 2)
    stage.clock.advance(3600)
    told = len(said_to(ada))
    await stage.write(ADA, "too late")
    await stage.idle()
    assert ("message", "held") in await stage.outbox()
    assert len(said_to(ada)) == told


async def test_a_stop_that_was_missed_counts(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "STOP")
    await stage.module.catch_up()
    await stage.until(lambda: len(said_to(ada)) == 2)
    assert said_to(ada)[1].startswith("All right: I will not write to you any more.")
    assert await stage.step_of(ADA) is Idle


async def miss(stage: Stage, person: WhatsAppUser, text: str) -> None:
    stage.twilio.lose()
    stage.twilio.say(person, text)
    await stage.idle()
    stage.clock.advance(1)


async def hear_silently(stage: Stage, person: WhatsAppUser, text: str) -> None:
    stage.twilio.say(person, text)
    await stage.idle()
    stage.clock.advance(1)


async def look_late(stage: Stage) -> None:
    stage.clock.advance(SCAN_EVERY.total_seconds())
    await stage.module.scan.look()
    await stage.idle()


@pytest.mark.parametrize("word", ["STOP", "leave me alone"])
async def test_a_stop_found_late_silences_nobody_who_has_said_start_since(
    stage: Stage, ada: WhatsAppUser, word: str
) -> None:
    await stage.hears(ada, "hello")
    await miss(stage, ada, word)
    for text in ("START", "hello"):
        await hear_silently(stage, ada, text)
    said, step = len(said_to(ada)), await stage.step_of(ADA)
    await look_late(stage)
    chat = await chat_of(stage, ada)
    assert chat
    assert (chat.opted_out, len(said_to(ada)), await stage.step_of(ADA)) == (False, said, step)
    asked = stage.calls("GET", "Messages.json")
    await look_late(stage)
    assert stage.calls("GET", "Messages.json") == asked + 1  # it is missing no more


@pytest.mark.parametrize("word", ["STOP", "leave me alone"])
async def test_a_start_found_late_opens_no_chat_that_has_said_stop_since(
    stage: Stage, ada: WhatsAppUser, word: str
) -> None:
    await stage.hears(ada, "hello")
    await miss(stage, ada, "START")
    await hear_silently(stage, ada, word)
    said = len(said_to(ada))
    await look_late(stage)
    chat = await chat_of(stage, ada)
    assert chat
    assert (chat.opted_out, len(said_to(ada)), await stage.step_of(ADA)) == (True, said, Idle)


@pytest.mark.parametrize(
    ("before", "missed", "after", "opted_out"),
    [
        ([], "STOP", ["hello"], True),
        (["START"], "STOP", ["hello"], True),
        (["STOP"], "START", ["hello"], False),
        (["STOP", "START"], "STOP", ["yes"], True),
    ],
)
async def test_a_word_found_late_counts_where_the_other_one_was_said_before_it(
    stage: Stage, ada: WhatsAppUser, before: list[str], missed: str, after: list[str], *, opted_out: bool
) -> None:
    await stage.hears(ada, "hello")
    for text in before:
        await hear_silently(stage, ada, text)
    await miss(stage, ada, missed)
    for text in after:
        await hear_silently(stage, ada, text)
    await look_late(stage)
    chat = await chat_of(stage, ada)
    assert chat
    assert chat.opted_out is opted_out


async def test_another_persons_start_lets_a_stop_that_was_missed_count(stage: Stage, ada: WhatsAppUser) -> None:
    ben = stage.twilio.person("+2348020000001")
    await stage.hears(ada, "hello")
    await miss(stage, ada, "STOP")
    await miss(stage, ben, "START")
    await hear_silently(stage, ben, "START")
    await look_late(stage)
    chat = await chat_of(stage, ada)
    assert chat
    assert chat.opted_out


async def test_two_words_that_were_missed_are_heard_in_their_order(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "STOP", "START")
    await stage.module.catch_up()
    await stage.idle()
    assert any(text.startswith("All right: I will not write") for text in said_to(ada))
    chat = await chat_of(stage, ada)
    assert chat
    assert not chat.opted_out


async def test_files_are_answered_too(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await stage.crash()
    stage.twilio.send_file(ada, b"x", "image/jpeg")
    await stage.twilio.settle()
    await stage.start()
    await stage.module.catch_up()
    await stage.until(lambda: len(said_to(ada)) == 2)
    assert said_to(ada)[1].startswith("I cannot open files.")


async def test_who_was_known_by_their_id_is_found_by_their_number(stage: Stage) -> None:
    """Twilio's log has no ids of people."""
    ada = stage.twilio.person("", bsuid="NG.1A2B3C4D5E6F7890")
    await stage.hears(ada, "hello")
    ada.phone = ADAS_NUMBER
    stage.twilio.state.people._by_address[ada.address] = ada
    await stage.hears(ada, "help")
    await write_while_down(stage, ada, "yes")
    await stage.module.catch_up()
    await stage.until(lambda: len(said_to(ada)) == 3)
    count = "SELECT count(*) FROM sessions"
    assert await stage.database.read(lambda tx: tx.execute(count).fetchone()) == (1,)


async def test_more_than_one_page_is_read(stage: Stage) -> None:
    await stage.crash()
    people = [stage.twilio.person(f"+23480200{number:05}") for number in range(5)]
    for person in people:
        stage.twilio.say(person, "hello")
    await stage.twilio.settle()
    await stage.start()
    since = await stage.module.scan.since()
    pages = [page async for page in stage.whatsapp.twilio.received_since(since, size=2)]
    assert [[copy.address for copy in page] for page in pages] == [
        [people[4].address, people[3].address],
        [people[2].address, people[1].address],
        [people[0].address],
    ]
    await stage.module.catch_up()
    await stage.until(lambda: all(said_to(person) for person in people))


async def test_a_twilio_that_is_busy_or_down_is_asked_again(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes")
    stage.twilio.fail(TwilioFault("GET", "Messages.json", status=429, code=20429))
    stage.twilio.fail(TwilioFault("GET", "Messages.json", status=500))
    stage.twilio.fail(TwilioFault("GET", "Content", status=500))
    catching_up = asyncio.create_task(stage.module.catch_up())
    await stage.until(catching_up.done, winding=1)
    await stage.until(lambda: len(said_to(ada)) == 2)
    catching_up.result()


# Without a start


async def refuse(stage: Stage, person: WhatsAppUser, text: str) -> None:
    """The disk is full when they write, and has room again when this returns."""
    receive = stage.module.inbound._receive

    async def no_room(_: Inbound | UnreadableInbound) -> None:
        raise StorageFull("no room")

    stage.module.inbound._receive = no_room
    stage.twilio.say(person, text)
    await stage.idle()
    stage.module.inbound._receive = receive


async def test_what_found_no_room_is_taken_in_soon(stage: Stage, ada: WhatsAppUser) -> None:
    await refuse(stage, ada, "hello")
    await stage.module.scan.scan_again()
    await stage.idle()
    assert said_to(ada) == []  # the webhook may still be on its way
    stage.clock.advance(UNDER_WAY.total_seconds())
    await stage.module.scan.scan_again()
    await stage.until(lambda: len(said_to(ada)) == 1)
    asked = stage.calls("GET", "Messages.json")
    await stage.module.scan.scan_again()
    assert stage.calls("GET", "Messages.json") == asked


async def test_it_is_not_put_off_by_those_that_find_no_room_after_it(stage: Stage, ada: WhatsAppUser) -> None:
    ben, half = stage.twilio.person("+2348020000001"), UNDER_WAY.total_seconds() / 2
    for person in (ada, ben):
        await refuse(stage, person, "hello")
        stage.clock.advance(half)
    await refuse(stage, ben, "hello again")
    await stage.module.scan.scan_again()
    await stage.until(lambda: len(said_to(ada)) == 1)
    assert said_to(ben) == []  # it may still be on its way, and is owed
    stage.clock.advance(UNDER_WAY.total_seconds())
    await stage.module.scan.scan_again()
    await stage.until(lambda: len(said_to(ben)) == 2)
    asked = stage.calls("GET", "Messages.json")
    await stage.module.scan.scan_again()
    assert stage.calls("GET", "Messages.json") == asked


async def test_so_is_what_came_while_the_database_could_not_be_asked_what_else_waits(
    stage: Stage, ada: WhatsAppUser
) -> None:
    async def before() -> None:
        raise StorageBusy("the server is gone")

    bot, stage.board.bot = stage.board.bot, Starlette(routes=door_routes(stage.module.doors(), before))
    stage.twilio.say(ada, "hello")
    await stage.idle()
    stage.board.bot = bot
    stage.clock.advance(UNDER_WAY.total_seconds())
    await stage.module.scan.scan_again()
    await stage.until(lambda: len(said_to(ada)) == 1)


async def test_a_message_that_may_still_come_by_its_webhook_is_left_alone(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.lose()
    stage.twilio.say(ada, "hello")
    await stage.idle()
    stage.clock.advance(UNDER_WAY.total_seconds() - 1)
    await stage.module.scan.look()
    await stage.idle()
    assert (said_to(ada), await stage.step_of(ADA)) == ([], type(None))
    stage.clock.advance(1)
    await stage.module.scan.look()
    await stage.until(lambda: len(said_to(ada)) == 1)


async def test_it_is_looked_for_until_there_is_room(stage: Stage, ada: WhatsAppUser) -> None:
    await refuse(stage, ada, "hello")
    for _ in range(2):
        stage.clock.advance(UNDER_WAY.total_seconds())
        stage.twilio.fail(TwilioFault("GET", "Messages.json", status=500))
        with pytest.raises(DeliveryError):
            await stage.module.scan.scan_again()
    await stage.module.scan.scan_again()
    await stage.until(lambda: len(said_to(ada)) == 1)


async def test_what_breaks_on_a_defect_of_ours_is_put_aside_and_the_others_are_taken_in(
    stage: Stage, ada: WhatsAppUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it breaks its turn, or already who reads it."""
    ben, obi = stage.twilio.person("+2348020000001"), stage.twilio.person("+2348020000002")
    await miss(stage, ada, "hello")
    await miss(stage, ben, "unreadable")
    await miss(stage, obi, "hello")

    def read(body: str, message: str) -> Event:
        if body == "unreadable":
            raise ZeroDivisionError
        return read_text(body, message)

    broken = break_turns(monkeypatch, ada)
    for module in (inbound_scan, late_words):
        monkeypatch.setattr(module, "read_text", read)
    for _ in range(2):
        await look_late(stage)
        assert await stage.module.scan.since() == stage.clock.now() - UNDER_WAY - OVERLAP
        assert await stage.count("quarantine") == 2
    assert broken == [TextReceived, MessageUnreadable]
    assert [len(said_to(person)) for person in (ada, ben, obi)] == [0, 0, 1]


async def test_a_disk_that_fails_as_one_is_put_aside_is_asked_again(stage: Stage, ada: WhatsAppUser) -> None:
    await miss(stage, ada, "hello")
    receive, troubles = stage.module.inbound._receive, [ZeroDivisionError(), StorageFull("no room")]

    async def fail(inbound: Inbound | UnreadableInbound) -> str | None:
        if troubles:
            raise troubles.pop(0)
        return await receive(inbound)

    stage.module.inbound._receive = fail
    since = await stage.module.scan.since()
    with pytest.raises(StorageFull):
        await look_late(stage)
    assert await stage.module.scan.since() == since
    await look_late(stage)
    assert (len(said_to(ada)), await stage.count("quarantine")) == (1, 0)


async def test_what_found_no_room_is_not_hidden_by_what_others_write_before_a_restart(
    stage: Stage, ada: WhatsAppUser
) -> None:
    ben = stage.twilio.person("+2348020000001")
    await refuse(stage, ada, "hello")
    stage.clock.advance(3 * OVERLAP.total_seconds())
    await stage.hears(ben, "hello")
    await stage.restart()
    await stage.module.catch_up()
    await stage.until(lambda: len(said_to(ada)) == 1)


async def test_a_look_that_did_not_come_through_is_begun_where_it_was(stage: Stage, ada: WhatsAppUser) -> None:
    """One look after the other fails on the same message, for longer than looks overlap."""
    ben = stage.twilio.person("+2348020000001")
    await refuse(stage, ada, "hello")
    for _ in range(3):
        stage.clock.advance(OVERLAP.total_seconds())
        await stage.hears(ben, "hello")
        stage.twilio.fail(TwilioFault("GET", "Messages.json", status=500))
        with pytest.raises(DeliveryError):
            await stage.module.scan.look()
    await stage.module.scan.look()
    await stage.until(lambda: len(said_to(ada)) == 1)


async def test_a_lost_webhook_is_found_without_a_restart_and_once_complete_looks_go_on_from_there(
    stage: Stage, ada: WhatsAppUser
) -> None:
    stage.twilio.lose()
    stage.twilio.say(ada, "hello")
    await stage.idle()
    stage.clock.advance(SCAN_EVERY.total_seconds())
    await stage.module.scan.look()
    await stage.until(lambda: len(said_to(ada)) == 1)
    stage.clock.advance(3600)
    await stage.module.scan.look()
    await stage.restart()
    assert await stage.module.scan.since() == stage.clock.now() - UNDER_WAY - OVERLAP


async def test_a_look_holds_what_is_missing_and_asks_nothing_more_of_what_was_seen(
    stage: Stage, ada: WhatsAppUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, take = list[str](), InboundMessages.take

    async def note(inbound: InboundMessages, written: Written, at: datetime | None = None) -> bool:
        taken.append(written.message)
        return await take(inbound, written, at)

    await stage.hears(ada, "hello")
    stage.twilio.lose()
    lost = stage.twilio.say(ada, "yes")
    await stage.idle()
    stage.clock.advance(SCAN_EVERY.total_seconds())
    monkeypatch.setattr(InboundMessages, "take", note)
    await stage.module.scan.look()
    assert taken == [lost.sid]


async def test_a_look_asks_for_one_page_as_a_rule(stage: Stage) -> None:
    """Twilio lists the whole day."""
    for number in range(5):
        stage.twilio.say(stage.twilio.person(f"+23480200{number:05}"), "hello")
    await stage.twilio.settle()
    stage.clock.advance(3600)
    await stage.hears(stage.twilio.person("+2348020000007"), "hello")
    asked = stage.calls("GET", "Messages.json")
    since = stage.clock.now() - timedelta(minutes=1)
    pages = [page async for page in stage.whatsapp.twilio.received_since(since, size=2)]
    assert [[copy.text for copy in page] for page in pages] == [["hello"]]
    assert stage.calls("GET", "Messages.json") == asked + 1


@pytest.mark.parametrize("words", [["STOP", "STOP", "START"], ["STOP", "START", "STOP", "hello"]])
async def test_what_was_heard_without_an_answer_is_not_heard_again(
    stage: Stage, ada: WhatsAppUser, words: list[str]
) -> None:
    await stage.hears(ada, "hello")
    for word in words:
        stage.twilio.say(ada, word)
        await stage.idle()
        stage.clock.advance(1)
    said, known = len(said_to(ada)), await chat_of(stage, ada)
    stage.clock.advance(60)
    await stage.module.scan.look()
    await stage.idle()
    assert (len(said_to(ada)), await chat_of(stage, ada)) == (said, known)


async def test_what_twilio_has_answered_is_not_answered_from_its_log(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.say(ada, "START", {"OptOutType": "START"})
    await stage.idle()
    stage.clock.advance(60)
    await stage.module.scan.look()
    await stage.idle()
    assert len(said_to(ada)) == 1


async def chat_of(stage: Stage, person: WhatsAppUser) -> Chat | None:
    return await stage.database.read(lambda tx: stage.store.chats.find(tx, contact_of(person)))


async def test_it_is_looked_regularly_and_soon_after_a_refusal(stage: Stage) -> None:
    scan = stage.module.scan
    assert stage.module.sweeps()[:2] == [(SCAN_EVERY, scan.look), (SCAN_AGAIN_EVERY, scan.scan_again)]
