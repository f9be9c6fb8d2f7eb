"""One delivery, one turn, one transaction: what is on disk when the engine returns, and what is not when it raises."""

import asyncio

import pytest

from bot.channels.console import Console
from bot.outbox.payloads import MessageDeletion
from bot.ports import Inbound
from conversations.allowance import Limits
from conversations.contact import Contact
from conversations.customer.events import (
    LinkOpened,
    OtpSent,
    ProviderRefused,
    SummaryFetched,
    TextReceived,
    TimeRanOut,
)
from conversations.effects import CheckOtp, RequestOtp
from conversations.refusal import Refusal
from conversations.rules import Rules
from conversations.session import Idle
from tests.bot.turns.engine_stage import TO_THE_CODE, open_bench, payload_of, texts_of
from tests.happenings import SUMMARIES
from tests.scenes import ADA, FORM, REFERENCE

BOLA = Contact("console", "bola")
ONE_CODE = Rules(limits=Limits(otp_requests_per_number_day=1))


class BrokenChannel(Console):
    """Raises wherever a turn asks it something, until it is mended."""

    broken = True

    @property
    def handle(self) -> str:
        if self.broken:
            raise LookupError("broken")
        return ""

    @handle.setter
    def handle(self, value: str) -> None:
        """Given by the class above; not needed."""


# Once for each delivery


async def test_a_repeated_delivery_changes_nothing() -> None:
    async with open_bench() as bench:
        first = await bench.hear(LinkOpened(), delivery="7")
        before = await bench.session()
        again = await bench.hear(LinkOpened(), delivery="7")
        assert (len(first.messages), first.repeated) == (1, False)
        assert (again.messages, again.immediate, again.repeated) == ((), (), True)
        assert await bench.session() == before
        assert await bench.count("outbox") == 1


async def test_a_repeat_of_the_message_that_asked_for_a_code_asks_for_no_second() -> None:
    async with open_bench() as bench:
        await bench.say(*TO_THE_CODE[:-1])
        outcomes = [await bench.hear(TextReceived("mtn", "m1"), delivery="9") for _ in range(3)]
        assert [len(outcome.immediate) for outcome in outcomes] == [1, 0, 0]


async def test_the_same_delivery_many_times_at_once_is_taken_once() -> None:
    async with open_bench() as bench:
        many = [bench.engine.take(Inbound(ADA, LinkOpened(), "7")) for _ in range(200)]
        outcomes = await asyncio.gather(*many)
        assert sum(not outcome.repeated for outcome in outcomes) == 1
        assert await bench.count("outbox") == 1


async def test_deliveries_of_two_channels_may_have_the_same_name() -> None:
    async with open_bench() as bench:
        outcomes = [await bench.hear(LinkOpened(), Contact(name, "1"), delivery="7") for name in ("console", "other")]
        assert [len(outcome.messages) for outcome in outcomes] == [1, 1]


async def test_what_happens_inside_has_no_name_and_is_taken_each_time() -> None:
    async with open_bench() as bench:
        await bench.hear(LinkOpened())
        outcomes = [await bench.hear(LinkOpened(), delivery=None) for _ in range(2)]
        assert [len(outcome.messages) for outcome in outcomes] == [1, 1]


# All or nothing


async def test_a_turn_that_raises_leaves_nothing_behind_and_can_be_delivered_again() -> None:
    channel = BrokenChannel()
    async with open_bench(channel=channel) as bench:
        with pytest.raises(LookupError):
            await bench.hear(LinkOpened(), delivery="7")
        tables = ("sessions", "outbox", "inbound_ids", "spends", "consents")
        assert [await bench.count(table) for table in tables] == [0] * len(tables)
        channel.broken = False
        assert len((await bench.hear(LinkOpened(), delivery="7")).messages) == 1


async def test_a_turn_that_raises_does_not_disturb_those_that_share_its_transaction() -> None:
    async with open_bench(channel=BrokenChannel()) as bench:
        off = [Contact("another", str(number)) for number in range(20)]
        many = [bench.engine.take(Inbound(contact, LinkOpened())) for contact in (*off[:10], ADA, *off[10:])]
        outcomes = await asyncio.gather(*many, return_exceptions=True)
        assert sum(isinstance(outcome, LookupError) for outcome in outcomes) == 1
        assert await bench.count("outbox") == 20


async def test_a_channel_that_is_off_stops_no_session_from_ending() -> None:
    async with open_bench() as bench:
        nobody = Contact("switched-off", "1")
        await bench.hear(LinkOpened(), nobody)
        await bench.clock.sleep(601)
        assert len((await bench.hear(TimeRanOut(), nobody, delivery=None)).messages) == 1
        assert (await bench.session(nobody)).step == Idle()


# Limits


async def test_a_code_is_reserved_with_the_turn_that_asks_for_it() -> None:
    async with open_bench() as bench:
        outcome = await bench.say(*TO_THE_CODE)
        assert [type(wish) for wish in outcome.immediate] == [RequestOtp]
        assert await bench.count("spends") == 8


async def test_a_limit_that_is_reached_is_said_and_nothing_is_asked_of_the_provider() -> None:
    async with open_bench(rules=ONE_CODE) as bench:
        await bench.say(*TO_THE_CODE)
        outcome = await bench.say(*TO_THE_CODE, contact=BOLA)
        assert (outcome.immediate, outcome.limit) == ((), "otp_requests_per_number_day")
        assert "had all its codes for today" in texts_of(outcome)[0]
        assert await bench.count("spends") == 8


async def test_many_contacts_at_once_never_ask_for_one_code_more_than_the_limit() -> None:
    async with open_bench(rules=Rules(limits=Limits(otp_request_gaps=()))) as bench:
        people = [Contact("console", str(number)) for number in range(60)]
        await asyncio.gather(*(bench.say(*TO_THE_CODE, contact=person) for person in people))
        assert len(bench.wishes) == 3


async def test_a_check_beyond_the_limit_is_not_made_and_its_code_still_leaves_the_chat() -> None:
    async with open_bench(rules=Rules(limits=Limits(otp_checks_per_number_day=1))) as bench:
        await bench.say(*TO_THE_CODE)
        await bench.answer(OtpSent, REFERENCE, FORM)
        assert [type(wish) for wish in (await bench.say("482913")).immediate] == [CheckOtp]
        await bench.answer(ProviderRefused, Refusal.WRONG_CODE)
        outcome = await bench.say("482914")
        assert outcome.immediate == ()
        assert "Too many codes were tried for this number today" in texts_of(outcome)[0]
        assert any(isinstance(payload_of(message), MessageDeletion) for message in outcome.messages)


async def test_no_code_is_sent_that_could_not_be_checked_any_more() -> None:
    limits = Limits(otp_request_gaps=(), otp_checks_per_code=1, otp_checks_per_number_day=1)
    async with open_bench(rules=Rules(limits=limits)) as bench:
        await bench.say(*TO_THE_CODE)
        await bench.answer(OtpSent, REFERENCE, FORM)
        await bench.say("482913")
        await bench.answer(ProviderRefused, Refusal.WRONG_CODE)
        outcome = await bench.say("new code")
        assert outcome.immediate == ()
        assert "Too many codes were tried for this number today" in texts_of(outcome)[0]


async def test_what_was_reserved_for_a_call_that_was_not_made_is_given_back() -> None:
    async with open_bench(rules=ONE_CODE) as bench:
        await bench.say(*TO_THE_CODE)
        await bench.answer(ProviderRefused, Refusal.UNAVAILABLE)
        assert await bench.count("spends") == 0
        assert len((await bench.say("mtn")).immediate) == 1


async def test_a_line_is_not_read_once_more_than_the_limit() -> None:
    async with open_bench(rules=Rules(limits=Limits(reads_per_contact_hour=1))) as bench:
        await bench.link()
        assert len((await bench.say("balance")).immediate) == 1
        await bench.answer(SummaryFetched, SUMMARIES[0])
        refused = await bench.say("transactions")
        assert (refused.immediate, refused.limit) == ((), "reads_per_contact_hour")
        assert "You can look again" in texts_of(refused)[0]
        await bench.clock.sleep(3600)
        assert len((await bench.say("transactions")).immediate) == 1
