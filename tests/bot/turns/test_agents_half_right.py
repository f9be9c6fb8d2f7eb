"""What an agent types that is only half right: nothing happens that they did not mean, and they are told so."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.turns.agents_stage import BISI, TUNDE, Office, open_office

OLDER, OTHER = "0701 123 4573", "0701 123 4574"


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """The boss, and two agents."""
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        yield opened


# A link that is refused while another is being described


@pytest.mark.parametrize(
    ("began", "refused"),
    [
        (f"/link {OLDER} mtn airtel", f"/link {OTHER} 9mobile"),
        (f"/link {OLDER} mtm", "link 0701123458"),
        (f"/link {OLDER} mtm", "send a link to 0701123458 mtn"),
        (f"/link {OLDER} mtm", f"send a link to {OTHER} and 0701 123 4575"),
        (f"/link {OLDER} mtm", f"/link {OTHER} mtn 482913"),
        (f"/link {OLDER} mtm", f"/link {OTHER} mtn {'x' * 200}"),
        (f"/link {OLDER} mtm", f"/link {OTHER} mtn hausa"),
        (f"{OLDER} mtn", f"link {OTHER} mtn 0701 123 4575"),
    ],
)
async def test_a_refused_link_ends_the_one_before_and_no_answer_makes_that(
    office: Office, began: str, refused: str
) -> None:
    await office.say(TUNDE, began)
    office.told(TUNDE)
    await office.say(TUNDE, refused)
    (told,) = office.told(TUNDE)
    assert f"The link for {OLDER} that you began before is not made either." in told
    for answer in ("MTN", "Skip", "Skip"):
        await office.say(TUNDE, answer)
    assert await office.links() == []


async def test_a_line_that_has_a_link_ends_what_was_being_described_for_another(office: Office) -> None:
    await office.say(TUNDE, f"/link {OTHER} mtn")
    await office.say(TUNDE, f"/link {OLDER} mtn airtel")
    office.told(TUNDE)
    await office.say(TUNDE, f"/link {OTHER} mtn")
    (told,) = office.told(TUNDE)
    assert f"The link for {OLDER} that you began before is not made either." in told
    await office.say(TUNDE, "MTN")
    assert [link.number and link.number.spaced for link in await office.links()] == [OTHER]


async def test_a_refused_link_goes_on_to_ask_where_no_line_was_named_yet(office: Office) -> None:
    await office.say(TUNDE, "/link")
    office.told(TUNDE)
    await office.say(TUNDE, "/link 0701123458")
    (told,) = office.told(TUNDE)
    assert "Which phone number is the link for?" in told
