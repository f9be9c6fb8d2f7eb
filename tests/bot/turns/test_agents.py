"""Agents at work on a real database: what one types, what everybody reads, and what stands on disk afterwards."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest

from bot.ports import Inbound
from conversations.agents.turn import Act
from conversations.allowance import Limits
from conversations.contact import Contact
from conversations.customer.events import CustomerLeft, OddityReceived, OptedOut, TextReceived
from conversations.customer.events import Oddity as Odd
from conversations.link import Milestone
from conversations.minting import FRESH
from conversations.phone import PhoneNumber
from storage.audit import stranger_on
from tests.bot.turns.agents_stage import (
    ADA,
    BISI,
    BOSS,
    CHAT,
    CHIDI,
    NUMBER,
    PAGE,
    TUNDE,
    Office,
    open_office,
    token_in,
)
from tests.raw import everything_in


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """The boss, and two agents."""
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        yield opened


async def acts_of(office: Office, contact: Contact) -> list[Act]:
    return [entry.act for entry in await office.database.read(lambda tx: office.store.audit.of(tx, contact))]


# A link


async def test_one_line_makes_a_link_and_two_messages(office: Office) -> None:
    await office.say(TUNDE, f"/link {NUMBER} mtn school fees")
    mine, forward = office.told(TUNDE)
    (link,) = await office.links()
    token = token_in(mine)
    assert link.reference in mine
    assert PAGE + token in mine
    assert f"Chat: {CHAT}{token}" in forward
    assert link.number == PhoneNumber("+2348031234567")
    assert Act.LINK_MADE in await acts_of(office, TUNDE)


async def test_step_by_step_comes_to_the_same(office: Office) -> None:
    for text in ("/link", NUMBER, "mtn", "school fees"):
        await office.say(TUNDE, text)
    (link,) = await office.links()
    assert (link.masked, link.network, link.note) == ("0803 ••• 4567", "mtn", "school fees")


async def test_a_dialog_goes_on_by_buttons_and_is_kept_between_turns(office: Office) -> None:
    await office.say(TUNDE, "/link")
    for button in ("any-number", "airtel", "skip"):
        await office.tap(TUNDE, button)
    (link,) = await office.links()
    assert (link.number, link.network, link.note) == (None, "airtel", "")


async def test_the_token_is_on_disk_as_a_hash_and_in_the_sealed_outbox_only(office: Office) -> None:
    token = await office.make_link(TUNDE)
    dump = await office.database.read(everything_in)
    assert token not in dump
    assert token.encode().hex().upper() not in dump


async def test_a_reminder_opens_the_same_link_and_all_tokens_die_together(office: Office) -> None:
    first = await office.make_link(TUNDE)
    (link,) = await office.links()
    await office.say(TUNDE, f"remind {link.reference}")
    (forward,) = office.told(TUNDE)
    second = token_in(forward)
    assert second != first
    assert await office.engine.look_up(first) == await office.engine.look_up(second) is not None
    await office.say(TUNDE, f"/cancel {link.reference}")
    assert await office.engine.look_up(first) is await office.engine.look_up(second) is None


async def test_twenty_links_an_hour_and_then_exactly_when_the_next_is_free(office: Office) -> None:
    for _ in range(20):
        await office.make_link(TUNDE)
        office.clock.at += timedelta(minutes=1)
    refused = await office.say(TUNDE, "/link mtn")
    (told,) = office.told(TUNDE)
    assert refused.limit == "links_per_agent_hour"
    assert "at 13:00, in 40 minutes" in told
    assert len(await office.links()) == 20
    await office.make_link(BISI)
    office.clock.at += timedelta(minutes=40)
    await office.make_link(TUNDE)


async def test_a_refused_link_leaves_no_token_and_no_draft() -> None:
    async with open_office(Limits(links_per_agent_hour=1)) as small:
        await small.recruit(TUNDE, "Tunde")
        await small.make_link(TUNDE)
        for text in ("/link", "any", "mtn", "skip"):
            await small.say(TUNDE, text)
        count = "SELECT (SELECT count(*) FROM links), (SELECT count(*) FROM link_tokens)"
        assert await small.database.read(lambda tx: tx.execute(count).fetchone()) == (1, 1)
        session = await small.database.read(lambda tx: small.store.agents.session(tx, TUNDE))
        assert session
        assert session.dialog.offered == ()
        assert Act.LIMIT_REACHED in await acts_of(small, TUNDE)


async def test_two_links_never_have_one_reference() -> None:
    chances = iter([bytes(FRESH), bytes(FRESH), bytes(FRESH), bytes(range(FRESH))])
    async with open_office(chance=lambda: next(chances)) as office:
        for text in ("/link mtn", "Mama Boss", "/link airtel"):
            await office.say(BOSS, text)
        assert len({link.reference for link in await office.links()}) == 2


async def test_a_link_is_sent_again_five_times_a_day(office: Office) -> None:
    await office.make_link(TUNDE)
    (link,) = await office.links()
    for _ in range(5):
        await office.say(TUNDE, f"/remind {link.reference}")
    assert len(office.told(TUNDE)) == 5
    await office.say(TUNDE, f"/remind {link.reference}")
    assert "sent often enough" in office.told(TUNDE)[0]


# The board


async def test_the_board_is_paged_by_buttons(office: Office) -> None:
    for _ in range(7):
        await office.make_link(TUNDE)
        office.clock.at += timedelta(minutes=1)
    await office.say(TUNDE, "links")
    await office.tap(TUNDE, "more")
    await office.tap(TUNDE, "back")
    first, second, again = office.told(TUNDE)
    assert (len(first.splitlines()), len(second.splitlines())) == (7, 4)
    assert first == again
    assert not set(first.splitlines()[2:]) & set(second.splitlines()[2:])


async def test_every_agent_has_their_own_board_and_the_boss_all(office: Office) -> None:
    for agent in (TUNDE, BISI, TUNDE):
        await office.make_link(agent)
    rows = {}
    for agent in (TUNDE, BISI, BOSS):
        await office.say(agent, "/links")
        rows[agent] = set(office.told(agent)[0].splitlines())
    assert (len(rows[TUNDE]), len(rows[BISI])) == (2, 1)
    whose = {f"{row} · Tunde" for row in rows[TUNDE]} | {f"{row} · Bisi Ade" for row in rows[BISI]}
    assert rows[BOSS] == whose
    await office.make_link(BOSS, "/link 0803 123 4599 mtn")
    await office.say(BOSS, "Mama Boss")
    await office.say(BOSS, "/links")
    assert {row for row in office.told(BOSS)[-1].splitlines() if "4599" not in row} == whose


async def test_another_agents_reference_is_answered_as_an_unknown_one(office: Office) -> None:
    await office.make_link(TUNDE)
    (link,) = await office.links()
    for command in ("/status {}", "/cancel {}", "/remind {}", "/hand {} Tunde", "{}"):
        for reference in (link.reference, "K7M-4Q2"):
            await office.say(BISI, command.format(reference))
        real, unknown = office.told(BISI)
        assert real == unknown
    assert (await office.link(link.reference)).milestone is Milestone.OPEN


async def test_a_link_handed_on_is_the_others_from_then_on(office: Office) -> None:
    token = await office.make_link(TUNDE)
    (link,) = await office.links()
    await office.say(TUNDE, f"/hand {link.reference} bisi ade")
    assert "Tunde gave you the link" in office.told(BISI)[0]
    office.told(TUNDE)
    await office.open(ADA, token)
    assert office.told(TUNDE) == []
    assert "was opened" in office.told(BISI)[0]
    assert (await office.link(link.reference)).enrolled_by == TUNDE


async def test_today_counts_what_was_made_since_midnight_in_lagos(office: Office) -> None:
    await office.make_link(TUNDE)
    await office.say(TUNDE, "/today")
    assert "Links made today: 1" in office.told(TUNDE)[0]
    office.clock.at += timedelta(hours=12)
    await office.say(TUNDE, "/today")
    assert office.told(TUNDE) == ["No link was made today."]


# Who is an agent


async def test_a_code_makes_one_agent_and_nobody_twice(office: Office) -> None:
    await office.say(BOSS, "/invite Ngozi Eze")
    code = office.told(BOSS)[-1].splitlines()[-1]
    await office.say(ADA, code.lower())
    assert "Welcome, Ngozi Eze" in office.told(ADA)[0]
    assert office.told(BOSS) == ["Ngozi Eze is now an agent."]
    await office.say(CHIDI, code)
    assert "does not work" in office.told(CHIDI)[0]
    assert await office.database.read(lambda tx: office.store.agents.find(tx, CHIDI)) is None


async def test_a_code_is_dead_after_a_day(office: Office) -> None:
    await office.say(BOSS, "/invite Ngozi")
    code = office.told(BOSS)[-1].splitlines()[-1]
    office.clock.at += timedelta(hours=24)
    await office.say(ADA, code)
    assert "does not work" in office.told(ADA)[0]


async def test_codes_cannot_be_guessed_for_long(office: Office) -> None:
    await office.say(BOSS, "/invite Ngozi")
    code = office.told(BOSS)[-1].splitlines()[-1]
    for _ in range(5):
        await office.say(ADA, "/join AAAAA-AAAAA")
    office.told(ADA)
    refused = await office.say(ADA, code)
    assert refused.limit == "joins_per_contact_hour"
    assert "at 13:00, in 60 minutes" in office.told(ADA)[0]
    assert await office.database.read(lambda tx: office.store.agents.find(tx, ADA)) is None


async def test_strangers_who_try_codes_fill_no_audit_and_leave_nothing_of_themselves(office: Office) -> None:
    for number in range(220):
        stranger = Contact("console", str(5000 + number))
        outcome = await office.say(stranger, "/join AAAAA-AAAAA")
        assert outcome.join_refused
        entries = await office.database.read(partial(office.store.audit.of, contact=stranger))
        session = await office.database.read(partial(office.store.agents.session, contact=stranger))
        assert (entries, session) == ([], None)
    nobody = await office.database.read(lambda tx: office.store.audit.of(tx, stranger_on("console")))
    assert [entry.act for entry in nobody] == [Act.JOIN_REFUSED] * 20
    for _ in range(30):
        await office.say(ADA, "/join AAAAA-AAAAA")
    assert await acts_of(office, ADA) == []


async def test_what_an_agent_did_stands_under_the_name_that_they_had(office: Office) -> None:
    await office.say(TUNDE, "/link")
    await office.say(BOSS, "/remove Tunde")
    assert {entry.name for entry in await office.database.read(partial(office.store.audit.of, contact=TUNDE))}


async def test_who_wants_to_join_with_no_code_or_half_of_one_hears_that_it_does_not_work(office: Office) -> None:
    for text in ("/join", "/join 9QMAC", "/join 9QMAC-TDHV6X"):
        await office.say(ADA, text)
        assert "That code does not work" in office.told(ADA)[-1]


async def test_only_numeric_addresses_become_agents(office: Office) -> None:
    await office.say(BOSS, "/invite Ngozi")
    code = office.told(BOSS)[-1].splitlines()[-1]
    named = Contact("console", "@ngozi")
    await office.say(named, code)
    assert "does not work" in office.told(named)[0]


async def test_who_was_in_a_conversation_leaves_it_by_joining(office: Office) -> None:
    await office.say(ADA, "hello")
    await office.recruit(ADA, "Ada")
    assert await office.database.read(lambda tx: office.store.sessions.load(tx, ADA)) is None


async def test_a_customer_with_a_line_cannot_be_an_agent_in_that_chat(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.agree(ADA, token)
    await office.ask_code(ADA)
    await office.finish(ADA)
    await office.say(BOSS, "/invite Ada")
    await office.say(ADA, office.told(BOSS)[-1].splitlines()[-1])
    assert "A line is linked in this chat" in office.told(ADA)[-1]


async def test_a_removed_agents_open_links_end_and_their_customer_hears_it(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.agree(ADA, token)
    office.told(ADA)
    await office.say(BOSS, "/remove tunde")
    assert "1 open link was ended" in office.told(BOSS)[0]
    assert "no longer an agent" in office.told(TUNDE)[-1]
    assert "That link cannot be used any more" in office.told(ADA)[0]
    (link,) = await office.links()
    assert link.milestone is Milestone.CANCELLED
    await office.say(TUNDE, "hello")
    assert "Kudi Loans asked me" in office.told(TUNDE)[0]


async def test_nobody_is_told_of_a_link_whose_agent_is_none_any_more(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.agree(ADA, token)
    await office.ask_code(ADA)
    await office.finish(ADA)
    await office.say(BOSS, "/remove Tunde")
    office.told(TUNDE)
    for text in ("unlink", "yes"):
        await office.say(ADA, text)
    assert office.told(TUNDE) == []
    assert (await office.links())[0].milestone is Milestone.WITHDRAWN


async def test_an_administrator_gives_a_name_with_the_first_link(office: Office) -> None:
    await office.say(BOSS, "/link mtn")
    await office.say(BOSS, "Mama Boss")
    question, mine, forward = office.told(BOSS)
    assert "What name" in question
    assert "is ready" in mine
    assert "this is Mama Boss from Kudi Loans" in forward


async def test_an_administrator_has_the_platforms_name_until_they_give_another(office: Office) -> None:
    office.names[BOSS] = "Mama Boss"
    await office.say(BOSS, "/link mtn")
    mine, forward = office.told(BOSS)
    assert "Customers read the name Mama Boss beside it." in mine
    assert "this is Mama Boss from Kudi Loans" in forward
    await office.say(BOSS, "/name Ada Obi")
    await office.say(BOSS, "/link airtel")
    changed, mine, forward = office.told(BOSS)
    assert changed == "Customers read the name Ada Obi beside your links now."
    assert "read the name" not in mine
    assert "this is Ada Obi from Kudi Loans" in forward
    assert (await acts_of(office, BOSS))[-4:] == [Act.AGENT_NAMED, Act.LINK_MADE, Act.AGENT_NAMED, Act.LINK_MADE]


@pytest.mark.parametrize("called", ["", "👑", "482913", "x" * 41, "Tunde", "<b>Ada</b>"])
async def test_a_name_that_customers_cannot_be_shown_is_asked_for(office: Office, called: str) -> None:
    office.names[BOSS] = called
    await office.say(BOSS, "/link mtn")
    assert "What name shall customers see" in office.told(BOSS)[0]
    assert not await office.links()


async def test_what_anybody_else_calls_themselves_changes_nothing(office: Office) -> None:
    office.names[TUNDE] = "Mama Boss"
    await office.make_link(TUNDE)
    await office.say(BOSS, "/agents")
    assert "Mama Boss" not in str(office.told(BOSS))


async def test_an_administrator_without_a_name_hears_so_where_the_agents_are_listed() -> None:
    async with open_office() as office:
        await office.say(BOSS, "/agents")
        nobody = "Nobody was made an agent yet. Type /invite and a name."
        nameless = "You are an administrator, and stand here as soon as you have a name: /name"
        assert office.told(BOSS)[0].startswith(f"{nobody}\n\n{nameless}")
        await office.recruit(TUNDE, "Tunde")
        await office.say(BOSS, "/agents")
        assert nameless in office.told(BOSS)[0]
        await office.say(BOSS, "/name Ada Obi")
        office.told(BOSS)
        await office.say(BOSS, "/agents")
        (told,) = office.told(BOSS)
        assert "Ada Obi" in told
        assert nameless not in told


# Codes and oddities


async def test_a_code_that_an_agent_types_is_deleted_explained_and_counted(office: Office) -> None:
    outcome = await office.say(TUNDE, "her code is 482913")
    assert outcome.typed_code
    assert [deletion.contact for deletion in office.deleted] == [TUNDE]
    assert "never ask for it" in office.told(TUNDE)[0]
    assert await acts_of(office, TUNDE) == [Act.JOINED, Act.CODE_TYPED]
    dump = await office.database.read(everything_in)
    assert "482913" not in dump


async def test_an_agent_who_opens_a_link_is_told_so_and_opens_nothing(office: Office) -> None:
    token = await office.make_link(TUNDE)
    for agent in (TUNDE, BISI, BOSS):
        await office.open(agent, token)
        assert "you cannot be the customer" in office.told(agent)[0]
    assert (await office.links())[0].milestone is Milestone.OPEN


async def test_a_repeated_delivery_changes_nothing(office: Office) -> None:
    inbound = Inbound(TUNDE, TextReceived("/link mtn", "m1"), delivery="7")
    first, again = await office.engine.take(inbound), await office.engine.take(inbound)
    assert (len(first.messages), again.repeated, len(again.messages)) == (2, True, 0)
    assert len(await office.links()) == 1


async def test_who_leaves_or_opts_out_is_sent_nothing_more(office: Office) -> None:
    await office.make_link(TUNDE)
    await office.hear(TUNDE, CustomerLeft())
    assert await office.database.read(office.store.outbox.waiting)  # the boss's and Bisi's
    assert office.told(TUNDE) == []
    outcome = await office.hear(BISI, OptedOut())
    (farewell,) = outcome.messages
    assert outcome.cleared
    assert outcome.cleared.lane == farewell.lane
    assert outcome.cleared.until < farewell.number
    assert "I will not write to you any more" in office.told(BISI)[0]


async def test_something_odd_is_answered_and_does_nothing(office: Office) -> None:
    await office.hear(TUNDE, OddityReceived(Odd.FORWARDED))
    assert "not forwarded messages" in office.told(TUNDE)[0]


async def test_every_act_is_on_record_in_one_whole_chain(office: Office) -> None:
    token = await office.make_link(TUNDE)
    (link,) = await office.links()
    for text in ("links", f"status {link.reference}", f"hand {link.reference} Bisi Ade", f"cancel {link.reference}"):
        await office.say(TUNDE, text)
    await office.open(TUNDE, token)
    assert await acts_of(office, TUNDE) == [
        Act.JOINED,
        Act.LINK_MADE,
        Act.BOARD_SEEN,
        Act.LINK_SEEN,
        Act.LINK_HANDED,
        Act.NOT_ALLOWED,
        Act.LINK_OPENED_ONESELF,
    ]
    assert await acts_of(office, BOSS) == [Act.AGENT_INVITED, Act.AGENT_INVITED]
    assert await office.database.read(office.store.audit.first_broken) is None
