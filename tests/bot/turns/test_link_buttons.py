"""The buttons under a message about a link: each is that link's, however many came after it."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.channels.console import Console
from conversations.agents.session import MOST_ON_SCREEN
from conversations.agents.turn import Act
from conversations.allowance import Limits
from conversations.choice import LINK_CHOICES, Choice
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped, TextReceived
from conversations.link import Link, Milestone
from conversations.wording import Rendered
from tests.bot.turns.agents_stage import ADA, BISI, BOSS, TUNDE, Office, open_office
from tests.for_every import for_every


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        yield opened


async def prompt(office: Office) -> int:
    """The number of the question that Tunde's chat stands at."""
    session = await office.database.read(lambda tx: office.store.agents.session(tx, TUNDE))
    assert session
    return session.dialog.prompt


async def make(office: Office) -> tuple[Link, int]:
    """A link, and the number that its buttons have."""
    office.clock.at += timedelta(minutes=1)
    await office.make_link(TUNDE)
    return (await office.links())[-1], await prompt(office)


async def tap(office: Office, choice: Choice, prompt: int) -> list[str]:
    office.told(TUNDE)
    office.clock.at += timedelta(minutes=1)
    await office.hear(TUNDE, ButtonTapped(choice, prompt))
    return office.told(TUNDE)


async def test_a_button_is_its_own_links_also_after_others_were_made_and_looked_at(office: Office) -> None:
    (first, old), (second, new) = await make(office), await make(office)
    await office.say(TUNDE, f"/status {second.reference}")
    await office.say(TUNDE, "/links")
    (status,) = await tap(office, Choice.LINK_STATUS, old)
    assert status.startswith(f"{first.reference}: made, not opened yet")
    (forward,) = await tap(office, Choice.LINK_REMIND, old)
    assert forward.startswith("Hello, this is Tunde")
    assert await tap(office, Choice.LINK_CANCEL, old) == [
        f"{first.reference} is cancelled. It cannot be used any more."
    ]
    assert [(await office.link(each.reference)).milestone for each in (first, second)] == [
        Milestone.CANCELLED,
        Milestone.OPEN,
    ]
    acts = await office.database.read(lambda tx: [entry.act for entry in office.store.audit.of(tx, TUNDE)])
    assert acts[-3:] == [Act.LINK_SEEN, Act.LINK_REMINDED, Act.LINK_CANCELLED]
    (over,) = await tap(office, Choice.LINK_CANCEL, old)
    assert over == f"{first.reference} is over: cancelled."
    assert "is cancelled" in (await tap(office, Choice.LINK_CANCEL, new))[0]


async def test_a_link_that_is_asked_for_in_the_words_of_a_button_ends_none(office: Office) -> None:
    link, _ = await make(office)
    office.told(TUNDE)
    await office.say(TUNDE, "/link cancel")
    assert office.told(TUNDE)[0].startswith(f"One link of yours is open: {link.reference}")
    assert (await office.link(link.reference)).milestone is Milestone.OPEN


async def test_a_number_is_of_the_newest_list_or_of_the_one_that_is_quoted(office: Office) -> None:
    (first, old), (second, _) = await make(office), await make(office)
    office.told(TUNDE)
    await office.say(TUNDE, "2")
    assert office.told(TUNDE)[0].startswith(second.reference)
    await office.hear(TUNDE, TextReceived("2", quoted=old))
    assert office.told(TUNDE)[0].startswith(first.reference)


class Keys(Console):
    """Its answers are buttons, without numbers."""

    def numbers_answers(self, contact: Contact, message: Rendered) -> bool:
        return False


@for_every("keys", [True, False])
async def test_a_number_ends_a_link_only_where_numbers_were_shown(keys: bool) -> None:
    async with open_office(channels={"console": Keys() if keys else Console()}) as office:
        await office.recruit(TUNDE, "Tunde")
        link, at = await make(office)
        await office.say(TUNDE, "3")
        await office.hear(TUNDE, TextReceived("3", quoted=at))
        assert ((await office.link(link.reference)).milestone is Milestone.OPEN) is keys
        assert "is cancelled" in (await tap(office, Choice.LINK_CANCEL, at))[0] or not keys


async def test_numbers_go_on_to_mean_the_newest_list_after_a_link_that_is_refused(office: Office) -> None:
    link, _ = await make(office)
    await office.make_link(TUNDE, "/link 0803 777 1112 mtn Bayo")
    for refused in ("/link 0803 777 1112", "/link 0803 777 11", "/link 0803 777 1113 glo"):
        await office.say(TUNDE, refused)
        office.told(TUNDE)
        office.clock.at += timedelta(minutes=1)
        await office.say(TUNDE, "2")
        assert "(0803 ••• 1112): made, not opened yet" in office.told(TUNDE)[0]
    assert (await office.link(link.reference)).milestone is Milestone.OPEN


async def test_numbers_go_on_to_mean_the_newest_list_when_an_hours_links_are_used_up() -> None:
    async with open_office(Limits(links_per_agent_hour=1)) as office:
        await office.recruit(TUNDE, "Tunde")
        link, _ = await make(office)
        await office.say(TUNDE, "/link 0803 777 1112 mtn")
        office.told(TUNDE)
        await office.say(TUNDE, "3")
        assert (await office.link(link.reference)).milestone is Milestone.CANCELLED


async def test_one_that_is_too_old_does_nothing_and_says_so(office: Office) -> None:
    link, oldest = await make(office)
    for _ in range(MOST_ON_SCREEN):
        await office.say(TUNDE, f"/status {link.reference}")
    for choice in LINK_CHOICES:
        assert (await tap(office, choice, oldest))[0].startswith("That button is too old")
    assert (await office.link(link.reference)).milestone is Milestone.OPEN


async def test_what_is_no_agents_any_more_is_as_unknown_as_by_its_reference(office: Office) -> None:
    link, at = await make(office)
    await office.say(TUNDE, f"/hand {link.reference} Bisi Ade")
    assert (await tap(office, Choice.LINK_CANCEL, at))[0].startswith("I know no link")
    assert (await office.link(link.reference)).milestone is Milestone.OPEN


async def test_a_link_that_is_looked_at_in_the_middle_of_a_question_does_not_take_its_answers(office: Office) -> None:
    link, _ = await make(office)
    await office.say(TUNDE, "/link 0803 123 4567")
    await office.say(TUNDE, "/link")
    asked = await prompt(office)
    await office.say(TUNDE, f"/status {link.reference}")
    assert await prompt(office) == asked
    assert "Which network" in (await tap(office, Choice.ANY_NUMBER, asked))[0]


async def test_a_link_that_is_done_can_be_handed_on_and_its_end_is_the_new_agents_news(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA)
    await office.finish(ADA)
    (link,) = await office.links()
    await office.say(TUNDE, f"/hand {link.reference} Bisi Ade")
    assert "is now with Bisi Ade" in office.told(TUNDE)[-1]
    office.told(BISI)
    await office.say(ADA, "unlink")
    await office.say(ADA, "yes")
    assert "is not linked any more" in office.told(BISI)[-1]
    assert office.told(TUNDE) == office.told(BOSS) == []
