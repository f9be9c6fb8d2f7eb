"""What the turns of many customers ask of a server, as they link their lines: foreseen for all of them, and read once.

A statement that is not foreseen has a round trip of its own, for which all others of its group wait.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count
from typing import Any

import pytest

from bot.channels.console import Console
from bot.channels.whatsapp.addresses import NAME as WHATSAPP
from bot.channels.whatsapp.decoding import Written
from bot.channels.whatsapp.inbound import InboundMessages
from bot.channels.whatsapp.tables import WhatsAppTables
from bot.outbox.writer import OutboxWriter
from bot.ports import Inbound, UnreadableInbound
from bot.turns.agents import AgentTurns
from bot.turns.engine import Engine
from conversations.contact import Contact
from conversations.customer.events import (
    AccountOpened,
    Event,
    OtpSent,
    OtpVerified,
    ProviderRefused,
    SummaryFetched,
    TextReceived,
)
from conversations.link import LinkRules
from conversations.refusal import Refusal
from conversations.secret import AccountId
from storage.jobs import Expects, Job, Work, nothing
from storage.postgres.committing import commit
from storage.postgres.connection import connect
from storage.postgres.transaction import Server
from storage.transaction import Wanted
from tests.bot.turns.engine_stage import HandedClock
from tests.happenings import SUMMARIES
from tests.local_postgres import LocalPostgres
from tests.scenes import ADA, AGREEMENT, BUSINESS, CODE, FORM, NOON, REFERENCE, RULES
from tests.storage.postgres.test_committing import STORE, no_future, traced
from tests.waiting import until

ON_CONSOLE = {Contact("console", f"statements {place}"): f"0803 111 {place:04}" for place in range(12)}
ON_WHATSAPP = {Contact(WHATSAPP, f"+234803222{place:04}"): f"0803 222 {place:04}" for place in range(12)}
Say = Callable[[Contact, int], Event]


class Collected:
    """In the place of the database: the work that waits for it, until it is committed as a group."""

    def __init__(self) -> None:
        self.jobs: list[Job[Any]] = []

    def submit(self, work: Work[Any], wanted: tuple[Wanted, ...] = (), expects: Expects = nothing) -> Job[Any]:
        job: Job[Any] = Job(work, asyncio.get_running_loop().create_future(), wanted, expects)
        self.jobs.append(job)
        return job


class Crowd:
    """All of them do the same at the same time. What they write on WhatsApp is taken in as it is there."""

    def __init__(self, connection: Server, people: Mapping[Contact, str]) -> None:
        self._people = people
        self._connection = connection
        self._database = Collected()
        database: Any = self._database
        writer = OutboxWriter(STORE, BUSINESS, {"console": Console(), WHATSAPP: Console()})
        agents = AgentTurns(STORE, LinkRules, writer, lambda: b"")
        clock = HandedClock()
        self._engine = Engine(database, STORE, lambda: RULES, writer, agents, clock)
        self._messages = InboundMessages(WhatsAppTables(database, STORE), clock, self._receive)
        self._attempts = dict.fromkeys(people, 0)
        self._ids = count()

    async def do(self, say: Say) -> int:
        """The round trips that it took."""
        said = [self._say(contact, say(contact, self._attempts[contact])) for contact in self._people]
        turns = [asyncio.create_task(each) for each in said]
        await until(lambda: len(self._database.jobs) == len(turns))
        with traced(self._connection) as sent:
            commit(self._connection, self._database.jobs)
            trips = sum("\tSync" in line for line in sent())
        for job in self._database.jobs:
            job.settle()
        self._database.jobs.clear()
        await asyncio.gather(*turns)
        return trips

    async def _say(self, contact: Contact, event: Event) -> None:
        if contact.channel == WHATSAPP and isinstance(event, TextReceived):
            await self._messages.take(Written(f"SM{next(self._ids)}", contact.address, "", event))
        else:
            await self._receive(Inbound(contact, event))

    async def _receive(self, inbound: Inbound | UnreadableInbound) -> None:
        outcome = await self._engine.take(inbound)
        assert outcome.contact
        self._attempts[outcome.contact] = max([each.attempt for each in outcome.immediate], default=0)


@pytest.fixture(params=[ON_CONSOLE, ON_WHATSAPP], ids=["console", WHATSAPP])
def crowd(postgres: LocalPostgres, request: pytest.FixtureRequest) -> Iterator[Crowd]:
    """Somebody has agreed before them: the very first agreement on record looks twice whether there was none."""
    with connect(postgres.migrated) as connection:
        agreeing = partial(STORE.consents.record, contact=ADA, agreement=AGREEMENT, now=NOON, withdrawn=False)
        commit(connection, [Job(agreeing, no_future())])
        yield Crowd(connection, request.param)


def text(said: str) -> Say:
    return lambda contact, attempt: TextReceived(said)


LINKING: dict[str, Say] = {
    "greets": text("/start"),
    "answers by a figure": text("1"),
    "agrees": text("yes"),
    "names the number": lambda contact, attempt: TextReceived((ON_CONSOLE | ON_WHATSAPP)[contact]),
    "names the network": text("mtn"),
    "is refused": lambda contact, attempt: ProviderRefused(attempt, Refusal.UNAVAILABLE),
    "tries again": text("mtn"),
    "has the code": lambda contact, attempt: OtpSent(attempt, REFERENCE, FORM),
    "types the code": text("482913"),
    "is not checked": lambda contact, attempt: ProviderRefused(attempt, Refusal.UNAVAILABLE),
    "types it again": text("482913"),
    "is proven": lambda contact, attempt: OtpVerified(attempt, CODE),
    "is linked": lambda contact, attempt: AccountOpened(attempt, AccountId(f"account {contact.address}")),
    "hears so": lambda contact, attempt: SummaryFetched(attempt, SUMMARIES[0]),
    "asks for the balance": text("/balance"),
}


async def test_whatever_they_do_they_wait_for_three_round_trips_at_most(crowd: Crowd) -> None:
    taken = {done: await crowd.do(say) for done, say in LINKING.items()}
    assert {done: trips for done, trips in taken.items() if trips > 3} == {}
