"""What Twilio reports moves a message on, whatever the order; what did not arrive is held, sent again, or let go."""

import asyncio
import secrets
from datetime import timedelta
from itertools import permutations
from urllib.parse import urlencode

import pytest
from starlette.types import Message, Receive, Scope, Send

from bot.channels.whatsapp.forms import Form
from bot.channels.whatsapp.reports import PAUSE, TRIES, Report, ReportOutcome, decode_report
from bot.sandbox.emulators.twilio import WhatsAppUser
from conversations.contact import Contact
from conversations.customer.events import CustomerLeft
from conversations.session import AskingConsent, AskingNumber, Idle
from conversations.wording import Button, Rendered
from storage.errors import StorageFull
from storage.outbox import MessageState
from storage.transaction import Transaction
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, PUBLIC, Stage, break_turns, said_to
from tests.for_every import for_every

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Contact("whatsapp", ADAS_NUMBER)
A_DAY = 25 * 3600
NOBODYS = f"SM{'0' * 32}"


def reports_posted(stage: Stage) -> int:
    """How many reports were posted and answered: two of a message that arrives, one of one that does not."""
    return sum(post.kind == "status" for post in stage.twilio.journal.posted)


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

    def add(tx: Transaction) -> None:
        outbox = stage.store.outbox
        message = outbox.add(tx, b"lane", "message", b"{}", stage.clock.now(), stage.clock.now())
        outbox.sent(tx, message.number, b"lane", receipt)

    await stage.database.run(add)
    return receipt


async def test_a_message_is_delivered_and_then_read(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await stage.until_states("delivered")
    stage.twilio.read(ada)
    await stage.until_states("read")


async def test_reports_that_overtake_each_other_or_come_twice_change_nothing(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.scramble_callbacks()
    stage.twilio.double("status")
    await stage.hears(ada, "hello")
    await stage.until_states("delivered")


@pytest.mark.parametrize("order", list(permutations(["sent", "delivered", "read"])), ids=" ".join)
async def test_any_order_ends_the_same(stage: Stage, order: tuple[str, ...]) -> None:
    receipt = await sent(stage)
    for state in order:
        await stage.module.reports.take(Report(receipt, MessageState(state)))
    assert await stage.states() == ["read"]


async def test_what_was_said_is_forgotten_when_it_has_arrived(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    await stage.until_states("delivered")
    kept = await stage.database.read(lambda tx: tx.execute("SELECT sealed FROM outbox").fetchall())
    assert kept == [(None,)]


async def test_a_report_that_overtakes_the_answer_to_its_call_waits_for_it(stage: Stage, ada: WhatsAppUser) -> None:
    overtaken = Overtaken(stage.board)
    stage.twilio.fail_next(63013)  # of which there is one report only
    stage.twilio.say(ada, "hello")
    await stage.until_states("failed")
    assert overtaken.happened


async def test_reports_of_messages_that_nobody_knows_are_acknowledged(stage: Stage) -> None:
    assert await stage.module.reports.take(Report(NOBODYS, MessageState.DELIVERED)) is ReportOutcome.UNKNOWN
    assert await post_status(stage, MessageStatus="delivered") == 200


@pytest.mark.parametrize("code", [63014, 21610, 63024, 63003])
async def test_who_cannot_be_reached_has_left(stage: Stage, ada: WhatsAppUser, code: int) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.fail_next(code)
    stage.twilio.say(ada, "help")
    await stage.until_states("delivered", "failed")
    assert await stage.step_of(ADA) is Idle


async def test_who_is_gone_has_left_though_the_disk_was_full_when_that_was_found(
    stage: Stage, ada: WhatsAppUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.hears(ada, "hello")
    met = break_turns(monkeypatch, ada, CustomerLeft, times=1, met=StorageFull("no room"))
    stage.twilio.opt_out(ada)
    stage.twilio.say(ada, "help")
    await stage.until(lambda: met)
    await stage.idle()
    assert await stage.step_of(ADA) is AskingConsent
    await stage.service.dispatcher.go_on()
    await stage.until_states("delivered")
    assert await stage.step_of(ADA) is Idle


async def test_a_report_is_on_the_disk_with_what_follows_from_it_or_not_at_all(
    stage: Stage, ada: WhatsAppUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.hears(ada, "hello")
    met = break_turns(monkeypatch, ada, CustomerLeft, times=1, met=StorageFull("no room"))
    stage.twilio.fail_next(63014)
    stage.twilio.say(ada, "help")
    await stage.until(lambda: met)
    await stage.until_states("delivered", "sent")
    assert await stage.step_of(ADA) is AskingConsent
    newest = stage.twilio.state.message_log.page({"To": f"whatsapp:{ADAS_NUMBER}"}).messages[0]
    failed = Report(newest.sid, MessageState.FAILED, 63014)
    taken = [await stage.module.reports.take(failed) for _ in range(2)]
    assert taken == [ReportOutcome.GONE, ReportOutcome.OLD]
    assert (await stage.states(), await stage.step_of(ADA)) == (["delivered", "failed"], Idle)


async def test_a_report_whose_turn_breaks_on_a_defect_of_ours_is_acknowledged(
    stage: Stage, ada: WhatsAppUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.hears(ada, "hello")
    broken = break_turns(monkeypatch, ada, CustomerLeft)
    stage.twilio.fail_next(63014)
    stage.twilio.say(ada, "help")
    await stage.until_states("delivered", "failed")
    await stage.twilio.settle()
    assert (broken, list(stage.twilio.journal.debugger)) == ([CustomerLeft], [])


async def test_who_opted_out_at_twilio_has_left(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.opt_out(ada)
    stage.twilio.say(ada, "help")
    await stage.until(lambda: stage.calls("POST", "/Messages.json") == 2)
    await stage.until_states("delivered")
    assert await stage.step_of(ADA) is Idle


@pytest.mark.parametrize("code", [63013, 63005, 30036, 21617])
async def test_what_will_never_be_taken_is_let_go(stage: Stage, ada: WhatsAppUser, code: int) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.fail_next(code)
    stage.twilio.say(ada, "help")
    await stage.until_states("delivered", "failed")
    assert await stage.step_of(ADA) is AskingConsent


@pytest.mark.parametrize("code", [63018, 63017, 63010, 63999])
async def test_what_failed_for_a_while_is_sent_again_a_few_times(stage: Stage, ada: WhatsAppUser, code: int) -> None:
    await stage.hears(ada, "hello")
    await stage.until_states("delivered")
    for _ in range(TRIES + 1):
        stage.twilio.fail_next(code)
    stage.twilio.say(ada, "help")
    for tried in range(TRIES):
        await stage.until(lambda tried=tried: reports_posted(stage) == tried + 3)  # type: ignore[misc]
        assert await stage.states() == ["delivered", "waiting"]
        stage.clock.advance(PAUSE.total_seconds() * 2**tried)
        await stage.service.dispatcher.adopt()
    await stage.until_states("delivered", "failed")
    assert len(said_to(ada)) == 1


async def test_what_failed_once_arrives_in_the_end(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.fail_next(63018)
    stage.twilio.say(ada, "hello")
    await stage.until_states("waiting")
    stage.clock.advance(PAUSE.total_seconds())
    await stage.service.dispatcher.adopt()
    await stage.until_states("delivered")
    assert len(said_to(ada)) == 1


@pytest.mark.parametrize("code", [63005, 63013, 63021, 63027])
async def test_a_question_whose_buttons_are_refused_late_comes_as_a_numbered_text(
    stage: Stage, ada: WhatsAppUser, code: int
) -> None:
    await setup_buttons(stage)
    stage.twilio.fail_next(code)
    (question,) = await stage.hears(ada, "hello")
    await stage.until_states("failed", "delivered")
    assert "\n1. I agree\n2. No, thanks" in question
    await stage.hears(ada, "1")
    assert await stage.step_of(ADA) is AskingNumber


async def test_a_numbered_text_that_fails_too_is_let_go(stage: Stage, ada: WhatsAppUser) -> None:
    await setup_buttons(stage)
    for _ in range(2):
        stage.twilio.fail_next(63013)
    stage.twilio.say(ada, "hello")
    await stage.until_states("failed", "failed")
    await stage.idle()
    assert (await stage.states(), said_to(ada)) == (["failed", "failed"], [])


@pytest.mark.parametrize("code", [63024, 63003])
async def test_an_app_that_is_too_old_for_buttons_gets_text_and_the_conversation_goes_on(
    stage: Stage, ada: WhatsAppUser, code: int
) -> None:
    await setup_buttons(stage)
    stage.twilio.fail_next(code)
    (question,) = await stage.hears(ada, "hello")
    await stage.until_states("failed", "delivered")
    assert "\n1. I agree\n2. No, thanks" in question
    assert stage.whatsapp.numbers_answers(ADA, Rendered("May we?", (Button("agree", "I agree"),)))
    assert await stage.step_of(ADA) is AskingConsent
    (number,) = await stage.hears(ada, "1")
    assert "\n1. " in number
    assert all(not message.shown.choices for message in ada.chat)


async def test_a_whole_line_is_linked_on_an_old_app_and_every_message_was_tried_once(
    stage: Stage, ada: WhatsAppUser
) -> None:
    await setup_buttons(stage)
    stage.twilio.use_old_app(ada)
    told = await stage.link(ada)
    assert "is linked" in "".join(told)
    await stage.idle()
    assert (await stage.states()).count("failed") == 1


@pytest.mark.parametrize("code", [63014, 63024, 63003])
async def test_who_wrote_after_it_was_queued_is_not_gone(stage: Stage, ada: WhatsAppUser, code: int) -> None:
    await stage.hears(ada, "hello")
    await stage.until_states("delivered")
    stage.twilio.fail_next(code)
    stage.twilio.delay(30, "status")
    stage.twilio.say(ada, "help")
    await stage.idle()
    stage.clock.advance(10)
    await stage.hears(ada, "yes")
    stage.clock.advance(30)
    await stage.idle()
    assert await stage.step_of(ADA) is AskingNumber
    stage.clock.advance(PAUSE.total_seconds())
    await stage.service.dispatcher.adopt()
    await stage.idle()
    assert "failed" not in await stage.states()


@pytest.mark.parametrize("code", [63024, 63016])
async def test_nobody_is_gone_for_what_a_clock_that_was_ahead_has_dated(
    stage: Stage, ada: WhatsAppUser, code: int
) -> None:
    """Whether they have written since it was queued cannot be told: it is tried again, or held until they write."""
    await stage.hears(ada, "hello")
    await stage.until_states("delivered")
    stage.twilio.fail_next(code)
    stage.twilio.delay(30, "status")
    stage.service.dispatcher.send([await stage.promise(ADA, "news", ahead=timedelta(hours=3))])
    await stage.idle()
    stage.clock.advance(30)
    await stage.idle()
    assert await stage.step_of(ADA) is AskingConsent
    assert (await stage.states())[-1] == ("waiting" if code == 63024 else "held")


async def setup_buttons(stage: Stage) -> None:
    stage.set_up_contents()
    await stage.module.catch_up()


# The endpoint


async def post_status(stage: Stage, **fields: str) -> int:
    """The status that a signed report is answered with."""
    report = {
        "AccountSid": stage.twilio.account.sid,
        "From": stage.twilio.sender,
        "To": f"whatsapp:{ADAS_NUMBER}",
        "MessageSid": NOBODYS,
        "MessageStatus": "delivered",
    }
    return (await stage.post(report | fields, path="/whatsapp/status")).status_code


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 200),
        ({"MessageStatus": "queued"}, 200),
        ({"MessageStatus": "sent"}, 200),
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


@for_every("status", ["queued", "sending", "sent", "a_new_one"])
async def test_only_what_became_of_a_message_is_a_report(status: str) -> None:
    """The answer to the call has told already that Twilio has it."""
    assert decode_report(Form(urlencode({"MessageSid": NOBODYS, "MessageStatus": status}).encode())) is None


async def test_a_report_that_was_signed_for_the_other_door_is_refused(stage: Stage) -> None:
    fields = {"AccountSid": stage.twilio.account.sid, "From": stage.twilio.sender, "MessageSid": NOBODYS}
    answer = await stage.post(fields, path="/whatsapp/status", signed_as=f"{PUBLIC}/whatsapp")
    assert answer.status_code == 403
