"""Program turns: links that the business's own programs make, look at and end, each act in one transaction.

The same limits, audit and events as in a chat. Never how a program asks, nor what its answer looks like.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from msgspec import Struct

from bot.ports import Clock, Inbound
from bot.turns.agent_lookups import known_of
from bot.turns.agents import draw_fresh
from bot.turns.engine import Engine
from bot.turns.link_times import by_clock
from bot.turns.notifications import Messages, Notifications
from bot.turns.outcome import FollowUp, TurnOutcome
from conversations.agents.programs import (
    LinkMade,
    LinkOrder,
    NoSuchAgent,
    NotSpoken,
    OpenAlready,
    make_link,
    notes_of,
)
from conversations.agents.session import Agent, AgentSession, Tally
from conversations.agents.turn import Act, AgentTurn
from conversations.allowance import Refused, allowances_for_program
from conversations.contact import Contact
from conversations.customer.link_progress import end
from conversations.customer.notifications import name_of
from conversations.effects import Say, sentence
from conversations.ended_links import state_of
from conversations.link import Link, LinkRules, Milestone
from conversations.link_events import LinkEnded
from storage.database import Database
from storage.program_answers import AnsweredBefore, AskedOnce
from storage.store import Store
from storage.transaction import Transaction

Describe = Callable[[LinkMade, str], bytes]  # the answer to whoever made it, given also the name of who serves it


class Unknown(Struct, frozen=True):
    """What the wanted link names, and there is not here: all of it."""

    what: tuple[NotSpoken | NoSuchAgent, ...]


WhyNotMade = Unknown | OpenAlready | Refused


class LinkSeen(Struct, frozen=True):
    """A link, and the name of who serves it: an agent's or a program's, "" where that is nobody any more."""

    link: Link
    agent: str


class Answered(Struct, frozen=True):
    """The answer to whoever made a link; `again` where it had been made before under the same key."""

    content: bytes
    again: bool = False


class OverAlready(Struct, frozen=True):
    """It has ended, and cannot be ended."""

    seen: LinkSeen


class ProgramTurns:
    """Acts for programs. What follows goes to `follow_up`; `chance` gives new random bytes at each call."""

    def __init__(  # noqa: PLR0913 - what an act takes
        self,
        database: Database,
        store: Store,
        engine: Engine,
        *,
        notifications: Notifications,
        rules: Callable[[], LinkRules],
        chance: Callable[[], bytes],
        clock: Clock,
        follow_up: FollowUp,
        limit_reached: Callable[[str], None],
    ) -> None:
        self._database = database
        self._store = store
        self._engine = engine
        self._notifications = notifications
        self._rules = rules
        self._chance = chance
        self._clock = clock
        self._follow_up = follow_up
        self._limit_reached = limit_reached

    async def make(
        self, program: Contact, order: LinkOrder, describe: Describe, once: AskedOnce | None = None
    ) -> Answered | AnsweredBefore | WhyNotMade:
        """On disk when this returns. `AnsweredBefore` is told where something else was asked for under that key."""
        work = partial(self._make_once, program=program, order=order, describe=describe, once=once)
        outcome, messages = await self._database.run(work)
        self._follow_up(TurnOutcome(messages=messages))
        if isinstance(outcome, Refused):
            self._limit_reached(outcome.limit.name)
        return outcome

    async def look_for(self, language: str, agent: str) -> Unknown:
        """What there is not of what a link names that cannot be made anyhow; "" for what it does not name."""
        return Unknown(await self._database.read(partial(self._unknown, language=language, agent=agent)))

    async def find(self, reference: str) -> LinkSeen | None:
        return await self._database.read(partial(self._find, reference=reference))

    async def find_external(self, external: str) -> tuple[LinkSeen, ...]:
        """What the business calls so, newest first."""

        def look(tx: Transaction) -> tuple[LinkSeen, ...]:
            return tuple(self._see(tx, link) for link in self._store.links.of_external_reference(tx, external))

        return await self._database.read(look)

    async def cancel(self, program: Contact, reference: str) -> LinkSeen | OverAlready | None:
        """The link as it has ended; None where there is none. Whoever is in the middle of it hears it."""
        found, outcome = await self._database.run(partial(self._cancel, program=program, reference=reference))
        self._follow_up(outcome)
        return found

    async def tally(self, since: datetime) -> tuple[Tally, ...]:
        """How far all links came that were made since then."""
        return await self._database.read(lambda tx: self._store.links.tally(tx, since))

    # Making

    def _make_once(
        self, tx: Transaction, program: Contact, order: LinkOrder, describe: Describe, once: AskedOnce | None
    ) -> tuple[Answered | AnsweredBefore | WhyNotMade, Messages]:
        now = self._clock.now()
        if once and (before := self._store.program_answers.find(tx, once, now)):
            return (Answered(before.answer, again=True) if before.answer is not None else before), ()
        if unknown := self._unknown(tx, order.draft.language, order.agent):
            return Unknown(unknown), ()
        agent = self._store.agents.find_named(tx, order.agent) if order.agent else None
        made = self._make(tx, program, order, agent, now)
        if not isinstance(made, LinkMade):
            return made, ()
        seen = self._see(tx, made.link)
        content = describe(made, seen.agent)
        if once:
            self._store.program_answers.keep(tx, once, content, now)
        news = sentence("agent-handed-you", link=name_of(made.link), name=program.address)
        return Answered(content), self._notifications.tell_agent(tx, made.link, Say((news,)), now)

    def _unknown(self, tx: Transaction, language: str, agent: str) -> tuple[NotSpoken | NoSuchAgent, ...]:
        """Of these, "" for what is not named."""
        spoken = self._rules().languages
        unspoken = (NotSpoken(spoken),) if language and language not in spoken else ()
        nobody = (NoSuchAgent(agent),) if agent and not self._store.agents.find_named(tx, agent) else ()
        return unspoken + nobody

    def _make(
        self, tx: Transaction, program: Contact, order: LinkOrder, agent: Agent | None, now: datetime
    ) -> LinkMade | OpenAlready | Refused:
        maker, rules = Agent(program, program.address, now), self._rules()
        known = known_of(tx, self._store, agent or maker, order.draft, now)
        if known.twin:
            return OpenAlready(known.twin)
        if refused := self._store.counters.reserve(tx, allowances_for_program(rules.limits, str(program)), now):
            return refused
        turn = AgentTurn(maker, AgentSession(), now, rules, draw_fresh(tx, self._store.links, self._chance))
        link = make_link(turn, order.draft, agent)
        self._store.links.keep(tx, link)
        if link.token:
            self._store.links.add_token(tx, link.token, link.reference)
        about = f"{link.reference} {agent.name}" if agent else link.reference
        self._store.audit.record(tx, program, Act.LINK_MADE, about, now, program.address)
        return LinkMade(link, notes_of(known, rules.pause), rules.pause.words if rules.pause else "")

    # Seeing, ending

    def _find(self, tx: Transaction, reference: str) -> LinkSeen | None:
        link = self._store.links.find(tx, reference)
        return self._see(tx, link) if link else None

    def _see(self, tx: Transaction, link: Link) -> LinkSeen:
        stands = by_clock(tx, self._store, link, self._clock.now())
        return LinkSeen(stands, self._notifications.name_of_server(tx, link))

    def _cancel(
        self, tx: Transaction, program: Contact, reference: str
    ) -> tuple[LinkSeen | OverAlready | None, TurnOutcome]:
        now, seen = self._clock.now(), self._find(tx, reference)
        if not seen or state_of(seen.link) is Milestone.CANCELLED:
            return seen, TurnOutcome()
        if seen.link.is_final:
            return OverAlready(seen), TurnOutcome()
        ended = end(seen.link, Milestone.CANCELLED, now)
        news = sentence("agent-cancelled-for-you", link=name_of(ended), name=program.address)
        messages = self._notifications.settle(tx, ended, now, Say((news,)))
        self._store.audit.record(tx, program, Act.LINK_CANCELLED, reference, now, program.address)
        if not ended.customer:
            return self._find(tx, reference), TurnOutcome(messages=messages)
        told = self._engine.follow(tx, Inbound(ended.customer, LinkEnded(reference)), now)
        return self._find(tx, reference), TurnOutcome(messages=messages + told.messages, told=(told,))
