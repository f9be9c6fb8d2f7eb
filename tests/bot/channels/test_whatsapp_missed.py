"""What was written while nobody was there is taken in after the start: once, in order, and not for ever back."""

import asyncio

import pytest

from bot.emulators.twilio import Fault, Person
from conversations.contact import Contact
from conversations.session import AskingConsent, AskingNetwork, Idle
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, Stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Contact("whatsapp", ADAS_NUMBER)


async def write_while_down(stage: Stage, person: Person, *texts: str, pause: float = 0) -> None:
    """The server is gone, messages are written, it comes back; what it missed it has not looked for yet."""
    await stage.crash()
    for text in texts:
        stage.clock.advance(1)
        stage.twilio.say(person, text)
        await stage.twilio.settle()
    stage.clock.advance(pause)
    await stage.start()


async def test_messages_are_taken_in_after_a_restart_oldest_first(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes", "0803 123 4567", pause=60)
    await stage.desk.catch_up()
    await stage.until(lambda: len(said_to(ada)) == 3)
    assert await stage.step_of(ADA) is AskingNetwork


async def test_they_are_taken_in_once(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes")
    await stage.desk.catch_up()
    await stage.desk.catch_up()
    await stage.restart()
    await stage.desk.catch_up()
    await stage.quiet()
    assert len(said_to(ada)) == 2


async def test_a_message_whose_webhook_was_lost_is_found(stage: Stage, ada: Person) -> None:
    stage.twilio.lose()
    stage.twilio.say(ada, "hello")
    await stage.quiet()
    await stage.restart()
    await stage.desk.catch_up()
    await stage.until(lambda: said_to(ada))
    assert await stage.step_of(ADA) is AskingConsent


async def test_what_comes_in_before_we_have_looked_does_not_hide_what_was_missed(stage: Stage, ada: Person) -> None:
    ben = stage.twilio.person("+2348020000001")
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes", pause=3 * 3600)
    await stage.hears(ben, "hello")
    await stage.desk.catch_up()
    await stage.until(lambda: len(said_to(ada)) >= 2)


async def test_more_than_a_day_back_nobody_can_be_answered(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes", pause=25 * 3600)
    await stage.desk.catch_up()
    await stage.quiet()
    assert len(said_to(ada)) == 1


async def test_an_empty_database_does_not_answer_the_whole_day_again(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    await stage.quiet()
    await stage.crash()
    for file in stage.folder.iterdir():
        file.unlink()
    stage.clock.advance(3600)
    await stage.start()
    await stage.desk.catch_up()
    await stage.quiet()
    assert len(said_to(ada)) == 1


async def test_the_window_counts_from_when_it_was_written(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes", pause=23 * 3600)
    await stage.desk.catch_up()
    await stage.until(lambda: len(said_to(ada)) >= 2)
    stage.clock.advance(3600)
    told = len(said_to(ada))
    await stage.write(ADA, "too late")
    await stage.quiet()
    assert ("message", "held") in await stage.outbox()
    assert len(said_to(ada)) == told


async def test_a_stop_that_was_missed_counts(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "STOP")
    await stage.desk.catch_up()
    await stage.until(lambda: len(said_to(ada)) == 2)
    assert said_to(ada)[1].startswith("All right: I will not write to you any more.")
    assert await stage.step_of(ADA) is Idle


async def test_files_are_answered_too(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    await stage.crash()
    stage.twilio.send_file(ada, b"x", "image/jpeg")
    await stage.twilio.settle()
    await stage.start()
    await stage.desk.catch_up()
    await stage.until(lambda: len(said_to(ada)) == 2)
    assert said_to(ada)[1].startswith("I cannot open files.")


async def test_who_was_known_by_their_id_is_found_by_their_number(stage: Stage) -> None:
    """Twilio's log has no ids of people."""
    ada = stage.twilio.person("", bsuid="NG.1A2B3C4D5E6F7890")
    await stage.hears(ada, "hello")
    ada.phone = ADAS_NUMBER
    stage.twilio.world.people._by_address[ada.address] = ada
    await stage.hears(ada, "help")
    await write_while_down(stage, ada, "yes")
    await stage.desk.catch_up()
    await stage.until(lambda: len(said_to(ada)) == 3)
    count = "SELECT count(*) FROM sessions"
    assert await stage.database.read(lambda db: db.execute(count).fetchone()) == (1,)


async def test_more_than_one_page_is_read(stage: Stage) -> None:
    await stage.crash()
    people = [stage.twilio.person(f"+23480200{number:05}") for number in range(5)]
    for person in people:
        stage.twilio.say(person, "hello")
    await stage.twilio.settle()
    await stage.start()
    listed = await stage.whatsapp.twilio.received_since(stage.desk.since, page=2)
    assert [copy.address for copy in listed] == [person.address for person in reversed(people)]
    await stage.desk.catch_up()
    await stage.until(lambda: all(said_to(person) for person in people))


async def test_a_twilio_that_is_busy_or_down_is_asked_again(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    await write_while_down(stage, ada, "yes")
    stage.twilio.break_call(Fault("GET", "Messages.json", status=429, code=20429))
    stage.twilio.break_call(Fault("GET", "Messages.json", status=500))
    stage.twilio.break_call(Fault("GET", "Content", status=500))
    catching_up = asyncio.create_task(stage.desk.catch_up())
    await stage.until(catching_up.done, winding=1)
    await stage.until(lambda: len(said_to(ada)) == 2)
    catching_up.result()
