"""What comes too late for WhatsApp is held until they write, and then comes before what they are answered."""

from pathlib import Path

import pytest

from bot.channels.whatsapp.reports import PAUSE
from bot.emulators.twilio import Person
from conversations.contact import Contact
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, Stage, open_stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Contact("whatsapp", ADAS_NUMBER)
A_DAY = 25 * 3600
NOBODYS = f"SM{'0' * 32}"


async def test_a_message_that_comes_too_late_is_held_for_their_next_one_and_comes_before_its_answer(
    stage: Stage, ada: Person
) -> None:
    await stage.hears(ada, "hello")
    stage.clock.advance(A_DAY)
    await stage.service.sweep_time()
    await stage.until_states("delivered", "held")
    time_over, answer = await stage.hears(ada, "hello", 2)
    assert time_over.startswith("The ten minutes are over")
    assert answer
    assert (await stage.states()).count("held") == 0


async def test_what_is_held_survives_a_restart_and_ends_when_it_no_longer_matters(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    stage.clock.advance(A_DAY)
    await stage.service.sweep_time()
    await stage.until_states("delivered", "held")
    await stage.restart()
    await stage.quiet()
    assert await stage.states() == ["delivered", "held"]
    stage.clock.advance(A_DAY)
    (answer,) = await stage.hears(ada, "hello")
    await stage.quiet()
    assert "ten minutes" not in answer
    assert len(said_to(ada)) == 2


async def test_whatsapp_has_the_last_word_on_when_it_is_too_late(stage: Stage, ada: Person) -> None:
    """Our clock says that there is time; 63016 says that there is none."""
    await stage.hears(ada, "hello")
    stage.twilio.fail_next(63016)
    stage.clock.advance(600)
    await stage.service.sweep_time()
    await stage.until_states("delivered", "held")
    created = stage.calls("POST", "Messages.json")
    await stage.service.courier.adopt()
    await stage.quiet()
    assert stage.calls("POST", "Messages.json") == created
    told = await stage.hears(ada, "hello", 2)
    assert told[0].startswith("The ten minutes are over")


async def test_who_has_written_since_gets_it_at_once(stage: Stage, ada: Person) -> None:
    """The report of a message that failed comes only after their next message."""
    await stage.hears(ada, "hello")
    await stage.until_states("delivered")
    stage.twilio.fail_next(63016)
    stage.twilio.delay(30, "status")
    stage.clock.advance(600)
    await stage.service.sweep_time()
    await stage.until_states("delivered", "sent")
    stage.clock.advance(10)
    await stage.hears(ada, "hello")
    stage.clock.advance(20)
    await stage.until_states("delivered", "waiting", "delivered")
    stage.clock.advance(PAUSE.total_seconds())
    await stage.service.courier.adopt()
    await stage.until_states("delivered", "delivered", "delivered")
    assert said_to(ada)[-1].startswith("The ten minutes are over")


async def test_they_are_told_by_template_that_something_waits(board: Board, tmp_path: Path) -> None:
    async with open_stage(board, tmp_path) as stage:
        ada = stage.twilio.person(ADAS_NUMBER)
        template = stage.twilio.add_template("We have news for you. Reply to see it.")
        await stage.restart(TWILIO_TEMPLATE_RESUME=template)
        await stage.hears(ada, "hello")
        stage.clock.advance(A_DAY)
        await stage.service.sweep_time()
        await stage.until_states("delivered", "held")
        assert said_to(ada)[1:] == ["We have news for you. Reply to see it."]
        told = await stage.hears(ada, "ok", 2)
        assert told[0].startswith("The ten minutes are over")


async def test_nothing_but_a_template_is_ever_created_outside_the_window(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    stage.clock.advance(A_DAY)
    for text in ("one", "two"):
        await stage.write(ADA, text)
    await stage.until_states("delivered", "held", "held")
    assert stage.calls("POST", "Messages.json") == 1
    told = await stage.hears(ada, "hello", 3)
    assert told[:2] == ["one", "two"]
