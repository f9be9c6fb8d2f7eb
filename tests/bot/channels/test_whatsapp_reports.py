"""What Twilio reports moves a letter on, whatever the order; what did not arrive is held, sent again, or let go."""

import asyncio
import secrets
import sqlite3
from collections.abc import AsyncIterator
from itertools import permutations
from pathlib import Path

import pytest
import pytest_asyncio
from starlette.types import Message, Receive, Scope, Send

from bot.channels.whatsapp.reports import PAUSE, TRIES, Outcome, Report
from bot.emulators.twilio import Person
from conversations.contact import Contact
from conversations.session import AskingConsent, Idle
from storage.outbox import State
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, PUBLIC, Board, Stage, open_board, open_stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Contact("whatsapp", ADAS_NUMBER)
A_DAY = 25 * 3600
NOBODYS = f"SM{'0' * 32}"


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


async def states(stage: Stage) -> list[str]:
    return [state for kind, state in await stage.outbox() if kind == "message"]


async def until_state(stage: Stage, *expected: str) -> None:
    """Until the messages in the outbox are in these states."""
    async with asyncio.timeout(5):
        while await states(stage) != list(expected):
            await stage.quiet()


def reports_posted(stage: Stage) -> int:
    """How many reports were posted and answered: two of a message that arrives, one of one that does not."""
    return sum(post.kind == "status" for post in stage.twilio.records.posted)


class Overtaken:
    """Holds the answer to the next call that creates a message until a report of it has arrived at the bot."""

    def __init__(self, board: Board) -> None:
        self._twilio, self._bot = board.twilio, board.bot
        self._reported = asyncio.Event()
        self.happened = False
        board.twilio, board.bot = self._create, self._report

    async def _create(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self._twilio is not None
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        await self._twilio(scope, receive, keep)
        if scope["path"].endswith("Messages.json"):
            await self._reported.wait()
            self.happened = True
        for message in answer:
            await send(message)

    async def _report(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self._bot is not None
        if scope["path"].endswith("/status"):
            self._reported.set()
        await self._bot(scope, receive, send)


async def sent(stage: Stage) -> str:
    """A receipt of a message in the outbox, of which nothing was reported yet."""
    receipt = f"SM{secrets.token_hex(16)}"

    def add(db: sqlite3.Connection) -> None:
        outbox = stage.store.outbox
        letter = outbox.add(db, b"lane", "message", b"{}", stage.clock.now(), stage.clock.now())
        outbox.sent(db, letter.number, receipt)

    await stage.database.run(add)
    return receipt


async def test_a_message_is_delivered_and_then_read(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    await until_state(stage, "delivered")
    stage.twilio.read(ada)
    await until_state(stage, "read")


async def test_reports_that_overtake_each_other_or_come_twice_change_nothing(stage: Stage, ada: Person) -> None:
    stage.twilio.scramble_callbacks()
    stage.twilio.double("status")
    await stage.hears(ada, "hello")
    await until_state(stage, "delivered")


@pytest.mark.parametrize("order", list(permutations(["sent", "delivered", "read"])), ids=" ".join)
async def test_any_order_ends_the_same(stage: Stage, order: tuple[str, ...]) -> None:
    receipt = await sent(stage)
    for state in order:
        await stage.desk.reports.take(Report(receipt, State(state)))
    assert await states(stage) == ["read"]


async def test_what_was_said_is_forgotten_when_it_has_arrived(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    await until_state(stage, "delivered")
    kept = await stage.database.read(lambda db: db.execute("SELECT sealed FROM outbox").fetchall())
    assert kept == [(None,)]


async def test_a_report_that_overtakes_the_answer_to_its_call_waits_for_it(stage: Stage, ada: Person) -> None:
    overtaken = Overtaken(stage.board)
    stage.twilio.fail_next(63013)  # of which there is one report only
    stage.twilio.say(ada, "hello")
    await until_state(stage, "failed")
    assert overtaken.happened


async def test_reports_of_messages_that_nobody_knows_are_acknowledged(stage: Stage) -> None:
    assert await stage.desk.reports.take(Report(NOBODYS, State.DELIVERED)) is Outcome.UNKNOWN
    assert await post_status(stage, MessageStatus="delivered") == 200


@pytest.mark.parametrize("code", [63014, 21610, 63024, 63003])
async def test_who_cannot_be_reached_has_left(stage: Stage, ada: Person, code: int) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.fail_next(code)
    stage.twilio.say(ada, "help")
    await until_state(stage, "delivered", "failed")
    assert await stage.step_of(ADA) is Idle


async def test_who_opted_out_at_twilio_has_left(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.opt_out(ada)
    stage.twilio.say(ada, "help")
    await until_state(stage, "delivered")
    assert await stage.step_of(ADA) is Idle


@pytest.mark.parametrize("code", [63013, 63005, 30036, 21617])
async def test_what_will_never_be_taken_is_let_go(stage: Stage, ada: Person, code: int) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.fail_next(code)
    stage.twilio.say(ada, "help")
    await until_state(stage, "delivered", "failed")
    assert await stage.step_of(ADA) is AskingConsent


@pytest.mark.parametrize("code", [63018, 63017, 63010, 63999])
async def test_what_failed_for_a_while_is_sent_again_a_few_times(stage: Stage, ada: Person, code: int) -> None:
    await stage.hears(ada, "hello")
    await until_state(stage, "delivered")
    for _ in range(TRIES + 1):
        stage.twilio.fail_next(code)
    stage.twilio.say(ada, "help")
    for tried in range(TRIES):
        await stage.until(lambda tried=tried: reports_posted(stage) == tried + 3)  # type: ignore[misc]
        assert await states(stage) == ["delivered", "waiting"]
        stage.clock.advance(PAUSE.total_seconds() * 2**tried)
        await stage.service.courier.adopt()
    await until_state(stage, "delivered", "failed")
    assert len(said_to(ada)) == 1


async def test_what_failed_once_arrives_in_the_end(stage: Stage, ada: Person) -> None:
    stage.twilio.fail_next(63018)
    stage.twilio.say(ada, "hello")
    await until_state(stage, "waiting")
    stage.clock.advance(PAUSE.total_seconds())
    await stage.service.courier.adopt()
    await until_state(stage, "delivered")
    assert len(said_to(ada)) == 1


# Held until they write


async def test_a_message_that_comes_too_late_is_held_for_their_next_one_and_comes_before_its_answer(
    stage: Stage, ada: Person
) -> None:
    await stage.hears(ada, "hello")
    stage.clock.advance(A_DAY)
    await stage.service.sweep_time()
    await until_state(stage, "delivered", "held")
    time_over, answer = await stage.hears(ada, "hello", 2)
    assert time_over.startswith("The ten minutes are over")
    assert answer
    assert (await states(stage)).count("held") == 0


async def test_what_is_held_survives_a_restart_and_ends_when_it_no_longer_matters(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    stage.clock.advance(A_DAY)
    await stage.service.sweep_time()
    await until_state(stage, "delivered", "held")
    await stage.restart()
    await stage.quiet()
    assert await states(stage) == ["delivered", "held"]
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
    await until_state(stage, "delivered", "held")
    created = stage.calls("POST", "Messages.json")
    await stage.service.courier.adopt()
    await stage.quiet()
    assert stage.calls("POST", "Messages.json") == created
    told = await stage.hears(ada, "hello", 2)
    assert told[0].startswith("The ten minutes are over")


async def test_who_has_written_since_gets_it_at_once(stage: Stage, ada: Person) -> None:
    """The report of a message that failed comes only after their next message."""
    await stage.hears(ada, "hello")
    await until_state(stage, "delivered")
    stage.twilio.fail_next(63016)
    stage.twilio.delay(30, "status")
    stage.clock.advance(600)
    await stage.service.sweep_time()
    await until_state(stage, "delivered", "sent")
    stage.clock.advance(10)
    await stage.hears(ada, "hello")
    stage.clock.advance(20)
    await until_state(stage, "delivered", "waiting", "delivered")
    stage.clock.advance(PAUSE.total_seconds())
    await stage.service.courier.adopt()
    await until_state(stage, "delivered", "delivered", "delivered")
    assert said_to(ada)[-1].startswith("The ten minutes are over")


async def test_they_are_told_by_template_that_something_waits(board: Board, tmp_path: Path) -> None:
    async with open_stage(board, tmp_path) as stage:
        ada = stage.twilio.person(ADAS_NUMBER)
        template = stage.approve_template("We have news for you. Reply to see it.")
        await stage.restart(TWILIO_TEMPLATE_RESUME=template)
        await stage.hears(ada, "hello")
        stage.clock.advance(A_DAY)
        await stage.service.sweep_time()
        await until_state(stage, "delivered", "held")
        assert said_to(ada)[1:] == ["We have news for you. Reply to see it."]
        told = await stage.hears(ada, "ok", 2)
        assert told[0].startswith("The ten minutes are over")


async def test_nothing_but_a_template_is_ever_created_outside_the_window(stage: Stage, ada: Person) -> None:
    await stage.hears(ada, "hello")
    stage.clock.advance(A_DAY)
    for text in ("one", "two"):
        await stage.write(ADA, text)
    await until_state(stage, "delivered", "held", "held")
    assert stage.calls("POST", "Messages.json") == 1
    told = await stage.hears(ada, "hello", 3)
    assert told[:2] == ["one", "two"]


# The door


async def post_status(stage: Stage, **fields: str) -> int:
    """The status that a signed report is answered with."""
    report = {
        "AccountSid": stage.twilio.account.sid,
        "From": stage.twilio.sender,
        "To": f"whatsapp:{ADAS_NUMBER}",
        "MessageSid": NOBODYS,
        "MessageStatus": "sent",
    }
    return (await stage.post(report | fields, path="/whatsapp/status")).status_code


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 200),
        ({"MessageStatus": "queued"}, 200),
        ({"MessageStatus": "a_new_one"}, 200),
        ({"ErrorCode": ""}, 200),
        ({"AccountSid": f"AC{'0' * 32}"}, 403),
        ({"From": "whatsapp:+14155550100"}, 403),
        ({"MessageSid": "SM1"}, 400),
        ({"MessageStatus": ""}, 400),
        ({"ErrorCode": "none"}, 400),
    ],
)
async def test_a_signed_report_is_taken_or_refused_for_what_it_is(
    stage: Stage, fields: dict[str, str], status: int
) -> None:
    assert await post_status(stage, **fields) == status


async def test_a_report_that_was_signed_for_the_other_door_is_refused(stage: Stage) -> None:
    fields = {"AccountSid": stage.twilio.account.sid, "From": stage.twilio.sender, "MessageSid": NOBODYS}
    answer = await stage.post(fields, path="/whatsapp/status", signed_as=f"{PUBLIC}/whatsapp")
    assert answer.status_code == 403
