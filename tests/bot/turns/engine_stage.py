"""The engine on a real database, with a clock that is wound by hand and nobody around. Never an expectation."""

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.channels.console import Console
from bot.outbox.payloads import KINDS, ChatMessage, Payload
from bot.outbox.writer import OutboxWriter
from bot.ports import Channel, Inbound
from bot.turns.agents import AgentTurns
from bot.turns.engine import Engine
from bot.turns.outcome import TurnOutcome
from conversations.contact import Contact
from conversations.customer.events import AccountOpened, Event, OtpSent, OtpVerified, SummaryFetched, TextReceived
from conversations.effects import Immediate
from conversations.link import LinkRules
from conversations.minting import FRESH
from conversations.rules import Rules
from conversations.secret import AccountId
from conversations.session import Session
from storage.codec import decode
from storage.database import MEMORY, Database
from storage.outbox import OutboxMessage
from storage.sealing import Keyring
from storage.store import Store
from tests.happenings import SUMMARIES
from tests.scenes import ACCOUNT, ADA, BUSINESS, CODE, FORM, NOON, REFERENCE

TO_THE_CODE = ("start", "yes", "0803 123 4567", "mtn")


@dataclass(slots=True)
class HandedClock:
    """A clock that is wound by hand."""

    at: datetime = NOON

    def now(self) -> datetime:
        return self.at

    def call_later(self, seconds: float, call: Callable[[], object]) -> Callable[[], object]:
        raise AssertionError("nothing here is to happen by itself")

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass(slots=True)
class Bench:
    """An engine, and what it left to be done since it was opened."""

    database: Database
    store: Store
    engine: Engine
    clock: HandedClock
    wishes: list[Immediate] = field(default_factory=list)
    inbound_ids: int = 0

    async def hear(self, event: Event, contact: Contact = ADA, **inbound: Any) -> TurnOutcome:
        """One delivery, under a name of its own unless another is given."""
        self.inbound_ids += 1
        named = {"delivery": f"delivery-{self.inbound_ids}", **inbound}
        outcome = await self.engine.take(Inbound(contact, event, **named))
        self.wishes += outcome.immediate
        return outcome

    async def say(self, *texts: str, contact: Contact = ADA) -> TurnOutcome:
        """One message after the other; what came of the last."""
        outcome = TurnOutcome()
        for number, text in enumerate(texts):
            outcome = await self.hear(TextReceived(text, f"m{number}"), contact)
        return outcome

    async def answer(self, kind: Callable[..., Event], *values: Any, contact: Contact = ADA) -> TurnOutcome:
        """The provider's answer to what was asked of it last."""
        return await self.hear(kind(self.wishes[-1].attempt, *values), contact, delivery=None)

    async def link(self, contact: Contact = ADA, account: AccountId = ACCOUNT) -> None:
        """The whole way, with the provider's good answers."""
        await self.say(*TO_THE_CODE, contact=contact)
        await self.answer(OtpSent, REFERENCE, FORM, contact=contact)
        await self.say("482913", contact=contact)
        await self.answer(OtpVerified, CODE, contact=contact)
        await self.answer(AccountOpened, account, contact=contact)
        await self.answer(SummaryFetched, SUMMARIES[0], contact=contact)

    async def session(self, contact: Contact = ADA) -> Session:
        """The session of a contact that has one, as it stands on disk."""
        session = await self.database.read(lambda tx: self.store.sessions.load(tx, contact))
        assert session is not None
        return session

    async def count(self, table: str) -> int:
        """The rows of a table."""
        query = f"SELECT count(*) FROM {table}"  # noqa: S608 - a name from the tests
        return int(await self.database.read(lambda tx: tx.execute(query).fetchone()[0]))


@asynccontextmanager
async def open_bench(
    path: Path = MEMORY,
    *,
    keyring: Keyring | None = None,
    rules: Rules | None = None,
    channel: Channel | None = None,
    tells_systems: bool = False,
    receipts_at: str = "",
) -> AsyncIterator[Bench]:
    """A bench on the database at `path`, until the block is left."""
    rules = rules or Rules()
    keyring = keyring or Keyring.parse(Keyring.generate_key())
    store = Store.under(keyring, rules, tells_systems=tells_systems, receipts_at=receipts_at)
    writer = OutboxWriter(store, BUSINESS, {ADA.channel: channel or Console()})
    agents = AgentTurns(store, LinkRules, writer, lambda: secrets.token_bytes(FRESH))
    clock = HandedClock()
    database = await Database.open(path)
    try:
        yield Bench(database, store, Engine(database, store, lambda: rules, writer, agents, clock), clock)
    finally:
        await database.close()


def payload_of(message: OutboxMessage) -> Payload:
    return decode(message.body, KINDS[message.kind])


def texts_of(outcome: TurnOutcome) -> list[str]:
    """What the messages of a turn say."""
    bodies = [payload_of(message) for message in outcome.messages]
    return [body.content.text for body in bodies if isinstance(body, ChatMessage)]
