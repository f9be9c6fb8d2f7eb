"""What an agent types that is only half right: nothing happens that they did not mean, and they are told so."""

from collections.abc import AsyncIterator

import pytest

from conversations.link import Direct, Link, Milestone
from tests.bot.turns.agents_stage import BISI, BOSS, TUNDE, Office, open_office

OLDER, OTHER = "0701 123 4573", "0701 123 4574"


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """The boss, and two agents."""
    async with open_office(direct=Direct("console", "Console")) as opened:
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


# Which link is meant


async def make(office: Office, command: str = "/link mtn") -> Link:
    """A link of Tunde's, of which everything was said."""
    known = {link.reference for link in await office.links()}
    await office.say(TUNDE, command)
    office.told(TUNDE)
    return next(link for link in await office.links() if link.reference not in known)


async def state_of(office: Office, link: Link) -> Milestone:
    return (await office.link(link.reference)).milestone


async def test_of_several_references_none_is_taken(office: Office) -> None:
    first, second = await make(office), await make(office)
    await office.say(TUNDE, f"/cancel {first.reference}\n/cancel {second.reference}")
    (told,) = office.told(TUNDE)
    assert told.startswith("I take one link at a time")
    assert {await state_of(office, link) for link in (first, second)} == {Milestone.OPEN}


async def test_what_else_stands_beside_a_reference_shows_the_link_and_does_not_end_it(office: Office) -> None:
    link = await make(office)
    await office.say(TUNDE, f"/cancel {link.reference} K7M-4Q")
    (told,) = office.told(TUNDE)
    assert told.startswith(f"{link.reference}: made, not opened yet")
    assert await state_of(office, link) is Milestone.OPEN


# Reminding


async def test_who_reminds_of_no_link_by_name_hears_which_it_is(office: Office) -> None:
    links = [await make(office) for _ in range(3)]
    await office.say(TUNDE, "/remind")
    which, forward = office.told(TUNDE)
    assert which.startswith(f"The text for {links[-1].reference}, once more.")
    assert " ".join(links[-1].words) in forward
    await office.say(TUNDE, f"/remind {links[0].reference}")
    (forward,) = office.told(TUNDE)
    assert " ".join(links[0].words) in forward


@pytest.mark.parametrize("text", ["/remind send", "remind send", "/remnd send"])
async def test_send_needs_no_reference_where_remind_alone_needs_none(office: Office, text: str) -> None:
    link = await make(office, f"/link {OTHER} mtn")
    await office.say(TUNDE, text)
    which, forward = office.told(TUNDE)
    assert which.startswith(f"The text for {link.reference}")
    assert "I am sending it to their" in which
    assert " ".join(link.words) in forward
    assert [invite.reference for invite in office.invites] == [link.reference]


async def test_send_of_no_link_that_was_shown_is_told_how_it_is_typed(office: Office) -> None:
    await make(office)
    await office.say(TUNDE, "/links")
    office.told(TUNDE)
    await office.say(TUNDE, "/remind send")
    assert office.told(TUNDE) == ["Something is missing. Like this: /remind K7M-4Q2"]


async def test_an_administrator_reminds_in_the_name_of_the_links_agent(office: Office) -> None:
    await office.say(BOSS, "/name Mama Boss")
    link = await make(office, f"/link {OTHER} mtn")
    office.told(BOSS)
    await office.say(BOSS, f"/remind {link.reference} send")
    assert office.told(BOSS)[-1].startswith("Hello, this is Tunde from Kudi Loans.")
    (invite,) = office.invites
    assert invite.values[0] == "Tunde from Kudi Loans"
