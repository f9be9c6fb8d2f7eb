"""An invitation goes out while its link is open; what keeps it back is waited for shortly, and then told."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, TemplateNotSent
from bot.monitoring.metrics import Metrics
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.payloads import KINDS, Payload, kind_of
from bot.outbox.template_messages import PATIENCE, TemplateMessages
from bot.outbox.writer import OutboxWriter
from bot.ports import Acceptance, Inbound, TemplateMessage, UnreadableInbound
from bot.supervisor import until_none
from conversations.changing import replace
from conversations.contact import Contact
from conversations.link import Direct, Link, Milestone, Unsent
from conversations.link_events import TemplateUnsent
from conversations.rules import Rules
from storage.codec import decode, encode
from storage.database import MEMORY, Database
from storage.links import Links
from storage.sealing import Keyring
from storage.store import Store
from tests.bot.turns.agents_stage import HandedClock
from tests.scenes import ADA, BUSINESS, NOON, NUMBER

AT = Contact("talk", NUMBER.e164)
TUNDE = Contact("console", "2001")
LINK = Link("K7M-4Q2", TUNDE, TUNDE, "en", ("mango", "river"), NOON, NOON + timedelta(days=1), NOON, NUMBER)
BODY = TemplateMessage(AT, LINK.reference, ("Tunde from Kudi Loans", "your loan application", "mango river"), NOON)
SECOND = timedelta(seconds=1)


@dataclass
class Talk:
    """An inviter that has the troubles that were planned for it, one at each try."""

    direct = Direct("talk", "Talk")
    troubles: list[DeliveryError] = field(default_factory=list)
    sent: list[TemplateMessage] = field(default_factory=list)

    async def invite(self, body: TemplateMessage) -> str:
        if self.troubles:
            raise self.troubles.pop(0)
        self.sent.append(body)
        return "receipt"

    async def find(self, body: TemplateMessage) -> str | None:
        if self.troubles:
            raise self.troubles.pop(0)
        return "receipt" if body in self.sent else None


@dataclass
class Stage:
    """Everything around one invitation; `told` is what was reported of it."""

    database: Database
    links: Links
    clock: HandedClock = field(default_factory=lambda: HandedClock(NOON))
    talk: Talk = field(default_factory=Talk)
    told: list[tuple[Contact, TemplateUnsent]] = field(default_factory=list)

    async def receive(self, inbound: Inbound | UnreadableInbound) -> None:
        assert isinstance(inbound, Inbound)
        assert isinstance(inbound.event, TemplateUnsent)
        self.told.append((inbound.contact, inbound.event))

    async def keep(self, link: Link) -> None:
        await self.database.run(lambda tx: self.links.keep(tx, link))

    async def send(self, *, off: bool = False) -> str:
        inviter = None if off else self.talk
        return await TemplateMessages(inviter, self.database, self.links, self.clock, self.receive).send(BODY)


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    database = await Database.open(MEMORY)
    stage = Stage(database, Links(Keyring.parse(Keyring.generate_key())))
    await stage.keep(LINK)
    yield stage
    await database.close()


async def test_it_is_sent_and_the_receipt_comes_back(stage: Stage) -> None:
    assert await stage.send() == "receipt"
    assert (stage.talk.sent, stage.told) == ([BODY], [])


@pytest.mark.parametrize("why", Unsent)
async def test_what_will_not_be_sent_is_told_at_once_and_given_up(stage: Stage, why: Unsent) -> None:
    stage.talk.troubles = [TemplateNotSent(why)]
    with pytest.raises(MessageRefused):
        await stage.send()
    assert stage.told == [(AT, TemplateUnsent(LINK.reference, why))]


@pytest.mark.parametrize(("trouble", "why"), [(ChannelDown("503"), Unsent.UNKNOWN), (ChannelBusy(SECOND), Unsent.BUSY)])
async def test_what_may_yet_be_sent_is_waited_for_half_a_minute_and_then_told(
    stage: Stage, trouble: DeliveryError, why: Unsent
) -> None:
    stage.talk.troubles = [trouble, trouble]
    with pytest.raises(type(trouble)):
        await stage.send()
    assert stage.told == []
    stage.clock.at += PATIENCE
    with pytest.raises(TemplateNotSent):
        await stage.send()
    assert [event.why for _, event in stage.told] == [why]


@pytest.mark.parametrize("late", [PATIENCE, timedelta(hours=15)])
async def test_one_that_comes_to_be_sent_too_late_is_not_sent_any_more_and_told(stage: Stage, late: timedelta) -> None:
    """We were not there meanwhile; its agent has forwarded the text long ago."""
    stage.clock.at += late
    with pytest.raises(TemplateNotSent):
        await stage.send()
    assert (stage.talk.sent, stage.told) == ([], [(AT, TemplateUnsent(LINK.reference, Unsent.LATE))])


async def test_one_that_turns_out_to_have_been_sent_in_time_is_no_news(stage: Stage) -> None:
    await stage.send()
    stage.clock.at += timedelta(hours=15)
    assert await stage.send() == "receipt"
    assert (stage.talk.sent, stage.told) == ([BODY], [])


async def test_a_wait_that_is_longer_than_that_is_not_begun(stage: Stage) -> None:
    stage.talk.troubles = [ChannelBusy(timedelta(hours=1))]
    with pytest.raises(TemplateNotSent):
        await stage.send()
    assert [event.why for _, event in stage.told] == [Unsent.BUSY]


@pytest.mark.parametrize(
    "link",
    [
        replace(LINK, milestone=Milestone.CANCELLED),
        replace(LINK, milestone=Milestone.DECLINED),
        replace(LINK, milestone=Milestone.AGREED, customer=ADA),
        replace(LINK, expires_at=NOON),
    ],
    ids=["cancelled", "declined", "taken", "expired"],
)
async def test_a_link_that_nobody_can_take_any_more_invites_nobody_and_is_no_news(stage: Stage, link: Link) -> None:
    await stage.keep(link)
    with pytest.raises(MessageRefused):
        await stage.send()
    assert (stage.talk.sent, stage.told) == ([], [])


async def test_one_that_somebody_has_only_opened_still_goes_out(stage: Stage) -> None:
    await stage.keep(replace(LINK, milestone=Milestone.OPENED))
    assert await stage.send() == "receipt"


async def test_where_it_was_switched_off_meanwhile_the_agent_hears_it(stage: Stage) -> None:
    with pytest.raises(TemplateNotSent):
        await stage.send(off=True)
    assert [event.why for _, event in stage.told] == [Unsent.OURS]


class Post:
    """Carries the outbox's invitations, and nothing else."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    async def ready(self, body: Payload) -> None:
        """At any time."""

    async def hand_over(self, body: Payload) -> Acceptance | None:
        assert body == BODY
        return Acceptance(await self.stage.send())

    async def left_behind(self, body: Payload) -> None:
        """Nobody is."""


@pytest.mark.parametrize("life", [timedelta(hours=1), timedelta(days=1), timedelta(days=7)])
async def test_after_an_outage_its_agent_hears_that_it_was_not_sent_as_long_as_its_link_is_open(
    stage: Stage, life: timedelta
) -> None:
    """Later they hear that the link is over."""
    store, made = Store.under(stage.links.keyring, Rules()), replace(LINK, expires_at=NOON + life)
    writer = OutboxWriter(store, BUSINESS, {})
    await stage.keep(made)
    await stage.database.run(lambda tx: writer.invite(tx, AT, made, "Tunde", NOON))
    stage.clock.at += life - SECOND
    dispatcher = Dispatcher(stage.database, store.outbox, stage.clock, Post(stage), Metrics())
    await dispatcher.adopt()
    await until_none(lambda: dispatcher.under_way)
    assert stage.told == [(AT, TemplateUnsent(LINK.reference, Unsent.LATE))]
    assert await stage.database.read(store.outbox.waiting) == []


def test_it_is_a_letter_of_its_own_kind_and_comes_back_whole() -> None:
    kind = kind_of(BODY)
    assert (kind, decode(encode(BODY, TemplateMessage), KINDS[kind])) == ("invitation", BODY)
