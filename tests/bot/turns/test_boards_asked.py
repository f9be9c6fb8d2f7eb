"""Who opened, agreed and linked, today and yesterday: asked for in a sentence, whatever has become of them since."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from conversations.contact import Contact
from tests.bot.turns.agents_stage import ADA, BISI, CHIDI, TUNDE, Office, open_office, token_in

DAY = timedelta(days=1)
EMEKA, FUNKE, GINIKA = (Contact("console", f"300{n}") for n in (3, 4, 5))


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """Of Tunde's links one is unopened, one opened, one agreed, one declined and one linked; Bisi has another."""
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        await opened.make_link(BISI, "/link 0803 000 0009 mtn")
        await opened.make_link(TUNDE, "/link 0803 000 0001 mtn")
        await opened.open(ADA, await opened.make_link(TUNDE, "/link 0803 000 0002 mtn"))
        await opened.agree(CHIDI, await opened.make_link(TUNDE, "/link 0803 000 0003 mtn"))
        await opened.open(EMEKA, await opened.make_link(TUNDE, "/link 0803 000 0004 mtn"))
        await opened.say(EMEKA, "no")
        await opened.agree(FUNKE, await opened.make_link(TUNDE, "/link 0803 000 0005 mtn"))
        await opened.ask_code(FUNKE)
        await opened.finish(FUNKE)
        opened.told(TUNDE)
        yield opened


async def answer(office: Office, text: str, who: Contact = TUNDE) -> str:
    await office.say(who, text)
    return office.told(who)[-1]


async def last_digits(office: Office) -> dict[str, str]:
    """By which the links are told apart here; of who has unlinked no number is left."""
    return {link.reference: link.masked[-1] for link in await office.links()}


async def on_board(office: Office, text: str, digits: dict[str, str], who: Contact = TUNDE) -> str:
    """The last digits of the numbers on the board that answers."""
    told = await answer(office, text, who)
    return "".join(sorted(digit for reference, digit in digits.items() if reference in told))


ASKED = {
    "who has opened": "2345",
    "has anyone opened": "2345",
    "how many opened": "2345",
    "who opened the link today": "2345",
    "which customers opened today": "2345",
    "who agreed": "35",
    "has anybody agreed": "35",
    "who said yes": "35",
    "who agreed today": "35",
    "who has agreed but not linked": "3",
    "who agreed but never finish": "3",
    "who has opened but not finished?": "234",
    "who opened but did not link": "234",
    "who opened today but has not agreed": "24",
    "who has not agreed": "12",
    "who has not opened": "1",
    "who never open am": "1",
    "who linked": "5",
    "who linked today": "5",
    "who has not linked": "123",
    "who said no": "4",
    "who refused": "4",
    "who has not declined": "123",
    "what happened today": "12345",
    "/links opened": "2",
    "/links today": "12345",
    "/links today opened": "2345",
}


async def test_who_came_so_far_is_told_whatever_became_of_them(office: Office) -> None:
    digits = await last_digits(office)
    told = {asked: await on_board(office, asked, digits) for asked in ASKED}
    assert told == ASKED


async def test_how_many_is_answered_with_a_number(office: Office) -> None:
    assert (await answer(office, "how many opened")).startswith("4 links:\n")
    assert (await answer(office, "how many agreed today")).startswith("2 links:\n")
    assert (await answer(office, "how many did I link today")).startswith("1 link:\n")
    assert (await answer(office, "how many links today")).startswith("5 links:\n")
    assert not (await answer(office, "who opened")).startswith("4 links")


YESTERDAY = {
    "what happened yesterday": "12345",
    "which customers opened yesterday": "2345",
    "how many opened yesterday": "2345",
    "how many linked yesterday": "5",
    "who linked yesterday": "5",
    "who agreed yesterday": "35",
    "who agreed yesterday but has not linked": "3",
    "who declined yesterday": "4",
    "any update yesterday": "12345",
    "/links yesterday": "12345",
    "/links yesterday linked": "5",
    "who opened today": "16",
    "who linked today": "",
    "who withdrew today": "5",
    "who unlinked": "5",
    "/links today": "6",
    "what happened today": "156",
}


async def test_yesterday_is_what_was_then_and_not_what_is_now(office: Office) -> None:
    office.clock.at += timedelta(hours=14)  # a quarter past one in the night
    unopened = next(link for link in await office.links() if link.masked.endswith("0001"))
    await office.say(TUNDE, f"/remind {unopened.reference}")
    await office.open(GINIKA, token_in(office.told(TUNDE)[-1]))
    await office.open(Contact("console", "3006"), await office.make_link(TUNDE, "/link 0803 000 0006 mtn"))
    digits = await last_digits(office)
    await office.say(FUNKE, "unlink")
    await office.say(FUNKE, "yes")
    office.told(TUNDE)
    told = {asked: await on_board(office, asked, digits) for asked in YESTERDAY}
    assert told == YESTERDAY
    assert await answer(office, "who linked today") == "You have no such link of that day."


async def test_who_cancelled_is_the_customer_who_did_and_whose_link_the_agent_did(office: Office) -> None:
    digits = await last_digits(office)
    await office.say(CHIDI, "cancel")
    unopened = next(reference for reference, digit in digits.items() if digit == "1")
    assert await on_board(office, "who cancelled", digits) == "3"
    await office.say(TUNDE, f"/cancel {unopened}")
    assert await on_board(office, "who cancelled today", digits) == "13"
    assert await on_board(office, "/links cancelled", digits) == "1"


async def test_how_many_more_links_can_be_made_is_told_by_what_was_spent(office: Office) -> None:
    told = await answer(office, "how many links can I make")
    assert told.startswith("You can make 15 more links now. It is 20 in any hour.")
    assert "1 invitation a day, 3 a week" in told
    assert "5 times a day" in told
    for number in range(14):
        await office.make_link(TUNDE, f"/link 0803 000 01{number:02}")
    assert (await answer(office, "how many links do I have left")).startswith("You can make 1 more link now.")
    office.clock.at += timedelta(minutes=20)
    await office.make_link(TUNDE, "/link 0803 000 0200")
    told = await answer(office, "how many links can I still make")
    assert told == "You have made all 20 links of this hour. You can make the next at 13:00, in 40 minutes."
    office.clock.at += timedelta(minutes=40)
    assert (await answer(office, "what is my limit")).startswith("You can make 19 more links now.")
