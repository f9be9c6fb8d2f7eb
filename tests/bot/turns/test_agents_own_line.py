"""Who is an agent and has a line linked in the same chat: their own line hears its customer, and links their agent."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from conversations.customer.events import ButtonTapped, OptedOut
from conversations.line_events import EndingMeant, Withdrew
from conversations.session import ConfirmingUnlink, Idle, ReadingLine
from tests.bot.turns.agents_stage import ADA, BOSS, TUNDE, Office, open_office

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def office() -> AsyncIterator[Office]:
    """Ada has a line, and then the settings name her an administrator."""
    async with open_office() as office:
        await office.recruit(TUNDE, "Tunde")
        token = await office.make_link(TUNDE)
        await office.agree(ADA, token)
        await office.ask_code(ADA)
        await office.finish(ADA)
        office.restart(BOSS, ADA)
        await office.say(ADA, "/name Ada Obi")
        office.told(ADA)
        yield office


async def lines_of_ada(office: Office) -> int:
    return len(await office.database.read(lambda tx: office.store.accounts.of(tx, ADA)))


async def step_of_ada(office: Office) -> type:
    session = await office.database.read(lambda tx: office.store.sessions.load(tx, ADA))
    return type(session.step) if session else Idle


@pytest.mark.parametrize("wish", ["/unlink", "unlink", "UNLINK abeg", "unlink my line", "/unlink mtn", "stop sharing"])
@pytest.mark.parametrize("yes", ["yes", "1"])
async def test_the_own_line_is_unlinked_in_that_chat(office: Office, wish: str, yes: str) -> None:
    await office.say(ADA, wish)
    assert await step_of_ada(office) is ConfirmingUnlink
    await office.say(ADA, yes)
    assert "is unlinked" in office.told(ADA)[-1]
    assert await lines_of_ada(office) == 0
    await office.say(ADA, "/unlink")
    assert office.told(ADA) == ['I did not understand that. Type "help" for what I know.']


@pytest.mark.parametrize("wish", ["/balance", "balance", "my balance", "/transactions 2026-10", "/balance mtn"])
async def test_the_own_line_is_read_and_the_draft_of_a_link_stays(office: Office, wish: str) -> None:
    await office.say(ADA, "/link")
    await office.say(ADA, wish)
    assert await step_of_ada(office) is ReadingLine
    office.told(ADA)
    await office.say(ADA, "0803 123 4568")
    assert "Which network" in office.told(ADA)[-1]


async def test_everything_is_deleted_by_a_tap_too(office: Office) -> None:
    await office.say(ADA, "/delete")
    session = await office.database.read(lambda tx: office.store.sessions.load(tx, ADA))
    assert session
    await office.hear(ADA, ButtonTapped("confirm", session.dialog.prompt))
    assert await lines_of_ada(office) == 0


@pytest.mark.parametrize(("button", "step"), [("stop-sharing", ConfirmingUnlink), ("balance", ReadingLine)])
async def test_a_button_of_weeks_ago_is_about_the_own_line(office: Office, button: str, step: type) -> None:
    await office.say(ADA, "/today")
    await office.hear(ADA, ButtonTapped(button, 1))
    assert await step_of_ada(office) is step


@pytest.mark.parametrize("text", ["yes", "1", "keep"])
async def test_an_answer_after_an_agents_command_is_none_to_the_question_before_it(office: Office, text: str) -> None:
    await office.say(ADA, "/unlink")
    await office.say(ADA, "/link")
    await office.say(ADA, text)
    assert await step_of_ada(office) is Idle
    assert await lines_of_ada(office) == 1


@pytest.mark.parametrize(
    "text",
    [
        "/link mtn",
        "links",
        "/today",
        "help",
        "her balance",
        "how does she unlink",
        "unlink my customer",
        "482913",
        "/balance 482913",
    ],
)
async def test_what_is_an_agents_stays_so(office: Office, text: str) -> None:
    await office.say(ADA, text)
    assert await office.database.read(lambda tx: office.store.sessions.load(tx, ADA)) is None
    assert office.told(ADA)


async def test_the_help_names_what_there_is_for_the_own_line(office: Office) -> None:
    await office.say(ADA, "help")
    assert "For your own line, linked in this chat: balance," in office.told(ADA)[-1]
    await office.say(BOSS, "help")
    assert "your own line" not in office.told(BOSS)[-1]


async def test_after_stop_unlink_still_works(office: Office) -> None:
    await office.hear(ADA, OptedOut())
    assert "Then type UNLINK" in office.told(ADA)[-1]
    await office.hear(ADA, EndingMeant())
    assert "Then type UNLINK" in office.told(ADA)[-1]
    await office.hear(ADA, Withdrew(everything=False))
    assert "is unlinked" in office.told(ADA)[-1]
    assert await lines_of_ada(office) == 0


async def test_a_note_may_begin_with_any_word(office: Office) -> None:
    for text in ("/link", "0803 123 4568", "mtn", "balance for school"):
        await office.say(ADA, text)
    assert "balance for school" in {link.note for link in await office.links()}
