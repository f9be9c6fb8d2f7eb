"""What comes too late for WhatsApp is held until they write, and then comes before what they are answered."""

import asyncio
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send

from bot.channels.whatsapp.reports import PAUSE
from bot.sandbox.emulators.twilio import TwilioFault, WhatsAppUser
from conversations.contact import Contact
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, Stage, open_stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Contact("whatsapp", ADAS_NUMBER)
A_DAY = 25 * 3600


class Late:
    """Holds Twilio's answer to the next call that creates a message until `answered`."""

    def __init__(self, board: Board) -> None:
        self._twilio = board.twilio
        self.created, self.answered = asyncio.Event(), asyncio.Event()
        board.twilio = self._create

    async def _create(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self._twilio is not None
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        await self._twilio(scope, receive, keep)
        if scope["path"].endswith("Messages.json") and not self.created.is_set():
            self.created.set()
            await self.answered.wait()
        for message in answer:
            await send(message)


async def test_a_message_that_comes_too_late_is_held_for_their_next_one_and_comes_before_its_answer(
    stage: Stage, ada: WhatsAppUser
) -> None:
    await stage.hears(ada, "hello")
    stage.clock.advance(A_DAY)
    await stage.sweeps.sessions()
    await stage.until_states("delivered", "held")
    time_over, answer = await stage.hears(ada, "hello", 2)
    assert time_over.startswith("Time is up")
    assert answer
    assert (await stage.states()).count("held") == 0


async def test_what_is_held_survives_a_restart_and_ends_when_it_no_longer_matters(
    stage: Stage, ada: WhatsAppUser
) -> None:
    await stage.hears(ada, "hello")
    stage.clock.advance(A_DAY)
    await stage.sweeps.sessions()
    await stage.until_states("delivered", "held")
    await stage.restart()
    await stage.idle()
    assert await stage.states() == ["delivered", "held"]
    stage.clock.advance(A_DAY)
    (answer,) = await stage.hears(ada, "hello")
    await stage.idle()
    assert "Time is up" not in answer
    assert len(said_to(ada)) == 2


async def test_whatsapp_has_the_last_word_on_when_it_is_too_late(stage: Stage, ada: WhatsAppUser) -> None:
    """Our clock says that there is time; 63016 says that there is none."""
    await stage.hears(ada, "hello")
    stage.twilio.fail_next(63016)
    stage.clock.advance(600)
    await stage.sweeps.sessions()
    await stage.until_states("delivered", "held")
    created = stage.calls("POST", "Messages.json")
    await stage.service.dispatcher.adopt()
    await stage.idle()
    assert stage.calls("POST", "Messages.json") == created
    told = await stage.hears(ada, "hello", 2)
    assert told[0].startswith("Time is up")


async def test_who_has_written_since_gets_it_at_once(stage: Stage, ada: WhatsAppUser) -> None:
    """The report of a message that failed comes only after their next message."""
    await stage.hears(ada, "hello")
    await stage.until_states("delivered")
    stage.twilio.fail_next(63016)
    stage.twilio.delay(30, "status")
    stage.clock.advance(600)
    await stage.sweeps.sessions()
    await stage.until_states("delivered", "sent")
    stage.clock.advance(10)
    await stage.hears(ada, "hello")
    stage.clock.advance(20)
    await stage.until_states("delivered", "waiting", "delivered")
    stage.clock.advance(PAUSE.total_seconds())
    await stage.service.dispatcher.adopt()
    await stage.until_states("delivered", "delivered", "delivered")
    assert said_to(ada)[-1].startswith("Time is up")


async def test_they_are_told_by_template_that_something_waits(board: Board, tmp_path: Path) -> None:
    async with open_stage(board, tmp_path) as stage:
        ada = stage.twilio.person(ADAS_NUMBER)
        template = stage.twilio.add_template("We have news for you. Reply to see it.")
        await stage.restart(TWILIO_TEMPLATE_RESUME=template)
        await stage.hears(ada, "hello")
        stage.clock.advance(A_DAY)
        await stage.sweeps.sessions()
        await stage.until_states("delivered", "held")
        assert said_to(ada)[1:] == ["We have news for you. Reply to see it."]
        told = await stage.hears(ada, "ok", 2)
        assert told[0].startswith("Time is up")


async def test_who_writes_while_the_template_is_on_its_way_gets_at_once_what_waits(
    board: Board, tmp_path: Path
) -> None:
    """Their message finds nothing that is held, and would be the last one for a while."""
    async with open_stage(board, tmp_path) as stage:
        ada = stage.twilio.person(ADAS_NUMBER)
        await stage.restart(TWILIO_TEMPLATE_RESUME=stage.twilio.add_template("Something waits."))
        await stage.hears(ada, "hello")
        stage.clock.advance(A_DAY)
        late = Late(board)
        await stage.write(ADA, "news")
        await late.created.wait()
        await stage.post(stage.form(ada, "what is it?"))
        late.answered.set()
        await stage.until(lambda: "news" in said_to(ada), winding=1)
        assert "held" not in await stage.states()


async def test_who_writes_while_whatsapp_says_that_it_is_too_late_gets_it_at_once(
    stage: Stage, ada: WhatsAppUser
) -> None:
    await stage.hears(ada, "hello")
    await stage.until_states("delivered")
    stage.twilio.fail(TwilioFault("POST", "Messages.json", status=400, code=63016))
    late = Late(stage.board)
    stage.clock.advance(1)
    await stage.write(ADA, "news")
    await late.created.wait()
    stage.clock.advance(1)
    await stage.post(stage.form(ada, "help"))
    late.answered.set()
    await stage.until(lambda: "news" in said_to(ada), winding=1)


async def test_nothing_but_a_template_is_ever_created_outside_the_window(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    stage.clock.advance(A_DAY)
    for text in ("one", "two"):
        await stage.write(ADA, text)
    await stage.until_states("delivered", "held", "held")
    assert stage.calls("POST", "Messages.json") == 1
    told = await stage.hears(ada, "hello", 3)
    assert told[:2] == ["one", "two"]
