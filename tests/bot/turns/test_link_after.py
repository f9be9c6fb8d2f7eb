"""Whoever had a link and goes on stays its customer, after any end and on any channel; and nobody's line is hidden."""

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta

import pytest

from conversations.contact import Contact
from conversations.link import Milestone, Stage
from tests.bot.turns.agents_stage import ADA, BISI, BOSS, CHIDI, NUMBER, TUNDE, Office, open_office

ON_THE_OTHER_CHANNEL = Contact("chat", "3001")


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with open_office(tells_systems=True) as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        yield opened


async def go_on(office: Office, customer: Contact = ADA, number: str = NUMBER) -> None:
    """The whole way without a link."""
    await office.say(customer, "start")
    await office.say(customer, "I agree")
    await office.say(customer, number)
    await office.send_code(await office.say(customer, "MTN"), customer)
    await office.finish(customer)


async def linked_event(office: Office) -> Mapping[str, object]:
    """The last line that was told as linked."""
    return [data for kind, data in await office.events() if kind == "linked"][-1]


async def decline(office: Office, reference: str) -> None:
    await office.say(ADA, "No, thanks")


async def cancel(office: Office, reference: str) -> None:
    await office.say(TUNDE, f"/cancel {reference}")
    await office.say(ADA, "I agree")  # and hears that it cannot be used any more


async def expire(office: Office, reference: str) -> None:
    office.clock.at += timedelta(hours=25)
    await office.tend()
    await office.say(ADA, "start")  # and hears that it cannot be used any more


@pytest.mark.parametrize("end", [decline, cancel, expire])
async def test_who_goes_on_after_any_end_is_the_links_customer_on_the_board_and_in_notices_and_events(
    office: Office, end: object
) -> None:
    await office.open(ADA, await office.make_link(TUNDE, "/link ref:LN-2026-0042"))
    (link,) = await office.links()
    assert callable(end)
    await end(office, link.reference)
    ended = (await office.events())[-1:]
    office.told(TUNDE)
    await go_on(office)
    told = office.told(TUNDE)
    assert [("agreed" in text, "code was sent" in text, "is linked" in text) for text in told] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert all("went on without it" in text and link.reference in text for text in told)
    (link,) = await office.links()
    assert (link.milestone, link.reached, link.customer) == (Milestone.LINKED, Stage.LINKED, ADA)
    data = await linked_event(office)
    assert (data["reference"], data["after"]) == (None, link.reference)
    assert [kind for kind, data in await office.events() if data["after"]] == ["agreed", "code-sent", "linked", "ready"]
    assert (data["external_reference"], data["agent"]) == ("LN-2026-0042", "Tunde")
    assert not ended or ended[0][1]["after"] is None
    await office.say(ADA, "unlink")
    await office.say(ADA, "yes, do it")
    assert "is not linked any more" in office.told(TUNDE)[-1]
    kind, data = (await office.events())[-1]
    assert (kind, data["after"]) == ("withdrawn", link.reference)


async def test_who_goes_on_in_another_chat_is_known_by_the_line(office: Office) -> None:
    await office.open(ADA, await office.make_link(TUNDE, f"/link {NUMBER}"))
    (link,) = await office.links()
    office.told(TUNDE)
    await go_on(office, ON_THE_OTHER_CHANNEL)
    (told,) = office.told(TUNDE)
    assert f"{link.reference} (0803 ••• 4567) is linked" in told
    assert (await office.link(link.reference)).milestone is Milestone.LINKED
    assert (await linked_event(office))["after"] == link.reference


async def test_who_is_stuck_after_the_end_is_told_once(office: Office) -> None:
    await office.open(ADA, await office.make_link(TUNDE))
    await office.say(ADA, "No, thanks")
    await office.say(ADA, "start")
    await office.say(ADA, "I agree")
    office.told(TUNDE)
    for _ in range(2):
        await office.say(ADA, "+44 7700 900123")
    (told,) = office.told(TUNDE)
    assert "the number is not Nigerian" in told
    assert (await office.links())[0].milestone is Milestone.DECLINED


async def test_a_second_line_is_told_and_leaves_the_link_with_its_own(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.agree(ADA, token)
    await office.ask_code(ADA)
    await office.finish(ADA)
    office.told(TUNDE)
    await office.say(ADA, "link another line")
    await office.say(ADA, "I agree")
    await office.say(ADA, "0802 123 4567")
    await office.send_code(await office.say(ADA, "Airtel"), ADA)
    await office.finish(ADA, "account-2")
    (told,) = office.told(TUNDE)
    assert "has linked another line, 0802 ••• 4567. Account ID: account-2" in told
    (link,) = await office.links()
    assert link.masked == "0803 ••• 4567"
    assert (await linked_event(office))["after"] == link.reference


async def test_who_deletes_everything_is_nobodys_customer_any_more(office: Office) -> None:
    await office.open(ADA, await office.make_link(TUNDE))
    await office.say(ADA, "delete")
    await office.say(ADA, "yes, do it")
    office.told(TUNDE)
    await go_on(office)
    assert office.told(TUNDE) == []
    assert (await linked_event(office))["after"] is None


async def test_an_administrator_sees_who_came_by_no_link_and_an_agent_does_not(office: Office) -> None:
    await office.agree(CHIDI, await office.make_link(TUNDE, "/link 0802 123 4567"))
    await go_on(office)
    await office.say(BOSS, "/today")
    assert "Linked today without a link: 1" in office.told(BOSS)[-1]
    await office.say(BOSS, "/links without")
    assert "0803 ••• 4567 · linked without a link · just now" in office.told(BOSS)[-1]
    await office.say(TUNDE, "/links without")
    assert "0803" not in office.told(TUNDE)[-1]


async def test_after_a_link_was_cancelled_no_code_goes_by_one_tap_to_the_number_that_it_named(office: Office) -> None:
    """It may have been the wrong one; who typed it, or was vouched for, goes on with it."""
    await office.agree(ADA, await office.make_link(TUNDE, f"/link {NUMBER}"))
    (link,) = await office.links()
    await office.say(TUNDE, f"/cancel {link.reference}")
    assert office.told(TUNDE)[-1].startswith(f"{link.reference} (0803 ••• 4567) is cancelled. They had agreed already")
    assert "0803" not in office.told(ADA)[-1]
    await office.say(ADA, "continue")
    assert "number" in office.told(ADA)[-1]
    await office.say(ADA, NUMBER)
    await office.send_code(await office.say(ADA, "MTN"), ADA)
    await office.finish(ADA)
    assert "went on without it" in office.told(TUNDE)[-1]


async def test_a_number_that_they_gave_themselves_stays_theirs(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.say(ADA, NUMBER)
    (link,) = await office.links()
    await office.say(TUNDE, f"/cancel {link.reference}")
    assert "0803 ••• 4567" in office.told(ADA)[-1]
