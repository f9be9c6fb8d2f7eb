"""Four digits in a question about a link are its number's last, where one of the agent's ends so; else a code."""

from collections.abc import AsyncIterator

import pytest

from conversations.contact import Contact
from tests.bot.turns.agents_stage import BISI, BOSS, TUNDE, Office, open_office


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        await opened.make_link(TUNDE, "/link 0803 000 0104 mtn ref:LN-4829")
        await opened.make_link(BISI, "/link 0803 000 0205 mtn")
        yield opened


async def answer(office: Office, text: str, who: Contact = TUNDE) -> str:
    await office.say(who, text)
    return office.told(who)[-1]


async def test_a_question_by_the_last_digits_shows_that_link(office: Office) -> None:
    asked = ["how far with 0104", "0104 how far", "did 0104 open", "has 0104 agreed?", "is 0104 linked"]
    asked += ["how far the one ending 0104", "any update on ...0104", "pls how far with 0104"]
    asked += ["wetin happen to 0104", "where is 0104", "wetin dey happen with 0104", "check 0104", "see 0104"]
    asked += ["transfer 0104 to Bisi", "0104 don link?", "please can you help me look at how the 0104 customer goes"]
    told = {text: await answer(office, text) for text in asked}
    assert [text for text in asked if "0803 ••• 0104" not in told[text]] == []
    assert office.deleted == []
    assert "0803 ••• 0104" in await answer(office, "how far with 0104", BOSS)


@pytest.mark.parametrize(
    "text",
    [
        *("how far with 4829", "how far with 0803", "how far with 0205", "0104", "her code is 0104"),
        *("how far 0104 0205", "how far with otp 0104", "/today 0104", "did 010401 open"),
        *("check 0205", "0104 open", "link 0104", "today 0104", "she says her code is 0104, put it in for her"),
    ],
)
async def test_what_ends_no_number_of_theirs_or_asks_nothing_stays_a_code(office: Office, text: str) -> None:
    outcome = await office.say(TUNDE, text)
    assert outcome.typed_code
    assert [deletion.contact for deletion in office.deleted] == [TUNDE]
    assert "never ask for it" in office.told(TUNDE)[0]


async def test_it_is_asked_in_the_middle_of_another_link_too(office: Office) -> None:
    await office.say(TUNDE, "0803 000 0306 mtn")
    assert "0803 ••• 0104" in await answer(office, "how far with 0104")
    await office.say(TUNDE, "how far with 7777")
    assert "never ask for it" in office.told(TUNDE)[0]
    await office.say(TUNDE, "rent")
    assert "0803 000 0306" in office.told(TUNDE)[0]
