"""Agents' menus: written with the turn that changes them, once, and taken away from who is no agent any more."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.channels.console import Console
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, RecipientGone
from bot.monitoring.metrics import Metrics
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.handlers import PayloadHandlers
from bot.outbox.payloads import KINDS, MenuChange
from bot.outbox.template_messages import TemplateMessages
from bot.outbox.webhooks import OutgoingWebhooks
from bot.ports import Inbound, UnreadableInbound
from conversations.agents.session import AgentSession
from conversations.agents.usage import ADMINS_COMMANDS, COMMANDS
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped, CustomerLeft
from conversations.effects import MenuItem
from storage.codec import decode
from storage.transaction import Transaction
from tests.bot.providers.calls_stage import Provider
from tests.bot.turns.agents_stage import ADA, BISI, BOSS, TUNDE, HandedClock, Office, open_office
from tests.for_every import for_every
from tests.waiting import until_found

AGENTS_MENU, ADMINS_MENU = [*COMMANDS], [*COMMANDS, *ADMINS_COMMANDS]
DAY = timedelta(days=1)


class Board(Console):
    """A console whose chats have menus, unless `troubles` come first. `shown` holds every menu, oldest first."""

    shows_menus = True

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[str, list[str]]] = []
        self.troubles: list[DeliveryError] = []

    async def show_menu(self, contact: Contact, items: tuple[MenuItem, ...]) -> None:
        if self.troubles:
            raise self.troubles.pop(0)
        self.shown.append((contact.address, [item.command for item in items]))


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
async def office(board: Board) -> AsyncIterator[Office]:
    async with open_office(channels={"console": board}) as office:
        yield office


async def menus(office: Office, contact: Contact) -> list[list[str]]:
    """What was written for somebody's menu since the last look."""

    def take(tx: Transaction) -> list[list[str]]:
        bodies = [
            (message.number, decode(message.body, KINDS[message.kind])) for message in office.store.outbox.waiting(tx)
        ]
        found = [(number, body) for number, body in bodies if isinstance(body, MenuChange) and body.contact == contact]
        for number, _ in found:
            office.store.outbox.drop(tx, number, office.store.sessions.key(contact) + b"menu")
        return [[item.command for item in body.items] for _, body in found]

    return await office.database.run(take)


async def desk_of(office: Office, contact: Contact) -> AgentSession | None:
    return await office.database.read(lambda tx: office.store.agents.session(tx, contact))


# Who sees what


async def test_who_joins_sees_the_agents_commands_and_a_customer_sees_none_of_them(office: Office) -> None:
    await office.say(ADA, "hello")
    await office.recruit(TUNDE, "Tunde")
    assert await menus(office, TUNDE) == [AGENTS_MENU]
    assert await menus(office, ADA) == []


async def test_an_administrators_first_word_shows_theirs_and_the_next_nothing(office: Office) -> None:
    await office.say(BOSS, "hello")
    await office.say(BOSS, "/links")
    assert await menus(office, BOSS) == [ADMINS_MENU]


async def test_another_language_shows_it_anew(office: Office) -> None:
    await office.recruit(TUNDE, "Tunde")
    await menus(office, TUNDE)
    await office.hear(TUNDE, ButtonTapped("pcm"))
    await office.say(TUNDE, "/links")
    assert await menus(office, TUNDE) == [AGENTS_MENU]


async def test_the_agents_of_the_release_before_see_it_at_their_next_word(office: Office) -> None:
    await office.recruit(TUNDE, "Tunde")
    await office.database.run(lambda tx: office.store.agents.keep_session(tx, TUNDE, AgentSession("pcm")))
    await menus(office, TUNDE)
    await office.say(TUNDE, "/today")
    assert await menus(office, TUNDE) == [AGENTS_MENU]


async def test_somebody_with_a_wrong_code_sees_nothing(office: Office) -> None:
    await office.say(ADA, "/join K7MAD-QRX4T")
    assert (await menus(office, ADA), await desk_of(office, ADA)) == ([], None)


async def test_a_repeated_word_writes_no_second_menu(office: Office) -> None:
    for _ in range(50):
        await office.say(BOSS, "/help")
    assert len(await menus(office, BOSS)) == 1


@for_every("channels", [{}, {"console": Console()}])
async def test_where_there_are_no_menus_no_letter_is_written_and_nothing_is_noted(
    channels: dict[str, Console],
) -> None:
    async with open_office(channels=channels) as office:
        await office.recruit(TUNDE, "Tunde")
        await office.say(TUNDE, "/help")
        await office.say(BOSS, "/remove Tunde")
        assert await menus(office, TUNDE) == await menus(office, BOSS) == []
        session = await desk_of(office, BOSS)
        assert session is None or session.menu is None


# Who is none any more


async def test_who_is_removed_loses_it_with_the_same_turn(office: Office) -> None:
    await office.recruit(TUNDE, "Tunde")
    await office.recruit(BISI, "Bisi Ade")
    for contact in (TUNDE, BISI):
        await menus(office, contact)
    await office.say(BOSS, "/remove Tunde")
    assert (await menus(office, TUNDE), await menus(office, BISI)) == ([[]], [])
    await office.say(TUNDE, "hello")
    assert await menus(office, TUNDE) == []


async def test_who_comes_again_sees_it_again(office: Office) -> None:
    for _ in range(2):
        await office.recruit(TUNDE, "Tunde")
        await office.say(BOSS, "/remove Tunde")
    assert await menus(office, TUNDE) == [AGENTS_MENU, [], AGENTS_MENU, []]


async def test_a_start_takes_it_from_who_is_no_administrator_any_more_once(office: Office) -> None:
    await office.say(BOSS, "hello")
    await menus(office, BOSS)
    office.restart(BOSS)
    await office.drop_orphaned()
    assert await menus(office, BOSS) == []
    office.restart()
    await office.drop_orphaned()
    await office.drop_orphaned()
    assert (await menus(office, BOSS), await desk_of(office, BOSS)) == ([[]], None)


async def test_an_administrator_with_a_name_is_none_any_more_and_loses_the_menu(office: Office) -> None:
    await office.say(BOSS, "/link mtn")
    await office.say(BOSS, "Mama Boss")
    await menus(office, BOSS)
    office.restart()
    await office.drop_orphaned()
    assert await menus(office, BOSS) == [[]]
    await office.say(BOSS, "hello")
    assert await menus(office, BOSS) == []


async def test_a_start_takes_nothing_from_a_desk_that_never_had_one(office: Office) -> None:
    await office.database.run(lambda tx: office.store.agents.keep_session(tx, ADA, AgentSession("pcm")))
    await office.drop_orphaned()
    assert (await menus(office, ADA), await desk_of(office, ADA)) == ([], None)


# Blocks


async def test_after_a_block_it_is_shown_again(office: Office) -> None:
    await office.recruit(TUNDE, "Tunde")
    await menus(office, TUNDE)
    assert (await office.hear(TUNDE, CustomerLeft())).messages == ()
    assert await menus(office, TUNDE) == []
    await office.say(TUNDE, "hello")
    assert await menus(office, TUNDE) == [AGENTS_MENU]


async def test_who_is_removed_while_they_block_loses_it_too(office: Office) -> None:
    await office.recruit(TUNDE, "Tunde")
    await office.hear(TUNDE, CustomerLeft())
    await menus(office, TUNDE)
    await office.say(BOSS, "/remove Tunde")
    assert await menus(office, TUNDE) == [[]]


# On their way


class Round:
    """A dispatcher that carries the office's messages to the board; `reported` are those whom it found gone."""

    def __init__(self, office: Office, board: Board) -> None:
        self.office, self.board = office, board
        self.reported: list[Contact] = []
        self.clock = HandedClock(office.clock.at)
        webhooks = OutgoingWebhooks(office.database, office.store.events, None, self.clock)
        template_messages = TemplateMessages(None, office.database, office.store.links, self.clock, self._receive)
        give_back = Provider().unlink
        delivery = PayloadHandlers({"console": board}, give_back, webhooks, template_messages, self._receive, Metrics())
        self.dispatcher = Dispatcher(office.database, office.store.outbox, self.clock, delivery, Metrics())

    async def _receive(self, inbound: Inbound | UnreadableInbound) -> None:
        assert inbound.contact
        self.reported.append(inbound.contact)

    async def left(self) -> int:
        return len(await self.office.database.read(self.office.store.outbox.waiting))

    async def carry(self) -> None:
        """Until nothing waits any more; waiting takes no time."""
        await self.dispatcher.adopt()

        async def is_done() -> bool:
            return not await self.left()

        await until_found(is_done)


@asynccontextmanager
async def open_round(office: Office, board: Board) -> AsyncIterator[Round]:
    round_ = Round(office, board)
    yield round_
    await round_.dispatcher.finish(patience=0)


def said(board: Board, contact: Contact) -> list[str]:
    return [bubble.text for bubble in board.chat(contact.address).bubbles]


async def test_the_channel_gets_what_was_written_in_its_order(office: Office, board: Board) -> None:
    await office.recruit(TUNDE, "Tunde")
    await office.say(BOSS, "/remove Tunde")
    async with open_round(office, board) as round_:
        await round_.carry()
    assert [menu for address, menu in board.shown if address == TUNDE.address] == [AGENTS_MENU, []]


async def test_a_menu_that_has_to_wait_holds_up_no_message_and_is_shown_in_the_end(
    office: Office, board: Board
) -> None:
    board.troubles = [ChannelBusy(timedelta(hours=9)), ChannelDown("500"), ChannelBusy(DAY)]
    await office.say(BOSS, "/help")
    lanes = [message.lane for message in await office.database.read(office.store.outbox.waiting)]
    assert len(set(lanes)) == len(lanes) == 2
    async with open_round(office, board) as round_:
        await round_.carry()
        assert round_.clock.now() - office.clock.now() == timedelta(hours=9, seconds=2) + DAY
    assert board.shown == [(BOSS.address, ADMINS_MENU)]


@pytest.mark.parametrize("trouble", [RecipientGone("chat not found"), MessageRefused("no such command")], ids=repr)
async def test_a_menu_that_is_refused_is_given_up_and_ends_nobodys_conversation(
    office: Office, board: Board, trouble: DeliveryError
) -> None:
    board.troubles = [trouble]
    await office.say(BOSS, "/help")
    async with open_round(office, board) as round_:
        await round_.carry()
        assert round_.reported == []
    assert len(said(board, BOSS)) == 1
    assert board.shown == []


async def test_a_menu_matters_for_a_month(office: Office) -> None:
    await office.say(BOSS, "/help")
    drops = {message.kind: message.drop_at for message in await office.database.read(office.store.outbox.waiting)}
    assert drops["menu"] - office.clock.now() == 30 * DAY
