"""An invitation that goes straight to a number: made, answered from that number alone, refused, or never arrived."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from conversations.agents.turn import Act
from conversations.contact import Contact
from conversations.customer.events import (
    ButtonTapped,
    CustomerLeft,
    Event,
    LinkOpened,
    OddityReceived,
    OptedOut,
    TextReceived,
)
from conversations.customer.events import Oddity as Odd
from conversations.link import Direct, Link, Milestone, Unsent
from conversations.link_events import TemplateUnsent
from conversations.phone import PhoneNumber
from conversations.session import AskingConsent, AskingNumber, Idle, Session
from tests.bot.turns.agents_stage import ADA, BISI, CHIDI, NUMBER, TUNDE, Office, attempt_of, open_office, token_in
from tests.raw import everything_in

DIRECT = Direct("console", "Chat")
ADAS, CHIDIS = PhoneNumber("+2348031234567"), PhoneNumber("+2348021234567")
SEND = f"/link {NUMBER} mtn school fees send"
STRANGER = Contact("console", "3003")


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """Two agents, and two people whose numbers are known by the channel."""
    async with open_office(tells_systems=True, direct=DIRECT) as opened:
        await opened.recruit(TUNDE, "Tunde Ojo")
        await opened.recruit(BISI, "Bisi Ade")
        opened.numbers |= {ADA: ADAS, CHIDI: CHIDIS}
        yield opened


async def invite(office: Office, agent: Contact = TUNDE, command: str = SEND) -> Link:
    """The link of an invitation that is on its way."""
    await office.say(agent, command)
    office.told(agent)
    return (await office.links())[-1]


async def session_of(office: Office, contact: Contact) -> Session:
    session = await office.database.read(lambda tx: office.store.sessions.load(tx, contact))
    assert session
    return session


# Made


async def test_a_link_is_sent_straight_to_its_number_and_the_agent_has_the_text_all_the_same(office: Office) -> None:
    await office.say(TUNDE, SEND)
    (link,) = await office.links()
    (message,) = office.invites
    assert message.contact == Contact("console", ADAS.e164)
    assert message.values == ("Tunde Ojo from Kudi Loans", "your loan application", " ".join(link.words))
    assert (message.reference, message.made_at) == (link.reference, office.clock.at)
    mine, forward = office.told(TUNDE)
    assert "I am sending it to their Chat as well" in mine
    assert token_in(forward)
    assert (link.template_chat, link.note) == ("Chat", "school fees")
    acts = [entry.act for entry in await office.database.read(lambda tx: office.store.audit.of(tx, TUNDE))]
    assert acts == [Act.JOINED, Act.LINK_MADE, Act.LINK_SENT]


async def test_what_is_sent_stands_sealed_on_disk(office: Office) -> None:
    await invite(office)
    dump = await office.database.read(everything_in)
    for secret in (ADAS.e164, "Tunde Ojo", " ".join((await office.links())[0].words)):
        assert secret not in dump
        assert secret.encode().hex().upper() not in dump


async def test_a_number_is_sent_one_a_day_and_three_a_week_over_all_agents(office: Office) -> None:
    await invite(office)
    await office.say(BISI, SEND)
    mine, _ = office.told(BISI)
    assert "I can send the next tomorrow at 12:00, in 24 hours." in mine
    assert len(await office.links()) == 2  # the link is made all the same
    assert len(office.invites) == 1
    for agent in (BISI, TUNDE):
        office.clock.at += timedelta(days=1)
        await office.tend()
        await invite(office, agent)
    assert len(office.invites) == 3
    office.clock.at += timedelta(days=1)
    await office.tend()
    office.told(BISI)
    refused = await office.say(BISI, SEND)
    assert refused.limit == "invitations_per_number_week"
    assert "three invitations went to that number within a week. I can send the next on 30 Nov" in office.told(BISI)[0]
    await invite(office, TUNDE, "/link 0802 123 4567 send")
    assert len(office.invites) == 4


async def test_a_refused_invitation_spends_a_link_of_the_hour_and_no_more_than_that(office: Office) -> None:
    await invite(office)
    for number in range(18):
        await office.say(TUNDE, f"/link 0803 123 46{number:02}")
    await office.say(BISI, SEND)
    for number in range(19):
        await office.say(BISI, f"/link 0803 123 46{number:02}")
    assert len(await office.links()) == 19 + 20
    office.told(BISI)
    refused = await office.say(BISI, "/link 0802 123 4567 send")
    assert refused.limit == "links_per_agent_hour"
    assert len(office.invites) == 1


async def test_where_both_limits_are_reached_nothing_is_made_and_the_hour_is_named(office: Office) -> None:
    await invite(office, BISI)
    for number in range(20):
        await office.say(TUNDE, f"/link 0803 123 46{number:02}")
    office.told(TUNDE)
    await office.say(TUNDE, SEND)
    assert "as many links as one hour allows" in office.told(TUNDE)[0]


async def test_where_it_is_not_set_up_the_agent_is_told_and_the_note_is_whole() -> None:
    async with open_office() as office:
        await office.recruit(TUNDE, "Tunde Ojo")
        await office.say(TUNDE, f"/link {NUMBER} books send")
        mine, _ = office.told(TUNDE)
        assert 'I did not send it to them myself: that is not set up here. "send" stays in your note.' in mine
        (link,) = await office.links()
        assert (link.note, link.template_chat, office.invites) == ("books send", "", [])
        await office.say(ADA, "ok")
        assert (await session_of(office, ADA)).offer is None


# Answered


@pytest.mark.parametrize(
    "answer",
    [
        TextReceived("ok", "m1"),
        TextReceived("Who is this?", "m1"),
        ButtonTapped("yes-please"),
        LinkOpened(),
        OddityReceived(Odd.STICKER),
    ],
    ids=lambda event: type(event).__name__,
)
async def test_whatever_the_number_answers_opens_its_link(office: Office, answer: Event) -> None:
    link = await invite(office)
    await office.hear(ADA, answer)
    (consent,) = office.told(ADA)
    assert "Tunde Ojo from Kudi Loans sent you this link." in consent
    assert " ".join(link.words) in consent
    assert office.told(TUNDE) == [f"{link.reference} (0803 ••• 4567) was opened. Next they agree or decline."]


async def test_the_whole_way_without_typing_a_number_that_is_proven(office: Office) -> None:
    link = await invite(office)
    await office.say(ADA, "ok")
    await office.say(ADA, "I agree")
    assert "0803 123 4567: which network" in office.told(ADA)[-1]
    await office.ask_code(ADA)
    await office.finish(ADA)
    assert (await office.link(link.reference)).milestone is Milestone.LINKED
    line = (await office.database.read(lambda tx: office.store.accounts.of(tx, ADA)))[0]
    assert line.claim.proven


async def test_a_new_customer_is_answered_in_the_links_language(office: Office) -> None:
    await invite(office, TUNDE, f"/link {NUMBER} pidgin send")
    await office.say(ADA, "ok")
    assert "How you dey!" in office.told(ADA)[0]


async def test_nobody_else_opens_it_by_writing(office: Office) -> None:
    await invite(office)
    for contact in (CHIDI, STRANGER):
        await office.say(contact, "ok")
        assert (await session_of(office, contact)).offer is None


async def test_a_link_that_was_not_sent_is_not_opened_by_writing(office: Office) -> None:
    await office.make_link(TUNDE, f"/link {NUMBER}")
    await office.say(ADA, "ok")
    assert (await session_of(office, ADA)).offer is None


async def test_the_newest_of_several_is_opened_and_opens_once(office: Office) -> None:
    await invite(office)
    office.clock.at += timedelta(days=1)
    newer = await invite(office, BISI)
    await office.say(ADA, "ok")
    session = await session_of(office, ADA)
    assert session.offer
    assert session.offer.reference == newer.reference
    office.clock.at += timedelta(minutes=11)
    await office.say(ADA, "hello?")
    assert [text for text in office.told(BISI) if "was opened" in text] == [
        f"{newer.reference} (0803 ••• 4567) was opened. Next they agree or decline."
    ]


async def test_who_is_in_the_middle_of_something_stays_in_it(office: Office) -> None:
    await office.say(ADA, "hello")
    await office.say(ADA, "I agree")
    await invite(office)
    await office.say(ADA, "mtn")
    session = await session_of(office, ADA)
    assert isinstance(session.step, AskingNumber)
    assert session.offer is None


async def test_who_looked_at_it_and_left_is_not_led_back_by_every_word(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA, "0802 123 4567")
    await office.finish(ADA)
    await invite(office)
    await office.say(ADA, "ok")
    await office.say(ADA, "cancel")
    office.told(ADA)
    await office.say(ADA, "hello")
    assert "sent you this link" not in office.told(ADA)[0]
    assert isinstance((await session_of(office, ADA)).step, Idle)


async def test_who_has_a_line_may_still_look_at_it(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA, "0802 123 4567")
    await office.finish(ADA)
    office.clock.at += timedelta(minutes=1)
    link = await invite(office)
    reading = await office.say(ADA, "balance")
    assert attempt_of(reading)
    assert (await office.link(link.reference)).milestone is Milestone.OPEN


async def test_a_link_that_is_over_or_taken_is_not_opened(office: Office) -> None:
    link = await invite(office)
    await office.say(TUNDE, f"/cancel {link.reference}")
    await office.say(ADA, "ok")
    assert (await session_of(office, ADA)).offer is None
    office.clock.at += timedelta(days=1, minutes=1)
    await office.say(BISI, SEND)
    taken = token_in(office.told(BISI)[-1])
    await office.agree(STRANGER, taken)
    await office.say(ADA, "no")
    office.told(ADA)
    await office.say(ADA, "ok")
    session = await session_of(office, ADA)
    assert session.offer is None


async def test_an_expired_one_is_not_opened_even_before_it_was_swept(office: Office) -> None:
    await invite(office)
    office.clock.at += timedelta(hours=24)
    await office.say(ADA, "ok")
    assert (await session_of(office, ADA)).offer is None


async def test_an_agent_who_is_invited_stays_an_agent(office: Office) -> None:
    office.numbers[BISI] = ADAS
    await invite(office)
    await office.say(BISI, "links")
    assert office.told(BISI) == ['You have no links yet. Type "link" to make one.']


async def test_a_code_that_is_answered_is_taken_out_of_the_chat(office: Office) -> None:
    await invite(office)
    await office.say(ADA, "482913")
    assert [deletion.contact for deletion in office.deleted] == [ADA]


# Refused


@pytest.mark.parametrize("event", [OptedOut(), CustomerLeft()], ids=lambda event: type(event).__name__)
async def test_who_wants_nothing_more_has_declined_and_the_agent_hears_it(office: Office, event: Event) -> None:
    link = await invite(office)
    await office.hear(ADA, event)
    assert (await office.link(link.reference)).milestone is Milestone.DECLINED
    (told,) = office.told(TUNDE)
    assert told.startswith(f"{link.reference} (0803 ••• 4567): they do not want messages from me")
    events = await office.database.read(lambda tx: office.store.events.latest(tx, office.clock.at))
    assert [each.kind for each in events] == ["cancelled"]
    await office.say(ADA, "ok")
    assert (await session_of(office, ADA)).offer is None


async def test_who_hides_their_number_by_then_is_still_known_by_it(office: Office) -> None:
    link = await invite(office)
    await office.say(ADA, "ok")
    del office.numbers[ADA]
    await office.hear(ADA, CustomerLeft())  # a message of ours found nobody: that is no answer
    assert (await office.link(link.reference)).milestone is Milestone.STUCK
    await office.hear(ADA, OptedOut())
    assert (await office.link(link.reference)).milestone is Milestone.DECLINED


async def test_who_wants_nothing_more_in_the_middle_of_it_is_not_led_back_into_it(office: Office) -> None:
    link = await invite(office)
    await office.say(ADA, "ok")
    office.told(TUNDE)
    await office.hear(ADA, OptedOut())
    assert "they do not want messages from me" in office.told(TUNDE)[0]
    session = await session_of(office, ADA)
    assert (session.offer, type(session.step)) == (None, Idle)
    assert (await office.link(link.reference)).milestone is Milestone.DECLINED
    await office.hear(ADA, LinkOpened())
    assert isinstance((await session_of(office, ADA)).step, AskingConsent)
    assert "sent you this link" not in office.told(ADA)[-1]


@pytest.mark.parametrize("event", [OptedOut(), TextReceived("please stop messaging me")], ids=["keyword", "words"])
@pytest.mark.parametrize("agreed", [False, True])
async def test_who_was_handed_a_link_and_wants_nothing_more_has_declined_too(
    office: Office, agreed: bool, event: Event
) -> None:
    token = await office.make_link(TUNDE)
    await (office.agree(ADA, token) if agreed else office.open(ADA, token))
    office.told(TUNDE)
    await office.hear(ADA, event)
    (told,) = office.told(TUNDE)
    assert "they do not want messages from me" in told
    assert (await office.links())[0].milestone is Milestone.DECLINED


async def test_who_wants_nothing_more_once_the_line_is_linked_undoes_nothing(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA)
    await office.finish(ADA)
    office.told(TUNDE)
    await office.hear(ADA, OptedOut())
    assert office.told(TUNDE) == []
    assert (await office.links())[0].milestone is Milestone.LINKED


async def test_somebody_elses_no_is_nobodys_elses(office: Office) -> None:
    link = await invite(office)
    for contact in (CHIDI, STRANGER):
        await office.hear(contact, OptedOut())
    await office.hear(Contact("console", ADAS.e164), CustomerLeft())  # not from there: the number is not vouched for
    assert (await office.link(link.reference)).milestone is Milestone.OPEN


async def test_saying_no_to_the_question_is_as_ever(office: Office) -> None:
    await invite(office)
    await office.say(ADA, "ok")
    await office.say(ADA, "no")
    assert "they declined. Nothing was shared." in office.told(TUNDE)[-1]


# Never arrived


@pytest.mark.parametrize("why", Unsent)
async def test_the_agent_hears_once_that_it_did_not_arrive_and_what_to_do(office: Office, why: Unsent) -> None:
    link = await invite(office)
    for _ in range(2 if why is not Unsent.UNKNOWN else 1):
        await office.hear(Contact("console", ADAS.e164), TemplateUnsent(link.reference, why))
    (told,) = office.told(TUNDE)
    assert told.startswith(f"{link.reference} (0803 ••• 4567): ")
    assert "the text" in told
    assert (await office.link(link.reference)).milestone is Milestone.OPEN
    assert await office.database.read(lambda tx: office.store.sessions.load(tx, Contact("console", ADAS.e164))) is None


async def test_what_did_not_arrive_cannot_be_answered_but_what_may_have_can(office: Office) -> None:
    for why, opens in ((Unsent.NOT_THERE, False), (Unsent.UNKNOWN, True)):
        link = await invite(office)
        await office.hear(ADA, TemplateUnsent(link.reference, why))
        await office.say(ADA, "ok")
        assert ((await session_of(office, ADA)).offer is not None) is opens
        await office.say(ADA, "no")
        await office.say(TUNDE, f"/cancel {link.reference}")
        office.clock.at += timedelta(days=1)


async def test_a_link_that_ended_meanwhile_is_nobodys_news(office: Office) -> None:
    link = await invite(office)
    await office.say(TUNDE, f"/cancel {link.reference}")
    office.told(TUNDE)
    for reference in (link.reference, "Q2W-3E4"):
        await office.hear(ADA, TemplateUnsent(reference, Unsent.NOT_THERE))
    assert office.told(TUNDE) == []
