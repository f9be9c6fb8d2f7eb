"""Agents who do not write any more: looked for now and then, each in a transaction of its own. Never what they read."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from msgspec import Struct

from bot.ports import Clock
from bot.scheduler import alone
from bot.turns.agent_effects import AgentEffects
from bot.turns.engine import Engine
from bot.turns.notifications import Notifications
from bot.turns.outcome import FollowUp, TurnOutcome
from conversations.agents.idling import Idleness, idleness, lapse, warn
from conversations.agents.making import limited
from conversations.agents.session import Agent, AgentSession
from conversations.agents.turn import AgentTurn
from conversations.changing import replace
from conversations.contact import Contact
from conversations.effects import sentence
from conversations.link import LinkRules
from storage.database import Database
from storage.store import Store
from storage.transaction import Transaction

IDLE_LOOKED_FOR_EVERY = timedelta(hours=1)


class IdleAgents(Struct, frozen=True):
    """A sweep: who writes nothing for `most` is no agent any more. What follows goes to `follow_up`."""

    database: Database
    store: Store
    effects: AgentEffects
    engine: Engine
    rules: Callable[[], LinkRules]
    notifications: Notifications
    clock: Clock
    most: timedelta
    follow_up: FollowUp

    async def sweep(self) -> None:
        for contact in await self.database.read(self._find):
            await alone(self._tend(contact))

    async def _tend(self, contact: Contact) -> None:
        self.follow_up(await self.database.run(partial(self._look, contact=contact)))

    def _find(self, tx: Transaction) -> tuple[Contact, ...]:
        return tuple(agent.contact for agent in self.store.agents.all(tx) if self._due(tx, agent))

    def _due(self, tx: Transaction, agent: Agent) -> Idleness | None:
        return idleness(agent, self.store.agents.session(tx, agent.contact), self.clock.now(), self.most)

    def _look(self, tx: Transaction, contact: Contact) -> TurnOutcome:
        """They may have written meanwhile."""
        now, agent = self.clock.now(), self.store.agents.find(tx, contact)
        session = self.store.agents.session(tx, contact) or AgentSession()
        begun = AgentTurn(agent, session, now, self.rules()) if agent else None
        match agent and self._due(tx, agent):
            case Idleness.NOTING:
                self.store.agents.keep_session(tx, contact, replace(session, wrote_at=now))
            case Idleness.WARNING if begun:
                acted = self.effects.carry_out(tx, begun, warn(begun, self.most), partial(limited, begun))
                return self.engine.outcome_of(tx, acted, now, contact)
            case Idleness.ENDING if begun:
                return self._end(tx, begun)
        return TurnOutcome()

    def _end(self, tx: Transaction, begun: AgentTurn) -> TurnOutcome:
        agent, now = begun.agent, begun.now
        links = self.store.links.open_of(tx, agent)
        acted = self.effects.carry_out(tx, begun, lapse(begun, links), partial(limited, begun))
        told = sentence("agent-lapsed", name=agent.name, days=self.most.days, count=len(links))
        news = self.notifications.alarm(tx, told, f"lapsed:{agent.contact}", now)
        acted = replace(acted, messages=acted.messages + news)
        return self.engine.outcome_of(tx, acted, now, agent.contact)
