"""The end of a year and what follows, played in seconds: many customers, each with a history of their own.

Once the clock is set back, once the service is down for days, and once for years. The model knows nothing of how it
is done: it counts from what was agreed and from what was read. `CUSTOMERS=1000` for a long run.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random

from bot.outbox.payloads import ChatMessage
from bot.ports import Inbound
from bot.turns.outcome import TurnOutcome
from conversations.account import Summary
from conversations.choice import Choice
from conversations.consent import Asked, Terms, agree
from conversations.consent_events import ConsentDue
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped, Event, SummaryFetched, TextReceived
from conversations.lagos import LAGOS, months_after, next_polite_moment
from conversations.linked_line import Claim, LinkedLine
from conversations.network import Line, Network
from conversations.phone import PhoneNumber
from conversations.schedule import scheduled
from conversations.secret import AccountId
from storage.transaction import Transaction
from tests.bot.turns.engine_stage import Bench, open_bench, payload_of
from tests.scenes import NOON, RULES

CUSTOMERS = int(os.environ.get("CUSTOMERS", "200"))
TERMS = Terms("Kudi Loans", "your loan application")
DAY = timedelta(days=1)
MOST_HOURS = 60  # from one look at all of them to the next


@dataclass(slots=True)
class Customer:
    """One line, and what its customer did and heard."""

    contact: Contact
    account: AccountId
    agreed_at: datetime
    used_at: datetime
    goes_on: bool
    reads_every: timedelta
    notices: list[datetime] = field(default_factory=list)
    told_of: list[datetime] = field(default_factory=list)  # the ends
    reminders: list[datetime] = field(default_factory=list)
    ended_at: datetime | None = None

    @property
    def end(self) -> datetime:
        return min(months_after(self.agreed_at, 12), self.used_at + 180 * DAY)

    @property
    def is_told(self) -> bool:
        """Whether the end that is nearest now has been told of."""
        return bool(self.told_of) and self.told_of[-1] == self.end


class Year:
    """The engine, its clock, and all of them."""

    def __init__(self, bench: Bench, chance: Random) -> None:
        self.bench = bench
        self.chance = chance
        self.customers = [self._customer(number) for number in range(CUSTOMERS)]
        self.by_contact = {each.contact: each for each in self.customers}

    def _customer(self, number: int) -> Customer:
        begun = NOON - self.chance.uniform(150, 360) * DAY
        used = max(begun, NOON - self.chance.uniform(0, 170) * DAY)
        rarely = self.chance.choice((100, 400, 400, 400))
        contact = Contact("console", f"c{number}")
        goes_on = self.chance.random() < 0.3
        return Customer(contact, AccountId(f"account-{number}"), begun, used, goes_on, rarely * DAY)

    def link_all(self, tx: Transaction) -> None:
        store = self.bench.store
        for each in self.customers:
            agreement = agree(each.contact, "en", each.agreed_at, TERMS)
            claim = Claim(agreement, Line(PhoneNumber("+2348031234567"), Network.MTN), proven=True)
            line = LinkedLine(each.account, claim, each.agreed_at, used_at=each.used_at, reminded_at=NOON)
            store.consents.record(tx, each.contact, agreement, each.agreed_at, withdrawn=False, asked=Asked(TERMS, ""))
            store.accounts.keep(tx, each.contact, scheduled(line, RULES))

    async def goes_by(self, span: timedelta) -> None:
        until = self.bench.clock.at + span
        while self.bench.clock.at < until:
            self.bench.clock.at += timedelta(hours=self.chance.uniform(2, MOST_HOURS))
            await self.sweeps()
            await asyncio.gather(*self._wishes())
            self.bench.clock.at = next_polite_moment(self.bench.clock.at)
            await self.sweeps()

    async def sweeps(self) -> None:
        now = self.bench.clock.at
        due = await self.bench.database.read(lambda tx: self.bench.store.accounts.to_tend(tx, now, CUSTOMERS))
        await asyncio.gather(*(self.happens(each.contact, ConsentDue(each.line.account)) for each in due))

    def _wishes(self) -> list[Awaitable[object]]:
        now = self.bench.clock.at
        wishes: list[Awaitable[object]] = []
        for each in self.customers:
            if each.goes_on and each.is_told and not each.ended_at and now > each.notices[-1] + 2 * DAY:
                wishes.append(self.goes_on(each))
            elif now > each.used_at + each.reads_every or (each.ended_at and self.chance.random() < 0.0005):
                wishes.append(self.reads(each))
        return wishes

    async def reads(self, each: Customer) -> None:
        over = each.ended_at is not None or self.bench.clock.at >= each.end
        outcome = await self.happens(each.contact, TextReceived("balance"))
        assert bool(outcome.immediate) is not over
        if outcome.turn and outcome.immediate:
            summary = Summary(None, (), self.bench.clock.at)
            await self.happens(each.contact, SummaryFetched(outcome.turn.session.attempt, summary))
        each.used_at = max(each.used_at, self.bench.clock.at)

    async def goes_on(self, each: Customer) -> None:
        each.goes_on = False
        if self.bench.clock.at < each.end:
            await self.happens(each.contact, ButtonTapped(Choice.SHARE_ON.value))
            each.agreed_at = each.used_at = self.bench.clock.at

    async def happens(self, contact: Contact, event: Event) -> TurnOutcome:
        outcome = await self.bench.engine.take(Inbound(contact, event))
        for message in outcome.messages:
            body = payload_of(message)
            if isinstance(body, ChatMessage):
                self._hear(self.by_contact[contact], body.content.text)
        return outcome

    def _hear(self, each: Customer, text: str) -> None:
        now = self.bench.clock.at
        if text.startswith("Your agreement of"):
            assert each.end not in each.told_of
            assert now < each.end
            each.notices.append(now)
            each.told_of.append(each.end)
        elif text.startswith("A reminder:"):
            each.reminders.append(now)
        elif "was unlinked on" in text:
            assert each.ended_at is None
            assert now >= each.end
            assert each.end in each.told_of or now > NOON + 300 * DAY
            each.ended_at = now

    def by_day(self, find: Callable[[Customer], list[datetime]]) -> bool:
        heard = [at.astimezone(LAGOS).time() for each in self.customers for at in find(each)]
        return bool(heard) and all(time(9) <= at < time(18) for at in heard)


async def test_consents_are_told_of_once_by_day_and_nothing_is_read_after_their_end() -> None:
    async with open_bench(rules=RULES) as bench:
        year = Year(bench, Random(9))
        await bench.database.run(year.link_all)
        await year.goes_by(60 * DAY)
        bench.clock.at -= 2 * DAY  # set back
        await year.goes_by(60 * DAY)
        bench.clock.at += 4 * DAY  # down
        await year.goes_by(110 * DAY)
        assert year.by_day(lambda each: each.notices)
        assert year.by_day(lambda each: each.reminders)
        ended = [each for each in year.customers if each.ended_at]
        assert 0.4 * CUSTOMERS < len(ended) < CUSTOMERS
        bench.clock.at += 900 * DAY  # down for longer than any consent: what ended meanwhile ends at the start
        await year.sweeps()
        assert all(each.ended_at for each in year.customers)
        assert await bench.count("accounts") == 0
