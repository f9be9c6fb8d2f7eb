"""The truth table of agents: who may do what, however it reaches us. What ends something has a database of its own."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.ports import UnreadableInbound
from conversations.agents.usage import USAGE
from conversations.contact import Contact
from conversations.customer.events import (
    ButtonTapped,
    ContactShared,
    Event,
    LinkOpened,
    MessageUnreadable,
    Oddity,
    OddityReceived,
    TextReceived,
)
from tests.bot.turns.agents_stage import BISI, BOSS, TUNDE, Office, open_office
from tests.for_every import for_every

STRANGER, CUSTOMER, REMOVED = Contact("console", "4001"), Contact("console", "4002"), Contact("console", "4003")
ROLES = {
    "stranger": STRANGER,
    "customer": CUSTOMER,  # in the middle of linking
    "removed": REMOVED,  # an agent until just now
    "agent": TUNDE,
    "other agent": BISI,
    "administrator": BOSS,
}
# {own} is a link of Tunde's; {code} is a good code; each command with those who get their way.
EVERY_AGENT = {"agent", "other agent", "administrator"}
COMMANDS: dict[str, set[str]] = {
    "/link mtn": EVERY_AGENT,
    "/links": EVERY_AGENT,
    "/today": EVERY_AGENT,
    "/report 7": EVERY_AGENT,
    "/help": EVERY_AGENT,
    "/status {own}": {"agent", "administrator"},
    "/remind {own}": {"agent", "administrator"},
    "/hand {own} Ngozi Eze": {"agent", "administrator"},
    "/cancel {own}": {"agent", "administrator"},
    "/agents": {"administrator"},
    "/invite Chidi": {"administrator"},
    "/remove Bisi Ade": {"administrator"},
    "/name Mama Ada": {"administrator"},
    "/join {code}": {"stranger", "customer", "removed"},
}
ENDING = {"/hand {own} Ngozi Eze", "/cancel {own}", "/remove Bisi Ade", "/join {code}"}  # what others would need
# What the answer to a command that was heard has in it, where no other answer has.
SIGNS = {
    "/link mtn": "is ready",
    "/links": "not opened yet",
    "/today": "made today",
    "/report 7": "still linked",
    "/help": "with or without the slash",
    "/status {own}": "Match words:",
    "/remind {own}": "https://chat.example",
    "/hand {own} Ngozi Eze": "is now with Ngozi Eze",
    "/cancel {own}": "is cancelled",
    "/agents": "agents:",
    "/invite Chidi": "/join",
    "/remove Bisi Ade": "is no longer an agent.",
    "/name Mama Ada": "read the name Mama Ada",
    "/join {code}": "Welcome",
}
# All that a chat can bring besides a text of the person's own in a private chat. Groups, channels and anonymous
# senders never come as far as an event; see the channels' own tests.
ORIGINS: dict[str, Callable[[str], Event]] = {
    "forwarded": lambda _: OddityReceived(Oddity.FORWARDED),
    "edited": lambda _: OddityReceived(Oddity.EDITED),
    "under a photo": lambda _: OddityReceived(Oddity.PHOTO),
    "spoken": lambda _: OddityReceived(Oddity.VOICE),
    "in a file": lambda _: OddityReceived(Oddity.FILE),
    "by a bot": lambda _: OddityReceived(Oddity.OTHER),
    "as a button": lambda text: ButtonTapped(text, None),
    "as an old button": lambda text: ButtonTapped(text, 1),
    "as a contact": lambda text: ContactShared(text, proven=True),
    "as a start": lambda _: LinkOpened(stale=True),
    "unreadable": lambda _: MessageUnreadable(),
}
TABLES = ("links", "link_tokens", "agents", "join_codes")


@asynccontextmanager
async def office_with_everybody() -> AsyncIterator[tuple[Office, dict[str, str]]]:
    """All roles, a link of Tunde's, one of Bisi's, and a code that is good."""
    async with open_office() as office:
        for contact, name in ((TUNDE, "Tunde"), (BISI, "Bisi Ade"), (REMOVED, "Removed"), (NGOZI, "Ngozi Eze")):
            await office.recruit(contact, name)
        await office.say(BOSS, "/remove Removed")
        await office.say(CUSTOMER, "hello")
        await office.make_link(TUNDE)
        own = (await office.links())[-1].reference
        await office.make_link(BISI)
        await office.say(BOSS, "/link mtn")
        await office.say(BOSS, "Mama Boss")
        await office.say(BOSS, "/invite Newcomer")
        code = office.told(BOSS)[-1].partition("/join ")[2]
        for contact in ROLES.values():
            office.told(contact)
        yield office, {"own": own, "code": code}


NGOZI = Contact("console", "2003")


async def state_of(office: Office) -> list[object]:
    """All that agents' commands can change."""
    queries = [f"SELECT * FROM {table} ORDER BY 1" for table in TABLES]  # noqa: S608 - tables of ours
    return await office.database.read(lambda tx: [tx.execute(query).fetchall() for query in queries])


async def all_is_sent(office: Office) -> None:
    """Who has many replies waiting is answered no more."""
    await office.database.run(lambda tx: tx.execute("DELETE FROM outbox"))


def test_every_command_stands_in_the_table() -> None:
    asked = {command.partition(" ")[0].removeprefix("/") for command in COMMANDS}
    assert USAGE.keys() - asked - {"language"} == set(), "COMMANDS lacks them, or SIGNS; a language is anybody's"


@for_every("role", ROLES)
async def test_a_command_is_heard_from_those_who_may_use_it(role: str) -> None:
    heard = [command for command, roles in COMMANDS.items() if role in roles]
    in_a_row = [command for command in heard if command not in ENDING]
    for commands in filter(None, (in_a_row, *([command] for command in heard if command in ENDING))):
        async with office_with_everybody() as (office, words):
            for command in commands:
                await office.say(ROLES[role], command.format(**words))
                assert SIGNS[command] in "\n".join(office.told(ROLES[role]))
                await all_is_sent(office)


@for_every("role", ROLES)
async def test_a_command_from_anybody_else_is_answered_and_changes_nothing(role: str) -> None:
    async with office_with_everybody() as (office, words):
        before = await state_of(office)
        for command in (command for command, roles in COMMANDS.items() if role not in roles):
            await office.say(ROLES[role], command.format(**words))
            answer = "\n".join(office.told(ROLES[role]))
            assert answer, command
            assert SIGNS[command] not in answer
            assert await state_of(office) == before, command
            await all_is_sent(office)


@for_every("role", ROLES)
async def test_a_command_that_came_in_any_other_way_does_nothing_at_all(role: str) -> None:
    async with office_with_everybody() as (office, words):
        before = await state_of(office)
        for origin, event_of in ORIGINS.items():
            commands: dict[Event, list[str]] = {}
            for command in COMMANDS:
                commands.setdefault(event_of(command.format(**words)), []).append(command)
            for event, meant in commands.items():  # one for all, where it tells nothing of what was written
                await office.hear(ROLES[role], event)
                answer = "\n".join(office.told(ROLES[role]))
                assert not [command for command in meant if SIGNS[command] in answer], origin
                await all_is_sent(office)
            assert await state_of(office) == before, origin


@for_every("role", ROLES)
async def test_a_delivery_that_cannot_be_read_does_nothing(role: str) -> None:
    async with office_with_everybody() as (office, words):
        before = await state_of(office)
        content = f"/cancel {words['own']}".encode()
        await office.engine.take(UnreadableInbound("console", "ValueError", content, "d-1", ROLES[role]))
        assert await state_of(office) == before


@for_every("command", [command for command, roles in COMMANDS.items() if roles == {"administrator"}])
async def test_an_administrators_command_is_answered_as_one_that_does_not_exist(command: str) -> None:
    async with office_with_everybody() as (office, _):
        await office.say(TUNDE, command)
        await office.say(TUNDE, "/frobnicate")
        real, unknown = office.told(TUNDE)
        assert real == unknown


@for_every("role", ["stranger", "customer", "removed"])
async def test_who_is_no_agent_learns_nothing_of_agents_commands(role: str) -> None:
    """A customer's conversation answers, as it answers any word that it does not know."""
    async with office_with_everybody() as (office, words):
        for command in (command for command in COMMANDS if not command.startswith(("/join", "/help"))):
            text = command.format(**words).removeprefix("/")
            await office.say(ROLES[role], f"/{text}")
            answers = office.told(ROLES[role])
            await office.hear(ROLES[role], TextReceived(f"/{text}", "m2"))
            assert answers, command
            betraying = ("agents:", "reference", "/links", "Tunde", words["own"])
            assert not [word for word in betraying if word in str(answers)], command
            await all_is_sent(office)
