"""An agent finds a link by whatever they know of it, and never another's."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.bot.turns.agents_stage import ADA, BISI, BOSS, TUNDE, Office, open_office


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        yield opened


async def answer(office: Office, text: str) -> str:
    await office.say(TUNDE, text)
    return office.told(TUNDE)[-1]


async def test_one_link_is_found_by_number_note_and_external_reference_and_shown_whole(office: Office) -> None:
    await office.say(TUNDE, "/link 0803 123 4567 school fees ref:LN-2026-0042")
    await office.say(TUNDE, "/link 0802 123 4567 rent of the shop")
    link = next(each for each in await office.links() if each.note == "school fees")
    for known in ("0803 123 4567", "0803 ••• 4567", "0803", "School", "ref:LN-2026-0042", "+2348031234567"):
        for command in ("/links", "/status"):
            found = await answer(office, f"{command} {known}")
            assert found.startswith(f"{link.reference} (0803 ••• 4567): made, not opened yet")
            assert "Note: school fees" in found
    assert "I found no link like that" in await answer(office, "/links umbrella")


async def test_an_administrator_reads_whose_link_it_is_however_it_was_found(office: Office) -> None:
    await office.say(TUNDE, "/link 0803 123 4567 school fees")
    (link,) = await office.links()
    for known in ("0803 123 4567", "school", "4567", link.reference):
        await office.say(BOSS, f"/status {known}")
        assert "Agent: Tunde" in office.told(BOSS)[-1]
        assert "Agent:" not in await answer(office, f"/status {known}")


async def test_another_agents_is_found_by_nothing(office: Office) -> None:
    await office.say(BISI, "/link 0803 123 4567 school fees")
    for known in ("0803 123 4567", "school", "today"):
        assert "0803" not in await answer(office, f"/links {known}")


async def test_a_board_says_how_many_there_are_and_any_page_is_one_step_away(office: Office) -> None:
    for number in range(12):
        await office.say(TUNDE, f"/link 0803 123 46{number:02}")
    assert (await answer(office, "/links")).startswith("12 links, page 1 of 3.")
    assert (await answer(office, "/links 3")).startswith("12 links, page 3 of 3.")
    assert (await answer(office, "back")).startswith("12 links, page 2 of 3.")
    for third in ("/links page 3", "/links open page 3", "/links page3 open", "links Page 3"):
        assert (await answer(office, third)).startswith("12 links, page 3 of 3.")


@pytest.mark.parametrize("text", ["/cancel Sule", "/remind Sule", "/cancel 0803 123 4567"])
async def test_what_is_to_be_cancelled_and_has_ended_is_said_to_be_over(office: Office, text: str) -> None:
    await office.say(TUNDE, "/link 0803 123 4567 mtn Sule")
    (link,) = await office.links()
    await office.say(BISI, "/link 0803 123 4567 mtn Sule")
    await office.say(TUNDE, f"/cancel {link.reference}")
    assert await answer(office, text) == f"{link.reference} (0803 ••• 4567) is over: cancelled."
    assert "I found no link like that" in await answer(office, f"{text} zz")  # no reference has a Z


async def test_by_state_and_by_day(office: Office) -> None:
    await office.open(ADA, await office.make_link(TUNDE, "/link 0803 123 4567"))
    office.clock.at += timedelta(hours=13)
    await office.make_link(TUNDE, "/link 0802 123 4567")
    assert "4567 · opened" in await answer(office, "/links opened")
    today = await answer(office, "/links today")
    assert "0802" in today
    assert "0803" not in today
    assert await answer(office, "/links stuck") == "No link is stuck now."
    assert await answer(office, "who has linked") == "No link is done yet."
    assert await answer(office, "who has agreed but not linked") == "Nobody has agreed and not linked."


async def test_what_has_ended_is_of_the_day_on_which_it_did(office: Office) -> None:
    token = await office.make_link(TUNDE, "/link 0803 123 4567")
    office.clock.at += timedelta(hours=13)
    assert await answer(office, "who linked today") == "You have no such link of that day."
    await office.agree(ADA, token)
    await office.ask_code(ADA)
    await office.finish(ADA)
    assert "4567 · linked" in await answer(office, "who linked today")
    assert "4567 · linked" in await answer(office, "/links today linked")


async def test_notes_stand_on_rows_and_in_notices_only_where_the_operator_allows_it() -> None:
    for allowed in (False, True):
        async with open_office(shows_notes=allowed) as office:
            await office.recruit(TUNDE, "Tunde")
            await office.make_link(TUNDE, "/link 0802 123 4567 rent")
            await office.open(ADA, await office.make_link(TUNDE, "/link 0803 123 4567 school fees"))
            assert ("school fees" in office.told(TUNDE)[-1]) is allowed
            assert ("school fees" in await answer(office, "/links")) is allowed
