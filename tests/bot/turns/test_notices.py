"""What is news to an agent: how long it matters, what overtakes what, and who hears of a link that changes hands."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.outbox.payloads import NOTICE, ChatMessage, payload_of
from storage.links import KEPT
from storage.outbox import OutboxMessage
from tests.bot.turns.agents_stage import ADA, BISI, BOSS, CHIDI, NUMBER, TUNDE, Office, open_office

DAY = timedelta(days=1)


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        yield opened


async def notices(office: Office) -> list[tuple[OutboxMessage, ChatMessage]]:
    """What waits for Tunde and answers nothing of theirs."""
    waiting = await office.database.read(office.store.outbox.waiting)
    bodies = [(message, payload_of(message)) for message in waiting if message.kind == NOTICE]
    return [(row, body) for row, body in bodies if isinstance(body, ChatMessage) and body.contact == TUNDE]


async def test_how_a_link_ended_matters_as_long_as_it_is_on_the_board_and_a_step_on_the_way_for_a_day(
    office: Office,
) -> None:
    await office.agree(ADA, await office.make_link(TUNDE, f"/link {NUMBER}"))
    await office.ask_code(ADA)
    await office.finish(ADA)
    (link,) = await office.links()
    told = await notices(office)
    assert {body.about for _, body in told} == {link.reference}
    assert [row.drop_at - office.clock.at for row, _ in told] == [DAY, DAY, DAY, KEPT]
    assert all(body.content.news for _, body in told)


async def test_what_is_no_progress_of_a_link_overtakes_nothing(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.agree(ADA, token)
    await office.open(CHIDI, token)
    assert "Somebody else tried" in (await notices(office))[-1][1].content.text
    assert (await notices(office))[-1][1].about == ""


async def test_who_opened_a_link_reads_who_serves_it_now_whether_it_is_theirs_yet_or_not(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.open(CHIDI, token)
    await office.agree(ADA, token)
    (link,) = await office.links()
    await office.say(TUNDE, f"/hand {link.reference} Bisi Ade")
    for customer in (ADA, CHIDI):
        office.told(customer)
        await office.say(customer, "is this real?")
        assert f"Your agent is Bisi Ade, reference {link.reference}" in office.told(customer)[-1]


async def test_an_administrator_who_takes_a_link_from_its_agent_is_named_to_them(office: Office) -> None:
    await office.say(BOSS, "/name Mama Boss")
    await office.make_link(TUNDE)
    (link,) = await office.links()
    await office.say(BOSS, f"/hand {link.reference} Bisi Ade")
    assert office.told(TUNDE) == [f"{link.reference} is with Bisi Ade now. You hear no more of it."]
    await office.say(BOSS, f"/cancel {link.reference}")
    assert office.told(BISI)[-1] == f"Mama Boss has cancelled {link.reference}. It cannot be used any more."
