"""An office: the engine on a database in memory, with agents, a boss and customers in it. Never an expectation."""

import json
import re
import secrets
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial

from bot.outbox.payloads import KINDS, ChatMessage, MessageDeletion
from bot.outbox.writer import OutboxWriter
from bot.ports import Channel, Inbound, TemplateMessage
from bot.turns.agents import AgentTurns
from bot.turns.engine import Engine
from bot.turns.outcome import TurnOutcome
from conversations.account import Identity, Summary
from conversations.allowance import Limits
from conversations.contact import Contact
from conversations.customer.events import (
    AccountOpened,
    ButtonTapped,
    Event,
    LinkOpened,
    OtpSent,
    OtpVerified,
    ProviderUnreachable,
    SummaryFetched,
    TextReceived,
)
from conversations.effects import ExchangeForAccount
from conversations.link import Addresses, Direct, Link, LinkRules
from conversations.minting import FRESH
from conversations.otp import OtpForm
from conversations.phone import PhoneNumber
from conversations.rules import Rules
from conversations.secret import AccountId, ExchangeCode, LinkToken, SessionReference
from storage.codec import decode
from storage.database import MEMORY, Database
from storage.outbox import OutboxMessage
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.scenes import BUSINESS

MONDAY_NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)  # in Lagos
BOSS = Contact("console", "1000")
TUNDE, BISI = Contact("console", "2001"), Contact("console", "2002")
ADA, CHIDI = Contact("console", "3001"), Contact("console", "3002")
PAGE, CHAT = "https://link.kudi.example/l/", "https://chat.example/?start="
NUMBER = "0803 123 4567"
_TOKEN = re.compile(r"(?:/l/|start=)([A-Za-z0-9_-]{22})")


@dataclass(slots=True)
class HandedClock:
    """A clock that is wound by hand."""

    at: datetime = MONDAY_NOON

    def now(self) -> datetime:
        return self.at

    def call_later(self, seconds: float, call: Callable[[], object]) -> Callable[[], object]:
        raise AssertionError("nothing here is to happen by itself")

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass(slots=True)
class Office:
    """Everybody, and what they do. What they are told since last asked is in `told`.

    `numbers` are vouched for by the channel; `invites` is what was to go straight to a number.
    """

    database: Database
    store: Store
    engine: Engine
    clock: HandedClock
    build: Callable[[Iterable[Contact]], tuple[Store, Engine]]
    _told: dict[Contact, list[str]] = field(default_factory=dict)
    _pictures: list[str] = field(default_factory=list)
    deleted: list[MessageDeletion] = field(default_factory=list)
    invites: list[TemplateMessage] = field(default_factory=list)
    numbers: dict[Contact, PhoneNumber] = field(default_factory=dict)
    names: dict[Contact, str] = field(default_factory=dict)  # what people call themselves
    limits: list[str] = field(default_factory=list)  # that programs met
    turns: list[TurnOutcome] = field(default_factory=list)  # that were taken inside other work

    def restart(self, *admins: Contact) -> None:
        """Another start on the same disk, with these administrators in the settings."""
        self.store, self.engine = self.build(admins)

    async def drop_orphaned(self) -> None:
        """What a start does of whom the settings name no more; nothing that it writes is left for others to find."""

        def waiting(tx: Transaction) -> set[int]:
            return {message.number for message in self.store.outbox.waiting(tx)}

        before = await self.database.read(waiting)
        outcome = await self.engine.drop_orphaned_sessions()
        assert {message.number for message in outcome.messages} == await self.database.read(waiting) - before
        self.follow_up(outcome)

    async def hear(self, contact: Contact, event: Event) -> TurnOutcome:
        number, name = self.numbers.get(contact), self.names.get(contact, "")
        outcome = await self.engine.take(Inbound(contact, event, own_number=number, name=name))
        self._deliver(outcome.messages)
        return outcome

    async def say(self, contact: Contact, text: str) -> TurnOutcome:
        return await self.hear(contact, TextReceived(text, "m1"))

    async def tap(self, contact: Contact, button: str) -> TurnOutcome:
        return await self.hear(contact, ButtonTapped(button))

    async def open(self, contact: Contact, token: str) -> TurnOutcome:
        return await self.hear(contact, LinkOpened(token=LinkToken(token)))

    async def tend(self) -> None:
        self._deliver((await self.engine.tend_links()).messages)

    def told(self, contact: Contact) -> list[str]:
        """The messages to a contact since the last look."""
        return self._told.pop(contact, [])

    async def recruit(self, contact: Contact, name: str) -> None:
        """The boss invites somebody, who joins."""
        await self.say(BOSS, f"/invite {name}")
        await self.say(contact, self.told(BOSS)[-1].splitlines()[-1])
        self.told(contact)
        self.told(BOSS)

    async def make_link(self, agent: Contact, command: str = "/link mtn") -> str:
        """A link of the agent's; the token that opens it."""
        await self.say(agent, command)
        self.told(agent)
        return token_in(self._pictures[-1])

    async def link(self, reference: str) -> Link:
        found = await self.database.read(lambda tx: self.store.links.find(tx, reference))
        assert found
        return found

    async def links(self) -> list[Link]:
        query = "SELECT reference FROM links ORDER BY made_at, reference"
        references = await self.database.read(lambda tx: [row[0] for row in tx.execute(query)])
        return [await self.link(reference) for reference in references]

    async def events(self) -> list[tuple[str, dict[str, str | None]]]:
        """What the business's own systems were told, oldest first."""
        events = await self.database.read(lambda tx: self.store.events.latest(tx, self.clock.at))
        return [(event.kind, json.loads(event.body or b"{}")["data"]) for event in events]

    # A customer's way, step by step; the provider's answers come from here too

    async def agree(self, customer: Contact, token: str) -> None:
        await self.open(customer, token)
        await self.say(customer, "I agree")

    async def ask_code(self, customer: Contact, number: str = NUMBER) -> TurnOutcome:
        """Number, network, and the provider's yes."""
        if not (await self.links())[-1].number:
            await self.say(customer, number)
        return await self.send_code(await self.say(customer, "MTN"), customer)

    async def send_code(self, sending: TurnOutcome, customer: Contact) -> TurnOutcome:
        """The provider's yes."""
        return await self.hear(customer, OtpSent(attempt_of(sending), SessionReference("ref"), OtpForm()))

    async def finish(self, customer: Contact, account: str = "account-1", born: date | None = None) -> None:
        """The right code, and all that follows from it; the line's owner is `born` on that day, where it is known."""
        fetching = await self._open_account(customer, account)
        summary = Summary(Identity(born=born) if born else None, None, self.clock.now())
        await self.hear(customer, SummaryFetched(attempt_of(fetching), summary))

    async def finish_unread(self, customer: Contact, account: str = "account-1") -> None:
        """The same of a line that nothing can be read of yet."""
        fetching = await self._open_account(customer, account)
        await self.hear(customer, ProviderUnreachable(attempt_of(fetching)))

    async def _open_account(self, customer: Contact, account: str) -> TurnOutcome:
        checking = await self.say(customer, "482913")
        exchanging = await self.hear(customer, OtpVerified(attempt_of(checking), ExchangeCode("code")))
        assert isinstance(exchanging.immediate[-1], ExchangeForAccount)
        return await self.hear(customer, AccountOpened(attempt_of(exchanging), AccountId(account)))

    def follow_up(self, outcome: TurnOutcome) -> None:
        self.turns += outcome.turns_told()
        self._deliver(outcome.messages)

    def _deliver(self, messages: Iterable[OutboxMessage]) -> None:
        for message in messages:
            body = decode(message.body, KINDS[message.kind])
            if isinstance(body, ChatMessage):
                self._told.setdefault(body.contact, []).append(body.content.text)
                self._pictures += [body.content.qr] if body.content.qr else []
            elif isinstance(body, MessageDeletion):
                self.deleted.append(body)
            elif isinstance(body, TemplateMessage):
                self.invites.append(body)


@asynccontextmanager
async def open_office(
    limits: Limits | None = None,
    *,
    tells_systems: bool = False,
    chance: Callable[[], bytes] | None = None,
    channels: Mapping[str, Channel] | None = None,
    direct: Direct | None = None,
    shows_notes: bool = False,
) -> AsyncIterator[Office]:
    """An office with a boss in the settings and nobody else, until the block is left."""
    rules = Rules(limits=limits or Limits())
    keyring = Keyring.parse(Keyring.generate_key())
    clock = HandedClock()
    links = LinkRules(
        limits=rules.limits,
        addresses=Addresses(PAGE, (("Chat", CHAT),)),
        direct=direct,
        shows_notes=shows_notes,
        business=BUSINESS.name,
    )
    database = await Database.open(MEMORY)

    def build(admins: Iterable[Contact]) -> tuple[Store, Engine]:
        store = Store.under(keyring, rules, [*admins], tells_systems=tells_systems)
        writer = OutboxWriter(store, BUSINESS, channels or {}, shows_notes=shows_notes)
        agents = AgentTurns(store, lambda: links, writer, chance or partial(secrets.token_bytes, FRESH))
        return store, Engine(database, store, lambda: rules, writer, agents, clock)

    try:
        yield Office(database, *build([BOSS]), clock, build)
    finally:
        await database.close()


def token_in(text: str) -> str:
    found = _TOKEN.search(text)
    assert found, text
    return found[1]


def attempt_of(outcome: TurnOutcome) -> int:
    assert outcome.turn
    return outcome.turn.session.attempt
