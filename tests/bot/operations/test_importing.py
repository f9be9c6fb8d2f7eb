"""Whose the links of a file are: an agent's where the row names one, and nobody's in a chat otherwise."""

from collections.abc import AsyncIterator

import pytest

from bot.operations.importing import LinkImport
from conversations.agents.programs import LinkOrder
from conversations.agents.session import Draft
from conversations.link import LinkRules
from storage.audit import operator_named
from storage.operator_wishes import OrderedRow
from tests.bot.http.api.api_stage import ADDRESSES, build_programs
from tests.bot.turns.agents_stage import ADA, BOSS, TUNDE, Office, open_office, token_in

NGOZI = operator_named("Ngozi Okafor")


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with open_office(tells_systems=True) as opened:
        await opened.recruit(TUNDE, "Tunde")
        yield opened


async def bring(office: Office, *agents: str) -> list[str]:
    """A file with a row for each agent, "" for none; the pages of the links."""
    imports = LinkImport(build_programs(office, LinkRules(addresses=ADDRESSES)), lambda: ADDRESSES)
    rows = [
        OrderedRow(LinkOrder(Draft(language="en"), agent), f"key {number}", f"row {number}")
        for number, agent in enumerate(agents)
    ]
    return [dict(made.addresses)["Page"] for made in await imports.make_all(NGOZI, rows)]


async def test_of_a_row_that_names_no_agent_nobody_hears_in_a_chat_and_the_business_does(office: Office) -> None:
    page, *_ = await bring(office, *[""] * 30)
    await office.agree(ADA, token_in(page))
    await office.ask_code(ADA)
    await office.finish(ADA)
    office.clock.at += LinkRules().life
    await office.tend()
    assert office.told(BOSS) == []
    told = [(kind, data["agent"]) for kind, data in await office.events()]
    assert told[:4] == [("opened", None), ("agreed", None), ("code-sent", None), ("linked", None)]
    assert told.count(("expired", None)) == 29


async def test_of_a_row_that_names_an_agent_they_hear_and_the_administrator_does_not(office: Office) -> None:
    (page,) = await bring(office, "Tunde")
    await office.open(ADA, token_in(page))
    given, opened = office.told(TUNDE)
    assert "Ngozi Okafor gave you the link" in given
    assert "was opened" in opened
    assert office.told(BOSS) == []


async def test_what_was_handed_to_an_agent_later_is_theirs(office: Office) -> None:
    (page,) = await bring(office, "")
    (link,) = await office.links()
    await office.say(BOSS, f"/hand {link.reference} Tunde")
    office.told(TUNDE)
    await office.open(ADA, token_in(page))
    assert "was opened" in office.told(TUNDE)[-1]
