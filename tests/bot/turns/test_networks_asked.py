"""An agent's question about one network is answered with that network's links alone, and the answer says so."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from conversations.contact import Contact
from tests.bot.turns.agents_stage import BISI, BOSS, TUNDE, Office, open_office


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """Tunde has two links for MTN, one for Airtel and one for any network; Bisi has another for MTN."""
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        await opened.make_link(BISI, "/link 0803 000 0009 mtn")
        for line in ("0803 000 0001 mtn", "0803 000 0002 mtn", "0802 000 0003 airtel", "0803 000 0004"):
            await opened.make_link(TUNDE, f"/link {line}")
        yield opened


async def answer(office: Office, text: str, who: Contact = TUNDE) -> str:
    await office.say(who, text)
    return office.told(who)[-1].replace("\n\n", "\n")


ASKED = {
    "how many mtn links": "On MTN only:\n2 links:\n",
    "mtn links": "On MTN only:\n",
    "/links open airtel": "On Airtel only:\n",
    "links on airtel today": "On Airtel only:\n",
    "/links 0803 000 0003 airtel": "You have no such link on Airtel.",
    "who is stuck on mtn": "You have no such link on MTN.",
    "who linked on airtel today": "You have no such link on Airtel.",
    "how many mtn today": "On MTN only:\nLinks made today: 2\n",
    "links on airtel this week": "On Airtel only:\nLinks made 17 Nov to 23 Nov 2026: 1\n",
    "how many airtel did I link yesterday": "You have no such link on Airtel.",
    "/report yesterday mtn": "On MTN only:\nNo link was made from 22 Nov to 22 Nov 2026.",
}


async def test_a_question_about_a_network_is_answered_for_it_alone(office: Office) -> None:
    told = {asked: await answer(office, asked) for asked in ASKED}
    assert {asked: text for asked, text in told.items() if not text.startswith(ASKED[asked])} == {}
    digits = {link.reference: link.masked[-1] for link in await office.links()}
    on_mtn = {digits[reference] for reference in digits if reference in told["how many mtn links"]}
    assert on_mtn == {"1", "2"}
    assert "MTN" not in told["links on airtel this week"]
    assert "charged" not in told["links on airtel this week"]


async def test_it_is_bound_by_whose_links_they_are_too(office: Office) -> None:
    assert "On MTN only:\n1 link:\n" in await answer(office, "how many mtn links does Bisi have", BOSS)
    assert await answer(office, "/today Bisi airtel", BOSS) == "Bisi Ade:\nOn Airtel only:\nNo link was made today."
    assert await answer(office, "/links Bisi airtel", BOSS) == "Bisi Ade has no such link on Airtel."
    assert (await answer(office, "/today mtn", BOSS)).startswith("On MTN only:\nLinks made today: 3\n")


async def test_the_next_page_is_of_the_same_network(office: Office) -> None:
    for number in range(5):
        await office.make_link(TUNDE, f"/link 0803 000 010{number} mtn")
    assert (await answer(office, "mtn links")).startswith("On MTN only:\n7 links, page 1 of 2.")
    await office.tap(TUNDE, "more")
    assert office.told(TUNDE)[-1].startswith("On MTN only:\n\n7 links, page 2 of 2.")


async def test_a_link_is_of_the_network_on_which_its_customer_is(office: Office) -> None:
    office.clock.at += timedelta(minutes=1)
    customer = Contact("console", "3001")
    await office.agree(customer, await office.make_link(TUNDE, "/link 0803 000 0005"))
    assert (await answer(office, "how many mtn links")).startswith("On MTN only:\n2 links:")
    await office.ask_code(customer)
    assert (await answer(office, "how many mtn links")).startswith("On MTN only:\n3 links:")
