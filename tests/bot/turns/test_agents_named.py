"""An administrator's question about one agent: it is answered with that one's links, or it is said why not."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from conversations.contact import Contact
from tests.bot.turns.agents_stage import ADA, BISI, BOSS, TUNDE, Office, open_office

OTHER_BISI = Contact("console", "2003")
BISIS, TUNDES = ("0001", "0002"), ("0003", "0004")


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """Bisi and Tunde have two links each, of which one is linked."""
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        whose = ((BISI, BISIS, ADA, "Emeka Obi"), (TUNDE, TUNDES, Contact("console", "3002"), "Emeka Ade"))
        for agent, numbers, customer, note in whose:
            await opened.make_link(agent, f"/link 0803 000 {numbers[0]} mtn {note}")
            await opened.agree(customer, await opened.make_link(agent, f"/link 0803 000 {numbers[1]} mtn rent"))
            await opened.ask_code(customer)
            await opened.finish(customer, f"account-{numbers[1]}")
        opened.told(BOSS)
        yield opened


async def answer(office: Office, text: str, who: Contact = BOSS) -> str:
    await office.say(who, text)
    return office.told(who)[-1]


async def on_board(office: Office, text: str, who: Contact = BOSS) -> tuple[str, ...]:
    told = await answer(office, text, who)
    return tuple(number for number in (*BISIS, *TUNDES) if f"••• {number}" in told)


ASKED = {
    "how many did Bisi link today": BISIS[1:],
    "how many has Bisi Ade linked today": BISIS[1:],
    "how many did Bisi link": BISIS[1:],
    "who did Bisi link today": BISIS[1:],
    "which customers did Bisi Ade link": BISIS[1:],
    "how many Bisi link today": BISIS[1:],
    "how many links by Bisi Ade": BISIS,
    "how many links for tunde today": TUNDES,
    "show me Bisi's links": BISIS,
    "show me bisi ade’s links pls": BISIS,
    "Bisi's open links": BISIS[:1],
    "show Tunde links": TUNDES,
    "who never finish for Bisi": BISIS[:1],
    "/links Bisi Ade": BISIS,
    "/links open Bisi Ade": BISIS[:1],
    "/links today tunde": TUNDES,
    "find Bisi": BISIS,
    "/links Emeka": (BISIS[0], TUNDES[0]),  # a note
    "/links Ade": TUNDES[:1],  # what is noted goes before a part of an agent's name
    "show me Emeka's links": (BISIS[0], TUNDES[0]),
    "how many did we link today": (BISIS[1], TUNDES[1]),
    "how many customers have successfully linked today": (BISIS[1], TUNDES[1]),
    "show me all links": (*BISIS, *TUNDES),
}


async def test_a_board_is_that_of_the_agent_who_is_named(office: Office) -> None:
    assert {asked: await on_board(office, asked) for asked in ASKED} == ASKED


async def test_so_are_the_figures_of_a_day_and_of_a_week(office: Office) -> None:
    for asked in ("/today Bisi Ade", "/today bisi", "what did Bisi do today", "Today Bisi Ade"):
        assert (await answer(office, asked)).startswith("Bisi Ade:\n\nLinks made today: 2\n"), asked
    for asked in (
        "how many links did Bisi make this week",
        "Bisi's report",
        "how did Bisi do this week",
        "/report bisi",
    ):
        told = await answer(office, asked)
        assert "2026: 2\n" in told, asked
        assert told.startswith("Bisi Ade:\n\nLinks made "), asked
        assert "Agent: Bisi Ade 1 of 2" in told, asked
    for asked in ("what did Bisi do yesterday", "/report yesterday Bisi"):
        assert await answer(office, asked) == "Bisi Ade:\n\nNo link was made from 22 Nov to 22 Nov 2026.", asked
    office.clock.at += timedelta(days=1)
    assert await answer(office, "/today Bisi") == "Bisi Ade:\n\nNo link was made today."
    assert "Agent: Tunde 1 of 2" in await answer(office, "what did Tunde do yesterday")
    assert await on_board(office, "how many did Bisi link yesterday") == BISIS[1:]
    assert await answer(office, "how many did Bisi link today") == "Bisi Ade has no such link of that day."


async def test_nobody_of_that_name_is_said_and_never_everybodys_shown(office: Office) -> None:
    unknown = "I know no agent called Bolu. Check the spelling: /agents shows who there is."
    for asked in (
        *("how many did Bolu link today", "show me Bolu's links", "/today Bolu", "/report Bolu", "Bolu's report"),
        *("how many links did Bolu make this week", "how many links by Bolu", "who did Bolu link"),
    ):
        assert await answer(office, asked) == unknown, asked
    assert (await answer(office, "/links Bolu")).startswith("I found no link like that.")
    assert (await answer(office, "/today yesterday")).startswith("I did not understand")


async def test_a_name_that_several_have_is_asked_for_in_full(office: Office) -> None:
    await office.recruit(OTHER_BISI, "Bisi Obi")
    several = "Several agents are called so: Bisi Ade, Bisi Obi. Type the whole name."
    for asked in ("how many did Bisi link today", "show me Bisi's links", "/today Bisi", "/report 7 Bisi"):
        assert await answer(office, asked) == several, asked
    assert await on_board(office, "show me Bisi Ade's links") == BISIS


async def test_nothing_is_handed_over_nor_anybody_removed_by_a_part_of_a_name(office: Office) -> None:
    link = next(iter(await office.links()))
    asked = (f"/hand {link.reference} Bisi", "remove Bisi", "/hand all Bisi to Tunde", "/hand all Tunde to Bisi")
    for each in asked:
        assert await answer(office, each) == "Bisi Ade? For this I need the whole name: type it, please.", each
        assert "Bisi Ade" not in await answer(office, each, TUNDE), each
    assert (
        await answer(office, "remove Bolu")
        == "I know no agent called Bolu. Check the spelling: /agents shows who there is."
    )
    assert await on_board(office, "show me Bisi Ade's links") == BISIS
    await office.recruit(OTHER_BISI, "Bisi Obi")
    assert (await answer(office, "remove Bisi")).startswith("Bisi Ade, Bisi Obi? ")


async def test_another_agents_are_not_shown_to_an_agent_nor_their_own_in_their_place(office: Office) -> None:
    for asked in ("how many did Bisi link today", "show me Bisi Ade's links", "/links Bisi Ade", "/today Bisi Ade"):
        told = await answer(office, asked, TUNDE)
        assert told.startswith(("I found no link like that.", "I know no agent called Bisi")), asked
    assert await on_board(office, "how many did Tunde link today", TUNDE) == TUNDES[1:]
    assert await on_board(office, "show me Emeka's links", TUNDE) == TUNDES[:1]


async def test_the_next_page_is_of_the_same_agent(office: Office) -> None:
    for number in range(5):
        await office.make_link(BISI, f"/link 0803 000 010{number}")
    first = await answer(office, "show me Bisi's links")
    assert first.startswith("7 links, page 1 of 2.")
    assert (await answer(office, "more")).startswith("7 links, page 2 of 2.")
    assert (await answer(office, "/links Bisi Ade page 2")).startswith("7 links, page 2 of 2.")
