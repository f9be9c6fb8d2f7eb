"""The whole service on the console, with an emulated Mono, and somebody who talks to it step by step."""

import asyncio
from datetime import datetime

import pytest

from bot.ports import Inbound, UnreadableInbound
from bot.sandbox.demo.stage import DemoStage
from bot.sandbox.emulators.mono import MonoFault
from bot.turns.engine import Engine
from bot.turns.outcome import TurnOutcome
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped, Event, LinkOpened, TextReceived
from conversations.session import Session, Step
from storage.transaction import Transaction
from tests.waiting import until, until_found

ADA, BEN = Contact("console", "ada"), Contact("console", "ben")
NUMBER = "08030000101"
HANGS = MonoFault(hang=True)
UNHEARD = MonoFault(hang=True, carried_out=True)


class Talk:
    """Ada and the service. What she does is a delivery of its own each time; `said` is all that she heard."""

    def __init__(self, stage: DemoStage) -> None:
        self.stage = stage
        self._deliveries = 0
        stage.mono.set_webhook("http://127.0.0.1:9/", "nobody")  # what Mono tells by itself would come at any time

    @property
    def said(self) -> list[str]:
        return [bubble.text for bubble in self.stage.console.chat("ada").bubbles]

    async def does(self, event: Event) -> Inbound:
        """Hand an event over; it is on disk when this returns."""
        self._deliveries += 1
        inbound = Inbound(ADA, event, delivery=str(self._deliveries))
        await self.stage.app.service.receive(inbound)
        return inbound

    async def taps(self, choice: str) -> None:
        await self.does(ButtonTapped(choice, (await self.session()).dialog.prompt))

    async def hears(self, words: str, times: int = 1) -> None:
        """Wait until it was said so often."""
        await until(lambda: sum(words in text for text in self.said) >= times)

    async def session(self) -> Session:
        database, store = self.stage.app.database, self.stage.app.store
        session = await database.read(lambda tx: store.sessions.load(tx, ADA))
        assert session
        return session

    async def stands_at(self, step: type[Step]) -> None:
        """Wait until the conversation does."""

        async def does() -> bool:
            return isinstance((await self.session()).step, step)

        await until_found(does)

    async def asks_for_a_code(self) -> None:
        await self.does(LinkOpened())
        await self.taps("agree")
        await self.does(TextReceived(NUMBER))
        await self.taps("mtn")

    async def types_the_code(self) -> None:
        await self.hears("digit code by SMS")
        await self.does(TextReceived(self.stage.newest_code(NUMBER), "m1"))

    async def links(self) -> None:
        await self.asks_for_a_code()
        await self.types_the_code()
        await self.hears("Receipt")

    def calls(self, path: str) -> int:
        """How often Mono was called there."""
        return sum(call.path.endswith(path) for call in self.stage.mono.journal.calls)

    async def count(self, table: str) -> int:
        def work(tx: Transaction) -> int:
            return int(tx.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - a test's own word

        return await self.stage.app.database.read(work)


def break_turns(monkeypatch: pytest.MonkeyPatch, about: type[Event]) -> list[type[Event]]:
    """The next turn about such an event meets a defect of ours; what it was about."""
    broken, follow = list[type[Event]](), Engine.follow

    def stumble(engine: Engine, tx: Transaction, inbound: Inbound, now: datetime) -> TurnOutcome:
        if isinstance(inbound.event, about) and not broken:
            broken.append(about)
            raise KeyError("a defect of ours")
        return follow(engine, tx, inbound, now)

    monkeypatch.setattr(Engine, "follow", stumble)
    return broken


def break_bens_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """No turn of Ben's works."""
    take = Engine.take

    def take_or_break(engine: Engine, inbound: Inbound | UnreadableInbound) -> asyncio.Future[TurnOutcome]:
        if inbound.contact == BEN and not inbound.delivery:
            raise KeyError("a defect of ours")
        return take(engine, inbound)

    monkeypatch.setattr(Engine, "take", take_or_break)
