"""How a link ended, as a program reads it: the same as its event says, and by the clock. Never how one is made."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.bot.http.api.api_stage import Program, open_api, problem_of
from tests.bot.turns.agents_stage import ADA, NUMBER, TUNDE, token_in

A_CHILD = date(2014, 1, 1)  # born that day
Link = Mapping[str, Any]


@pytest.fixture
async def program() -> AsyncIterator[Program]:
    async with open_api() as opened:
        yield opened


async def make(program: Program, **members: str) -> Link:
    return dict((await program.make(number=NUMBER, network="mtn", **members)).json())


async def look(program: Program, link: Link) -> Link:
    return dict((await program.ask("GET", f"/api/links/{link['reference']}")).json())


async def decline(program: Program, link: Link) -> None:
    await program.office.open(ADA, token_in(link["page"]))
    await program.office.say(ADA, "No, thanks")


async def have_all_deleted(program: Program, link: Link) -> None:
    await program.office.agree(ADA, token_in(link["page"]))
    for word in ("delete", "yes"):
        await program.office.say(ADA, word)


async def want_no_messages(program: Program, link: Link) -> None:
    await program.office.agree(ADA, token_in(link["page"]))
    await program.office.say(ADA, "unsubscribe")


async def be_a_child(program: Program, link: Link) -> None:
    await program.office.agree(ADA, token_in(link["page"]))
    await program.office.ask_code(ADA)
    await program.office.finish(ADA, born=A_CHILD)


async def cancel_in_chat(program: Program, link: Link) -> None:
    await program.office.say(TUNDE, f"/cancel {link['reference']}")


async def cancel_by_program(program: Program, link: Link) -> None:
    await program.ask("DELETE", f"/api/links/{link['reference']}")


@pytest.mark.parametrize(
    ("end", "state", "why", "reason"),
    [
        (decline, "declined", "customer", None),
        (have_all_deleted, "cancelled", "customer", "forgotten"),
        (want_no_messages, "cancelled", "opted-out", "opted-out"),
        (be_a_child, "cancelled", "age", "too-young"),
        (cancel_in_chat, "cancelled", "business", None),
        (cancel_by_program, "cancelled", "business", None),
    ],
)
async def test_a_link_stands_as_its_event_says(
    program: Program, end: Callable[[Program, Link], Awaitable[None]], state: str, why: str, reason: str | None
) -> None:
    link = await make(program, agent="Tunde")
    await end(program, link)
    kind, data = (await program.office.events())[-1]
    seen = await look(program, link)
    assert (kind, data["reason"], seen["state"], seen["reason"]) == (state, why, state, reason)
    again = await program.ask("DELETE", f"/api/links/{link['reference']}")
    assert again.status_code == (200 if state == "cancelled" else 409)


async def test_a_link_whose_time_is_over_has_ended_though_nobody_has_swept_it_yet(program: Program) -> None:
    link = await make(program)
    program.office.clock.at = datetime.fromisoformat(link["expires_at"])
    seen = await look(program, link)
    assert (seen["state"], seen["page"], seen["moved_at"]) == ("expired", None, link["expires_at"])
    refused = await program.ask("DELETE", f"/api/links/{link['reference']}")
    assert (refused.status_code, refused.json()["state"]) == (409, "expired")
    again = await make(program)
    await program.office.tend()
    assert [(kind, data["reference"]) for kind, data in await program.office.events()] == [
        ("expired", link["reference"])
    ]
    assert [(await look(program, each))["state"] for each in (link, again)] == ["expired", "open"]


async def test_a_link_whose_customer_is_in_the_middle_of_it_stays_open_past_its_end(program: Program) -> None:
    link = await make(program)
    program.office.clock.at = datetime.fromisoformat(link["expires_at"]) - timedelta(minutes=1)
    await program.office.agree(ADA, token_in(link["page"]))
    program.office.clock.at += timedelta(minutes=1)
    seen = await look(program, link)
    assert (seen["state"], seen["expires_at"] > link["expires_at"]) == ("agreed", True)
    twin = await program.make(number=NUMBER)
    assert problem_of(twin)[:2] == (409, "link-open-already")
    ended = await program.ask("DELETE", f"/api/links/{link['reference']}")
    assert (ended.status_code, ended.json()["state"]) == (200, "cancelled")
    assert "cannot be used any more" in program.office.told(ADA)[-1]


async def test_whoever_goes_on_without_a_link_that_was_cancelled_is_still_its_customer(program: Program) -> None:
    """What docs/integrating.md says of DELETE: it takes the link back, and forbids nobody to link their line."""
    link = await make(program, external_reference="LN-1")
    await program.office.agree(ADA, token_in(link["page"]))
    await cancel_by_program(program, link)
    for word in ("start", "I agree", NUMBER):
        await program.office.say(ADA, word)
    await program.office.send_code(await program.office.say(ADA, "MTN"), ADA)
    await program.office.finish(ADA)
    (linked,) = [data for kind, data in await program.office.events() if kind == "linked"]
    names = ("reference", "after", "external_reference")
    assert [linked[name] for name in names] == [None, link["reference"], "LN-1"]
    assert (await look(program, link))["state"] == "linked"
    again = await program.ask("DELETE", f"/api/links/{link['reference']}")
    assert (problem_of(again)[:2], again.json()["state"]) == ((409, "link-over"), "linked")


async def test_the_open_link_that_an_agent_made_in_the_chat_is_named_and_shows_no_way_in(program: Program) -> None:
    await program.office.make_link(TUNDE, f"/link {NUMBER} mtn")
    refused = await program.make(number=NUMBER, agent="Tunde")
    assert problem_of(refused)[:2] == (409, "link-open-already")
    theirs = await look(program, refused.json())
    assert (theirs["page"], theirs["deep_links"]) == (None, {})
    await cancel_by_program(program, theirs)
    assert (await program.make(number=NUMBER, agent="Tunde")).status_code == 201
