"""What turns leave to be done is done, whichever way they were taken, and for each chat that they were of."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from typing import cast

import pytest
from structlog.testing import capture_logs

from bot.monitoring.metrics import Metrics
from bot.outbox.clearings import Cleared
from bot.outbox.dispatcher import Dispatcher
from bot.ports import Inbound
from bot.providers.calls import ProviderCalls
from bot.sandbox.emulators.clock import EmulatedClock
from bot.service import Service
from bot.turns.engine import Engine
from bot.turns.outcome import Passage, TurnOutcome, messages_of
from conversations.contact import Contact
from conversations.customer.events import CustomerLeft
from conversations.customer.turn import Turn
from conversations.effects import FetchSummary, Immediate
from conversations.rules import Rules
from conversations.secret import AccountId
from conversations.session import Session
from storage.database import MEMORY, Database
from storage.outbox import OutboxMessage
from storage.sealing import Keyring
from storage.store import Store
from tests.scenes import NOON, RULES
from tests.waiting import until_quiet

CHATS = [Contact("console", name) for name in ("ada", "ben", "chidi")]


@dataclass
class Done:
    """What was done, in its order."""

    cleared: list[bytes] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)
    called: list[tuple[Contact, str]] = field(default_factory=list)
    adopted: bool = False

    async def adopt(self) -> None:
        self.adopted = not self.sent  # what waits since the last start goes before

    def clear(self, cleared: Cleared) -> None:
        assert not self.sent
        self.cleared.append(cleared.lane)

    def send(self, messages: Iterable[OutboxMessage]) -> None:
        self.sent += [message.lane for message in messages]

    def carry_out(self, contact: Contact, language: str, wishes: tuple[Immediate, ...]) -> None:
        self.called.append((contact, language))


@dataclass
class Decided:
    """Stands in for the engine: whatever comes, this comes of it."""

    outcome: TurnOutcome

    def take(self, inbound: Inbound) -> asyncio.Future[TurnOutcome]:
        taken: asyncio.Future[TurnOutcome] = asyncio.get_running_loop().create_future()
        taken.set_result(self.outcome)
        return taken

    async def drop_orphaned_sessions(self) -> TurnOutcome:
        return self.outcome


def turn_of(number: int, *told: TurnOutcome) -> TurnOutcome:
    """A turn that leaves something of everything, and led to others."""
    contact, lane = CHATS[number], str(number).encode()
    session = Session(contact, language=f"l{number}")
    turn = Turn(session, NOON, RULES)
    own = OutboxMessage(number, lane, "message", b"", 0, NOON, NOON)
    return TurnOutcome(
        contact,
        (own, *messages_of(told)),
        (FetchSummary(number, AccountId(str(number))),),
        passage=Passage(CustomerLeft(), session, turn),
        told=told,
        cleared=Cleared(lane, number),
    )


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    database = await Database.open(MEMORY)
    yield database
    await database.close()


def service_of(database: Database, outcome: TurnOutcome, done: Done) -> Service:
    store, engine = Store.under(Keyring.parse(Keyring.generate_key()), Rules()), Decided(outcome)
    service = Service(database, store, cast("Engine", engine), EmulatedClock(at=NOON), Metrics())
    service.join(cast("Dispatcher", done), cast("ProviderCalls", done))
    return service


@pytest.mark.parametrize("asked_for", [True, False], ids=["by a delivery", "inside other work"])
async def test_all_that_turns_leave_is_done_for_each_of_their_chats(database: Database, *, asked_for: bool) -> None:
    done, outcome = Done(), turn_of(0, turn_of(1, turn_of(2)))
    if asked_for:
        await service_of(database, outcome, done).receive(Inbound(CHATS[0], CustomerLeft()))
    else:
        gathered = TurnOutcome(messages=outcome.messages, told=(outcome,))
        service_of(database, gathered, done).follow_up(gathered)
    assert done.cleared == [b"0", b"1", b"2"]
    assert done.sent == [b"0", b"1", b"2"]
    assert done.called == [(chat, f"l{number}") for number, chat in enumerate(CHATS)]


async def test_so_it_is_at_a_start_where_an_administrator_is_none_any_more(database: Database) -> None:
    done, outcome = Done(), turn_of(0, turn_of(1))
    gathered = TurnOutcome(messages=outcome.messages, told=(outcome,))
    service = service_of(database, gathered, done)
    await service.recover()
    assert done.adopted
    assert (done.cleared, done.sent) == ([b"0", b"1"], [b"0", b"1"])
    assert done.called == [(CHATS[0], "l0"), (CHATS[1], "l1")]


async def test_a_defect_in_what_follows_is_in_the_log_also_when_the_sweep_that_led_to_it_was_cut_off(
    database: Database,
) -> None:
    class Broken(Done):
        def send(self, messages: Iterable[OutboxMessage]) -> None:
            raise KeyError("a defect of ours")

    goes_on = asyncio.Event()

    async def take() -> TurnOutcome:
        await goes_on.wait()
        return TurnOutcome()

    following = asyncio.create_task(service_of(database, TurnOutcome(), Broken()).follow(take()))
    await until_quiet()
    following.cancel()
    await until_quiet()
    with capture_logs() as logged:
        goes_on.set()
        await until_quiet()
    assert [(each["event"], each["error"]) for each in logged] == [("follow_up_failed", "KeyError")]
