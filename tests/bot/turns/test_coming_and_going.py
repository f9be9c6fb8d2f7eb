"""How people become agents, change their phone, hand over and leave; and what administrators are told of by alarm."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest

from conversations.contact import Contact
from conversations.customer.events import TimeRanOut
from conversations.link import Milestone
from tests.bot.turns.agents_stage import ADA, BISI, BOSS, CHIDI, NUMBER, TUNDE, Office, open_office

NEW_PHONE = Contact("console", "2009")


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with open_office(tells_systems=True) as opened:
        await opened.recruit(TUNDE, "Tunde")
        yield opened


async def invite(office: Office, name: str) -> str:
    await office.say(BOSS, f"/invite {name}")
    return office.told(BOSS)[-1]


async def test_the_bare_code_and_the_address_to_tap_make_an_agent(office: Office) -> None:
    text = await invite(office, "Bisi Ade")
    code = text.split("/join ")[1].split()[0]
    await office.say(BISI, code)
    assert "Welcome, Bisi Ade" in office.told(BISI)[-1]
    text = await invite(office, "Ngozi Eze")
    await office.open(CHIDI, text.split("start=")[1].split()[0])
    assert "Welcome, Ngozi Eze" in office.told(CHIDI)[-1]


async def test_invitations_are_listed_and_taken_back(office: Office) -> None:
    code = (await invite(office, "Bisi Ade")).split("/join ")[1].split()[0]
    await office.say(BOSS, "/agents")
    assert "Invited, not joined yet: Bisi Ade." in office.told(BOSS)[-1]
    await office.say(BOSS, "/remove Bisi Ade")
    assert office.told(BOSS)[-1] == "The invitation for Bisi Ade does not work any more."
    await office.say(BISI, f"/join {code}")
    assert "That code does not work" in office.told(BISI)[-1]


@pytest.mark.parametrize("name", ["MTN", "CBN Nigeria", "Airtel Care", "Customer Care", "Kudi Loans", "Kudi Loans Ada"])
async def test_nobody_goes_by_the_name_of_a_network_or_the_business(office: Office, name: str) -> None:
    assert f"Customers would take {name} for a network or a business" in await invite(office, name)


async def test_a_new_phone_keeps_name_and_links_and_the_old_one_hears_it(office: Office) -> None:
    token = await office.make_link(TUNDE, f"/link {NUMBER}")
    code = (await invite(office, "Tunde")).split("/join ")[1].split()[0]
    await office.say(NEW_PHONE, f"/join {code}")
    assert "Your work as an agent goes on from another phone now" in office.told(TUNDE)[-1]
    await office.say(NEW_PHONE, "/links")
    assert "0803 ••• 4567" in office.told(NEW_PHONE)[-1]
    await office.open(ADA, token)
    assert "Tunde from Kudi Loans" in office.told(ADA)[-1]
    assert "was opened" in office.told(NEW_PHONE)[-1]
    await office.say(TUNDE, "/links")
    assert "0803" not in office.told(TUNDE)[-1]


async def test_all_links_are_handed_over_at_once_also_those_that_are_done(office: Office) -> None:
    await office.recruit(BISI, "Bisi Ade")
    await office.agree(ADA, await office.make_link(TUNDE, f"/link {NUMBER}"))
    await office.ask_code(ADA)
    await office.finish(ADA)
    await office.make_link(TUNDE, "/link 0802 123 4567")
    await office.say(TUNDE, "/hand all Bisi Ade")
    assert office.told(TUNDE)[-1] == "2 links are with Bisi Ade now."
    assert "2 links are yours now" in office.told(BISI)[-1]
    await office.say(ADA, "unlink")
    await office.say(ADA, "yes, do it")
    assert "is not linked any more" in office.told(BISI)[-1]
    await office.say(BOSS, "/hand all Bisi Ade to Tunde")
    assert office.told(BOSS)[-1] == "2 links are with Tunde now."


async def test_whose_links_are_handed_over_reads_who_serves_them_now_also_when_their_conversation_has_ended(
    office: Office,
) -> None:
    await office.recruit(BISI, "Bisi Ade")
    await office.open(ADA, await office.make_link(TUNDE, f"/link {NUMBER}"))
    await office.say(ADA, "yes")
    office.clock.at += timedelta(minutes=11)
    await office.hear(ADA, TimeRanOut())
    await office.open(CHIDI, await office.make_link(TUNDE))
    await office.say(TUNDE, "/hand all Bisi Ade")
    for customer in (ADA, CHIDI):
        session = await office.database.read(partial(office.store.sessions.load, contact=customer))
        assert session
        assert session.offer
        assert session.offer.agent == "Bisi Ade"


async def test_who_has_no_links_hands_none_over_and_nobody_hears_of_it(office: Office) -> None:
    await office.recruit(BISI, "Bisi Ade")
    office.told(BISI)
    await office.say(TUNDE, "/hand all Bisi Ade")
    assert office.told(TUNDE)[-1] == "There is no link to hand over."
    assert office.told(BISI) == []


async def test_whose_links_an_administrator_hands_over_hears_it(office: Office) -> None:
    await office.recruit(BISI, "Bisi Ade")
    await office.make_link(TUNDE, f"/link {NUMBER}")
    await office.say(BOSS, "/hand all Tunde to Bisi Ade")
    assert office.told(TUNDE)[-1] == "All your links are with Bisi Ade now. You hear no more of them."


async def test_who_is_removed_has_no_way_back_that_was_made_before(office: Office) -> None:
    code = (await invite(office, "Tunde")).split("/join ")[1].split()[0]
    await office.say(BOSS, "/remove Tunde")
    for phone in (TUNDE, NEW_PHONE):
        await office.say(phone, f"/join {code}")
        assert "That code does not work" in office.told(phone)[-1]


async def test_out_of_the_settings_is_out_at_the_next_start_and_their_links_end(office: Office) -> None:
    await office.say(BOSS, "/name Mama Boss")
    await office.make_link(BOSS)
    office.restart()
    await office.drop_orphaned()
    assert [link.milestone for link in await office.links()] == [Milestone.CANCELLED]
    assert [kind for kind, _ in await office.events()][-1] == "cancelled"
    office.told(BOSS)
    await office.say(BOSS, "/links")
    assert "No line is linked here now" in office.told(BOSS)[-1]


async def test_the_customer_of_one_who_is_out_of_the_settings_hears_it_and_goes_on_without_the_link(
    office: Office,
) -> None:
    await office.say(BOSS, "/name Mama Boss")
    await office.agree(ADA, await office.make_link(BOSS, f"/link {NUMBER}"))
    (link,) = await office.links()
    office.told(ADA)
    office.restart()
    await office.drop_orphaned()
    assert "That link cannot be used any more" in office.told(ADA)[-1]
    await office.drop_orphaned()
    assert office.told(ADA) == []
    await office.say(ADA, "start")
    await office.say(ADA, "I agree")
    await office.say(ADA, NUMBER)
    await office.send_code(await office.say(ADA, "MTN"), ADA)
    await office.finish(ADA)
    linked = [data for kind, data in await office.events() if kind == "linked"][-1]
    assert (linked["reference"], linked["after"]) == (None, link.reference)


async def test_what_becomes_of_a_removed_agents_lines_reaches_an_administrator(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE, f"/link {NUMBER}"))
    await office.ask_code(ADA)
    await office.finish(ADA)
    await office.say(BOSS, "/remove Tunde")
    office.told(BOSS)
    await office.say(ADA, "unlink")
    await office.say(ADA, "yes, do it")
    assert "is not linked any more" in office.told(BOSS)[-1]


async def test_administrators_hear_once_of_an_agent_who_types_codes_again_and_again(office: Office) -> None:
    for code in ("482913", "482914", "482915", "482916"):
        await office.say(TUNDE, code)
    (alarm,) = office.told(BOSS)
    assert alarm.startswith("Tunde typed what looks like a customer's code several times today")


@pytest.mark.parametrize(
    "wanted", ["I want to leave", "/leave", "resign", "remove me", "I want to stop being an agent"]
)
async def test_who_wants_to_be_no_agent_any_more_is_told_who_can_do_that(office: Office, wanted: str) -> None:
    await office.say(TUNDE, wanted)
    (told,) = office.told(TUNDE)
    assert "ask yours to type /remove Tunde." in told
    assert "/hand all" in told
    await office.say(BOSS, wanted)
    assert "only the operator can change that" in office.told(BOSS)[-1]


async def test_how_long_a_link_lasts_is_told_as_the_settings_have_it(office: Office) -> None:
    for asked in ("how long does the link last", "how long does it take"):
        await office.say(TUNDE, asked)
        assert "for 24 hours after you make it" in office.told(TUNDE)[-1]
