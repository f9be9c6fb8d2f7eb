"""An order that names no link, or several, leads on: to the one on the screen, or to how one is named."""

from collections.abc import AsyncIterator

import pytest

from conversations.link import Link
from tests.bot.turns.agents_stage import BISI, TUNDE, Office, open_office


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """Tunde's links are for Ada's and for her sister's line; the second one is on his screen."""
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        for number, note in (("0803 000 0101", "Ada"), ("0803 000 0102", "Ada sister")):
            await opened.make_link(TUNDE, f"/link {number} mtn {note}")
            await opened.clock.sleep(60)
        yield opened


async def answer(office: Office, text: str) -> list[str]:
    await office.say(TUNDE, text)
    return office.told(TUNDE)


async def both(office: Office) -> tuple[Link, Link]:
    first, second = await office.links()
    return first, second


@pytest.mark.parametrize("text", ["cancel it", "abeg cancel am", "/cancel", "cancel", "cancel the link"])
async def test_the_link_on_the_screen_is_offered_to_be_cancelled(office: Office, text: str) -> None:
    first, second = await both(office)
    (told,) = await answer(office, text)
    assert f"The link on your screen is {second.reference} (0803 ••• 0102)" in told
    assert not any(link.is_final for link in await both(office))
    await office.tap(TUNDE, "link-cancel")
    assert [(await office.link(link.reference)).is_final for link in (first, second)] == [False, True]
    office.told(TUNDE)
    assert f"One link of yours is open: {first.reference}" in (await answer(office, "cancel"))[0]
    await office.tap(TUNDE, "link-cancel")
    office.told(TUNDE)
    assert await answer(office, "cancel") == ["No link of yours is open: there is nothing to cancel."]


async def test_without_one_on_the_screen_they_are_shown_and_how_one_is_named(office: Office) -> None:
    first, second = await both(office)
    await answer(office, "/links")
    told = "\n".join(await answer(office, "/cancel"))
    assert first.reference in told
    assert f"like this: /cancel {second.reference}" in told


@pytest.mark.parametrize("text", ["cancel Ada's link", "remind Ada", "find Ada"])
async def test_of_several_that_are_found_it_is_said_how_one_is_named(office: Office, text: str) -> None:
    told = "\n".join(await answer(office, text))
    assert "type its reference behind /status, /remind or /cancel, like this: /cancel " in told


@pytest.mark.parametrize("text", ["send it again", "send am again", "resend", "resend it", "send the link again"])
async def test_the_text_of_the_link_on_the_screen_is_sent_once_more(office: Office, text: str) -> None:
    _, second = await both(office)
    told = await answer(office, text)
    assert second.reference in told[0]
    assert told[-1].startswith("Hello, this is Tunde")
    await answer(office, "/links")
    assert second.reference in (await answer(office, text))[0]
    assert not any(each.startswith("Hello") for each in await answer(office, text))


@pytest.mark.parametrize("text", ["resend the code", "how do I resend", "send Bisi again", "send it"])
async def test_of_what_else_is_to_be_sent_nothing_is(office: Office, text: str) -> None:
    assert not any(each.startswith("Hello, this is") for each in await answer(office, text))


@pytest.mark.parametrize("text", ["/hand 0101 Bisi Ade", "hand 0101 to Bisi Ade"])
async def test_a_link_that_is_to_be_handed_by_the_end_of_its_number_is_shown(office: Office, text: str) -> None:
    first, _ = await both(office)
    outcome = await office.say(TUNDE, text)
    assert not outcome.typed_code
    told = "\n".join(office.told(TUNDE))
    assert f"To hand it over, type its reference: /hand {first.reference} Bisi Ade" in told
    assert (await office.link(first.reference)).served_by == TUNDE


@pytest.mark.parametrize("text", ["/hand 4829 Bisi Ade", "/hand code 0101 Bisi Ade", "/hand 482913 Bisi", "/hand 4829"])
async def test_digits_of_no_link_stay_a_code_there_too(office: Office, text: str) -> None:
    assert (await office.say(TUNDE, text)).typed_code
