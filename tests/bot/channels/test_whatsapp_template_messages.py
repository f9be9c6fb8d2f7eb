"""`send` on WhatsApp: the approved template goes to the link's number and is answered from there, or told of."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.whatsapp.refusals import OutcomeUnknown
from bot.channels.whatsapp.reports import Report, ReportOutcome
from bot.channels.whatsapp.template_messages import WhatsAppTemplateSender
from bot.errors import ChannelDown, TemplateNotSent
from bot.outbox.template_messages import PATIENCE
from bot.outbox.writer import OutboxWriter
from bot.ports import TemplateMessage
from bot.sandbox.emulators.twilio import TwilioFault, WhatsAppMessage, WhatsAppUser
from conversations.changing import replace
from conversations.contact import Contact
from conversations.link import Link, Milestone, Unsent
from conversations.link_events import TemplateUnsent
from conversations.phone import PhoneNumber
from storage.errors import StorageFull
from storage.outbox import MessageState, OutboxMessage
from storage.transaction import Transaction
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, START, Stage, break_turns, from_bot, open_stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

AGENT = "+2348020000001"
TEMPLATE = "Hello, {{1}} asks for details of your MTN or Airtel line for {{2}}. Our two words: {{3}}. Reply OK or STOP."
BODY = TemplateMessage(
    Contact("whatsapp", ADAS_NUMBER), "K7M-4Q2", ("Tunde from Kudi Loans", "your application", "mango river"), START
)
SEND = "link 0803 123 4567 mtn school fees send"


@dataclass
class Town:
    """The running whole with a template, an agent who has a name, and somebody who has never written."""

    stage: Stage
    agent: WhatsAppUser
    ada: WhatsAppUser

    @property
    def inviter(self) -> WhatsAppTemplateSender:
        return WhatsAppTemplateSender(self.stage.whatsapp, self.stage.settings.twilio_template_invite)

    async def link(self) -> Link:
        """The newest."""
        database, links = self.stage.database, self.stage.store.links
        query = "SELECT reference FROM links ORDER BY made_at DESC LIMIT 1"
        reference = await database.read(lambda tx: tx.execute(query).fetchone()[0])
        found = await database.read(lambda tx: links.find(tx, reference))
        assert found
        return found

    async def sends(self, command: str = SEND) -> list[str]:
        """What the agent is told of a link that they make and send, until all is quiet."""
        said = len(said_to(self.agent))
        await self.stage.hears(self.agent, command, 2)
        await self.stage.idle()
        return said_to(self.agent)[said:]

    async def invite(self) -> None:
        """A link is sent, and nothing else is at the same time: what goes wrong next is the invitation."""
        stage, link = self.stage, await self.link()
        link = replace(link, number=PhoneNumber(ADAS_NUMBER), template_chat="WhatsApp")
        post = OutboxWriter(stage.store, stage.settings.business(), {})

        def write(tx: Transaction) -> OutboxMessage:
            stage.store.links.keep(tx, link)
            return post.invite(tx, BODY.contact, link, "Tunde Ojo", stage.clock.now())

        stage.service.dispatcher.send([await stage.database.run(write)])
        await stage.idle()

    def templates(self) -> list[WhatsAppMessage]:
        """Those that were sent to Ada, whether they arrived or not."""
        log = self.stage.twilio.state.message_log.page({"To": f"whatsapp:{ADAS_NUMBER}"}).messages
        return [message for message in log if "Our two words" in message.shown.text]


@pytest_asyncio.fixture(loop_scope="module")
async def town(board: Board, tmp_path: Path) -> AsyncIterator[Town]:
    async with open_stage(board, tmp_path, ADMINS=f"whatsapp:{AGENT}") as stage:
        await stage.restart(TWILIO_TEMPLATE_INVITE=stage.twilio.add_template(TEMPLATE))
        agent = stage.twilio.person(AGENT, "Tunde Ojo")
        await stage.hears(agent, "/link airtel", 2)
        stage.clock.advance(60)  # until what follows is the newest
        yield Town(stage, agent, stage.twilio.person(ADAS_NUMBER))


# Sent


async def test_the_template_arrives_before_its_customer_has_ever_written(town: Town) -> None:
    mine, forward = await town.sends()
    assert "I am sending it to their WhatsApp as well" in mine
    assert "https://wa.me/" in forward
    words = " ".join((await town.link()).words)
    (invited,) = said_to(town.ada)
    assert invited.startswith(
        "Hello, Tunde Ojo from Kudi Loans asks for details of your MTN or Airtel line for your app"
    )
    assert f"Our two words: {words}." in invited
    assert ("invitation", "delivered") in await town.stage.outbox()


@pytest.mark.parametrize("way", ["types", "taps", "starts"])
async def test_any_answer_opens_the_link_and_leads_to_a_linked_line_that_is_proven(town: Town, way: str) -> None:
    stage, ada = town.stage, town.ada
    await town.sends()
    if way == "taps":
        stage.twilio._inbound.write(ada, from_bot(ada.chat)[-1].shown, {"ButtonPayload": "go-on", "Body": "Go on"})
    else:
        stage.twilio.say(ada, "ok" if way == "types" else "START")
    await stage.until(lambda: len(said_to(ada)) == 2)
    assert "Tunde Ojo from Kudi Loans sent you this link." in said_to(ada)[1]
    told = [(await stage.hears(ada, text, answers))[-1] for text, answers in (("yes", 1), ("mtn", 1), ("482913", 2))]
    assert told[0].startswith("0803 123 4567: which network")
    assert "Choose only if this line is your own" not in told[0]
    assert (await town.link()).milestone is Milestone.LINKED
    await stage.idle()
    assert "is linked. Account ID: account" in said_to(town.agent)[-1]


async def test_values_are_made_fit_for_a_template(town: Town) -> None:
    values = ("Ada *Obi*\nfrom O'Kudi", "your      loan", "mango river")
    await town.inviter.invite(TemplateMessage(BODY.contact, BODY.reference, values, town.stage.clock.now()))
    await town.stage.twilio.settle()
    (told,) = said_to(town.ada)
    assert told.startswith("Hello, Ada Obi from O’Kudi asks for details of your MTN or Airtel line for your loan. Our")


async def test_an_empty_value_is_sent_to_nobody(town: Town) -> None:
    with pytest.raises(TemplateNotSent) as refused:
        await town.inviter.invite(TemplateMessage(BODY.contact, BODY.reference, ("Tunde", "***", "mango river"), START))
    assert refused.value.why is Unsent.OURS
    assert town.templates() == []


async def test_within_the_24_hours_it_is_a_template_too(town: Town) -> None:
    await town.stage.hears(town.ada, "hello")
    await town.stage.hears(town.ada, "no")
    await town.sends()
    assert len(town.templates()) == 1


# Never twice


async def test_an_unknown_outcome_is_looked_up_and_what_was_sent_is_not_sent_again(town: Town) -> None:
    town.stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    with pytest.raises(OutcomeUnknown):
        await town.inviter.invite(BODY)
    receipt = await town.inviter.invite(BODY)
    await town.stage.twilio.settle()
    assert [message.sid for message in town.templates()] == [receipt]


async def test_an_unknown_outcome_is_looked_up_and_what_was_not_sent_is_sent(town: Town) -> None:
    town.stage.twilio.fail(TwilioFault("POST", "Messages.json", status=503))
    with pytest.raises(OutcomeUnknown):
        await town.inviter.invite(BODY)
    await town.inviter.invite(BODY)
    assert len(town.templates()) == 1


async def test_nothing_is_sent_while_it_cannot_be_looked_up(town: Town) -> None:
    town.stage.twilio.fail(TwilioFault("GET", "Messages.json", status=500, times=2))
    for _ in range(2):
        with pytest.raises(ChannelDown):
            await town.inviter.invite(BODY)
    assert town.templates() == []


async def test_a_process_that_knows_nothing_of_it_looks_first_and_sends_nothing_twice(town: Town) -> None:
    """The one before was killed between sending it and noting that."""
    stage = town.stage
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    await town.invite()
    assert ("invitation", "waiting") in await stage.outbox()
    await stage.crash()
    stage.clock.advance(5)
    await stage.start()
    await stage.until(lambda: stage.calls("GET", "Messages.json") == 2)
    await stage.idle()
    assert ("invitation", "sent") in await stage.outbox()
    assert len(town.templates()) == 1


async def test_one_that_waited_while_nobody_was_there_is_looked_for_and_not_sent_any_more(town: Town) -> None:
    stage = town.stage
    stage.twilio.fail(TwilioFault("GET", "Messages.json", status=500))
    await town.invite()
    await stage.crash()
    stage.clock.advance(3 * 3600)
    await stage.start()
    await stage.until(lambda: "did not go out in time" in said_to(town.agent)[-1])
    assert (town.templates(), (await town.link()).template_chat) == ([], "")


async def test_one_that_went_out_before_nobody_was_there_is_found_late(town: Town) -> None:
    stage = town.stage
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    await town.invite()
    said = len(said_to(town.agent))
    await stage.crash()
    stage.clock.advance(3 * 3600)
    await stage.start()
    await stage.until(lambda: stage.calls("GET", "Messages.json") == 2)
    await stage.idle()
    assert ("invitation", "sent") in await stage.outbox()
    assert (len(town.templates()), len(said_to(town.agent))) == (1, said)


async def test_one_that_is_found_to_have_failed_is_told_as_that(town: Town) -> None:
    town.stage.twilio.fail_next(63024)
    town.stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    with pytest.raises(OutcomeUnknown):
        await town.inviter.invite(BODY)
    await town.stage.twilio.settle()
    with pytest.raises(TemplateNotSent) as refused:
        await town.inviter.invite(BODY)
    assert refused.value.why is Unsent.NOT_THERE
    assert len(town.templates()) == 1


async def test_the_words_in_what_else_was_said_are_not_taken_for_it(town: Town) -> None:
    """What the conversation has said to them is known by its receipt."""
    stage, ada = town.stage, town.ada
    await town.sends()
    await stage.hears(ada, "ok")
    await stage.idle()  # its receipt is on the disk
    link = await town.link()
    again = TemplateMessage(BODY.contact, link.reference, ("Tunde", "a loan", " ".join(link.words)), stage.clock.now())
    await town.inviter.invite(again)
    assert len(town.templates()) == 2


# Not sent, or not arrived


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (63024, "that number is not on WhatsApp"),
        (63003, "that number is not on WhatsApp"),
        (63014, "they do not want messages from me"),
        (63049, "WhatsApp holds such messages back"),
        (63016, "our WhatsApp is not set up right"),
        (63018, "WhatsApp takes no more of them from us just now"),
        (63013, "WhatsApp did not take it"),
        (63999, "WhatsApp did not take it"),
    ],
)
async def test_a_report_that_it_failed_is_told_in_plain_words_and_nothing_is_tried_again(
    town: Town, code: int, told: str
) -> None:
    town.stage.twilio.fail_next(code)
    await town.invite()
    last = said_to(town.agent)[-1]
    assert told in last
    assert "the text" in last
    assert len(town.templates()) == 1
    assert ("invitation", "failed") in await town.stage.outbox()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (21211, "that number is not on WhatsApp"),
        (21610, "they do not want messages from me"),
        (21656, "our WhatsApp is not set up right"),
        (20003, "our WhatsApp is not set up right"),
        (63038, "WhatsApp takes no more of them from us just now"),
    ],
)
async def test_a_refusal_at_once_is_told_in_plain_words(town: Town, code: int, told: str) -> None:
    town.stage.twilio.fail(TwilioFault("POST", "Messages.json", status=400, code=code))
    await town.invite()
    assert told in said_to(town.agent)[-1]
    assert town.templates() == []
    assert "invitation" not in dict(await town.stage.outbox())


async def test_a_report_that_the_disk_could_not_take_is_told_when_it_is_repeated(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, said = town.stage, len(said_to(town.agent))
    met = break_turns(monkeypatch, town.ada, TemplateUnsent, times=1, met=StorageFull("no room"))
    stage.twilio.fail_next(63024)
    await town.invite()
    assert (met, said_to(town.agent)[said:]) == ([TemplateUnsent], [])
    failed = Report(town.templates()[0].sid, MessageState.FAILED, 63024)
    assert [await stage.module.reports.take(failed) for _ in range(2)] == [ReportOutcome.UNINVITED, ReportOutcome.OLD]
    await stage.idle()
    (told,) = said_to(town.agent)[said:]
    assert "that number is not on WhatsApp" in told


async def test_a_refusal_that_the_disk_could_not_take_is_told_when_it_can(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, said = town.stage, len(said_to(town.agent))
    stage.twilio.fail(TwilioFault("POST", "Messages.json", status=400, code=21211, times=2))
    met = break_turns(monkeypatch, town.ada, TemplateUnsent, times=1, met=StorageFull("no room"))
    await town.invite()
    assert (met, said_to(town.agent)[said:]) == ([TemplateUnsent], [])
    await stage.service.dispatcher.go_on()
    await stage.idle()
    assert "that number is not on WhatsApp" in said_to(town.agent)[said]
    assert "invitation" not in dict(await stage.outbox())


async def test_a_number_without_whatsapp_is_told_within_seconds(town: Town) -> None:
    said = await town.sends("link 0802 123 4567 send")
    link = await town.link()
    assert said[2].startswith(f"{link.reference} (0802 ••• 4567): my message did not arrive, for that number is not on")
    assert len(said) == 3
    assert link.template_chat == ""


async def test_a_template_that_is_not_approved_is_ours_to_mend(town: Town) -> None:
    template = town.stage.settings.twilio_template_invite
    town.stage.twilio.state.contents.find(template).approval = "rejected"
    said = await town.sends()
    assert "our WhatsApp is not set up right" in said[-1]


async def test_who_opted_out_is_sent_nothing_whatever_they_are_called(town: Town) -> None:
    stage, ada = town.stage, town.ada
    ada.phone, number = "", ada.phone  # first met without a number
    await stage.hears(ada, "hello")
    ada.phone = number
    stage.twilio.state.people._by_address[ada.address] = ada
    await stage.hears(ada, "stop")
    said = await town.sends()
    assert "I sent them nothing, for they do not want messages from me" in said[-1]
    assert town.templates() == []


async def test_stop_declines_and_nothing_is_ever_sent_again(town: Town) -> None:
    stage, ada = town.stage, town.ada
    await town.sends()
    (farewell,) = await stage.hears(ada, "STOP")
    assert "I will not write to you any more" in farewell
    await stage.idle()
    assert "they do not want messages from me, so they get none any more." in said_to(town.agent)[-1]
    assert (await town.link()).milestone is Milestone.DECLINED
    stage.clock.advance(25 * 3600)
    await stage.hears(town.agent, "help")
    said = await town.sends()
    assert "I sent them nothing" in said[-1]
    assert len(town.templates()) == 1


async def test_no_answer_at_all_is_said_to_be_unknown_after_half_a_minute(town: Town) -> None:
    stage = town.stage
    stage.twilio.fail(TwilioFault("GET", "Messages.json", status=500, times=99))
    said = await town.sends()
    assert len(said) == 2
    await stage.until(lambda: "I do not know whether my message arrived" in said_to(town.agent)[-1], winding=1)
    assert stage.clock.now() - (await town.link()).made_at < PATIENCE + timedelta(seconds=30)
    assert town.templates() == []


async def test_a_cancelled_link_invites_nobody(town: Town) -> None:
    stage = town.stage
    stage.twilio.fail(TwilioFault("GET", "Messages.json", status=500))
    await town.sends()
    await stage.hears(town.agent, f"cancel {(await town.link()).reference}")
    await stage.until(lambda: stage.calls("GET", "Messages.json") == 1)
    stage.clock.advance(60)
    await stage.idle()
    assert town.templates() == []


async def test_a_report_that_comes_twice_is_told_once(town: Town) -> None:
    stage = town.stage
    stage.twilio.double("status")
    said = await town.sends("link 0802 123 4567 send")
    assert len(said) == 3
    (receipt,) = await stage.database.read(
        lambda tx: tx.execute("SELECT receipt FROM outbox WHERE kind = 'invitation'").fetchone()
    )
    assert await stage.module.reports.take(Report(receipt, MessageState.FAILED, 63024)) is ReportOutcome.OLD


async def test_without_the_template_nothing_is_sent_and_the_agent_is_told(town: Town) -> None:
    await town.stage.restart(TWILIO_TEMPLATE_INVITE="")
    mine, forward = await town.sends()
    assert "I did not send it to them myself: that is not set up here." in mine
    assert "https://wa.me/" in forward
    await town.stage.hears(town.ada, "ok")
    assert "sent you this link" not in said_to(town.ada)[0]
